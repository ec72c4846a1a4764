import { describe, expect, it } from 'vitest';
import { type Highlight, maxHighlightLength } from '#core/annotations/highlight.ts';
import { markPlaces, type PlaceMarking } from '#core/annotations/mark-places.ts';
import { reverse } from '#core/history/change.ts';
import type { AnalystId, HighlightId, TagId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { article, highlightOf, later } from './support.ts';

const text = 'The army left Gao. The army came back to Gao, and Gao was quiet.';
const gao: TextSpan[] = [
  { start: 14, end: 17 },
  { start: 41, end: 44 },
  { start: 50, end: 53 },
];

function marking(): PlaceMarking {
  let made = 0;
  return {
    tagId: 'gao' as TagId,
    analystId: 'me' as AnalystId,
    newId: () => `new-${++made}` as HighlightId,
    now: later,
  };
}

/** What is highlighted after the changes. */
function left(
  highlights: readonly Highlight[],
  changes: ReturnType<typeof markPlaces>['changes'],
): Highlight[] {
  const kept = new Map(highlights.map((one) => [one.id, one]));
  for (const change of changes) {
    if (change.table !== 'highlights') throw new Error(`a change of ${change.table}`);
    if (change.after === null) kept.delete(change.id as HighlightId);
    else kept.set(change.id as HighlightId, change.after);
  }
  return [...kept.values()];
}

const mark = (spans: readonly TextSpan[], highlights: readonly Highlight[] = [], of = text) =>
  markPlaces({ article, text: of, spans, highlights }, marking());

describe('marking places', () => {
  it('makes one proved highlight for each', () => {
    const marked = mark(gao);
    expect(marked).toMatchObject({ made: 3, tagged: 0, had: 0, refused: 0 });
    const made = left([], marked.changes);
    expect(made.map(({ anchor }) => [anchor.start, anchor.end, anchor.exact])).toEqual([
      [14, 17, 'Gao'],
      [41, 44, 'Gao'],
      [50, 53, 'Gao'],
    ]);
    for (const { anchor, tagIds, analystId } of made) {
      expect(text.slice(anchor.start - anchor.prefix.length, anchor.start)).toBe(anchor.prefix);
      expect(text.slice(anchor.end, anchor.end + anchor.suffix.length)).toBe(anchor.suffix);
      expect(anchor.textSha256).toBe(article.textSha256);
      expect(tagIds).toEqual(['gao']);
      expect(analystId).toBe('me');
    }
  });

  it('gives the tag to what is highlighted already, and leaves what has it', () => {
    const [first = gao[0], second = gao[0]] = gao;
    if (first === undefined || second === undefined) throw new Error('no places');
    const plain = highlightOf(text, first, 'plain');
    const done = { ...highlightOf(text, second, 'done'), tagIds: ['gao' as TagId] };
    const marked = mark(gao, [plain, done]);
    expect(marked).toMatchObject({ made: 1, tagged: 1, had: 1 });
    const kept = left([plain, done], marked.changes);
    expect(kept).toHaveLength(3);
    expect(kept.find(({ id }) => id === 'plain')).toMatchObject({ tagIds: ['t-1', 'gao'], note: plain.note });
    expect(mark(gao, kept).changes).toEqual([]);
  });

  it('does not touch what another analyst highlighted, nor what stands on another text', () => {
    const [first] = gao;
    if (first === undefined) throw new Error('no place');
    const theirs = { ...highlightOf(text, first, 'theirs'), analystId: 'you' as AnalystId };
    const older = highlightOf(text, first, 'older');
    const ofOldText = { ...older, anchor: { ...older.anchor, textSha256: 'b'.repeat(64) } };
    expect(mark([first], [theirs, ofOldText])).toMatchObject({ made: 1, tagged: 0 });
  });

  it('can be taken back', () => {
    const [first] = gao;
    if (first === undefined) throw new Error('no place');
    const before = [highlightOf(text, first, 'plain')];
    const { changes } = mark(gao, before);
    expect(left(left(before, changes), reverse(changes))).toEqual(before);
  });

  it('counts a place once, and tells what no highlight may cover', () => {
    const long = `x ${'a'.repeat(maxHighlightLength + 1)} y`;
    expect(mark([...gao, ...gao])).toMatchObject({ made: 3 });
    expect(mark([{ start: 3, end: 4 }])).toMatchObject({ made: 0, refused: 1 });
    expect(mark([{ start: 2, end: long.length - 2 }], [], long)).toMatchObject({ made: 0, refused: 1 });
  });
});
