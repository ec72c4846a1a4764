import { describe, expect, it } from 'vitest';
import { kindsOf } from '#features/import/kinds-of-files.ts';
import { filterRows, isOdd, type ReportRow } from '#features/import/report-rows.ts';

const rows: ReportRow[] = (['imported', 'refused', 'partly', 'left'] as const).map((outcome, index) => ({
  key: String(index),
  fileName: `Reports/${outcome}.PDF`,
  outcome,
  reason: outcome,
  detail: {},
  articleId: null,
}));
const [row] = rows as [ReportRow];
const tell = (row: ReportRow) => `What came of it: ${row.reason}`;
const shown = (filter: Parameters<typeof filterRows>[1]) =>
  filterRows(rows, filter, tell).map(({ outcome }) => outcome);

describe('filterRows', () => {
  it('narrows to one outcome, to all that needs a look, or not at all', () => {
    expect(shown({ outcome: 'all', text: '' })).toEqual(['imported', 'refused', 'partly', 'left']);
    expect(shown({ outcome: 'odd', text: '' })).toEqual(['refused', 'partly', 'left']);
    expect(shown({ outcome: 'partly', text: '' })).toEqual(['partly']);
  });

  it('does not count as odd what was passed over, and finds the carriers of a text whatever else came of them', () => {
    const more: ReportRow[] = [
      ...rows,
      { ...row, key: 'system', outcome: 'passed-over' },
      { ...row, key: 'twin', reason: 'same-text', detail: { sameAs: 'Another' } },
      { ...row, key: 'mended twin', outcome: 'repaired', detail: { sameAs: 'Another' } },
    ];
    const keys = (outcome: Parameters<typeof filterRows>[1]['outcome']) =>
      filterRows(more, { outcome, text: '' }, tell).map(({ key }) => key);
    expect(keys('odd')).toEqual(['1', '2', '3', 'mended twin']);
    expect(more.filter(({ outcome }) => isOdd(outcome))).toHaveLength(4);
    expect(keys('same-text')).toEqual(['twin', 'mended twin']);
  });

  it('finds words in the name of a file and in what is said of it', () => {
    expect(shown({ outcome: 'all', text: ' left.pdf ' })).toEqual(['left']);
    expect(shown({ outcome: 'odd', text: 'CAME OF IT: REF' })).toEqual(['refused']);
    expect(shown({ outcome: 'all', text: 'nowhere' })).toEqual([]);
  });
});

describe('kindsOf', () => {
  it('counts endings, the most frequent first, and files without one', () => {
    expect(kindsOf(['a.PDF', 'x/b.pdf', 'c.html', 'README', '.hidden', 'a.b/c', 'e.verylongending'])).toEqual(
      [
        { kind: '', count: 4 },
        { kind: '.pdf', count: 2 },
        { kind: '.html', count: 1 },
      ],
    );
  });
});
