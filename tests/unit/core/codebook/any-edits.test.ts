import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { CodebookEdit } from '#core/codebook/edit-codebook.ts';
import {
  archiveTags,
  liftTags,
  moveTags,
  moveTagsTo,
  nestTags,
  recolorTags,
  shiftTags,
} from '#core/codebook/edit-many-tags.ts';
import { deleteTags, mergeTags } from '#core/codebook/remove-tags.ts';
import { splitTag } from '#core/codebook/split-tag.ts';
import { type Tag, tagColors } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import { reverse } from '#core/history/change.ts';
import type { HighlightId, MemoId, TagGroupId, TagId } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';
import { applyTo, countingIds, makeHighlight, outlineOf } from './make-codebook.ts';

type Case = {
  tags: Tag[];
  highlights: Highlight[];
  memos: Memo[];
  groups: TagGroup[];
};

const deeds = [
  'merge',
  'delete',
  'lift children',
  'move below',
  'move to top',
  'drop before',
  'drop after',
  'up',
  'down',
  'nest',
  'lift',
  'recolor',
  'as parent',
  'archive',
  'restore',
  'split',
] as const;

const step = fc.record({
  deed: fc.constantFrom(...deeds),
  chosen: fc.array(fc.nat(30), { minLength: 1, maxLength: 5 }),
  target: fc.nat(30),
});

/** Few names, so that namesakes meet; a parent is always an earlier tag, so there is no ring. */
function makeCase(links: readonly number[], carried: readonly (readonly number[])[]): Case {
  const tagOf = (at: number) => `t${at % links.length}`;
  return {
    tags: links.map((link, index) => ({
      id: `t${index}` as TagId,
      parentId: (link < index ? `t${link}` : null) as TagId | null,
      name: 'abcd'[(index * 7 + link) % 4] ?? 'a',
      description: `d${index}.`,
      ...(index % 2 === 0 ? { guide: { include: `i${index}.`, exclude: '', example: '' } } : {}),
      color: tagColors[index % 4] ?? 'red',
      order: index,
    })),
    highlights: carried.map((list, index) => ({
      ...makeHighlight(`h${index}`, `a${index % 3}`, [...new Set(list.map(tagOf))]),
      note: `note ${index}`,
    })),
    memos: carried.map((list, index) => ({
      id: `m${index}` as MemoId,
      title: `memo ${index}`,
      text: 'thought',
      subject: { kind: 'tag', id: tagOf(list[0] ?? 0) as TagId },
      links: [...new Set(list.map(tagOf))].map((id) => ({ kind: 'tag', id: id as TagId })),
      createdAt: '',
      updatedAt: '',
    })),
    groups: carried.slice(0, 3).map((list, index) => ({
      id: `g${index}` as TagGroupId,
      name: `group ${index}`,
      description: '',
      tagIds: [...new Set(list.map(tagOf))] as TagId[],
    })),
  };
}

function edit(now: Case, deed: (typeof deeds)[number], chosen: readonly Tag[], target: Tag): CodebookEdit {
  const { tags } = now;
  const uses = { ...now, blocks: [], newId: countingIds() };
  const [first] = chosen;
  if (first === undefined) throw new Error('nothing chosen');
  switch (deed) {
    case 'merge':
      return mergeTags(chosen, target, uses);
    case 'delete':
      return deleteTags(chosen, uses, { children: 'delete' });
    case 'lift children':
      return deleteTags(chosen, uses, { children: 'lift' });
    case 'move below':
      return moveTags(chosen, target.id, tags);
    case 'move to top':
      return moveTags(chosen, null, tags);
    case 'drop before':
      return moveTagsTo(chosen, target, 'before', tags);
    case 'drop after':
      return moveTagsTo(chosen, target, 'after', tags);
    case 'up':
      return shiftTags(chosen, -1, tags);
    case 'down':
      return shiftTags(chosen, 1, tags);
    case 'nest':
      return nestTags(chosen, tags);
    case 'lift':
      return liftTags(chosen, tags);
    case 'recolor':
      return recolorTags(chosen, target.color, tags);
    case 'as parent':
      return recolorTags(chosen, 'parent', tags);
    case 'archive':
      return archiveTags(chosen, true, tags);
    case 'restore':
      return archiveTags(chosen, false, tags);
    case 'split':
      return splitTag(
        first,
        { name: `part ${tags.length} ${target.id}`, where: 'below', keepsOld: target.order % 2 === 0 },
        new Set(now.highlights.map(({ id }) => id).slice(0, 3)) as Set<HighlightId>,
        { ...uses, newId: () => `s${tags.length}-${first.id}` as never },
      );
  }
}

