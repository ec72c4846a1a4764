import type { ColumnMapping } from '#core/import/tables/column-mapping.ts';

const storageKey = 'liptako.columns';
/** The tables remembered at most: those answered last. */
const most = 100;

/** What the analyst said of a table's columns before. */
export type KnownColumns = {
  readonly mapping: ColumnMapping;
  /** Whether the analyst is asked again about such tables, with this as the answer to begin with. */
  readonly asks: boolean;
};

/** What was said of the columns of a table by its headings; `null` when nothing was. Kept with the program. */
export function knownColumns(headings: string): KnownColumns | null {
  return new Map(readAll()).get(headings) ?? null;
}

/** Remember what the columns of a table are; `null` forgets it. */
export function rememberColumns(headings: string, known: KnownColumns | null): void {
  const others = readAll().filter(([key]) => key !== headings);
  const all = known === null ? others : [...others, [headings, known] as const];
  localStorage.setItem(storageKey, JSON.stringify(all.slice(-most)));
}

function readAll(): (readonly [string, KnownColumns])[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]');
    return Array.isArray(stored) ? stored.filter(isKnown) : [];
  } catch {
    return [];
  }
}

function isKnown(entry: unknown): entry is [string, KnownColumns] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  const mapping = entry[1]?.mapping;
  return Array.isArray(mapping?.text) && typeof mapping.roles === 'object' && mapping.roles !== null;
}
