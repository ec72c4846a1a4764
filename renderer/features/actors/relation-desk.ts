import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Anchor } from '#core/annotations/highlight.ts';

/** The passage that says how two actors stand to each other, until that is kept. */
type RelationDesk = {
  /** `null`: none waits. */
  readonly passage: Anchor | null;
  /** Whether it speaks of a relation that is not kept yet. */
  readonly isNew: boolean;
};

const desk = createStore<RelationDesk>(() => ({ passage: null, isNew: false }));

/** The passage that waits for its relation. */
export function useRelationDesk(): RelationDesk {
  return useStore(desk);
}

/** Ask which relation a passage speaks of. */
export function askRelation(passage: Anchor): void {
  desk.setState({ passage, isNew: false });
}

/** Ask what a new relation is that a passage speaks of. */
export function askNewRelation(passage: Anchor): void {
  desk.setState({ passage, isNew: true });
}

/** Leave the passage as it is. */
export function endRelation(): void {
  desk.setState({ passage: null, isNew: false });
}
