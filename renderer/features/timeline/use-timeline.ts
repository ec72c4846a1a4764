import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { joinActors, standIn } from '#core/actors/join-actors.ts';
import type { ActorId } from '#core/ids.ts';
import { narrowItems } from '#core/picture/narrow-items.ts';
import type { Narrowing } from '#core/picture/narrowing.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import { groupInLanes, type Lane, type LaneKind } from '#core/timeline/lanes.ts';
import {
  type ChosenDays,
  chosenDays,
  isInDays,
  markItems,
  type TimelineMark,
} from '#core/timeline/timeline-mark.ts';
import { loadRegistry } from '#state/load-registry.ts';
import { useSession } from '#state/session.ts';
import { usePictureItems } from '#state/use-picture-items.ts';
import { useReachingNarrowing } from '#state/use-reaching-narrowing.ts';
import { listActorEntries } from '#storage/actors.ts';
import type { Database } from '#storage/database.ts';
import { listTags } from '#storage/tags.ts';
import type { TimelineWords } from './use-timeline-words.ts';

/** What the timeline shows. */
export type Timeline = {
  /** Everything there is, narrowed or not. */
  readonly all: readonly PictureItem[];
  readonly lanes: readonly Lane[];
  /** What has a time, by its first day. */
  readonly marks: readonly TimelineMark[];
  /** Those of them that may have been on the chosen days. */
  readonly listed: readonly TimelineMark[];
  readonly undated: readonly PictureItem[];
  readonly chosen: ChosenDays | null;
  /** What is listed with and without a time, for a table: a thing once at each of its places. */
  readonly rows: () => readonly PictureItem[];
  /** The name of an actor or a tag; `null`: it is not known any more. */
  readonly nameOf: (id: string) => string | null;
};

/** Everything with a time in lanes; `undefined` until all of it is read. */
export function useTimeline(by: LaneKind, words: TimelineWords): Timeline | undefined {
  const { t } = useLingui();
  const all = usePictureItems();
  const narrowing = useReachingNarrowing();
  const wide = useAnyDay(narrowing);
  const nameOf = useNames();
  const without: Record<LaneKind, string> = {
    kind: '',
    none: '',
    actor: t`No actor`,
    place: t`No place`,
    tag: t`No tag`,
  };
  const { timeOf } = narrowing;
  const { marks, undated } = useMemo(
    () => markItems(narrowItems(all ?? [], wide).inside, { timeOf, eachPlace: by === 'place' }),
    [all, wide, timeOf, by],
  );
  const lane = { kind: words.kind, without: without[by] };
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are other functions at every drawing.
  const lanes = useMemo(
    () => groupInLanes(marks, by, { ...lane, name: nameOf }),
    [marks, by, nameOf, lane.without],
  );
  const chosen = useMemo(() => chosenDays(narrowing), [narrowing]);
  const listed = useMemo(
    () => (chosen === null ? marks : marks.filter(({ span }) => isInDays(span, chosen))),
    [marks, chosen],
  );
  const rows = () => {
    const each = markItems(narrowItems(all ?? [], wide).inside, { timeOf, eachPlace: true });
    const inDays = each.marks.filter(({ span }) => chosen === null || isInDays(span, chosen));
    return [...inDays.map(({ item }) => item), ...each.undated];
  };
  return all === undefined ? undefined : { all, lanes, marks, listed, undated, chosen, rows, nameOf };
}

/** The narrowing without its days: what is outside them is drawn, paler. */
function useAnyDay(narrowing: Narrowing): Narrowing {
  const { kinds, tagIds, actorIds, sources, reliabilities, timeOf, shape } = narrowing;
  return useMemo(
    () => ({ kinds, tagIds, actorIds, sources, reliabilities, timeOf, shape, from: null, until: null }),
    [kinds, tagIds, actorIds, sources, reliabilities, timeOf, shape],
  );
}

const unnamed = () => null;

/** Names of actors and tags by their ids. */
function useNames(): (id: string) => string | null {
  const { db } = useSession();
  return useLiveQuery(() => readNames(db), [db]) ?? unnamed;
}

async function readNames(db: Database): Promise<(id: string) => string | null> {
  const [entries, tags] = await Promise.all([listActorEntries(db), listTags(db)]);
  const actors = joinActors((await loadRegistry()).actors, entries);
  const names = new Map<string, string>([
    ...actors.map(({ id, name }) => [id, name] as const),
    ...tags.map(({ id, name }) => [id, name] as const),
  ]);
  const standsFor = standIn(actors);
  return (id) => names.get(id) ?? names.get(standsFor(id as ActorId)) ?? null;
}
