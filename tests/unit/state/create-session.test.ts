import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Tag } from '#core/codebook/tag.ts';
import { creation, removal, replacement } from '#core/history/change.ts';
import { saving } from '#state/saving.ts';
import { Database } from '#storage/database.ts';
import { makeTag } from '#tests/unit/storage/make-records.ts';
import { type MemoryJournal, startSession } from './memory-journal.ts';

const label = { action: 'tag.create', detail: {} };
let opened = 0;
let db: Database;

beforeEach(() => {
  opened += 1;
  db = new Database(`session-${opened}`);
});

describe('commit', () => {
  it('lets each plan see what the ones before it made, however fast they come', async () => {
    const { session } = await start();
    const count = async () => (await db.tags.get('count' as never)) as Tag | undefined;

    await Promise.all(
      Array.from({ length: 25 }, () =>
        session.commit(label, async () => {
          const before = await count();
          if (before === undefined) return [creation('tags', makeTag('count', 1))];
          return [replacement('tags', before, { ...before, order: before.order + 1 })];
        }),
      ),
    );

    expect((await count())?.order).toBe(25);
  });

  it('keeps an edit of more records than one page of the journal holds whole, and undoes it as one step', async () => {
    const { session, disk } = await start();
    const tags = Array.from({ length: 1_100 }, (_, index) => makeTag(`tag ${index}`));

    await session.commit(label, () => tags.map((tag) => creation('tags', tag)));

    expect(disk.entries.map(({ edit }) => edit.changes.length)).toEqual([500, 500, 100]);
    expect(await db.tags.count()).toBe(1_100);
    await session.undo();
    expect(await db.tags.count()).toBe(0);
    expect(await session.undo()).toBeNull();
  });

  it('changes nothing when the journal can not be written, says so, and goes on afterwards', async () => {
    const { session, disk } = await start();
    disk.full = true;

    const refused = await session.commit(label, () => [creation('tags', makeTag('a'))]);
    expect(refused.ok).toBe(false);
    expect(await db.tags.count()).toBe(0);
    expect(saving.getState().problem?.kind).toBe('disk-full');
    disk.full = false;
    const kept = await session.commit(label, () => [creation('tags', makeTag('a'))]);

    expect(kept.ok).toBe(true);
    expect(saving.getState().problem).toBeNull();
  });

  it('refuses a plan made from an old record before anything is written', async () => {
    const { session, disk } = await start();
    const stale = session.commit(label, () => [replacement('tags', makeTag('a', 1), makeTag('a', 2))]);

    await expect(stale).rejects.toThrow('tags/a');
    expect(disk.entries).toEqual([]);
    expect((await session.commit(label, () => [creation('tags', makeTag('b'))])).ok).toBe(true);
  });

  it('writes nothing for an edit without changes', async () => {
    const { session, disk } = await start();

    expect(await session.commit(label, () => [])).toEqual({ ok: true });
    expect(disk.entries).toEqual([]);
  });

  it('keeps an edit in the journal when only the working copy fails, and says that it has to be opened again', async () => {
    const { session, disk } = await start();
    const bad = { ...makeTag('bad'), description: Symbol('not storable') } as unknown as Tag;

    const outcome = await session.commit(label, () => [creation('tags', bad)]);

    expect(outcome.ok).toBe(true);
    expect(disk.entries).toHaveLength(1);
    expect(saving.getState().broken).toBe(true);
    saving.setState({ broken: false });
  });

  it('takes no further edit from a working copy that lacks one, as it would be planned from old records', async () => {
    const { session, disk } = await start();
    await session.commit(label, () => [creation('tags', makeTag('a', 1))]);
    const bad = { ...makeTag('a', 2), description: Symbol('not storable') } as unknown as Tag;
    await session.commit(label, () => [replacement('tags', makeTag('a', 1), bad)]);

    const next = await session.commit(label, () => [replacement('tags', makeTag('a', 1), makeTag('a', 3))]);
    const undone = await session.undo();

    expect(next.ok).toBe(false);
    expect(undone?.ok).toBe(false);
    expect(disk.entries).toHaveLength(2);
    saving.setState({ broken: false, problem: null });
  });
});

describe('undo and redo', () => {
  it('take back and make again, across a restart, the group of an import as one', async () => {
    const first = await start();
    const group = 'import' as never;
    await first.session.commit(label, () => [creation('tags', makeTag('before'))]);
    await first.session.commit(label, () => [creation('tags', makeTag('one'))], { group });
    await first.session.commit(label, () => [creation('tags', makeTag('two'))], { group });

    const { session, disk } = await start(first.disk);
    await session.undo();
    expect(await names()).toEqual(['before']);
    await session.undo();
    expect(await names()).toEqual([]);
    expect(await session.undo()).toBeNull();
    await session.redo();
    await session.redo();

    expect(await names()).toEqual(['before', 'one', 'two']);
    expect(await session.redo()).toBeNull();
    expect(disk.entries.map((entry) => entry.edit.kind)).toEqual([
      'new',
      'new',
      'new',
      'undo',
      'undo',
      'undo',
      'redo',
      'redo',
      'redo',
    ]);
  });
});

