import type { Language } from '#core/article.ts';
import type { SearchDocument } from '#core/search/index/search-document.ts';
import type { Query, WordNode } from '#core/search/query/query.ts';
import type { TextSpan } from '#core/text/span.ts';
import { type FoundWord, isInCapitals, scanWords } from './scan-words.ts';
import { isStopWord, stem, stemmedLanguages } from './stemmers.ts';

/** A word that tells an article from the others. */
export type LikeTerm = {
  /** Folded, in the form the article has most often: what is looked up, in all its forms. */
  readonly word: string;
  /** As the article writes it most often. */
  readonly shown: string;
  /** Of how many articles. */
  readonly articles: number;
  /** How much it counts; 1 for the term that counts most. */
  readonly weight: number;
};

/** What has to be known of all articles: how many there are, and how many have a word in any of its forms. */
export type WordCounts = {
  readonly size: number;
  countArticles(word: string): number;
};

/** More terms cost time and bring in what the article only touches on. */
export const likeTermCount = 25;

/** Words of which the articles are counted: each is a query of its own. Those an article makes most of. */
const mostCounted = 150;

/** A word of the title says what the article is about as surely as so many in the text. */
const titleWeight = 4;

/** Who and where tell more than what was said of it: a word that is mostly written with a capital is likely a name. */
const nameWeight = 1.6;

/** From here on once more in the text counts half: an article does not become another by saying a name fifty times. */
const saturation = 2;

/**
 * The words that tell an article from all others, heaviest first: often in it, in its title above all, rare elsewhere,
 * and names before other words. Boilerplate, stop words, numbers and single letters are left out, and words no other article has: they
 * lead nowhere. Ties go to the word that stands first.
 */
export function likeTerms(
  document: Pick<SearchDocument, 'title' | 'text' | 'noise' | 'language'>,
  counts: WordCounts,
  limit = likeTermCount,
): LikeTerm[] {
  const likely = [...gatherForms(document).values()]
    .map((forms) => ({ forms, prominence: prominenceOf(forms) }))
    .sort((a, b) => b.prominence - a.prominence)
    .slice(0, mostCounted);
  const terms = likely.flatMap(({ forms, prominence }) => {
    const word = mostFrequent(forms.words);
    const articles = counts.countArticles(word);
    if (articles < 2) return [];
    const rare = Math.log(1 + (counts.size - articles + 0.5) / (articles + 0.5));
    return [{ word, shown: mostFrequent(forms.shown), articles, weight: prominence * rare }];
  });
  const best = terms.sort((a, b) => b.weight - a.weight).slice(0, limit);
  const heaviest = best[0]?.weight ?? 1;
  return best.map((term) => ({ ...term, weight: term.weight / heaviest }));
}

/**
 * The query that finds what is like an article of these terms: any of them, each counted by its weight. The article
 * itself is found as well, and best of all.
 */
export function likeQuery(terms: readonly LikeTerm[]): Query {
  if (terms.length === 0) return { root: null, inNoise: false, isCut: false };
  const of = terms.map(
    ({ word, weight }): WordNode => ({
      kind: 'word',
      field: null,
      boost: Math.round(weight * 1_000) / 1_000,
      word,
      how: 'stem',
      isName: false,
    }),
  );
  return { root: { kind: 'any', of }, inNoise: false, isCut: false };
}

/** How much an article makes of a word, however common that is elsewhere. */
function prominenceOf(forms: Forms): number {
  const often = forms.inText + forms.inTitle * titleWeight;
  return (often / (often + saturation)) * (isName(forms) ? nameWeight : 1);
}

/** Once with a capital may be the beginning of a sentence. */
function isName({ capitals, inText }: Forms): boolean {
  return capitals > 1 && capitals * 2 > inText;
}

/** Those of `terms` that a document has in any form, in their order. Reads the whole text: half a millisecond for 5 KB. */
export function sharedTerms<Term extends Pick<LikeTerm, 'word'>>(
  terms: readonly Term[],
  { title, text, language }: Pick<SearchDocument, 'title' | 'text' | 'language'>,
): Term[] {
  const stems = new Set<string>();
  for (const { word } of scanWords(title)) stems.add(stem(word, language));
  for (const { word } of scanWords(text)) stems.add(stem(word, language));
  return terms.filter(({ word }) => stems.has(stem(word, language)));
}

type Forms = {
  /** How often it stands in the text with a capital. */
  capitals: number;
  inText: number;
  inTitle: number;
  /** How often each form occurs, folded and as it is written. */
  readonly words: Map<string, number>;
  readonly shown: Map<string, number>;
};

/** The words of an article by their stem, in the order they first occur. */
function gatherForms({
  title,
  text,
  noise,
  language,
}: Pick<SearchDocument, 'title' | 'text' | 'noise' | 'language'>): Map<string, Forms> {
  const byStem = new Map<string, Forms>();
  const take = (source: string, found: FoundWord, where: 'inTitle' | 'inText') => {
    const written = source.slice(found.start, found.end);
    if (saysLittle(found.word, written, language)) return;
    const key = stem(found.word, language);
    const forms = byStem.get(key) ?? {
      capitals: 0,
      inText: 0,
      inTitle: 0,
      words: new Map(),
      shown: new Map(),
    };
    byStem.set(key, forms);
    forms[where]++;
    if (where === 'inText' && hasCapital(written)) forms.capitals++;
    forms.words.set(found.word, (forms.words.get(found.word) ?? 0) + 1);
    forms.shown.set(written, (forms.shown.get(written) ?? 0) + 1);
  };
  for (const found of scanWords(title)) take(title, found, 'inTitle');
  for (const found of scanWords(text)) if (!isIn(noise, found)) take(text, found, 'inText');
  return byStem;
}

const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Folded words that any report may have, and those that say when, not what: the stop words of lunr are fewer. */
const dull = new Set(
  [
    'against between during first few last many near second several since still such through toward towards under until',
    'well among come comes came coming take takes took taken taking make makes made including according part around away',
    'day days week weeks month months year years hour hours today yesterday ago early late night morning',
    'monday tuesday wednesday thursday friday saturday sunday',
    'january february march april may june july august september october november december',
    'apres avant contre depuis entre selon toujours encore aussi ainsi alors lors pendant plusieurs premier premiere vers',
    'chez sous tous toutes tout toute fait faire jour jours semaine semaines mois annee annees heure heures hier matin soir',
    'lundi mardi mercredi jeudi vendredi samedi dimanche',
    'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  ].flatMap((line) => line.split(' ')),
);

/** Whether a word tells nothing of what an article is about. */
function saysLittle(word: string, written: string, language: Language): boolean {
  if (/\p{N}/u.test(word)) return true;
  if (word.length < 3 && !isInCapitals(written) && !unspaced.test(word)) return true;
  if (dull.has(word)) return true;
  // Where the language is not known, or a text quotes another, either list is right.
  return isStopWord(word, language) || stemmedLanguages.some((one) => isStopWord(word, one));
}

function hasCapital(written: string): boolean {
  return /^\p{Lu}/u.test(written);
}

function isIn(noise: readonly TextSpan[], { start, end }: TextSpan): boolean {
  return noise.some((span) => span.start <= start && end <= span.end);
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  let best = '';
  let most = 0;
  for (const [word, count] of counts)
    if (count > most) {
      best = word;
      most = count;
    }
  return best;
}
