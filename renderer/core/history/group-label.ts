import type { EditLabel } from './edit.ts';

/** Actions that come in parts of which each counts its own. */
const countedInParts: ReadonlySet<string> = new Set(['articles.import']);

/** One label for edits of one group, given in the order they were made: the last one's, with its counts of all. */
export function groupLabel(labels: readonly EditLabel[]): EditLabel | null {
  const last = labels.at(-1);
  if (last === undefined || !countedInParts.has(last.action)) return last ?? null;
  const detail: Record<string, string | number> = { ...last.detail };
  for (const key of Object.keys(detail)) {
    if (typeof detail[key] !== 'number') continue;
    detail[key] = labels.reduce((sum, label) => sum + Number(label.detail[key] ?? 0), 0);
  }
  return { action: last.action, detail };
}
