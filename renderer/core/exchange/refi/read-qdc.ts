import { createLossList, type ProjectAnswer, type ProjectTag } from '#core/exchange/coding-project.ts';
import type { TagId } from '#core/ids.ts';
import { childOf } from './guids.ts';
import type { RefiLosses } from './losses.ts';
import { parseXml } from './parse-xml.ts';
import { readCodes, readSets } from './read-codes.ts';

/**
 * Read a REFI-QDA codebook: its tags and the sets of them.
 *
 * It fails with the codes of `XmlProblem`, and with `wrong-root` (`found`, `wanted`) for XML that is something else.
 */
export function readQdc(bytes: Uint8Array): ProjectAnswer {
  const parsed = parseXml(bytes);
  if (!parsed.ok) return { ok: false, code: parsed.code, detail: parsed.detail };
  const { root } = parsed;
  if (root.name !== 'CodeBook')
    return { ok: false, code: 'wrong-root', detail: { found: root.name.slice(0, 80), wanted: 'CodeBook' } };
  const losses: RefiLosses = createLossList();
  const origin = root.attributes.get('origin') ?? '';
  const read = readCodes(childOf(root, 'Codes'), losses).map(({ tag }) => tag);
  const tags = /^Taguette/i.test(origin) ? nestByPath(read) : read;
  const groups = readSets(childOf(root, 'Sets'), {
    tagIds: new Set(tags.map(({ id }) => id)),
    names: new Map(),
    losses,
  });
  const project = { name: '', origin, analysts: [], tags, groups, articles: [], highlights: [], memos: [] };
  return { ok: true, project, losses: losses.list() };
}

/** Taguette has no tree, and tells it by the names: `attack.convoy` is under `attack` where there is one. */
function nestByPath(tags: readonly ProjectTag[]): ProjectTag[] {
  const ids = new Map<string, TagId>(tags.map(({ id, name }) => [name, id]));
  return tags.map((tag) => {
    for (let dot = tag.name.lastIndexOf('.'); dot > 0; dot = tag.name.lastIndexOf('.', dot - 1)) {
      const parentId = ids.get(tag.name.slice(0, dot));
      const name = tag.name.slice(dot + 1);
      if (parentId !== undefined && name !== '') return { ...tag, parentId, name };
    }
    return tag;
  });
}
