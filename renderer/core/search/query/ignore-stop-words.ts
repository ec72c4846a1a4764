import type { Language } from '#core/article.ts';
import { isStopWord } from '#core/search/stemmers.ts';
import { allOf, anyOf, notOf, onlyExcludes } from './join-nodes.ts';
import type { QueryNode, WordNode } from './query.ts';
import { isCommon } from './read-words.ts';

/**
 * A query without the stop words that stand beside other words: those say little, and a French `les` would only hide
 * the English articles. A word that is a stop word in one language and says something in another (`or`, French for
 * gold) goes only when the query has other stop words of the first. In quotation marks, in capitals, after `NOT`, among
 * the alternatives of an `OR` and alone they stay.
 */
export function ignoreStopWords(root: QueryNode): QueryNode {
  const common = commonWords(root).filter((word) => !meaningful.has(word));
  const languages = new Set(
    stopLanguages.filter((language) => common.some((word) => isStopWord(word, language))),
  );
  return withoutStopWords(root, (word) => {
    const language = meaningful.get(word);
    return isCommon(word) && (language === undefined || languages.has(language));
  });
}

const stopLanguages = ['en', 'fr'] as const satisfies readonly Language[];

/** Stop words that say something in another language or are a name in small letters, and whose stop words they are. */
const meaningful: ReadonlyMap<string, 'en' | 'fr'> = new Map([
  ['may', 'en'],
  ['or', 'en'],
  ['us', 'en'],
  ['est', 'fr'],
  ['eu', 'fr'],
  ['mais', 'fr'],
  ['sommes', 'fr'],
  ['son', 'fr'],
]);

function isPlain(node: QueryNode): node is WordNode {
  return node.kind === 'word' && node.how !== 'exact' && !node.isName;
}

function isCommonWord(node: QueryNode): node is WordNode {
  return isPlain(node) && isCommon(node.word);
}

function commonWords(node: QueryNode): string[] {
  if (isCommonWord(node)) return [node.word];
  if (node.kind === 'not') return commonWords(node.of);
  return node.kind === 'all' || node.kind === 'any' ? node.of.flatMap(commonWords) : [];
}

function withoutStopWords(node: QueryNode, isIgnored: (word: string) => boolean): QueryNode {
  if (node.kind === 'not') return notOf(withoutStopWords(node.of, isIgnored));
  if (node.kind === 'any') return anyOf(node.of.map((one) => withoutStopWords(one, isIgnored))) ?? node;
  if (node.kind !== 'all') return node;
  const saysMuch = node.of.some((one) => !isCommonWord(one) && !onlyExcludes(one) && one.kind !== 'filter');
  const kept = node.of.filter((one) => !(saysMuch && isPlain(one) && isIgnored(one.word)));
  return allOf(kept.map((one) => withoutStopWords(one, isIgnored))) ?? node;
}
