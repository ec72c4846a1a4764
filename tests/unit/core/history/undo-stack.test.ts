import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sequence } from '#core/history/edit.ts';
import { createUndoStack, type HistoryEntry, type UndoStack } from '#core/history/undo-stack.ts';
import type { GroupId } from '#core/ids.ts';

const group = (name: string) => name as GroupId;

function entry(sequence: number, kind: HistoryEntry['kind'] = 'new', target: number | null = null) {
  return { sequence, kind, target, group: null };
}

const inGroup = (sequence: number, name: string): HistoryEntry => ({
  ...entry(sequence),
  group: group(name),
});

describe('createUndoStack', () => {
  const cases: [string, HistoryEntry[], Sequence[] | null, Sequence[] | null][] = [
    ['has nothing to undo or redo at first', [], null, null],
    ['takes back the newest edit first', [entry(1), entry(2)], [2], null],
    [
      'offers what was taken back for making again, and goes on with the edit before',
      [entry(1), entry(2), entry(3, 'undo', 2)],
      [1],
      [2],
    ],
    [
      'names the original edit again after a redo',
      [entry(1), entry(2, 'undo', 1), entry(3, 'redo', 1)],
      [1],
      null,
    ],
    [
      'forgets what was taken back once something new is done',
      [entry(1), entry(2, 'undo', 1), entry(3)],
      [3],
      null,
    ],
    [
      'passes over what was noted beside',
      [entry(1), entry(2), entry(3, 'undo', 2), entry(4, 'beside')],
      [1],
      [2],
    ],
    [
      'takes back a whole group, newest first',
      [entry(1), inGroup(2, 'import'), inGroup(3, 'import'), inGroup(4, 'import')],
      [4, 3, 2],
      null,
    ],
    [
      'makes a whole group again, oldest first',
      [
        entry(1),
        inGroup(2, 'import'),
        inGroup(3, 'import'),
        { ...inGroup(4, 'import'), kind: 'undo', target: 3 },
        { ...inGroup(5, 'import'), kind: 'undo', target: 2 },
      ],
      [1],
      [2, 3],
    ],
    [
      'keeps two groups that follow each other apart',
      [inGroup(1, 'first'), inGroup(2, 'second'), inGroup(3, 'second')],
      [3, 2],
      null,
    ],
    [
      'parts a group where another edit was made in its midst',
      [inGroup(1, 'import'), entry(2), inGroup(3, 'import')],
      [3],
      null,
    ],
  ];

  it.each(cases)('%s', async (_, entries, undo, redo) => {
    for (const size of [1, 2, 100]) {
      const stack = createUndoStack(pagesOf(() => entries, size));

      expect(await stack.undo()).toEqual(undo);
      expect(await stack.redo()).toEqual(redo);
      expect(await stack.has()).toEqual({ undo: undo !== null, redo: redo !== null });
    }
  });

  it('reads of a long journal only its end, and adds an edit at the same cost however long it is', async () => {
    const entries = Array.from({ length: 100_000 }, (_, index) => entry(index + 1));
    let read = 0;
    const readEarlier = pagesOf(() => entries, 1_000);
    const stack = createUndoStack((before) => {
      read += 1;
      return readEarlier(before);
    });
    expect(await stack.has()).toEqual({ undo: true, redo: false });
    for (let sequence = 100_001; sequence <= 200_000; sequence++) stack.push(entry(sequence));

    expect(await stack.undo()).toEqual([200_000]);
    expect(read).toBe(1);
  });
});

