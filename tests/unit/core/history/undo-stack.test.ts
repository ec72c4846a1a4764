import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUndoStack, type HistoryEntry, pushEdit } from '#core/history/undo-stack.ts';
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
  it('has nothing to undo or redo at first', () => {
    expect(createUndoStack([])).toMatchObject({ undo: null, redo: null });
  });

  it('takes back the newest edit first', () => {
    const stack = createUndoStack([entry(1), entry(2)]);

    expect(stack).toMatchObject({ undo: [2], redo: null });
  });

  it('offers what was taken back for making again, and goes on with the edit before', () => {
    const stack = createUndoStack([entry(1), entry(2), entry(3, 'undo', 2)]);

    expect(stack).toMatchObject({ undo: [1], redo: [2] });
  });

  it('names the original edit again after a redo', () => {
    const stack = createUndoStack([entry(1), entry(2, 'undo', 1), entry(3, 'redo', 1)]);

    expect(stack).toMatchObject({ undo: [1], redo: null });
  });

  it('forgets what was taken back once something new is done', () => {
    const stack = createUndoStack([entry(1), entry(2, 'undo', 1), entry(3)]);

    expect(stack).toMatchObject({ undo: [3], redo: null });
  });

  it('takes back a whole group, newest first, and makes it again oldest first', () => {
    const imported = [entry(1), inGroup(2, 'import'), inGroup(3, 'import'), inGroup(4, 'import')];
    const undone = [
      { ...inGroup(5, 'import'), kind: 'undo', target: 4 },
      { ...inGroup(6, 'import'), kind: 'undo', target: 3 },
      { ...inGroup(7, 'import'), kind: 'undo', target: 2 },
    ] as const;

    expect(createUndoStack(imported).undo).toEqual([4, 3, 2]);
    expect(createUndoStack([...imported, ...undone])).toMatchObject({ undo: [1], redo: [2, 3, 4] });
  });

  it('keeps two groups that follow each other apart', () => {
    const stack = createUndoStack([inGroup(1, 'first'), inGroup(2, 'second'), inGroup(3, 'second')]);

    expect(stack.undo).toEqual([3, 2]);
  });

  it('parts a group where another edit was made in its midst', () => {
    const stack = createUndoStack([inGroup(1, 'import'), entry(2), inGroup(3, 'import')]);

    expect(stack.undo).toEqual([3]);
  });
});

describe('undo and redo on a model', () => {
  type Step =
    | { readonly do: 'edit'; readonly writes: readonly (readonly [string, number])[] }
    | { readonly do: 'group'; readonly parts: readonly (readonly [string, number])[] }
    | { readonly do: 'undo' | 'redo' | 'restart' };

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
    { weight: 6, arbitrary: fc.record({ do: fc.constantFrom('undo', 'redo', 'restart') }) },
  ) as fc.Arbitrary<Step>;

  it('always restores the state that was there, across restarts', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const run = new Journal();
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
            expect(run.undo()).toBe(before !== undefined);
            if (before !== undefined) future.push(now);
            expect(run.state()).toBe(before ?? now);
          }
          if (each.do === 'redo') {
            const after = future.pop();
            expect(run.redo()).toBe(after !== undefined);
            if (after !== undefined) past.push(now);
            expect(run.state()).toBe(after ?? now);
          }
          if (each.do === 'restart') run.restart();
        }
      }),
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
    #stack = createUndoStack([]);

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

    undo(): boolean {
      return this.#repeat('undo', this.#stack.undo);
    }

    redo(): boolean {
      return this.#repeat('redo', this.#stack.redo);
    }

    restart(): void {
      const again = createUndoStack(this.#entries);
      expect(again).toEqual(this.#stack);
      this.#stack = again;
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
      const entry = { ...edit, sequence: this.#entries.length + 1, writes };
      this.#entries.push(entry);
      this.#stack = pushEdit(this.#stack, entry);
    }
  }
});
