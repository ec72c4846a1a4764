import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tag } from '#core/codebook/tag.ts';
import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import { countByTable } from '#core/history/go-back.ts';
import type { GroupId, ReadingId, TagId } from '#core/ids.ts';
import type { Reading } from '#core/reader/reading.ts';
import type { HistoryPoint } from '#state/plan-going-back.ts';
import type { Session } from '#state/session.ts';
import { Database } from '#storage/database.ts';
import { makeTag } from '#tests/unit/storage/make-records.ts';
import { type MemoryJournal, startSession } from './memory-journal.ts';

const label = { action: 'tag.edit', detail: {} };
let opened = 0;
let db: Database;

beforeEach(() => {
  opened += 1;
  db = new Database(`go-back-${opened}`);
});

describe('going back', () => {
  it('reaches what was undone and then overwritten by something new', async () => {
    const { session, disk } = await startSession(db);
    await write(session, 'a', 1);
    await write(session, 'a', 2);
    await session.undo();
    await write(session, 'a', 3);

    expect(await session.redo()).toBeNull();
    expect(await session.goBack(pointOf(disk, 2), {})).toEqual({ ok: true });
    expect(await tags()).toEqual({ a: 2 });
    await session.undo();
    expect(await tags()).toEqual({ a: 3 });
    await session.redo();
    expect(await tags()).toEqual({ a: 2 });
  });

  it('tells beforehand what comes back, goes and changes, and changes nothing by that', async () => {
    const { session, disk } = await startSession(db);
    await session.commit(label, () => [
      creation('tags', makeTag('kept', 1)),
      creation('tags', makeTag('lost', 1)),
    ]);
    await write(session, 'kept', 2);
    await session.commit(label, async () => [
      removal('tags', (await find('lost')) as Tag),
      creation('tags', makeTag('fresh', 1)),
    ]);
    const before = disk.entries.length;

    const planned = await session.planGoingBack(pointOf(disk, 1));

    expect(countByTable(planned ?? [])).toEqual([{ table: 'tags', back: 1, gone: 1, changed: 1 }]);
    expect(disk.entries).toHaveLength(before);
    expect(await session.planGoingBack(pointOf(disk, 3))).toEqual([]);
    expect(await session.planGoingBack(pointOf(disk, 1, 'before'))).toHaveLength(2);
  });

  it('keeps many records as several edits of one request and one step of undo', async () => {
    const { session, disk } = await startSession(db);
    await write(session, 'first', 1);
    await session.commit(label, () =>
      Array.from({ length: 1_201 }, (_, index) => creation('tags', makeTag(`many ${index}`))),
    );

    await session.goBack(pointOf(disk, 1), { at: 'then' });

    expect(disk.requests.at(-1)).toBe(3);
    expect(disk.entries.slice(-3).map(({ edit }) => [edit.changes.length, edit.label])).toEqual(
      [500, 500, 201].map((length) => [
        length,
        {
          action: 'history.restore',
          detail: { at: 'then', time: '1000001', side: 'after', records: 1_201 },
        },
      ]),
    );
    expect(await tags()).toEqual({ first: 1 });
    await session.undo();
    expect(await db.tags.count()).toBe(1_202);
  });

  it('changes nothing at all when the disk is full, or when it is stopped', async () => {
    const { session, disk } = await startSession(db);
    await write(session, 'a', 1);
    await write(session, 'a', 2);
    const stopped = new AbortController();
    stopped.abort();

    expect(await session.goBack(pointOf(disk, 1), {}, { signal: stopped.signal })).toBeNull();
    disk.full = true;
    expect((await session.goBack(pointOf(disk, 1), {}))?.ok).toBe(false);
    expect(await tags()).toEqual({ a: 2 });
    expect(disk.entries).toHaveLength(2);
  });

  it('leaves what was noted beside the edits, and refuses to note anything else there', async () => {
    const { session, disk } = await startSession(db);
    await write(session, 'a', 1);
    await write(session, 'a', 2);
    await note(session, 1);
    await note(session, 2);

    await session.undo();
    await session.goBack(pointOf(disk, 1, 'before'), {});

    expect((await db.readings.toArray()).map(({ updatedAt }) => updatedAt)).toEqual(['2']);
    const wrong = session.commit(label, () => [creation('tags', makeTag('b'))], { beside: true });
    await expect(wrong).rejects.toThrow('beside');
  });

  it('undoes an import that brought a reading which has grown since, and leaves the reading', async () => {
    const { session } = await startSession(db);
    await session.commit(label, () => [creation('tags', makeTag('t')), creation('readings', reading(1))]);
    await note(session, 2);

    await session.undo();
    expect(await tags()).toEqual({});
    await session.redo();

    expect(await tags()).toEqual({ t: 0 });
    expect(await db.readings.toArray()).toEqual([reading(2)]);
  });
});

