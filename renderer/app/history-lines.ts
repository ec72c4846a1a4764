import { plural, t } from '@lingui/core/macro';
import type { Edit, EditLabel } from '#core/history/edit.ts';
import { groupLabel } from '#core/history/group-label.ts';
import {
  goBackAction,
  type HistoryRow,
  historyRows,
  keyOf,
  type ListedEdit,
} from '#core/history/history-rows.ts';
import { fold } from '#core/text/fold.ts';
import { editWords } from './edit-words.ts';

/** What edits are about, to narrow the history to. */
export const editKinds = [
  'imports',
  'articles',
  'highlights',
  'tags',
  'places',
  'briefs',
  'memos',
  'searches',
  'other',
  'steps',
] as const;

export type EditKind = (typeof editKinds)[number];

/** What the history is narrowed to. */
export type HistoryFilter = {
  readonly text: string;
  /** `null`: all kinds. */
  readonly kind: EditKind | null;
  /** Whether to list what was read, which no undo touches. */
  readonly beside: boolean;
};

/** A line of the list: a day, what was done on it, or one of several edits that are folded into one line. */
export type HistoryLine =
  | { readonly kind: 'day'; readonly key: string; readonly at: string }
  | { readonly kind: 'row'; readonly key: string; readonly row: HistoryRow }
  | { readonly kind: 'part'; readonly key: string; readonly row: HistoryRow; readonly edit: ListedEdit };

/** The lines of the history as it is narrowed, newest first, with the rows of `open` unfolded. */
export function historyLines(
  edits: readonly ListedEdit[],
  { text, kind, beside }: HistoryFilter,
  open: ReadonlySet<string>,
): HistoryLine[] {
  const words = fold(text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const rows = historyRows(beside ? edits : edits.filter((edit) => edit.kind !== 'beside'));
  const shown = rows.filter((row) => (kind === null || kindOf(row) === kind) && holds(row, words));
  const lines: HistoryLine[] = [];
  let day = '';
  for (const row of shown) {
    const [{ at }] = row.edits;
    const itsDay = new Date(at).toDateString();
    if (itsDay !== day) lines.push({ kind: 'day', key: itsDay, at });
    day = itsDay;
    lines.push({ kind: 'row', key: row.key, row });
    if (open.has(row.key) && row.edits.length > 1)
      lines.push(
        ...row.edits.map((edit) => ({ kind: 'part' as const, key: `${row.key} ${keyOf(edit)}`, row, edit })),
      );
  }
  return lines;
}

/** The sentence of a line. */
export function rowWords({ kind, edits }: HistoryRow): string {
  const label = groupLabel(edits.map((edit) => edit.label).toReversed()) ?? edits[0].label;
  const steps = countSteps(edits);
  if (steps === 1) return stepWords(kind, label);
  if (kind === 'undo') return plural(steps, { one: 'Undid # edit', other: 'Undid # edits' });
  if (kind === 'redo') return plural(steps, { one: 'Did # edit again', other: 'Did # edits again' });
  return editWords(label);
}

/** The sentence of one edit. */
export function stepWords(kind: Edit['kind'], label: EditLabel): string {
  const words = editWords(label);
  if (kind === 'undo') return t`Undid: ${words}`;
  return kind === 'redo' ? t`Did again: ${words}` : words;
}

/** What a row is about. */
export function kindOf({ kind, edits: [{ label }] }: HistoryRow): EditKind {
  if (kind === 'undo' || kind === 'redo' || label.action === goBackAction) return 'steps';
  if (label.action.endsWith('.import')) return 'imports';
  return byNoun[label.action.split('.')[0] ?? ''] ?? 'other';
}

const byNoun: Readonly<Record<string, EditKind>> = {
  articles: 'imports',
  article: 'articles',
  highlight: 'highlights',
  highlights: 'highlights',
  tag: 'tags',
  tags: 'tags',
  codebook: 'tags',
  group: 'tags',
  'tag-group': 'tags',
  mention: 'places',
  place: 'places',
  brief: 'briefs',
  memo: 'memos',
  search: 'searches',
};

function holds(row: HistoryRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const folded = fold([rowWords(row), ...new Set(row.edits.map(({ label }) => editWords(label)))].join(' '));
  return words.every((word) => folded.includes(word));
}

/** Edits of one group count as one: they are done and undone together. */
function countSteps(edits: readonly ListedEdit[]): number {
  return new Set(edits.map((edit) => edit.group ?? keyOf(edit))).size;
}
