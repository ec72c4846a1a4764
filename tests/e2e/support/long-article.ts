import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './launch.ts';

/** The first line of the long article, its title in the library. */
export const longTitle = 'A hundred thousand words from the Sahel';

/** A stretch of a text in UTF-16 units, the end not in it. */
export type Stretch = { readonly start: number; readonly end: number };

/** Write an article of so many words, put together from the sentences of the seeds; answers its path. */
export function writeLongArticle(words: number): string {
  const seeds = join(root, 'seeds');
  const sentences = readdirSync(seeds)
    .flatMap((name) => readFileSync(join(seeds, name), 'utf8').split(/(?<=[.!?”])\s+/))
    .map((sentence) => sentence.replace(/\s+/g, ' ').trim())
    .filter((sentence) => sentence.length > 40);
  const random = numbersFrom(7);
  const paragraphs: string[] = [];
  for (let count = 0; count < words; ) {
    const number = paragraphs.length + 1;
    const picked = Array.from({ length: 2 + (random() % 4) }, () => sentences[random() % sentences.length]);
    // A number of its own in each, or repeated lines would be taken for boilerplate.
    const paragraph = `Report ${number}. ${picked.join(' ')}`;
    count += paragraph.split(' ').length;
    paragraphs.push(paragraph);
  }
  const path = join(mkdtempSync(join(tmpdir(), 'liptako-long-')), 'long.txt');
  writeFileSync(path, `${longTitle}\n\n${paragraphs.join('\n\n')}\n`);
  return path;
}

/** So many stretches of words spread over `text`, of a few words to a few sentences, up to several deep. */
export function overlappingStretches(text: string, count: number): Stretch[] {
  const random = numbersFrom(11);
  return Array.from({ length: count }, (_, index) => {
    const about = Math.floor((index * (text.length - 2_000)) / count) + 200 + (random() % 200);
    const start = text.indexOf(' ', about) + 1;
    const end = text.indexOf(' ', start + 30 + (random() % 700));
    const sound = text.slice(start, end).trim();
    const from = text.indexOf(sound, start);
    return { start: from, end: from + sound.length };
  });
}

/** The same numbers each time (Park and Miller's generator). */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
}
