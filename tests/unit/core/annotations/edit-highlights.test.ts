import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSelection } from '#core/annotations/check-selection.ts';
import {
  addHighlight,
  addHighlightTag,
  deleteHighlights,
  recodeHighlight,
  removeHighlightTag,
  resizeHighlight,
  setHighlightGrade,
  setHighlightMark,
  setHighlightNote,
  setHighlightTags,
  twinOf,
} from '#core/annotations/edit-highlights.ts';
import { type Highlight, maxHighlightLength, maxNoteLength } from '#core/annotations/highlight.ts';
import { type Change, reverse } from '#core/history/change.ts';
import type { AnalystId, ArticleId, HighlightId, TagId } from '#core/ids.ts';
import { article, highlightOf, later, textAndSpan, unicodeText } from './support.ts';

const text = 'On 19 August, forty-two soldiers were killed at Tessit. The toll was revised.';
const killed = { start: 14, end: 54 };
const me = 'analyst-1' as AnalystId;
const tag = (name: string) => name as TagId;

/** What a change leaves, which has to be a highlight. */
function outcome(changes: readonly Change[]): Highlight {
  expect(changes).toHaveLength(1);
  const [change] = changes;
  if (change?.table !== 'highlights' || change.after === null) throw new Error('no highlight was left');
  return change.after;
}

describe('addHighlight', () => {
  it('keeps the words, what stands around them, and no judgement', () => {
    const made = outcome(
      addHighlight({
        id: 'h-9' as HighlightId,
        article,
        text,
        span: killed,
        tagIds: [tag('t-2'), tag('t-2')],
        now: later,
      }),
    );
    expect(made.anchor.exact).toBe('forty-two soldiers were killed at Tessit');
    expect(made.anchor.prefix).toBe('On 19 August, ');
    expect(made.anchor.suffix).toBe('. The toll was revised.');
    expect(made.tagIds).toEqual(['t-2']);
    expect(made.grade).toEqual({ reliability: 'F', credibility: 6 });
    expect(made.createdAt).toBe(later);
  });

  it('gives anchors that slice to their words, cut no character and have no space at their ends', () => {
    fc.assert(
      fc.property(textAndSpan, ({ text: any, span }) => {
        const checked = checkSelection(any, span);
        if (!checked.ok) {
          expect(checked.problem).toBe('empty');
          expect(any.slice(span.start, span.end).trim()).toBe('');
          return;
        }
        const { anchor } = outcome(
          addHighlight({
            id: 'h' as HighlightId,
            article,
            text: any,
            span: checked.span,
            tagIds: [],
            now: later,
          }),
        );
        expect(any.slice(anchor.start, anchor.end)).toBe(anchor.exact);
        expect(anchor.exact.isWellFormed()).toBe(true);
        expect(anchor.exact).toBe(anchor.exact.trim());
        expect(any.startsWith(anchor.exact, anchor.start)).toBe(true);
        expect(anchor.prefix.isWellFormed() && anchor.suffix.isWellFormed()).toBe(true);
      }),
    );
  });

  it('throws for what no selection could be', () => {
    const bad = (any: string, span: { start: number; end: number }) => () =>
      addHighlight({ id: 'h' as HighlightId, article, text: any, span, tagIds: [], now: later });
    expect(bad(text, { start: 3, end: 3 })).toThrow(/empty/);
    expect(bad('x'.repeat(maxHighlightLength + 1), { start: 0, end: maxHighlightLength + 1 })).toThrow(
      /too-long/,
    );
  });
});

