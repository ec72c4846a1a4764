import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Block } from '#core/brief/brief.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { creation } from '#core/history/change.ts';
import type { JournalEntry } from '#core/history/edit.ts';
import type { BlockId, BriefId, TagId } from '#core/ids.ts';
import { addStarterCodebook, addTagAtPath, changeTag } from '#features/codebook/codebook-deeds.ts';
import { dropTags, joinTags, removeTags, stepTags } from '#features/codebook/tags-deeds.ts';
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
const block: Block = {
  id: 'block' as BlockId,
  briefId: 'brief' as BriefId,
  order: 1,
  content: { kind: 'table', caption: '', tagId: 'assault' as TagId },
};
let db: Database;
let session: Session;
let journal: JournalEntry[];

beforeEach(async () => {
  ({ db, session, journal } = await openCodebook([
    ...tags.map((tag) => creation('tags', tag)),
    creation('highlights', makeHighlight('h1', 'a', ['assault', 'attack'])),
    creation('highlights', makeHighlight('h2', 'a', ['raid on a camp'])),
    creation('highlights', makeHighlight('h3', 'b', ['movement', 'assault'])),
    creation('blocks', block),
  ]));
});

const outline = async () => outlineOf(await db.tags.toArray());
const whole = async () =>
  JSON.stringify([await db.tags.toArray(), await db.highlights.toArray(), await db.blocks.toArray()]);
const carried = async () => (await db.highlights.toArray()).map(({ tagIds }) => tagIds.join(' '));
function find(name: string): Tag {
  const tag = tags.find((each) => each.name === name);
  if (tag === undefined) throw new Error(`no tag ${name}`);
  return tag;
}

describe('joinTags', () => {
  it('moves highlights, tables of briefs and tags below in one edit, and undo restores every record', async () => {
    const before = await whole();

    const outcome = await joinTags(session, [find('assault')], find('attack'));

    expect(outcome.kind).toBe('done');
    expect(await outline()).toBe('attack\n  ambush\n  raid\n  raid on a camp\nmovement');
    expect(await carried()).toEqual(['attack', 'raid on a camp', 'movement attack']);
    expect((await db.blocks.toArray())[0]?.content).toMatchObject({ tagId: 'attack' });
    expect(journal).toHaveLength(2);
    const merged = await whole();
    await session.undo();
    expect(await whole()).toBe(before);
    await session.redo();
    expect(await whole()).toBe(merged);
  });
});

describe('removeTags', () => {
  it('takes the tags below away when asked to, from the highlights too', async () => {
    await removeTags(session, [find('assault')], 'delete');

    expect(await outline()).toBe('attack\n  ambush\n  raid\nmovement');
    expect(await carried()).toEqual(['attack', '', 'movement']);
  });

  it('refuses a tag that was deleted a moment before, and writes nothing', async () => {
    const [first, second] = await Promise.all([
      removeTags(session, [find('movement')], 'lift'),
      removeTags(session, [find('movement')], 'lift'),
    ]);

    expect(first.kind).toBe('done');
    expect(second).toMatchObject({ kind: 'refused', refusal: { reason: 'missing-tag' } });
    expect(journal).toHaveLength(2);
  });
});

describe('changeTag', () => {
  it('refuses the second of two names that came at once', async () => {
    const form = { name: 'fighting', color: 'red', description: '' } as const;

    const outcomes = await Promise.all([
      changeTag(session, find('attack'), form),
      changeTag(session, find('assault'), form),
    ]);

    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'refused']);
    expect(journal.at(-1)?.edit.label).toEqual({
      action: 'tag.rename',
      detail: { tag: 'attack', to: 'fighting' },
    });
  });
});

describe('placing tags', () => {
  it('keeps up with steps that come faster than they are written', async () => {
    await Promise.all([1, 2, 3].map(() => stepTags(session, [find('attack')], 'down')));

    expect(await outline()).toMatch(/^assault\n {2}raid on a camp\nmovement\nattack/);
    expect(journal).toHaveLength(3);
  });

  it('puts a dropped tag where it was dropped', async () => {
    await dropTags(session, [find('movement')], find('raid'), 'before');

    expect(await outline()).toBe('attack\n  ambush\n  movement\n  raid\nassault\n  raid on a camp');
  });
});

describe('making tags', () => {
  it('makes a path once, however often it is asked for', async () => {
    await Promise.all([addTagAtPath(session, 'attack / IED'), addTagAtPath(session, 'Attack/ied')]);

    expect(await outline()).toContain('attack\n  ambush\n  raid\n  IED\nassault');
    expect(journal).toHaveLength(2);
  });

  it('adds the starter codebook in one edit, beside what is there, and only once', async () => {
    const worded = (en: string) => ({ en, fr: en });
    const parts = { include: worded('x'), exclude: worded('y'), example: worded('z') };
    const starter = {
      tags: [
        { name: worded('attack'), color: 'red', ...parts, children: [{ name: worded('mine'), ...parts }] },
      ],
    };

    await addStarterCodebook(session, starter, 'en');
    await addStarterCodebook(session, starter, 'en');

    expect(await outline()).toContain('attack\n  ambush\n  raid\n  mine\nassault');
    expect(journal).toHaveLength(2);
  });
});