describe('any mix of edits, groups, undo, redo, going back and restarts', () => {
  type Step =
    | { readonly do: 'edit'; readonly id: string; readonly order: number | null }
    | { readonly do: 'group'; readonly ids: readonly string[] }
    | { readonly do: 'back'; readonly to: number; readonly side: HistoryPoint['side'] }
    | { readonly do: 'undo' | 'redo' | 'restart' | 'beside' };

  const id = fc.constantFrom('a', 'b', 'c', 'd');
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('edit' as const),
        id,
        order: fc.option(fc.nat(9), { freq: 4 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('group' as const), ids: fc.array(id, { minLength: 1 }) }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant('back' as const),
        to: fc.nat(60),
        side: fc.constantFrom('before' as const, 'after' as const),
      }),
    },
    { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('undo', 'redo', 'restart', 'beside') }) },
  );

  it('is what a list of whole states is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        await Promise.all([db.tags, db.readings, db.edits, db.applied].map((table) => table.clear()));
        let { session, disk } = await startSession(db);
        // The oracle: whole states in two piles, and the state after every entry of the journal.
        const past: State[] = [];
        let future: State[] = [];
        const after: State[] = [{}];
        let beside = 0;
        for (const each of steps) {
          const now = after.at(-1) ?? {};
          let expected = now;
          const isNew = () => {
            past.push(now);
            future = [];
          };
          if (each.do === 'edit') {
            const length = disk.entries.length;
            await write(session, each.id, each.order);
            if (disk.entries.length > length) isNew();
            expected = withValue(now, each.id, each.order);
          } else if (each.do === 'group') {
            const group = `group ${disk.entries.length}` as GroupId;
            isNew();
            for (const one of each.ids) {
              await write(session, one, after.length, group);
              expected = withValue(expected, one, after.length);
              after.push(expected);
            }
          } else if (each.do === 'back') {
            const entry = disk.entries[each.to];
            // The oracle takes a group back in one; what is between its parts it does not know.
            const isBetween = entry?.edit.group !== null && entry?.edit.kind !== 'new';
            if (entry === undefined || isBetween) continue;
            const target = after[each.side === 'after' ? each.to + 1 : each.to] ?? {};
            const length = disk.entries.length;
            await session.goBack({ time: entry.time, side: each.side }, {});
            expect(disk.entries.length > length, 'nothing is written for no change').toBe(!same(target, now));
            if (disk.entries.length > length) isNew();
            expected = target;
          } else if (each.do === 'undo' || each.do === 'redo') {
            const [from, to] = each.do === 'undo' ? [past, future] : [future, past];
            const other = from.pop();
            expect(await session[each.do]()).toMatchObject(other === undefined ? {} : { ok: true });
            if (other !== undefined) to.push(now);
            expected = other ?? now;
          } else if (each.do === 'restart') ({ session } = await startSession(db, disk));
          else {
            beside += 1;
            await note(session, beside);
          }
          while (after.length < disk.entries.length + 1) after.push(expected);
          expect(await tags()).toEqual(expected);
          expect(await db.readings.toArray()).toEqual(beside === 0 ? [] : [reading(beside)]);
        }
      }),
      { numRuns: 60 },
    );
  }, 60_000);
});

type State = Readonly<Record<string, number>>;

function withValue(state: State, id: string, order: number | null): State {
  const { [id]: _, ...others } = state;
  return order === null ? others : { ...others, [id]: order };
}

function same(a: State, b: State): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}

async function tags(): Promise<State> {
  return Object.fromEntries((await db.tags.toArray()).map((tag) => [tag.name, tag.order]));
}

async function find(id: string): Promise<Tag | undefined> {
  return db.tags.get(id as TagId);
}

/** Make the tag, give it this order, or take it away. */
async function write(session: Session, id: string, order: number | null, group?: GroupId): Promise<void> {
  const plan = async (): Promise<Change[]> => {
    const before = await find(id);
    if (order === null) return before === undefined ? [] : [removal('tags', before)];
    const next = makeTag(id, order);
    return [before === undefined ? creation('tags', next) : replacement('tags', before, next)];
  };
  await session.commit(label, plan, group === undefined ? {} : { group });
}

function reading(updatedAt: number): Reading {
  const id = 'reading' as ReadingId;
  const where = { articleId: 'article', analystId: 'me', textSha256: 'text' } as unknown as Reading;
  return { ...where, id, spans: [], openedAt: '1', updatedAt: String(updatedAt) };
}

async function note(session: Session, updatedAt: number): Promise<void> {
  const plan = async (): Promise<Change[]> => {
    const before = await db.readings.get('reading' as ReadingId);
    const next = reading(updatedAt);
    return [before === undefined ? creation('readings', next) : replacement('readings', before, next)];
  };
  await session.commit({ action: 'article.read', detail: {} }, plan, { beside: true });
}

function pointOf(disk: MemoryJournal, sequence: number, side: HistoryPoint['side'] = 'after'): HistoryPoint {
  return { time: disk.entries[sequence - 1]?.time ?? '', side };
}
