/** Words as a tree of their letters: what follows each letter, and whether a word ends there. */
type Tree = { readonly nexts: Map<number, Tree>; isWord: boolean };

/** Tells whether a stretch of text begins, or ends, with one of a list of words, in whatever case. */
export type WordEnds = { test(text: string, start: number, end: number): boolean };

/** For stretches that begin with one of `words`, which are in small letters. */
export function beginsWithOne(words: Iterable<string>): WordEnds {
  const tree = treeOf(words);
  return {
    test(text, start, end) {
      let node: Tree | undefined = tree;
      for (let at = start; at < end; at++) {
        node = node.nexts.get(foldUnit(text.charCodeAt(at)));
        if (node === undefined || node.isWord) break;
      }
      return node?.isWord === true;
    },
  };
}

/** For stretches that end with one of `words`, which are in small letters. */
export function endsWithOne(words: Iterable<string>): WordEnds {
  const tree = treeOf(Array.from(words, (word) => Array.from(word).reverse().join('')));
  return {
    test(text, start, end) {
      let node: Tree | undefined = tree;
      for (let at = end - 1; at >= start; at--) {
        node = node.nexts.get(foldUnit(text.charCodeAt(at)));
        if (node === undefined || node.isWord) break;
      }
      return node?.isWord === true;
    },
  };
}

function treeOf(words: Iterable<string>): Tree {
  const tree = newTree();
  for (const word of words) {
    let node = tree;
    for (let at = 0; at < word.length; at++) {
      const next = node.nexts.get(word.charCodeAt(at)) ?? newTree();
      node.nexts.set(word.charCodeAt(at), next);
      node = next;
    }
    node.isWord = true;
  }
  return tree;
}

function newTree(): Tree {
  return { nexts: new Map(), isWord: false };
}

/** The small letter of a capital of English and French. */
function foldUnit(unit: number): number {
  if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0xc0 && unit <= 0xde)) return unit | 0x20;
  return unit === 0x152 ? 0x153 : unit;
}
