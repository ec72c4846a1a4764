import type { Edit, EditLabel, Sequence } from './edit.ts';

/** An edit as the journal has it, by its number. */
export type NumberedEdit = { readonly sequence: Sequence; readonly edit: Pick<Edit, 'group' | 'changes'> };

/** Whether an edit is a part of something that goes on while the analyst works: it is one step all the same. */
export function isPartOfImport({ action }: EditLabel): boolean {
  return action === 'articles.import';
}

/**
 * What taking back a group takes along: of `edits`, oldest first, from its first part to the newest edit that stands,
 * the parts and the edits in between that are about something the group brought, or about something these changed.
 * Newest first. What else was done meanwhile stays.
 */
export function takenBackWith(edits: readonly NumberedEdit[], group: Edit['group']): Sequence[] {
  const touched = new Set<string>();
  const taken = edits.filter(({ edit }) => {
    if (edit.group !== group && !mentions(edit.changes, touched)) return false;
    for (const { id } of edit.changes) touched.add(id);
    return true;
  });
  return taken.map(({ sequence }) => sequence).reverse();
}

/** Whether one of `ids` stands anywhere in a value. */
function mentions(value: unknown, ids: ReadonlySet<string>): boolean {
  if (typeof value === 'string') return ids.has(value);
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((part) => mentions(part, ids));
}
