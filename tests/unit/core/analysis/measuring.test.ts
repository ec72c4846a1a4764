import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, compareCodings } from '#core/analysis/agreement.ts';
import { contextOf } from '#core/analysis/context.ts';
import { type ArticleCoverage, measureCoverage, outsideOf, sumCoverage } from '#core/analysis/coverage.ts';
import { measureText } from '#core/analysis/measure-text.ts';
import { listPassages } from '#core/analysis/passages.ts';
import { quotationsToMarkdown } from '#core/analysis/quotations-to-markdown.ts';
import { intersectSpans, spanLength, subtractSpans, uniteSpans } from '#core/analysis/span-set.ts';
import { cutUnits, type UnitKind } from '#core/analysis/units.ts';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article, NoiseSpan } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { AnalystId, ArticleId, HighlightId, TagId } from '#core/ids.ts';
import type { Reading } from '#core/reader/reading.ts';
import { paragraphs } from '#core/text/paragraphs.ts';
import type { TextSpan } from '#core/text/span.ts';
import { words } from '#core/text/words.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';

const text =
  'MENU | HOME\n\nArmed men came at dawn. They burned two trucks.\nL’armée a dit vrai (AFP)\n\nقال شاهد إن الرجال غادروا.\nSHARE';
const noise: NoiseSpan[] = [
  { kind: 'menu', start: 0, end: 11 },
  { kind: 'stamp', start: text.indexOf('(AFP)'), end: text.indexOf('(AFP)') + 5 },
  { kind: 'share', start: text.indexOf('SHARE'), end: text.length },
];
const article = {
  id: 'x' as ArticleId,
  textSha256: 'now',
  textLength: text.length,
  noise,
  title: { value: 'X' },
} as unknown as Article;
const measure = measureText(text, noise);

const anySpan = fc
  .tuple(fc.integer({ min: 0, max: text.length }), fc.integer({ min: 0, max: text.length }))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const anySpans = fc.array(anySpan, { maxLength: 8 });

/** The characters of spans, one by one. */
const characters = (spans: readonly TextSpan[]) =>
  new Set(
    spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)),
  );
const isBody = (offset: number) =>
  paragraphs(text).some(({ start, end }) => offset >= start && offset < end) &&
  !noise.some(({ start, end }) => offset >= start && offset < end);
const bodyCharacters = Array.from(text, (_, offset) => offset).filter(isBody);

describe('spans', () => {
  it('unite, intersect and subtract as sets of characters do (property)', () => {
    fc.assert(
      fc.property(anySpans, anySpans, (one, other) => {
        const [a, b] = [uniteSpans(one), uniteSpans(other)];
        const [in1, in2] = [characters(one), characters(other)];
        expect(characters(a)).toEqual(in1);
        expect(spanLength(a)).toBe(in1.size);
        expect(characters(intersectSpans(a, b))).toEqual(new Set([...in1].filter((at) => in2.has(at))));
        expect(characters(subtractSpans(a, b))).toEqual(new Set([...in1].filter((at) => !in2.has(at))));
        const dark = characters(outsideOf(one, text.length));
        expect(dark.size + in1.size).toBe(text.length);
        expect([...dark].some((at) => in1.has(at))).toBe(false);
      }),
    );
  });
});

describe('measureCoverage', () => {
  it('measures the body as looking at every character does (property)', () => {
    expect(measure.bodyLength).toBe(bodyCharacters.length);
    fc.assert(
      fc.property(anySpans, anySpans, (marked, read) => {
        const passages = listPassages(
          marked.map((span, index) => highlight(index, span, 'a', 'amina')),
          [article],
          [],
        );
        const readings = [{ textSha256: 'now', spans: uniteSpans(read) }] as unknown as Reading[];
        const coverage = measureCoverage({ article, measure, passages, readings });
        const [coded, seen] = [characters(marked), characters(read)];
        expect(coverage.coded).toBe(bodyCharacters.filter((at) => coded.has(at)).length);
        expect(coverage.read).toBe(bodyCharacters.filter((at) => seen.has(at)).length);
        const unread = paragraphs(text).filter(({ start, end }) => {
          const own = bodyCharacters.filter((at) => at >= start && at < end);
          return own.length > 0 && !own.some((at) => seen.has(at));
        });
        expect(coverage.unreadParagraphs).toBe(unread.length);
        expect(coverage.firstUnread).toEqual(unread[0] ?? null);
      }),
    );
  });

  it('does not measure what was marked or read on another version of the text', () => {
    const old = highlight(0, { start: 13, end: 20 }, 'a', 'amina');
    const passages = listPassages(
      [{ ...old, anchor: { ...old.anchor, textSha256: 'before' } }],
      [article],
      [],
    );
    const readings = [{ textSha256: 'before', spans: [{ start: 0, end: 50 }] }] as unknown as Reading[];
    expect(measureCoverage({ article, measure, passages, readings })).toMatchObject({
      coded: 0,
      read: 0,
      highlights: 0,
      elsewhere: 1,
      wasOpened: true,
      paragraphs: 3,
    });
  });
});

