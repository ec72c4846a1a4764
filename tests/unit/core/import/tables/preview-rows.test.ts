import { describe, expect, it } from 'vitest';
import { assignColumn, columnUse } from '#core/import/tables/assign-column.ts';
import type { ColumnMapping, TableHead } from '#core/import/tables/column-mapping.ts';
import { needsDateOrder, previewRows } from '#core/import/tables/preview-rows.ts';

const mapping: ColumnMapping = {
  hasHeadings: true,
  text: [2],
  roles: { title: 0, date: 1 },
  dateOrder: null,
};
const table: TableHead = {
  name: 't.csv',
  format: 'csv',
  headings: ['title', 'date', 'text', 'more'],
  rows: [
    ['One', '03/04/2024', '<p>A text &amp; more.</p><p>Its end.</p>', 'x'],
    ['', '25/04/2024', '', ''],
  ],
  guess: mapping,
};

describe('previewRows', () => {
  it('shows the articles as they would be read', () => {
    expect(previewRows(table, mapping)).toEqual([
      { text: 'A text & more.\n\nIts end.', said: { title: 'One' }, date: { unread: '03/04/2024' } },
      { text: '', said: {}, date: { iso: '2024-04-25', precision: 'day', printed: '25/04/2024' } },
    ]);
    expect(previewRows(table, { ...mapping, dateOrder: 'month-first' })[0]?.date).toMatchObject({
      iso: '2024-03-04',
    });
  });

  it('takes the first line for an article when it holds no names', () => {
    expect(previewRows(table, { ...mapping, hasHeadings: false })[0]).toMatchObject({
      text: 'text',
      said: { title: 'title' },
    });
  });

  it('asks for the order of days and months only where a date has two', () => {
    expect(needsDateOrder(table, mapping)).toBe(true);
    expect(needsDateOrder({ ...table, rows: table.rows.slice(1) }, mapping)).toBe(false);
    expect(needsDateOrder(table, { ...mapping, roles: {} })).toBe(false);
  });
});

describe('assignColumn', () => {
  it('lets one column alone be a title, and several be text', () => {
    const moved = assignColumn(mapping, 3, 'title');
    expect(moved.roles).toEqual({ date: 1, title: 3 });
    expect(columnUse(moved, 0)).toBeNull();

    const both = assignColumn(moved, 1, 'text');
    expect(both.text).toEqual([1, 2]);
    expect(both.roles).toEqual({ title: 3 });
    expect(assignColumn(both, 2, null).text).toEqual([1]);
  });
});
