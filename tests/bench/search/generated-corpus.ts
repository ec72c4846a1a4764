import { readdirSync, readFileSync } from 'node:fs';
import type { BenchArticle } from './article.ts';
import { below, pick, type Random, seeded } from './random.ts';
import { type BenchLanguage, makeNames, makeVocabulary, type Vocabulary } from './vocabulary.ts';

/** Raised whenever the same number gives another article. */
export const generatorVersion = 1;

const seed = 20_240_924;
const topicsPerLanguage = 160;
const wordsPerTopic = 45;

/** What the articles of one language are made of. */
type Material = {
  readonly language: BenchLanguage;
  readonly vocabulary: Vocabulary;
  readonly names: Vocabulary;
  readonly topics: readonly (readonly string[])[];
  /** The seeds' own, each as its words with what stands around them. */
  readonly sentences: readonly (readonly string[])[];
};

/**
 * What makes article number `index`, always the same: about 5 KB, a quarter of them French, their words as common as
 * words are, some of them in bursts, and every fourth sentence one of the seeds', with words changed.
 */
export function createGenerator(): (index: number) => BenchArticle {
  const random = seeded(seed);
  const names = makeNames(15_000, random);
  const texts = readdirSync('seeds').map((file) => readFileSync(`seeds/${file}`, 'utf8'));
  const english = materialOf('en', texts, names, random);
  const french = materialOf('fr', texts, names, random);
  return (index) => makeArticle(index, index % 4 === 3 ? french : english);
}

function materialOf(
  language: BenchLanguage,
  texts: readonly string[],
  names: Vocabulary,
  random: Random,
): Material {
  const own = texts.filter((text) => count(text, ' the ') > count(text, ' le ') === (language === 'en'));
  const vocabulary = makeVocabulary(language, wordsByFrequency(own.join('\n')), random);
  // Words of topics are neither the commonest nor the rarest.
  const bursty = () => vocabulary.words[400 + below(30_000, random)] ?? '';
  const topics = Array.from({ length: topicsPerLanguage }, () =>
    Array.from({ length: wordsPerTopic }, () => (random() < 0.15 ? names.draw(random) : bursty())),
  );
  const sentences = own
    .flatMap((text) => text.split(/(?<=[.!?])\s+|\n+/))
    .map((sentence) => sentence.trim().split(/\s+/))
    .filter(({ length }) => length > 3);
  return { language, vocabulary, names, topics, sentences };
}

function makeArticle(index: number, material: Material): BenchArticle {
  const random = seeded(Math.imul(index + 1, 0x9e3779b1) ^ seed);
  const topics = Array.from({ length: 1 + below(3, random) }, () => pick(material.topics, random));
  const wanted = 1_500 + (random() + random() + random()) * 2_330;
  let text = '';
  while (text.length < wanted) {
    text += random() < 0.28 ? changedSentence(material, random) : madeSentence(material, topics, random);
    text += random() < 0.2 ? '\n\n' : ' ';
  }
  const title = Array.from({ length: 6 + below(6, random) }, () => drawWord(material, topics, random));
  return {
    id: `a${index}`,
    title: capital(title.join(' ')),
    text: text.trimEnd(),
    language: material.language,
  };
}

/** A sentence of the seeds with some of its words replaced, left out or swapped. */
function changedSentence(material: Material, random: Random): string {
  const words: string[] = [];
  for (const word of pick(material.sentences, random)) {
    const chance = random();
    if (chance < 0.04) continue;
    if (chance < 0.07 && words.length > 0) words.splice(-1, 0, word);
    else words.push(chance < 0.2 ? material.vocabulary.draw(random) : word);
  }
  return words.join(' ');
}

function madeSentence(material: Material, topics: Material['topics'], random: Random): string {
  const words = Array.from({ length: 8 + below(22, random) }, () => {
    const word = ornament(drawWord(material, topics, random), material.language, random);
    return random() < 0.07 ? `${word},` : word;
  });
  if (random() < 0.12) quote(words, material.language, random);
  return `${capital(words.join(' ')).replace(/,$/, '')}${random() < 0.06 ? '?' : '.'}`;
}

function drawWord(material: Material, topics: Material['topics'], random: Random): string {
  const chance = random();
  if (chance < 0.1) return pick(pick(topics, random), random);
  if (chance < 0.13) return material.names.draw(random);
  if (chance < 0.145) return drawFigure(random);
  return material.vocabulary.draw(random);
}

function drawFigure(random: Random): string {
  const forms = [
    () => `${below(100, random)}`,
    () => `${below(30_000, random).toLocaleString('en')}`,
    () => `${2000 + below(27, random)}`,
    () => `${2015 + below(11, random)}-${two(1 + below(12, random))}-${two(1 + below(28, random))}`,
    () => `${below(24, random)}:${two(below(60, random))}`,
    () => `RN${1 + below(40, random)}`,
  ];
  return pick(forms, random)();
}

/** What is put to words in print: elided articles, possessives, hyphens, points in abbreviations. */
function ornament(word: string, language: BenchLanguage, random: Random): string {
  const chance = random();
  const apostrophe = random() < 0.6 ? '’' : "'";
  if (language === 'fr' && chance < 0.35 && /^[aeiouéèêâh]/i.test(word))
    return `${pick(['l', 'd', 'l', 'd', 'qu', 's', 'n'], random)}${apostrophe}${word}`;
  if (language === 'en' && chance < 0.015) return `${word}${apostrophe}s`;
  if (chance > 0.998) return 'U.N.';
  return word;
}

/** Put quotation marks, or a hyphen, somewhere into a sentence. */
function quote(words: string[], language: BenchLanguage, random: Random): void {
  const from = below(words.length - 3, random);
  if (random() < 0.4) {
    words.splice(from, 2, `${words[from]}-${words[from + 1]}`.replaceAll(',', ''));
    return;
  }
  const [open, close] =
    language === 'fr' ? ['« ', ' »'] : pick([['“', '”'] as const, ['"', '"'] as const], random);
  words[from] = `${open}${words[from]}`;
  words[from + 2] = `${words[from + 2]}${close}`;
}

function wordsByFrequency(text: string): string[] {
  const counts = new Map<string, number>();
  for (const [word] of text.toLowerCase().matchAll(/\p{L}{2,}/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]).map(([word]) => word);
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

function two(figure: number): string {
  return String(figure).padStart(2, '0');
}