const tag = (id: string, parentId: string | null): Tag => ({
  id: id as TagId,
  parentId: parentId as TagId | null,
  name: id,
  description: '',
  color: 'red',
  order: 0,
});
const tags = [tag('a', null), tag('b', 'a'), tag('c', null)];
const analysts = ['amina', 'boris'] as const;

function highlight(index: number, { start, end }: TextSpan, tagId: string, analystId: string): Highlight {
  return {
    id: `h${index}` as HighlightId,
    anchor: {
      articleId: article.id,
      textSha256: 'now',
      start,
      end,
      exact: text.slice(start, end),
      prefix: '',
      suffix: '',
    },
    tagIds: [tagId as TagId],
    note: '',
    grade: { reliability: 'F', credibility: 6 },
    analystId: analystId as AnalystId,
    createdAt: '',
    updatedAt: '',
  };
}

/** The units of the text, each as the characters of it that count. */
const unitsByHand: Readonly<Record<Exclude<UnitKind, 'sentence'>, readonly (readonly number[])[]>> = {
  character: bodyCharacters.map((at) => [at]),
  word: words(text)
    .map(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index))
    .filter((own) => own.every(isBody)),
  paragraph: paragraphs(text)
    .map(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index))
    .filter((own) => own.some(isBody)),
};

describe('compareCodings', () => {
  const anyCoding = fc.array(
    fc.record({
      span: anySpan.filter(({ start, end }) => start < end),
      tagId: fc.constantFrom('a', 'b', 'c'),
      analyst: fc.constantFrom(...analysts),
    }),
    { maxLength: 8 },
  );
  const anyKind = fc.constantFrom('character', 'word', 'paragraph');

  it('counts as looking at every unit does, and names every unit they differ on (property)', () => {
    fc.assert(
      fc.property(anyCoding, anyKind, fc.constantFrom('own', 'whole'), (coding, kind, scope) => {
        const highlights = coding.map(({ span, tagId, analyst }, index) =>
          highlight(index, span, tagId, analyst),
        );
        const units = cutUnits(text, measure, kind);
        const byHand = unitsByHand[kind];
        expect(units.count).toBe(byHand.length);
        const report = compareCodings({
          first: 'amina' as AnalystId,
          second: 'boris' as AnalystId,
          articles: [{ article, units }],
          highlights,
          tags,
          tagIds: new Set(tags.map(({ id }) => id)),
          scope,
        });
        const total = { both: 0, first: 0, second: 0, neither: 0 };
        for (const { node, agreement } of report.tags) {
          const gave = (analyst: string, unit: readonly number[]) =>
            highlights.some(
              (one) =>
                one.analystId === analyst &&
                (one.tagIds[0] === node.tag.id ||
                  (scope === 'whole' && node.tag.id === 'a' && one.tagIds[0] === 'b')) &&
                unit.some((offset) => one.anchor.start <= offset && offset < one.anchor.end),
            );
          const counts = { both: 0, first: 0, second: 0, neither: 0 };
          for (const unit of byHand) {
            const [one, other] = [gave('amina', unit), gave('boris', unit)];
            counts[one ? (other ? 'both' : 'first') : other ? 'second' : 'neither'] += 1;
          }
          expect(agreement.counts).toEqual(counts);
          for (const key of Object.keys(total) as (keyof typeof total)[]) total[key] += counts[key];
          const differing = report.disagreements.filter(({ tagId }) => tagId === node.tag.id);
          expect(differing.reduce((sum, { units: count }) => sum + count, 0)).toBe(
            counts.first + counts.second,
          );
        }
        expect(report.all).toEqual(agreementOf(total));
      }),
    );
  });

  it('says why a coefficient is not defined', () => {
    const everything = { both: 40, first: 0, second: 0, neither: 0 };
    expect(agreementOf(everything)).toMatchObject({
      percent: { ok: true, value: 1 },
      kappa: { ok: false, reason: 'one-category' },
      alpha: { ok: false, reason: 'one-category' },
    });
    expect(agreementOf({ both: 0, first: 0, second: 0, neither: 0 }).percent).toMatchObject({ ok: false });
  });

  it('cuts sentences without the boilerplate between them', () => {
    const units = cutUnits(text, measure, 'sentence');
    const cut = Array.from({ length: units.count }, (_, index) => {
      const { start, end } = units.place({ start: index, end: index + 1 });
      return text.slice(start, end);
    });
    expect(cut).toEqual([
      'Armed men came at dawn.',
      'They burned two trucks.',
      'L’armée a dit vrai',
      'قال شاهد إن الرجال غادروا.',
    ]);
    expect(units.within({ start: text.indexOf('dawn'), end: text.indexOf('burned') })).toEqual({
      start: 0,
      end: 2,
    });
  });
});