describe('undo of an import during which the analyst went on', () => {
  const part = { action: 'articles.import', detail: { imported: 1, duplicates: 0, refused: 0 } };
  const group = 'import' as never;

  async function importMeanwhile() {
    const first = await start();
    const { session } = first;
    const one = makeTag('one');
    await session.commit(label, () => [creation('tags', makeTag('before'))]);
    await session.commit(part, () => [creation('tags', one)], { group });
    await session.commit(label, () => [creation('tags', makeTag('mine'))]);
    await session.commit(label, () => [replacement('tags', one, { ...one, name: 'one, renamed' })]);
    await session.commit(part, () => [creation('tags', makeTag('two'))], { group });
    await session.commit(label, () => [creation('tags', { ...makeTag('below'), parentId: one.id })]);
    await session.commit(part, () => [creation('tags', makeTag('three'))], { group });
    return first;
  }
  const whole = ['before', 'below', 'mine', 'one, renamed', 'three', 'two'];

  it('is one step, which takes along what was done to what it brought, and nothing else', async () => {
    const { session, disk } = await importMeanwhile();
    expect(await names()).toEqual(whole);

    const undone = await session.undo();

    expect(await names()).toEqual(['before', 'mine']);
    expect(undone).toMatchObject({ ok: true, label: { action: 'articles.import', detail: { imported: 3 } } });
    const again = await start(disk);
    await again.session.redo();
    expect(await names()).toEqual(whole);
    expect(await again.session.redo()).toBeNull();
    await again.session.undo();
    await again.session.undo();
    expect(await names()).toEqual(['before']);
    await again.session.redo();
    await again.session.redo();
    expect(await names()).toEqual(whole);
  });

  it('takes back first what was done after its last part', async () => {
    const { session } = await importMeanwhile();
    const two = makeTag('two');
    await session.commit(label, () => [replacement('tags', two, { ...two, name: 'two, renamed' })]);
    await session.undo();
    expect(await names()).toEqual(whole);
    await session.undo();
    expect(await names()).toEqual(['before', 'mine']);
  });

  it('leaves groups of other edits parted where something was done in their midst', async () => {
    const { session } = await start();
    await session.commit(label, () => [creation('tags', makeTag('one'))], { group });
    await session.commit(label, () => [creation('tags', makeTag('mine'))]);
    await session.commit(label, () => [creation('tags', makeTag('two'))], { group });
    await session.undo();
    expect(await names()).toEqual(['mine', 'one']);
  });

  it('comes back to what was there, whatever was done in whatever order', async () => {
    type Deed = { readonly kind: 'part' | 'new' | 'change' | 'drop'; readonly which: number };
    const deeds = fc.array(
      fc.record({
        kind: fc.constantFrom<Deed['kind']>('part', 'part', 'new', 'change', 'drop'),
        which: fc.nat({ max: 20 }),
      }),
      { minLength: 2, maxLength: 14 },
    );
    const state = async () =>
      JSON.stringify((await db.tags.toArray()).sort((a, b) => (a.id < b.id ? -1 : 1)));
    await fc.assert(
      fc.asyncProperty(deeds, async (all) => {
        opened += 1;
        db = new Database(`session-${opened}`);
        const { session } = await start();
        const imported = new Set<string>();
        for (const [at, { kind, which }] of all.entries()) {
          const tags = await db.tags.toArray();
          const tag = tags[which % Math.max(1, tags.length)];
          if (kind === 'part') {
            imported.add(`part ${at}`);
            await session.commit(part, () => [creation('tags', makeTag(`part ${at}`))], { group });
          } else if (kind === 'new')
            await session.commit(label, () => [creation('tags', makeTag(`new ${at}`))]);
          else if (tag !== undefined && kind === 'change')
            await session.commit(label, () => [replacement('tags', tag, { ...tag, order: tag.order + 1 })]);
          else if (tag !== undefined) await session.commit(label, () => [removal('tags', tag)]);
        }
        await session.commit(part, () => [creation('tags', makeTag('part last'))], { group });
        const after = await state();
        await session.undo();
        const left = (await db.tags.toArray()).filter(({ id }) => id.startsWith('part '));
        expect(left).toEqual([]);
        await session.redo();
        expect(await state()).toBe(after);
        while ((await session.undo()) !== null);
        expect(await state()).toBe('[]');
        while ((await session.redo()) !== null);
        expect(await state()).toBe(after);
      }),
      { numRuns: 12, seed: 3 },
    );
  });
});

async function names(): Promise<string[]> {
  return (await db.tags.toArray()).map((tag) => tag.name).sort();
}

function start(disk?: MemoryJournal) {
  return startSession(db, disk);
}
