import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import { creation, tableNames } from '#core/history/change.ts';
import type { JournalEntry } from '#core/history/edit.ts';
import type { HighlightId, MemoId, TagGroupId, TagId } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';
import { nameTag, partTag } from '#features/codebook/codebook-deeds.ts';
import { addGroup, fillGroup, nameGroup, regroupTags, removeGroup } from '#features/codebook/group-deeds.ts';
import {
  colorTags,
  dropTags,
  joinTags,
  placeTags,
  previewMerge,
  previewRemoval,
  removeTags,
  setArchived,
  stepTags,
} from '#features/codebook/tags-deeds.ts';
import type { Session } from '#state/session.ts';
import type { Database } from '#storage/database.ts';
import { makeHighlight, makeTags, outlineOf } from '#tests/unit/core/codebook/make-codebook.ts';
import { openCodebook } from './open-codebook.ts';

const tags = makeTags(`
attack
  ambush
  raid
assault
  raid on a camp
movement
`);
const memo: Memo = {
  id: 'm1' as MemoId,
  title: 'On raids',
  text: 'Who counts the dead?',
  subject: { kind: 'tag', id: 'raid' as TagId },
  links: [{ kind: 'tag', id: 'assault' as TagId }],
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};
const group: TagGroup = {
  id: 'g1' as TagGroupId,
  name: 'Force',
  description: '',
  tagIds: ['raid', 'movement'] as TagId[],
};
let db: Database;
let session: Session;
let journal: JournalEntry[];

beforeEach(async () => {
  ({ db, session, journal } = await openCodebook([
    ...tags.map((tag) => creation('tags', tag)),
    creation('highlights', { ...makeHighlight('h1', 'a', ['raid']), note: 'two sources' }),
    creation('highlights', makeHighlight('h2', 'a', ['assault', 'movement'])),
    creation('highlights', makeHighlight('h3', 'b', ['movement'])),
    creation('memos', memo),
    creation('tagGroups', group),
  ]));
});

const pick = (...names: string[]) => tags.filter(({ name }) => names.includes(name));
const one = (name: string) => pick(name)[0] as Tag;
const outline = async () => outlineOf(await db.tags.toArray());
const carried = async () => (await db.highlights.toArray()).map(({ tagIds }) => tagIds.join(' '));
const whole = async () =>
  JSON.stringify(await Promise.all(tableNames.map((name) => db.table(name).orderBy('id').toArray())));

it.each<[string, string, () => Promise<{ readonly kind: string }>]>([
  ['moves', 'tags.move', () => placeTags(session, pick('ambush', 'movement'), one('assault'))],
  ['drops', 'tags.move', () => dropTags(session, pick('ambush', 'raid'), one('movement'), 'after')],
  ['steps', 'tags.move', () => stepTags(session, pick('attack', 'assault'), 'down')],
  ['nests', 'tag.move', () => stepTags(session, pick('movement'), 'in')],
  ['lifts', 'tags.move', () => stepTags(session, pick('ambush', 'raid'), 'out')],
  ['recolours', 'tags.recolor', () => colorTags(session, pick('attack', 'movement'), 'teal')],
  ['archives', 'tags.archive', () => setArchived(session, pick('attack', 'movement'), true)],
  ['merges', 'tags.merge', () => joinTags(session, pick('raid', 'assault', 'attack'), one('attack'))],
  ['deletes', 'tags.delete', () => removeTags(session, pick('raid', 'assault'), 'lift')],
  ['renames', 'tag.rename', () => nameTag(session, one('raid'), 'foray')],
  [
    'splits',
    'tag.split',
    () =>
      partTag(
        session,
        one('movement'),
        { name: 'convoy', where: 'below', keepsOld: false },
        new Set(['h3' as HighlightId]),
      ),
  ],
  ['fills a group', 'group.fill', () => fillGroup(session, group, ['ambush' as TagId])],
  ['removes a group', 'group.delete', () => removeGroup(session, group)],
  [
    'regroups',
    'group.assign',
    () =>
      regroupTags(session, ['ambush', 'raid'] as TagId[], {
        memberships: new Map([[group.id, false]]),
        newName: 'Ambushes',
      }),
  ],
])('%s in one edit, which undo takes back to the last letter', async (_, action, deed) => {
  const before = await whole();

  const outcome = await deed();

  expect(outcome.kind).toBe('done');
  expect(journal.slice(1).map(({ edit }) => edit.label.action)).toEqual([action]);
  const done = await whole();
  expect(done).not.toBe(before);
  await session.undo();
  expect(await whole()).toBe(before);
  await session.redo();
  expect(await whole()).toBe(done);
});

