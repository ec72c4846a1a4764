import type { ItemKind, PictureItem } from '#core/picture/picture-item.ts';
import { itemKinds } from '#core/picture/picture-item.ts';
import type { TimelineMark } from './timeline-mark.ts';

/** What the lanes are. */
export const laneKinds = ['kind', 'actor', 'place', 'tag', 'none'] as const;

export type LaneKind = (typeof laneKinds)[number];

/** Marks that belong together, drawn beside each other. */
export type Lane = {
  /** The id of the actor, place or tag, or the kind; empty: of what has none. */
  readonly key: string;
  readonly title: string;
  /** By their first days. */
  readonly marks: readonly TimelineMark[];
};

/** What lanes are called. */
export type LaneNames = {
  readonly kind: (kind: ItemKind) => string;
  /** Of an actor or a tag; `null`: it is not known any more. */
  readonly name: (id: string) => string | null;
  /** Of the lane of those without. */
  readonly without: string;
};

/**
 * Put marks into lanes: one with two actors stands in both lanes, one with none in a lane of its own, which is the last.
 * Kinds keep their order; of the others the fullest lane is first, and of equally full ones the first by name.
 */
export function groupInLanes(
  marks: readonly TimelineMark[],
  by: LaneKind,
  { kind, name, without }: LaneNames,
): Lane[] {
  const lanes = new Map<string, { title: string; marks: TimelineMark[] }>();
  for (const mark of marks) {
    for (const { key, title } of keysOf(mark.item, by)) {
      const known = lanes.get(key);
      if (known !== undefined) known.marks.push(mark);
      else lanes.set(key, { title: title ?? '', marks: [mark] });
    }
  }
  const all = [...lanes].map(([key, lane]) => ({ ...lane, key, title: nameOf(key, lane.title) }));
  return all.sort((a, b) => order(a, b, by));

  function nameOf(key: string, title: string): string {
    if (by === 'none') return '';
    if (key === '') return without;
    if (by === 'kind') return kind(key as ItemKind);
    return title === '' ? (name(key) ?? without) : title;
  }
}

type LaneKey = { readonly key: string; readonly title?: string };

function keysOf(item: PictureItem, by: LaneKind): readonly LaneKey[] {
  const keys = lookUp[by](item);
  return keys.length === 0 ? nobody : keys;
}

const nobody: readonly LaneKey[] = [{ key: '' }];

const lookUp: Record<LaneKind, (item: PictureItem) => readonly LaneKey[]> = {
  kind: ({ kind }) => [{ key: kind }],
  actor: ({ actorIds }) => actorIds.map((key) => ({ key })),
  tag: ({ tagIds }) => tagIds.map((key) => ({ key })),
  place: ({ place }) => (place === null ? [] : [{ key: place.id, title: place.name }]),
  none: () => [],
};

function order(a: Lane, b: Lane, by: LaneKind): number {
  if (by === 'kind') return itemKinds.indexOf(a.key as ItemKind) - itemKinds.indexOf(b.key as ItemKind);
  if (a.key === '' || b.key === '') return a.key === '' ? 1 : -1;
  return b.marks.length - a.marks.length || a.title.localeCompare(b.title);
}
