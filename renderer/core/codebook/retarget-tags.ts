import { type Change, replacement } from '#core/history/change.ts';
import type { TagId } from '#core/ids.ts';
import type { Memo, MemoTarget } from '#core/memos/memo.ts';
import type { CodebookUses } from './remove-tags.ts';

/** Let everything that refers to a tag in `becomes` refer to what it becomes, once. */
export function retarget(uses: Omit<CodebookUses, 'tags'>, becomes: ReadonlyMap<TagId, TagId>): Change[] {
  const now = (id: TagId): TagId => {
    const next = becomes.get(id);
    return next === undefined ? id : now(next);
  };
  const goes = (id: TagId) => becomes.has(id);
  const once = (ids: readonly TagId[]) => [...new Set(ids.map(now))];
  const highlights = uses.highlights
    .filter(({ tagIds }) => tagIds.some(goes))
    .map((before) => replacement('highlights', before, { ...before, tagIds: once(before.tagIds) }));
  const groups = uses.groups
    .filter(({ tagIds }) => tagIds.some(goes))
    .map((before) => replacement('tagGroups', before, { ...before, tagIds: once(before.tagIds) }));
  const blocks = uses.blocks.flatMap((before) => {
    const { content } = before;
    if (content.kind !== 'table' || content.tagId === null || !goes(content.tagId)) return [];
    return [replacement('blocks', before, { ...before, content: { ...content, tagId: now(content.tagId) } })];
  });
  const memos = uses.memos
    .filter((memo) => [memo.subject, ...memo.links].some((end) => end.kind === 'tag' && goes(end.id)))
    .map((before) => replacement('memos', before, retargetMemo(before, now)));
  return [...highlights, ...groups, ...blocks, ...memos];
}

function retargetMemo(memo: Memo, now: (id: TagId) => TagId): Memo {
  const moved = <End extends Memo['subject']>(end: End): End =>
    end.kind === 'tag' ? { ...end, id: now(end.id) } : end;
  const links = new Map<string, MemoTarget>();
  for (const link of memo.links.map(moved)) {
    const key = `${link.kind}/${link.id}`;
    if (!links.has(key)) links.set(key, link);
  }
  return { ...memo, subject: moved(memo.subject), links: [...links.values()] };
}

/** How many records of each kind an edit touches; `notes`: highlights among them that have one. */
export type EditReach = {
  readonly highlights: number;
  readonly notes: number;
  readonly memos: number;
  readonly groups: number;
  readonly blocks: number;
};

/** What an edit of the codebook reaches, for a preview and for the history. */
export function measureReach(changes: readonly Change[]): EditReach {
  const count = (table: Change['table']) => changes.filter((change) => change.table === table).length;
  const notes = changes.filter(
    (change) => change.table === 'highlights' && (change.before?.note ?? '') !== '',
  ).length;
  return {
    highlights: count('highlights'),
    notes,
    memos: count('memos'),
    groups: count('tagGroups'),
    blocks: count('blocks'),
  };
}
