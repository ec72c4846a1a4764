import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, NoiseSpan } from '#core/article.ts';
import type { ArticleId, BatchId } from '#core/ids.ts';
import { createLineCounter, placesOf } from '#core/import/repeats/repeated-lines.ts';
import { markManyNoise } from '#core/reader/edit-noise.ts';

let made = 0;

/** An article of a carrier with nothing else told. */
function article(part: Partial<Article> = {}): Article {
  made += 1;
  const field = { basis: 'derived', evidence: null, reason: 'entered' } as const;
  return {
    id: `article ${made}` as ArticleId,
    batchId: 'batch' as BatchId,
    importedAt: '2024-01-01T00:00:00.000Z',
    originalName: 'a.txt',
    originalSha256: `original ${made}`,
    originalSizeBytes: 1,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    steps: [],
    textSha256: `text ${made}`,
    textLength: 1,
    noise: [],
    title: { ...field, value: 'Title' },
    language: { ...field, value: 'en' },
    publishedAt: null,
    publisher: null,
    carrier: { ...field, value: 'Sahel Times' },
    byline: null,
    status: 'unread',
    flagged: false,
    ...part,
  };
}

const menu = 'Home | Politics | Security';

describe('createLineCounter', () => {
  it('finds what stands in many texts of one source, and in how many', () => {
    const counter = createLineCounter();
    for (let at = 0; at < 10; at++)
      counter.add(article(), `${at < 7 ? menu : 'Other'} \n\nBody number ${at}.`);
    expect(counter.found()).toMatchObject([
      {
        name: 'Sahel Times',
        texts: 10,
        lines: [
          { text: menu, texts: 7, unmarked: 7, isLikely: true },
          { text: 'Other', texts: 3, isLikely: false },
        ],
      },
    ]);
  });

  it('says that a sentence reads like one, and suggests no more than to look at it', () => {
    const counter = createLineCounter();
    const sentence = 'The region has been hit by violence since the rebellion that began in the year 2012.';
    for (let at = 0; at < 5; at++) counter.add(article(), `${sentence}\nBody ${at}`);
    expect(counter.found()[0]?.lines).toMatchObject([{ text: sentence, isProse: true, isLikely: false }]);
  });

  it('counts carriers of one text once, and no line of other sources', () => {
    const counter = createLineCounter();
    const first = article();
    counter.add(first, `${menu}\nThe same body.`);
    for (let at = 0; at < 8; at++)
      counter.add(
        article({
          sameText: {
            group: first.id,
            basis: 'derived',
            reason: 'same-words',
            likeId: first.id,
            likeness: 1,
          },
        }),
        `${menu}\nThe same body.`,
      );
    for (const name of ['A', 'B'])
      counter.add(
        article({ carrier: { value: name, basis: 'stated', evidence: null, reason: 'credit' } }),
        menu,
      );
    expect(counter.found()).toEqual([]);
  });

  it('leaves out what tells who wrote it, what was spared, and what is boilerplate everywhere', () => {
    const counter = createLineCounter();
    for (let at = 0; at < 4; at++) {
      const text = `By A. Writer\nSpared line\nMarked line\n${menu}`;
      const byline = {
        value: 'A. Writer',
        basis: 'stated',
        evidence: { start: 3, end: 12 },
        reason: 'by',
      } as const;
      const noise: NoiseSpan[] = [{ start: 25, end: 36, kind: 'menu' }];
      counter.add(article({ byline, noise, spared: [{ start: 13, end: 24 }] }), text);
    }
    expect(counter.found().flatMap(({ lines }) => lines.map(({ text }) => text))).toEqual([menu]);
  });

  it('finds the same as counting all lines, also when it has to forget and count again', () => {
    const line = fc.constantFrom(...Array.from({ length: 12 }, (_, at) => `Line number ${at} of them`));
    const texts = fc.array(fc.array(line, { minLength: 1, maxLength: 6 }), { minLength: 5, maxLength: 40 });
    fc.assert(
      fc.property(texts, (pages) => {
        const articles = pages.map((lines) => ({ one: article(), text: lines.join('\n') }));
        const exact = new Map<string, number>();
        for (const lines of pages)
          for (const one of new Set(lines)) exact.set(one, (exact.get(one) ?? 0) + 1);
        const least = Math.max(3, pages.length / 10);
        const expected = [...exact].filter(([, count]) => count >= least).sort();

        const roomy = createLineCounter();
        for (const { one, text } of articles) roomy.add(one, text);
        const listed = (found: ReturnType<typeof roomy.found>) =>
          found.flatMap(({ lines }) => lines.map(({ text, texts: count }) => [text, count] as const)).sort();
        expect(listed(roomy.found())).toEqual(expected);

        const tight = createLineCounter(undefined, 8);
        for (const { one, text } of articles) tight.add(one, text);
        const again = createLineCounter(tight.found());
        for (const { one, text } of articles) again.add(one, text);
        // What the small counter still knows, the second one counts exactly.
        for (const entry of listed(again.found())) expect(expected).toContainEqual(entry);
      }),
    );
  });

  it('finds a menu in a thousand texts of different words with room for a few hundred lines', () => {
    const counter = createLineCounter(undefined, 300);
    for (let at = 0; at < 1000; at++)
      counter.add(
        article(),
        `${at % 2 === 0 ? menu : 'Left'}\n${Array.from({ length: 20 }, (_, n) => `Own ${at} ${n}`).join('\n')}`,
      );
    expect(counter.isRough()).toBe(true);
    expect(
      counter
        .found()[0]
        ?.lines.map(({ text }) => text)
        .sort(),
    ).toEqual([menu, 'Left'].sort());
  });
});

describe('placesOf and markManyNoise', () => {
  it('mark chosen lines where they stand alone, and nothing that the analyst highlighted', () => {
    const text = `${menu}\nA sentence with ${menu} in it.\n${menu}`;
    const one = article();
    const places = placesOf(one, text, new Set([menu]));
    expect(places.map(({ start, end }) => text.slice(start, end))).toEqual([menu, menu]);
    const [change] = markManyNoise(
      one,
      places.map((place) => ({ ...place, kind: 'menu' as const })),
      [{ start: 2, end: 5 }],
    );
    const marked = change?.after;
    expect(marked && 'noise' in marked && marked.noise).toEqual([
      { start: text.length - menu.length, end: text.length, kind: 'menu', basis: 'analyst' },
    ]);
  });

  it('have nothing more to mark where everything is marked', () => {
    const one = article({ noise: [{ start: 0, end: menu.length, kind: 'menu' }] });
    expect(placesOf(one, menu, new Set([menu]))).toEqual([]);
    expect(markManyNoise(one, [], [])).toEqual([]);
  });
});
