import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnalystId, ArticleId, Id } from '#core/ids.ts';
import { joinSpans, noteReading, type Read } from '#core/reader/note-reading.ts';
import { maxReadingSpans, type Reading } from '#core/reader/reading.ts';
import { createViewWatch } from '#core/reader/watch-view.ts';
import { paragraphs } from '#core/text/paragraphs.ts';

const text = 'One.\n\nTwo is longer.\nThree.\n \nFour.';
const [one, two, three] = paragraphs(text) as [Span, Span, Span];
type Span = { readonly start: number; readonly end: number };
const newId = <Kind extends string>() => 'new' as Id<Kind>;

const read: Read = {
  articleId: 'a' as ArticleId,
  analystId: 'me' as AnalystId,
  text,
  textSha256: 'hash',
  spans: [],
  at: '2026-01-01T10:00:00.000Z',
  unreadSince: null,
};
const noted = (known: Reading | null, part: Partial<Read>): Reading | null => {
  const [change] = noteReading(known, { ...read, ...part }, newId);
  return (change?.after ?? known) as Reading | null;
};

describe('noteReading', () => {
  it('begins with the opening', () => {
    expect(noted(null, {})).toEqual({
      id: 'new',
      articleId: 'a',
      analystId: 'me',
      textSha256: 'hash',
      spans: [],
      openedAt: read.at,
      updatedAt: read.at,
    });
  });

  it('joins paragraphs that follow each other, whatever white space is between them', () => {
    const first = noted(null, { spans: [one, three] });
    const second = noted(first, { spans: [two], at: '2026-01-01T11:00:00.000Z' });

    expect(first?.spans).toEqual([one, three]);
    expect(second?.spans).toEqual([{ start: one.start, end: three.end }]);
    expect(second).toMatchObject({ openedAt: read.at, updatedAt: '2026-01-01T11:00:00.000Z' });
  });

  it('says nothing twice', () => {
    const known = noted(null, { spans: [one, two] });

    expect(noteReading(known, { ...read, spans: [two] }, newId)).toEqual([]);
    expect(noteReading(known, read, newId)).toEqual([]);
  });

  it('notes the opening of what was called unread after it was read', () => {
    const known = noted(null, { spans: [one] });
    const again = noted(known, { at: '2026-01-03T00:00:00.000Z', unreadSince: '2026-01-02T00:00:00.000Z' });

    expect(again?.updatedAt).toBe('2026-01-03T00:00:00.000Z');
    expect(again?.spans).toEqual([one]);
  });

  it('covers exactly the paragraphs that were read, in whatever order and however often', () => {
    const line = fc.stringMatching(/^[a-z .]{0,8}$/);
    const article = fc.array(line, { maxLength: 30 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(article, fc.array(fc.array(fc.nat(29))), (body, sittings) => {
        const all = paragraphs(body);
        let known: Reading | null = null;
        const done = new Set<number>();
        for (const sitting of sittings) {
          const spans = sitting.flatMap((index) => all[index] ?? []);
          for (const { start } of spans) done.add(start);
          known = noted(known, { text: body, spans });
        }
        const covered = all.filter(({ start, end }) =>
          known?.spans.some((span) => span.start <= start && end <= span.end),
        );

        expect(covered.map(({ start }) => start)).toEqual(
          all.map(({ start }) => start).filter((at) => done.has(at)),
        );
        known?.spans.forEach((span, index) => {
          const before = known?.spans[index - 1];
          if (before !== undefined) expect(body.slice(before.end, span.start).trim()).not.toBe('');
        });
      }),
    );
  });

  it('keeps the longest when there are more than a record can hold, and never says more than was read', () => {
    const lines = Array.from({ length: 2 * maxReadingSpans + 400 }, (_, index) =>
      'x'.repeat(1 + (index % 7)),
    );
    const body = lines.join('\n');
    const everyOther = paragraphs(body).filter((_, index) => index % 2 === 0);

    const spans = joinSpans(everyOther, body);

    expect(spans).toHaveLength(maxReadingSpans);
    const known = new Set(everyOther.map(({ start, end }) => `${start} ${end}`));
    expect(spans.every(({ start, end }) => known.has(`${start} ${end}`))).toBe(true);
    expect(spans).toEqual([...spans].sort((a, b) => a.start - b.start));
    expect(Math.min(...spans.map(({ start, end }) => end - start))).toBeGreaterThan(1);
    expect(JSON.stringify(spans).length).toBeLessThan(64 * 1024);
  });
});

describe('createViewWatch', () => {
  const view = (...parts: [number, number, number][]) =>
    new Map(parts.map(([start, from, to]) => [start, { from, to }]));

  it('takes for read what stands whole in view at two looks that follow each other, once', () => {
    const watch = createViewWatch();

    expect(watch.look(view([0, 0, 1], [9, 0, 0.5]))).toEqual([]);
    expect(watch.look(view([0, 0, 1], [9, 0, 0.5]))).toEqual([0]);
    expect(watch.look(view([0, 0, 1], [9, 0, 1]))).toEqual([]);
  });

  it('passes over what is only scrolled by, and what stands while nobody looks', () => {
    const watch = createViewWatch();

    expect(watch.look(view([0, 0, 1]))).toEqual([]);
    expect(watch.look(view([9, 0, 1]))).toEqual([]);
    expect(watch.look(view())).toEqual([]);
    expect(watch.look(view([9, 0, 1]))).toEqual([]);
  });

  it('takes a paragraph longer than the window for read once each part of it has stood', () => {
    const watch = createViewWatch();
    const parts: [number, number, number][] = [
      [0, 0, 0.4],
      [0, 0, 0.4],
      [0, 0.7, 1],
      [0, 0.7, 1],
      [0, 0.3, 0.7],
    ];

    expect(parts.flatMap((part) => watch.look(view(part)))).toEqual([]);
    expect(watch.look(view([0, 0.3, 0.7]))).toEqual([0]);
  });
});
