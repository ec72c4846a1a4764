import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tag } from '#core/codebook/tag.ts';
import { countTags } from '#core/codebook/tag-tree.ts';
import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import type { TagId } from '#core/ids.ts';
import { applyEntries } from '#storage/apply-changes.ts';
import { Database } from '#storage/database.ts';
import { type CountUses, countHighlightsByTag, followTagUses } from '#storage/tag-uses.ts';
import { makeHighlight, makeTags } from '#tests/unit/core/codebook/make-codebook.ts';
import { makeArticle, makeEntry } from './make-records.ts';

const tags: Tag[] = makeTags('attack\n  ambush\nmovement');
let opened = 0;
let sequence = 0;
let db: Database;

const write = (changes: readonly Change[]) => {
  sequence += 1;
  return applyEntries(db, [makeEntry(sequence, changes)]);
};
const many = (from: number, count: number) =>
  Array.from({ length: count }, (_, at) =>
    makeHighlight(
      `h${String(from + at).padStart(6, '0')}`,
      `a${at % 7}`,
      at % 3 === 0 ? ['ambush'] : ['movement'],
    ),
  );

beforeEach(async () => {
  opened += 1;
  sequence = 0;
  db = new Database(`uses-${opened}`);
  await write(tags.map((tag) => creation('tags', tag)));
});

describe('countHighlightsByTag', () => {
  it('counts what reading all of them counts, over several pages and after edits of every kind', async () => {
    const first = many(0, 4_500);
    await write(first.map((highlight) => creation('highlights', highlight)));
    const oracle = async () => countTags(tags, await db.highlights.toArray());

    expect(await countHighlightsByTag(db)).toEqual(await oracle());
    const [gone, changed] = first;
    if (gone === undefined || changed === undefined) throw new Error('no highlights');
    await write([
      removal('highlights', gone),
      replacement('highlights', changed, { ...changed, tagIds: ['attack' as TagId, 'movement' as TagId] }),
      ...many(10_000, 60).map((highlight) => creation('highlights', highlight)),
    ]);

    expect(await countHighlightsByTag(db)).toEqual(await oracle());
  });

  it('misses no edit that is written while the highlights are read', async () => {
    await write(many(0, 4_100).map((highlight) => creation('highlights', highlight)));

    const counting = countHighlightsByTag(db);
    const [first, last] = [many(0, 1)[0], many(0, 4_100).at(-1)];
    if (first === undefined || last === undefined) throw new Error('no highlights');
    await write([removal('highlights', first)]);
    await write([removal('highlights', last), ...many(9_000, 1).map((each) => creation('highlights', each))]);
    await counting;

    expect(await countHighlightsByTag(db)).toEqual(countTags(tags, await db.highlights.toArray()));
  });
});

describe('followTagUses', () => {
  it('tells of the first count and of every edit of a highlight, of no other, and of none once ended', async () => {
    const counts: CountUses[] = [];
    const stop = followTagUses(
      db,
      (count) => counts.push(count),
      () => {},
    );
    await countHighlightsByTag(db);
    expect(counts).toHaveLength(1);

    await write(many(0, 1).map((highlight) => creation('highlights', highlight)));
    await write([creation('tags', { ...(tags[0] as Tag), id: 'new' as TagId, name: 'new' })]);
    expect(counts).toHaveLength(2);
    expect(
      counts
        .at(-1)?.(tags)
        .get('attack' as TagId)?.whole,
    ).toEqual({ highlights: 1, articles: 1 });

    stop();
    await write(many(5, 1).map((highlight) => creation('highlights', highlight)));
    expect(counts).toHaveLength(2);
  });

  it('tells of a copy that can not be read, and tries again when asked again', async () => {
    db.close({ disableAutoOpen: true });
    const failures: unknown[] = [];
    followTagUses(
      db,
      () => {},
      (failure) => failures.push(failure),
    );
    await expect(countHighlightsByTag(db)).rejects.toThrow();
    expect(failures).toHaveLength(1);

    await db.open();
    await expect(countHighlightsByTag(db)).resolves.toBeInstanceOf(Map);
  });
});

it('counts articles of the same text once besides, and tells when they come into a group', async () => {
  const [one, other] = ['a1', 'a2'].map((id) => makeArticle(id, id, 1));
  if (one === undefined || other === undefined) throw new Error('no articles');
  await write([creation('articles', one), creation('articles', other)]);
  const carriers = [makeHighlight('h1', 'a1', ['ambush']), makeHighlight('h2', 'a2', ['ambush'])];
  await write(carriers.map((highlight) => creation('highlights', highlight)));
  const told: (number | undefined)[] = [];
  const ambush = tags.find(({ name }) => name === 'ambush')?.id;
  await countHighlightsByTag(db);
  const stop = followTagUses(
    db,
    (count) => told.push(ambush === undefined ? undefined : count(tags).get(ambush)?.own.texts),
    (failure) => {
      throw failure;
    },
  );
  await expect.poll(() => told).toEqual([undefined]);

  const sameText = {
    group: one.id,
    basis: 'analyst',
    reason: 'entered',
    likeId: one.id,
    likeness: 0,
  } as const;
  await write([replacement('articles', other, { ...other, sameText })]);

  await expect.poll(() => told).toEqual([undefined, 1]);
  stop();
});
