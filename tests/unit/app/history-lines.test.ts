import { i18n } from '@lingui/core';
import { describe, expect, it } from 'vitest';
import { type HistoryFilter, type HistoryLine, historyLines, rowWords } from '#app/history-lines.ts';
import type { ListedEdit } from '#core/history/history-rows.ts';
import type { DeviceId, GroupId } from '#core/ids.ts';

i18n.loadAndActivate({ locale: 'en', messages: {} });

const noFilter: HistoryFilter = { text: '', kind: null, beside: false };

function edit(sequence: number, action: string, part: Partial<ListedEdit> = {}): ListedEdit {
  return {
    device: 'here' as DeviceId,
    sequence,
    time: String(1_000 + sequence),
    // Noon, so that the day is the same wherever this runs.
    at: `2026-01-${String(Math.ceil(sequence / 3)).padStart(2, '0')}T12:00:00.000Z`,
    label: { action, detail: { tag: 'Ménaka', quote: 'camp', imported: 5, title: 'Gao' } },
    group: null,
    kind: 'new',
    target: null,
    changeCount: 1,
    ...part,
  };
}

const group = 'import' as GroupId;
/** Newest first. */
const edits = [
  edit(1, 'articles.import', { group }),
  edit(2, 'articles.import', { group }),
  edit(3, 'tag.create'),
  edit(4, 'highlight.add'),
  edit(5, 'article.open', { kind: 'beside' }),
  edit(6, 'highlight.add', { kind: 'undo', target: 4 }),
].toReversed();

const words = (lines: readonly HistoryLine[]) =>
  lines.map((line) => (line.kind === 'row' ? rowWords(line.row) : line.kind));
const show = (filter: Partial<HistoryFilter>, open: string[] = []) =>
  historyLines(edits, { ...noFilter, ...filter }, new Set(open));

describe('historyLines', () => {
  it('lists days and what was done on them, newest first, the parts of an import as one', () => {
    expect(words(show({}))).toEqual([
      'day',
      'Undid: Highlighted “camp” as Ménaka',
      'Highlighted “camp” as Ménaka',
      'day',
      'Made the tag Ménaka',
      'Imported 10 articles',
    ]);
  });

  it('unfolds what is opened', () => {
    const kinds = show({}, ['here/2']).map(({ kind }) => kind);

    expect(kinds).toEqual(['day', 'row', 'row', 'day', 'row', 'row', 'part', 'part']);
  });

  it.each([
    [{ text: 'menaka MADE' }, ['day', 'Made the tag Ménaka']],
    [{ kind: 'imports' }, ['day', 'Imported 10 articles']],
    [{ kind: 'highlights' }, ['day', 'Highlighted “camp” as Ménaka']],
    [{ kind: 'steps' }, ['day', 'Undid: Highlighted “camp” as Ménaka']],
    [{ kind: 'articles', beside: true }, ['day', 'Opened “Gao”']],
    [{ text: 'nothing like it' }, []],
  ] as const)('narrows by %o', (filter, expected) => {
    expect(words(show(filter))).toEqual(expected);
  });
});
