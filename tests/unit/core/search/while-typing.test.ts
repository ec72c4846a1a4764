import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import { createSearchIndex } from '#core/search/index/create-search-index.ts';
import type { SearchDocument } from '#core/search/index/search-document.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { isStopWord } from '#core/search/stemmers.ts';
import { createGenerator } from '#tests/bench/search/generated-corpus.ts';
import { importSeeds } from './seed-documents.ts';

describe('a word that is typed letter by letter', () => {
  const generate = createGenerator();
  const documents = Array.from({ length: 60 }, (_, at) => {
    const { id, title, text, language } = generate(at);
    return { id: id as ArticleId, title, text, noise: [], language, fingerprint: at };
  });
  const index = createSearchIndex();
  index.add(documents);

  it('finds the article it stands in from its third letter on', () => {
    const missed: string[] = [];
    let asked = 0;
    for (const [at, { id, text }] of documents.entries()) {
      const words = new Set(scanWords(text).map(({ start, end }) => text.slice(start, end)));
      // Every word of the first articles, some of the others.
      for (const [number, word] of [...words].entries()) {
        if (at > 5 && number % 10 !== 0) continue;
        // Nothing is asked for one letter.
        for (let letters = Math.min(3, Math.max(2, word.length)); letters <= word.length; letters++) {
          asked++;
          const typed = word.slice(0, letters);
          const { slots } = index.find(parseQuery(typed, { isTyping: true }));
          if (!slots.includes(index.slotOf(id))) missed.push(`${typed} (${word})`);
        }
      }
    }
    expect(asked).toBeGreaterThan(10_000);
    expect(missed.length / asked, missed.slice(0, 20).join(', ')).toBeLessThanOrEqual(0.001);
  });
});

const seeds = await importSeeds();

describe('what stands between two spaces of a starter article, typed letter by letter', {
  timeout: 30_000,
}, () => {
  const index = createSearchIndex();
  index.add(seeds);

  it.each(seeds.map((document) => [document.id, document] as const))('finds article %s', (id, document) => {
    const missed: string[] = [];
    let asked = 0;
    for (const chunk of chunksOf(withoutNoise(document))) {
      for (const length of new Set([2, 3, 5, 8, chunk.length])) {
        const typed = chunk.slice(0, length);
        if (!/[\p{L}\p{N}]{2}$/u.test(typed) || isName(typed)) continue;
        asked++;
        const { slots } = index.find(parseQuery(typed, { isTyping: true }));
        if (!slots.includes(index.slotOf(id))) missed.push(`${typed} (${chunk})`);
      }
    }
    expect(asked).toBeGreaterThan(500);
    expect(missed).toEqual([]);
  });
});

function withoutNoise({ text, noise }: SearchDocument): string {
  return noise.reduceRight((kept, { start, end }) => `${kept.slice(0, start)} ${kept.slice(end)}`, text);
}

function chunksOf(text: string): string[] {
  return [...new Set(text.split(/\s+/))].filter((chunk) => !/[*~^()]/.test(chunk));
}

/** A stop word in capitals, which asks for the name alone: `ON` on the way to `ONG`. */
function isName(typed: string): boolean {
  const last = typed.split(/['’]/).at(-1) ?? '';
  const word = last.toLowerCase();
  return last === last.toUpperCase() && (isStopWord(word, 'en') || isStopWord(word, 'fr'));
}
