import type { EditLabel } from './edit.ts';

/** What the program does in the wake of an edit: it says nothing of the whole. */
const inTheWake = 'articles.group-text';

/** Actions that come in parts of which each counts its own. */
const countedInParts: ReadonlySet<string> = new Set(['articles.import', inTheWake]);

/**
 * One label for edits of one group, given in the order they were made: that of the last one the analyst made, with its
 * counts of all.
 */
export function groupLabel(made: readonly EditLabel[]): EditLabel | null {
  const own = made.filter(({ action }) => action !== inTheWake);
  const labels = own.length === 0 ? made : own;
  const last = labels.at(-1);
  if (last === undefined || !countedInParts.has(last.action)) return last ?? null;
  const detail: Record<string, string | number> = { ...last.detail };
  for (const key of Object.keys(detail)) {
    if (typeof detail[key] !== 'number') continue;
    detail[key] = labels.reduce((sum, label) => sum + Number(label.detail[key] ?? 0), 0);
  }
  return { action: last.action, detail };
}