describe('contextOf', () => {
  const spanOf = (quote: string) => ({ start: text.indexOf(quote), end: text.indexOf(quote) + quote.length });
  it.each([
    ['at dawn', 'word', 2, 'men came at dawn. They burned'],
    ['at dawn', 'word', 0, 'at dawn'],
    ['burned', 'sentence', 1, 'They burned two trucks.'],
    [
      'They burned two trucks.',
      'sentence',
      1,
      'Armed men came at dawn. They burned two trucks.\nL’armée a dit vrai (AFP)',
    ],
  ] as const)('gives “%s” with %ss: %i', (quote, unit, count, expected) => {
    const { start, end } = contextOf(text, spanOf(quote), { unit, count });
    expect(text.slice(start, end).trim()).toBe(expected);
  });

  it('always holds the passage and as many words as there are (property)', () => {
    fc.assert(
      fc.property(anySpan, fc.integer({ min: 1, max: 6 }), (span, count) => {
        const found = contextOf(text, span, { unit: 'word', count });
        expect(found.start).toBeLessThanOrEqual(span.start);
        expect(found.end).toBeGreaterThanOrEqual(span.end);
        const before = words(text.slice(0, span.start)).length;
        expect(words(text.slice(found.start, span.start))).toHaveLength(Math.min(count, before));
        const after = words(text.slice(span.end)).length;
        expect(words(text.slice(span.end, found.end))).toHaveLength(Math.min(count, after));
      }),
    );
  });
});

describe('quotationsToMarkdown', () => {
  it('writes text and never markup', () => {
    const written = quotationsToMarkdown('attack / ambush', [
      {
        before: '# not a heading',
        quote: '*two* convoys\nburned',
        after: '<b>after</b>',
        tagPaths: ['attack / ambush'],
        title: '[Mali](javascript:x)',
        source: 'AFP, 2024-09-24',
        note: '- a note',
      },
    ]);
    expect(written.startsWith('# attack / ambush\n\n> ')).toBe(true);
    expect(written).toContain('**\\*two\\* convoys burned**');
    expect(written).toContain('\\<b\\>after\\</b\\>');
    expect(written).toContain('\\[Mali\\](');
    expect(written).toContain('\n\\- a note');
  });
});

describe('sumCoverage', () => {
  const row = (id: string, group: string | null, over: Partial<ArticleCoverage>): ArticleCoverage => {
    const sameText = {
      group: group as ArticleId | null,
      basis: 'derived',
      reason: 'near',
      likeId: null,
      likeness: 0.9,
    } as const;
    const article = makeArticle(id, id, 100);
    return {
      article: group === null ? article : { ...article, sameText },
      bodyLength: 100,
      coded: 0,
      read: 0,
      paragraphs: 4,
      unreadParagraphs: 4,
      uncodedParagraphs: 4,
      firstUnread: null,
      firstUncoded: null,
      highlights: 0,
      elsewhere: 0,
      wasOpened: false,
      ...over,
    };
  };

  it('counts articles of the same text once, as the one that is read furthest', () => {
    const rows = [
      row('a', null, { highlights: 2, coded: 30 }),
      row('b', 'a', { bodyLength: 90, read: 90, unreadParagraphs: 0, wasOpened: true }),
      row('c', null, {}),
    ];
    expect(sumCoverage(rows)).toEqual({
      articles: 3,
      texts: 2,
      neverOpened: 1,
      withoutHighlight: 1,
      bodyLength: 190,
      coded: 30,
      read: 90,
      paragraphs: 8,
      unreadParagraphs: 4,
    });
  });
});
