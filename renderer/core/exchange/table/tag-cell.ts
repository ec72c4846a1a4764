import type { ProjectTag } from '#core/exchange/coding-project.ts';
import type { TagId } from '#core/ids.ts';

/** A tag with those above it, the topmost first. */
export type TagPath = readonly Pick<ProjectTag, 'id' | 'name'>[];

/** The way to each tag. */
export function tagPaths(tags: readonly Pick<ProjectTag, 'id' | 'parentId' | 'name'>[]): Map<TagId, TagPath> {
  const byId = new Map(tags.map((tag) => [tag.id, tag]));
  const pathOf = (id: TagId): TagPath => {
    const path: TagPath[number][] = [];
    for (let tag = byId.get(id); tag !== undefined && !path.includes(tag); ) {
      path.unshift(tag);
      tag = tag.parentId === null ? undefined : byId.get(tag.parentId);
    }
    return path;
  };
  return new Map(tags.map(({ id }) => [id, pathOf(id)]));
}

/** Tags in one cell, for people to read and to change: `attack / ambush; place`. A `;` in a name gets a `\` before it. */
export function writeTagCell(paths: readonly TagPath[]): string {
  return paths.map((path) => path.map(({ name }) => name.replace(/[\\;]/g, '\\$&')).join(' / ')).join('; ');
}

/** The paths of the tags in a cell. */
export function readTagCell(cell: string): string[][] {
  const parts = cell.match(/(?:\\.|[^\\;]|\\$)+/gs) ?? [];
  return parts
    .map((part) =>
      part
        .split('/')
        .map((name) => name.replace(/\\([\\;])/g, '$1').trim())
        .filter((name) => name !== ''),
    )
    .filter((path) => path.length > 0);
}

/** The ids on the way to each tag of a cell, with a mark that tells whether the cell is still as it was written. */
export function writeTagIds(paths: readonly TagPath[], cell: string): string {
  const ids = paths.map((path) => path.map(({ id }) => id).join('/'));
  return ids.length === 0 ? '' : `${ids.join(' ')} #${fingerprint(cell)}`;
}

/** The ids that stand beside `cell`; empty when somebody changed the cell since. */
export function readTagIds(ids: string, cell: string): string[][] {
  const parts = ids.split(' ').filter((part) => part !== '');
  return parts.pop() === `#${fingerprint(cell)}` ? parts.map((part) => part.split('/')) : [];
}

/** FNV-1a of 32 bits: enough to notice a change, and nothing hangs on it but which tag is meant. */
function fingerprint(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
