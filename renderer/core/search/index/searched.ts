import type { HitSet } from './hit-set.ts';
import type { Segment } from './open-segment.ts';

/** A segment in an index: for each of its documents the slot of the article; -1 when it no longer counts. */
export type Attached = { readonly segment: Segment; readonly slots: Int32Array };

/** What is searched. */
export type Searched = {
  readonly parts: readonly Attached[];
  readonly slotCount: number;
  /** The articles that count. */
  readonly size: number;
  /** By slot: the bit of its language; 0 when the slot is empty. */
  readonly languages: Uint8Array;
  /** By field and slot: what an occurrence counts, the field's weight and the article's length taken in. */
  readonly weights: readonly Float32Array[];
  /** Used again for each query. */
  readonly workspace: Workspace;
};

/** Arrays by slot that a query works with: making them anew for each would cost more than answering it. */
export type Workspace = {
  readonly spare: HitSet[];
  /** The number of the term that met the article last. */
  readonly met: Uint32Array;
  /** The number of the term at hand. */
  term: number;
  /** Its weighed occurrences. */
  readonly occurrences: Float32Array;
};

/** Arrays for `slotCount` slots. */
export function createWorkspace(slotCount: number): Workspace {
  return {
    spare: [],
    met: new Uint32Array(slotCount),
    term: 0,
    occurrences: new Float32Array(slotCount),
  };
}