describe('undo and redo on a model', () => {
  type Step =
    | { readonly do: 'edit'; readonly writes: readonly (readonly [string, number])[] }
    | { readonly do: 'group'; readonly parts: readonly (readonly [string, number])[] }
    | { readonly do: 'undo' | 'redo' | 'restart' | 'beside' };

  const write = fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(9));
  const step: fc.Arbitrary<Step> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({ do: fc.constant('edit'), writes: fc.array(write, { minLength: 1 }) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ do: fc.constant('group'), parts: fc.array(write, { minLength: 1 }) }),
    },
    {
      weight: 6,
      arbitrary: fc.record({ do: fc.constantFrom('undo', 'redo', 'restart', 'beside') }),
    },
  ) as fc.Arbitrary<Step>;

  it('always restores the state that was there, across restarts, however little of the journal is read at once', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        async (steps, size) => {
          const run = new Journal(size);
          // The oracle: whole states in the two piles of any editor.
          const past: string[] = [];
          let future: string[] = [];
          for (const each of steps) {
            const now = run.state();
            if (each.do === 'edit' || each.do === 'group') {
              past.push(now);
              future = [];
              const name = group(`group ${run.length}`);
              if (each.do === 'edit') run.edit(each.writes, null);
              else for (const part of each.parts) run.edit([part], name);
            }
            if (each.do === 'undo') {
              const before = past.pop();
              expect(await run.undo()).toBe(before !== undefined);
              if (before !== undefined) future.push(now);
              expect(run.state()).toBe(before ?? now);
            }
            if (each.do === 'redo') {
              const after = future.pop();
              expect(await run.redo()).toBe(after !== undefined);
              if (after !== undefined) past.push(now);
              expect(run.state()).toBe(after ?? now);
            }
            if (each.do === 'restart') run.restart();
            if (each.do === 'beside') run.beside();
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  type Write = {
    readonly key: string;
    readonly before: number | undefined;
    readonly after: number | undefined;
  };

  /** A map of numbers, every change of it journalled as the program does. */
  class Journal {
    readonly #map = new Map<string, number>();
    readonly #entries: (HistoryEntry & { readonly writes: readonly Write[] })[] = [];
    readonly #pageSize: number;
    #stack: UndoStack;

    constructor(pageSize: number) {
      this.#pageSize = pageSize;
      this.#stack = createUndoStack(pagesOf(() => this.#entries, pageSize));
    }

    get length(): number {
      return this.#entries.length;
    }

    state(): string {
      return JSON.stringify([...this.#map].sort());
    }

    edit(values: readonly (readonly [string, number])[], name: GroupId | null): void {
      const writes = values.map(([key, after]) => {
        const before = this.#map.get(key);
        this.#map.set(key, after);
        return { key, before, after };
      });
      this.#append({ kind: 'new', target: null, group: name }, writes);
    }

    beside(): void {
      this.#append({ kind: 'beside', target: null, group: null }, []);
    }

    async undo(): Promise<boolean> {
      return this.#repeat('undo', await this.#stack.undo());
    }

    async redo(): Promise<boolean> {
      return this.#repeat('redo', await this.#stack.redo());
    }

    restart(): void {
      this.#stack = createUndoStack(pagesOf(() => this.#entries, this.#pageSize));
    }

    #repeat(kind: 'undo' | 'redo', sequences: readonly number[] | null): boolean {
      for (const target of sequences ?? []) {
        const found = this.#entries[target - 1];
        if (found === undefined) throw new Error(`no edit ${target}`);
        const writes =
          kind === 'redo'
            ? found.writes
            : found.writes.map(({ key, before, after }) => ({ key, before: after, after: before })).reverse();
        for (const { key, before, after } of writes) {
          expect(this.#map.get(key)).toBe(before);
          if (after === undefined) this.#map.delete(key);
          else this.#map.set(key, after);
        }
        this.#append({ kind, target, group: found.group }, writes);
      }
      return sequences !== null;
    }

    #append(edit: Omit<HistoryEntry, 'sequence'>, writes: readonly Write[]): void {
      const added = { ...edit, sequence: this.#entries.length + 1, writes };
      this.#entries.push(added);
      this.#stack.push(added);
    }
  }
});

/** The journal as storage gives it: pages of at most `size` from before an edit, oldest first. */
function pagesOf(entries: () => readonly HistoryEntry[], size: number) {
  return async (before: Sequence | null) =>
    entries()
      .filter(({ sequence }) => before === null || sequence < before)
      .slice(-size);
}
