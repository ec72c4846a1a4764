import { figure, kindOf, letter } from '#core/text/characters.ts';

/** Small words that show a language where there are too few others, and that the other one does not have. */
const english =
  'the of and to in is are was were by with that this from for has have been an at it its they their which who not as be but we you he she after said';
/** Of French, how words begin. */
const french =
  'le la du des une dans au et est sont par sur avec qui que ce entre pour ont été selon après ainsi mais où nous vous ils elles';
/** Of French, what such words are when they are small ones themselves. */
const wholeFrench = `${french} les aux cet cette ces leur leurs`;
/** Of French, what stands in front of an apostrophe. */
const elided = 'l d n s c j qu';

const isEnglish = 1;
const beginsFrench = 2;
const isElided = 4;
const isFrench = 8;

/** Small words of a passage: `fr` counts words that begin like one, `wholeFr` such as are one. */
export type SmallWords = { readonly en: number; readonly fr: number; readonly wholeFr: number };

/** How many small words of English and French a passage has. A word that a figure follows does not begin a French one. */
export function countSmallWords(passage: string): SmallWords {
  let en = 0;
  let fr = 0;
  let wholeFr = 0;
  for (let at = 0; at < passage.length; ) {
    const end = lettersEnd(passage, at);
    if (end === at) at += (passage.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
    else {
      const found = withoutFigure(passage, lookUp(passage, at, end), end);
      en += Number((found & isEnglish) !== 0);
      fr += Number((found & (beginsFrench | isElided)) !== 0);
      wholeFr += Number((found & (isFrench | isElided)) !== 0);
      at = end;
    }
  }
  return { en, fr, wholeFr };
}

/** What a word is, by what stands at its `end`: no figure behind a French one, an apostrophe behind what is elided. */
function withoutFigure(passage: string, found: number, end: number): number {
  let kept = found;
  if ((found & beginsFrench) !== 0 && isFigure(passage, end)) kept &= ~beginsFrench;
  if ((found & isElided) !== 0 && !isElision(passage, end)) kept &= ~isElided;
  return kept;
}

/** Where the letters end that begin at `start`; there when none do. */
function lettersEnd(passage: string, start: number): number {
  let at = start;
  while (at < passage.length) {
    const code = passage.codePointAt(at) ?? 0;
    if ((kindOf(code) & letter) === 0) return at;
    at += code > 0xffff ? 2 : 1;
  }
  return at;
}

/** Words with figures in them are names of things. */
function isFigure(passage: string, at: number): boolean {
  return at < passage.length && (kindOf(passage.codePointAt(at) ?? 0) & figure) !== 0;
}

function isElision(passage: string, at: number): boolean {
  const mark = passage.charAt(at);
  return (mark === '’' || mark === "'") && !isFigure(passage, lettersEnd(passage, at + 1));
}

/** What the letters from `start` to `end` are and begin with: the bits above. */
function lookUp(passage: string, start: number, end: number): number {
  let node: Node | undefined = beginnings;
  let found = 0;
  for (let at = start; at < end; at++) {
    node = node.nexts[foldUnit(passage.charCodeAt(at))];
    if (node === undefined) return found;
    found |= at === end - 1 ? node.meaning : node.meaning & beginsFrench;
  }
  return found;
}

/** A beginning of some of the words, with what it is itself, and the longer ones by the letter that is added. */
type Node = { readonly nexts: (Node | undefined)[]; meaning: number };

const beginnings = newNode();
for (const word of english.split(' ')) add(word, isEnglish);
for (const word of french.split(' ')) add(word, beginsFrench);
for (const word of elided.split(' ')) add(word, isElided);
for (const word of wholeFrench.split(' ')) add(word, isFrench);

function add(word: string, meaning: number): void {
  let node = beginnings;
  for (let at = 0; at < word.length; at++) {
    const next = node.nexts[word.charCodeAt(at)] ?? newNode();
    node.nexts[word.charCodeAt(at)] = next;
    node = next;
  }
  node.meaning |= meaning;
}

/** All letters of the words are in the first 256 characters. */
function newNode(): Node {
  return { nexts: new Array<undefined>(0x100).fill(undefined), meaning: 0 };
}

/** The small letter of a capital among those that the words have; the long s is an s. */
function foldUnit(unit: number): number {
  if ((unit >= 0x41 && unit <= 0x5a) || (unit >= 0xc0 && unit <= 0xde)) return unit | 0x20;
  return unit === 0x17f ? 0x73 : Math.min(unit, 0xff);
}
