import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Highlight, maxHighlightLength, maxNoteLength, ungraded } from '#core/annotations/highlight.ts';
import { joinHighlights, neighbourToJoin } from '#core/annotations/join-highlights.ts';
import type { AnalystId, TagId } from '#core/ids.ts';
import { article, highlightOf, later } from './support.ts';

const text = 'On 19 August, forty-two soldiers were killed at Tessit. The toll was revised. Gao is calm.';
const me = 'analyst-1' as AnalystId;
const you = 'analyst-2' as AnalystId;
const joining = { article, text, analystId: me, now: later };

const on = (words: string, id: string, more: Partial<Highlight> = {}): Highlight => {
  const start = text.indexOf(words);
  return { ...highlightOf(text, { start, end: start + words.length }, id), ...more };
};
const tags = (...names: string[]) => names.map((name) => name as TagId);

describe('joinHighlights', () => {
  it('covers them all, with tags in the order of the text, notes one after another and every mark', () => {
    const first = on('forty-two soldiers', 'h-2', {
      tagIds: tags('dead', 'army'),
      note: 'first',
      marks: ['translation-error'],
    });
    const second = on('soldiers were killed', 'h-1', {
      tagIds: tags('army', 'place'),
      note: 'second',
      marks: ['important'],
    });
    const third = on('at Tessit', 'h-3', { tagIds: tags(), note: 'first' });
    const joined = joinHighlights([third, second, first], joining);
    expect(joined).toMatchObject({ ok: true, gradesDiffer: false, gone: ['h-1', 'h-3'] });
    expect(joined.ok && joined.highlight).toMatchObject({
      id: 'h-2',
      tagIds: ['dead', 'army', 'place'],
      note: 'first\n\nsecond',
      marks: ['important', 'translation-error'],
    });
    expect(joined.ok && joined.highlight.anchor.exact).toBe('forty-two soldiers were killed at Tessit');
    expect(joined.ok && joined.changes.map(({ id, after }) => [id, after === null])).toEqual([
      ['h-2', false],
      ['h-1', true],
      ['h-3', true],
    ]);
  });

  it('keeps a grade only when all share it, and says so otherwise', () => {
    const good = { reliability: 'B', credibility: 2 } as const;
    const a = on('forty-two soldiers', 'h-1', { grade: good });
    const b = on('were killed', 'h-2', { grade: good });
    const c = on('killed at Tessit', 'h-3');
    expect(joinHighlights([a, b], joining)).toMatchObject({
      gradesDiffer: false,
      highlight: { grade: good },
    });
    expect(joinHighlights([a, b, c], joining)).toMatchObject({
      gradesDiffer: true,
      highlight: { grade: ungraded },
    });
  });

  it('is the work of the one who joins when the parts are of several analysts', () => {
    const a = on('forty-two soldiers', 'h-1', { analystId: you });
    const b = on('were killed', 'h-2', { analystId: me });
    expect(joinHighlights([a, b], joining)).toMatchObject({ highlight: { analystId: me } });
    expect(joinHighlights([a, { ...b, analystId: you }], joining)).toMatchObject({
      highlight: { analystId: you },
    });
  });

  it.each([
    ['one alone', [on('Tessit', 'h-1')], 'too-few'],
    ['two with a word between', [on('forty-two', 'h-1'), on('were killed', 'h-2')], 'apart'],
    [
      'two of which one is of another text',
      [
        on('forty-two', 'h-1'),
        { ...on('soldiers', 'h-2'), anchor: { ...on('soldiers', 'h-2').anchor, textSha256: 'b' } },
      ],
      'other-text',
    ],
    [
      'notes that are too long together',
      [on('forty-two', 'h-1', { note: 'x'.repeat(maxNoteLength) }), on('soldiers', 'h-2', { note: 'y' })],
      'note-too-long',
    ],
  ])('refuses %s', (_, highlights, problem) => {
    expect(joinHighlights(highlights, joining)).toEqual({ ok: false, problem });
  });

  it('refuses to make more than a highlight may hold', () => {
    const long = 'x'.repeat(maxHighlightLength * 2);
    const a = highlightOf(long, { start: 0, end: maxHighlightLength }, 'a');
    const b = highlightOf(long, { start: maxHighlightLength, end: maxHighlightLength + 5 }, 'b');
    expect(joinHighlights([a, b], { ...joining, text: long })).toEqual({ ok: false, problem: 'too-long' });
  });

  it('joins sentences that only a full stop and space part, whatever order they come in', () => {
    const line = text.split('. ');
    const parts = line.map((words, index) => on(words.replace(/\.$/, ''), `h-${index}`));
    fc.assert(
      fc.property(fc.shuffledSubarray(parts, { minLength: parts.length }), (shuffled) => {
        const joined = joinHighlights(shuffled, joining);
        expect(joined.ok && joined.highlight.anchor.exact).toBe(text.replace(/\.$/, ''));
      }),
    );
  });

  it('finds the next one to join with, or else the one before, of the same analyst alone', () => {
    const a = on('forty-two', 'a');
    const b = on('soldiers', 'b');
    const c = on('were killed', 'c');
    const all = [a, b, c];
    expect(neighbourToJoin(text, all, a)?.id).toBe('b');
    expect(neighbourToJoin(text, all, b)?.id).toBe('c');
    expect(neighbourToJoin(text, all, c)?.id).toBe('b');
    expect(neighbourToJoin(text, [a, { ...b, analystId: you }], a)).toBeNull();
    expect(neighbourToJoin(text, [a, c], a)).toBeNull();
  });
});
