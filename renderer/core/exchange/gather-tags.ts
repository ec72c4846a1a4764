import type { TagId } from '#core/ids.ts';
import type { ProjectTag } from './coding-project.ts';

/** Collects tags that a file names by their paths; a tag is made once, after those above it. */
export type TagGatherer = {
  /** The tag at the end of `names`, made where it is not there yet; `null` when no name is left of them. */
  at(names: readonly string[], told?: Partial<ProjectTag>): TagId | null;
  /** All tags so far, in the order they were first named. */
  list(): ProjectTag[];
};

/**
 * @param idOf the id of the tag at a path for which none is told.
 */
export function gatherTags(idOf: (names: readonly string[]) => TagId): TagGatherer {
  const byPath = new Map<string, ProjectTag>();
  const taken = new Set<TagId>();

  function at(names: readonly string[], told: Partial<ProjectTag>): TagId | null {
    const name = names.at(-1);
    if (name === undefined) return null;
    const key = JSON.stringify(names);
    const known = byPath.get(key);
    if (known !== undefined) {
      byPath.set(key, { ...known, ...told, id: known.id });
      return known.id;
    }
    const parentId = at(names.slice(0, -1), {});
    const wanted = told.id ?? idOf(names);
    // A file may give two paths one id: the second goes by its path.
    const id = taken.has(wanted) ? idOf(names) : wanted;
    taken.add(id);
    const plain = { parentId, name, description: '', color: null, isFolder: false };
    byPath.set(key, { ...plain, ...told, id });
    return id;
  }

  return {
    at: (names, told = {}) =>
      at(
        names.map((name) => name.trim()).filter((name) => name !== ''),
        told,
      ),
    list: () => [...byPath.values()],
  };
}