describe('joinTags', () => {
  it('says in the history how many highlights moved, and before it all that would', async () => {
    const sources = pick('raid', 'assault');
    const preview = await previewMerge(db, sources, one('attack'));

    await joinTags(session, sources, one('attack'));

    expect(preview).toEqual({ highlights: 2, notes: 1, memos: 1, groups: 1, blocks: 0 });
    expect(journal.at(-1)?.edit.label.detail).toEqual({ count: 2, into: 'attack', highlights: 2 });
    expect(await carried()).toEqual(['attack', 'attack movement', 'movement']);
    expect(await db.memos.toArray()).toMatchObject([
      { text: memo.text, subject: { id: 'attack' }, links: [{ id: 'attack' }] },
    ]);
    expect((await db.tagGroups.toArray())[0]?.tagIds).toEqual(['attack', 'movement']);
    expect(await outline()).toBe('attack\n  ambush\n  raid on a camp\nmovement');
  });

  it('refuses as a whole when one of the tags is gone by then', async () => {
    await removeTags(session, pick('raid'), 'lift');
    const before = await whole();

    const outcome = await joinTags(session, pick('raid', 'assault'), one('attack'));

    expect(outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'missing-tag' } });
    expect(await whole()).toBe(before);
  });
});

describe('removeTags', () => {
  it('counts what would lose a tag either way', async () => {
    expect(await previewRemoval(db, pick('attack'), 'lift')).toMatchObject({ highlights: 0 });
    expect(await previewRemoval(db, pick('attack'), 'delete')).toMatchObject({ highlights: 1, notes: 1 });
  });

  it('leaves the highlights, their notes and the memos', async () => {
    await removeTags(session, pick('attack', 'assault'), 'delete');

    expect(await carried()).toEqual(['', 'movement', 'movement']);
    expect((await db.highlights.get('h1' as HighlightId))?.note).toBe('two sources');
    expect(await db.memos.toArray()).toEqual([memo]);
  });
});

describe('groups', () => {
  it('take several tags out of one and into a new one at once', async () => {
    await regroupTags(session, ['raid', 'ambush'] as TagId[], {
      memberships: new Map([[group.id, false]]),
      newName: 'Ground',
    });

    const kept = (await db.tagGroups.toArray()).map(({ name, tagIds }) => `${name}: ${tagIds}`);
    expect(kept.sort()).toEqual(['Force: movement', 'Ground: raid,ambush']);
  });

  it('keep nothing of it when the name of the new one is taken', async () => {
    const before = await whole();

    const outcome = await regroupTags(session, ['ambush'] as TagId[], {
      memberships: new Map([[group.id, true]]),
      newName: 'FORCE',
    });

    expect(outcome).toMatchObject({ kind: 'refused', refusal: { reason: 'name-taken' } });
    expect(await whole()).toBe(before);
  });

  it('refuse the second of two groups of one name that came at once', async () => {
    const outcomes = await Promise.all([addGroup(session, 'Ground'), addGroup(session, 'ground')]);

    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'refused']);
  });

  it('take another name from what is stored by then', async () => {
    await fillGroup(session, group, ['ambush' as TagId]);
    await nameGroup(session, group, 'Violence');

    expect(await db.tagGroups.toArray()).toMatchObject([
      { name: 'Violence', tagIds: ['raid', 'movement', 'ambush'] },
    ]);
  });
});