function apply(now: Case, changes: Parameters<typeof applyTo>[2]): Case {
  return {
    tags: applyTo('tags', now.tags, changes),
    highlights: applyTo('highlights', now.highlights, changes),
    memos: applyTo('memos', now.memos, changes),
    groups: applyTo('tagGroups', now.groups, changes),
  };
}

const sorted = (now: Case) =>
  Object.values(now).map((records) => [...records].sort((a, b) => (a.id < b.id ? -1 : 1)));

function expectValid({ tags, highlights, groups }: Case): void {
  const ids = new Set<TagId | null>(tags.map(({ id }) => id)).add(null);
  expect(tags.every(({ parentId }) => ids.has(parentId))).toBe(true);
  // A ring would be written by nobody who starts at the top.
  expect(outlineOf(tags).split('\n').filter(Boolean)).toHaveLength(tags.length);
  for (const { tagIds } of [...highlights, ...groups]) {
    expect(tagIds.every((id) => ids.has(id))).toBe(true);
    expect(new Set(tagIds).size).toBe(tagIds.length);
  }
}

it('any edits keep one tree and every highlight, note and memo, and undo restores all of it', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(20), { minLength: 2, maxLength: 16 }),
      fc.array(fc.array(fc.nat(15), { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 8 }),
      fc.array(step, { maxLength: 14 }),
      (links, carried, steps) => {
        let now = makeCase(links, carried);
        const notes = now.highlights.map(({ id, note }) => `${id} ${note}`);
        const thoughts = now.memos.map(({ id, text }) => `${id} ${text}`);
        for (const { deed, chosen, target } of steps) {
          if (now.tags.length === 0) break;
          const pick = (at: number) => now.tags[at % now.tags.length] as Tag;
          const picked = [...new Set(chosen.map(pick))];
          const done = edit(now, deed, picked, pick(target));
          if (!done.ok) continue;
          const keys = done.changes.map(({ table, id }) => `${table}/${id}`);
          expect(new Set(keys).size, 'a record changes once').toBe(keys.length);
          const next = apply(now, done.changes);
          expect(sorted(apply(next, reverse(done.changes)))).toEqual(sorted(now));
          expectValid(next);
          expect(next.highlights.map(({ id, note }) => `${id} ${note}`).sort()).toEqual(notes.sort());
          expect(next.memos.map(({ id, text }) => `${id} ${text}`).sort()).toEqual(thoughts.sort());
          if (deed === 'merge') expectMerged(now, next, picked, pick(target).id);
          now = next;
        }
      },
    ),
    { numRuns: 300 },
  );
});

/** Compared with what a person would expect of each record by itself. */
function expectMerged(before: Case, after: Case, picked: readonly Tag[], targetId: TagId): void {
  const going = new Set(picked.map(({ id }) => id).filter((id) => id !== targetId));
  const kept = new Set(after.tags.map(({ id }) => id));
  for (const id of going) expect(kept.has(id)).toBe(false);
  for (const old of before.highlights) {
    const now = after.highlights.find(({ id }) => id === old.id);
    if (old.tagIds.some((id) => going.has(id))) expect(now?.tagIds).toContain(targetId);
    for (const id of old.tagIds) if (kept.has(id)) expect(now?.tagIds).toContain(id);
    expect(now?.tagIds.length === 0).toBe(old.tagIds.length === 0);
  }
  for (const old of before.memos) {
    const now = after.memos.find(({ id }) => id === old.id);
    if (old.subject.kind === 'tag' && going.has(old.subject.id))
      expect(now?.subject).toEqual({ kind: 'tag', id: targetId });
    const links = now?.links.map(({ id }) => id) ?? [];
    expect(new Set(links).size).toBe(links.length);
    if (old.links.some(({ id }) => going.has(id as TagId))) expect(links).toContain(targetId);
  }
  for (const old of before.groups) {
    const now = after.groups.find(({ id }) => id === old.id);
    if (old.tagIds.some((id) => going.has(id))) expect(now?.tagIds).toContain(targetId);
  }
  // Every word that was said of a tag is said of one that is left.
  const said = after.tags.map((tag) => `${tag.description} ${tag.guide?.include ?? ''}`).join(' ');
  for (const tag of before.tags) {
    expect(said).toContain(tag.description);
    if (tag.guide !== undefined) expect(said).toContain(tag.guide.include);
  }
}