describe('editing a highlight', () => {
  const before = highlightOf(text, killed);

  it('sets, adds and removes tags without doubling any', () => {
    expect(outcome(setHighlightTags(before, [tag('b'), tag('a'), tag('b')], later)).tagIds).toEqual([
      'b',
      'a',
    ]);
    expect(outcome(addHighlightTag(before, tag('b'), later)).tagIds).toEqual(['t-1', 'b']);
    expect(outcome(removeHighlightTag(before, tag('t-1'), later)).tagIds).toEqual([]);
    expect(addHighlightTag(before, tag('t-1'), later)).toEqual([]);
    expect(removeHighlightTag(before, tag('absent'), later)).toEqual([]);
  });

  it('writes a note, repairing half characters and refusing what is too long', () => {
    expect(outcome(setHighlightNote(before, 'half \ud83d', later)).note).toBe('half \ufffd');
    expect(setHighlightNote(before, before.note, later)).toEqual([]);
    expect(() => setHighlightNote(before, 'x'.repeat(maxNoteLength + 1), later)).toThrow(RangeError);
  });

  it('grades, and does nothing when the grade is the same', () => {
    const graded = outcome(setHighlightGrade(before, { reliability: 'B', credibility: 2 }, later));
    expect(graded.grade).toEqual({ reliability: 'B', credibility: 2 });
    expect(setHighlightGrade(graded, { reliability: 'B', credibility: 2 }, later)).toEqual([]);
  });

  it('puts a tag in the place of another, once', () => {
    const two = outcome(setHighlightTags(before, [tag('t-1'), tag('t-2')], later));
    expect(outcome(recodeHighlight(two, tag('t-1'), tag('t-9'), later)).tagIds).toEqual(['t-9', 't-2']);
    expect(outcome(recodeHighlight(two, tag('t-1'), tag('t-2'), later)).tagIds).toEqual(['t-2']);
    expect(recodeHighlight(two, tag('absent'), tag('t-9'), later)).toEqual([]);
  });

  it('sets marks in one order and leaves nothing behind when the last is taken off', () => {
    const doubtful = outcome(setHighlightMark(before, 'translation-error', true, later));
    const both = outcome(setHighlightMark(doubtful, 'important', true, later));
    expect(both.marks).toEqual(['important', 'translation-error']);
    expect(setHighlightMark(both, 'important', true, later)).toEqual([]);
    const none = outcome(
      setHighlightMark(
        outcome(setHighlightMark(both, 'important', false, later)),
        'translation-error',
        false,
        later,
      ),
    );
    expect(none).toEqual({ ...before, updatedAt: later });
  });

  it('resizes to any sound span and can be undone exactly', () => {
    fc.assert(
      fc.property(unicodeText, fc.nat(), fc.nat(), fc.nat(), fc.nat(), (any, a, b, c, d) => {
        const pick = (x: number, y: number) => {
          const ends = [x % (any.length + 1), y % (any.length + 1)].sort((m, n) => m - n);
          return checkSelection(any, { start: ends[0] ?? 0, end: ends[1] ?? 0 });
        };
        const first = pick(a, b);
        const second = pick(c, d);
        if (!first.ok || !second.ok) return;
        const made = highlightOf(any, first.span);
        const changes = resizeHighlight(made, { article, text: any, span: second.span, now: later });
        if (changes.length === 0) {
          expect(second.span).toEqual(first.span);
          return;
        }
        const after = outcome(changes);
        expect(any.slice(after.anchor.start, after.anchor.end)).toBe(after.anchor.exact);
        expect({ start: after.anchor.start, end: after.anchor.end }).toEqual(second.span);
        expect({ ...after, anchor: made.anchor, updatedAt: made.updatedAt }).toEqual(made);
        expect(outcome(reverse(changes))).toEqual(made);
      }),
    );
  });

  it('never moves a highlight into another article', () => {
    const other = { id: 'article-2' as ArticleId, textSha256: 'b' };
    expect(() => resizeHighlight(before, { article: other, text, span: killed, now: later })).toThrow();
  });

  it('deletes several, to come back whole', () => {
    const both = [before, highlightOf(text, { start: 0, end: 2 }, 'h-2')];
    const changes = deleteHighlights(both);
    expect(changes.map(({ after }) => after)).toEqual([null, null]);
    expect(reverse(changes).map(({ after }) => after)).toEqual([...both].reverse());
  });

  it('finds the highlight that covers exactly a span', () => {
    const short = highlightOf(text, { start: 14, end: 32 }, 'h-2');
    expect(twinOf([before, short], killed, me)?.id).toBe('h-1');
    expect(twinOf([short], killed, me)).toBeNull();
  });

  it('takes the highlight of another analyst for no twin', () => {
    const other = 'analyst-2' as AnalystId;
    const own: Highlight = { ...highlightOf(text, killed, 'h-3'), analystId: me };
    expect(twinOf([{ ...before, analystId: other }, own], killed, me)?.id).toBe('h-3');
    expect(twinOf([{ ...before, analystId: other }], killed, me)).toBeNull();
  });
});
