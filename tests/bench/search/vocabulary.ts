import { below, pick, type Random, zipfRanks } from './random.ts';

/** The languages of the generated articles. */
export type BenchLanguage = 'en' | 'fr';

/** Words of a language, the commonest first. */
export type Vocabulary = {
  readonly words: readonly string[];
  /** A word, common ones more often. */
  draw(random: Random): string;
};

type Shape = {
  readonly types: number;
  readonly beginnings: readonly string[];
  readonly vowels: readonly string[];
  readonly ends: readonly string[];
  readonly inflections: readonly string[];
};

const shapes: Readonly<Record<BenchLanguage, Shape>> = {
  en: {
    types: 65_000,
    beginnings: split(
      'b b bl br c c ch cl cr d d dr f f fl g g gr h h j k l l m m n n p p pl pr qu r r s s s sh sp st t t tr v w',
    ),
    vowels: split('a a a a e e e e i i i o o o u u ai ea ee oo ou y'),
    ends: split('b ck d f g l ll m n nd ng nt p r rd rk rm rn s sk ss st t th x'),
    inflections: split('s ed ing er ers ly ness al ation ations able ment ments ist ists ity ize ized ful'),
  },
  fr: {
    types: 35_000,
    beginnings: split('b b br c c ch cl cr d d dr f f fl g gr j l l m m n n p p pl pr qu r r s s t t tr v'),
    vowels: split('a a a a e e é é é è i i i o o o u u ai au eu ou oi œu â ê'),
    ends: split('c ch d f gn l ll m n nd nt r rd s ss t tt v'),
    inflections: split(
      's e es er é ée és ées ait aient ent ant ante ation ations ement eur eurs iste istes ité if ive ions',
    ),
  },
};

const nameBeginnings = split(
  'ab ag al am an ba be bo da di fa ga ha ib in ka ké ki kou la ma mé mo na ou ra sa sé ta ti to wa ya za',
);
const nameEnds = split('ba da dou ga goun ka kal la ley li ma mane na ne ra rou sa sé ta tan wane ya za');

/** The words of `language`: those of the seeds first, by how often they occur, then made-up ones with their endings. */
export function makeVocabulary(
  language: BenchLanguage,
  seedWords: readonly string[],
  random: Random,
): Vocabulary {
  const shape = shapes[language];
  const words = new Set(seedWords);
  // The forms of one root are not equally common, so that they lie apart.
  const ranked: { readonly word: string; readonly at: number }[] = [];
  const known = new Set(seedWords);
  for (let root = 0; ranked.length + words.size < shape.types; root++) {
    for (const word of formsOf(makeRoot(shape, random), shape, random)) {
      if (known.has(word)) continue;
      known.add(word);
      ranked.push({ word, at: root * (1 + 1.5 * random()) });
    }
  }
  ranked.sort((a, b) => a.at - b.at);
  for (const { word } of ranked) words.add(word);
  return asVocabulary([...words]);
}

/** Names of places and people as they are transliterated, some with and without their accents. */
export function makeNames(count: number, random: Random): Vocabulary {
  const names = new Set<string>();
  while (names.size < count) {
    const middle = Array.from({ length: below(3, random) }, () => pick(nameEnds, random));
    const name = `${pick(nameBeginnings, random)}${middle.join('')}${pick(nameEnds, random)}`;
    const capital = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
    names.add(capital);
    if (random() < 0.1) names.add(capital.replaceAll('é', 'e'));
  }
  return asVocabulary([...names].slice(0, count));
}

function asVocabulary(words: readonly string[]): Vocabulary {
  const rank = zipfRanks(words.length);
  return { words, draw: (random) => words[rank(random)] ?? '' };
}

function makeRoot(shape: Shape, random: Random): string {
  const syllables = 1 + Number(random() < 0.55) + Number(random() < 0.08);
  let root = '';
  for (let at = 0; at < syllables; at++) root += pick(shape.beginnings, random) + pick(shape.vowels, random);
  return root + pick(shape.ends, random);
}

function formsOf(root: string, shape: Shape, random: Random): string[] {
  const endings = Array.from({ length: below(5, random) }, () => pick(shape.inflections, random));
  return [root, ...endings.map((ending) => root + ending)];
}

function split(text: string): string[] {
  return text.split(' ');
}
