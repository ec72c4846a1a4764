import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useSyncExternalStore } from 'react';
import { joinActors } from '#core/actors/join-actors.ts';
import type { Grade } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { ActorId, TagId } from '#core/ids.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import { countTagReach } from '#core/picture/tags-below.ts';
import { loadRegistry } from '#state/load-registry.ts';
import { useSession } from '#state/session.ts';
import { listActorEntries } from '#storage/actors.ts';
import { keepRecords } from '#storage/kept-records.ts';
import { useGradeWords } from '#ui/use-grade-words.ts';
import type { FacetOption } from './FacetMenu.tsx';

/** What items can be narrowed by, each with how many items have it; most first. */
export type Facets = {
  readonly tags: readonly FacetOption<TagId>[];
  readonly actors: readonly FacetOption<ActorId>[];
  readonly sources: readonly FacetOption<string>[];
  readonly reliabilities: readonly FacetOption<Grade['reliability']>[];
};

/** Names of the tags and actors there are. */
export function useNames(): {
  readonly tags: ReadonlyMap<TagId, Pick<FacetOption<TagId>, 'label' | 'color'>>;
  readonly actors: ReadonlyMap<ActorId, string>;
} {
  const { db } = useSession();
  const tags = useTags();
  const actors = useLiveQuery(async () => {
    const entries = await listActorEntries(db);
    return joinActors((await loadRegistry()).actors, entries);
  }, [db]);
  return useMemo(
    () => ({
      tags: new Map(tags.map(({ id, name, color }) => [id, { label: name, color }])),
      actors: new Map(actors?.map(({ id, name }) => [id, name])),
    }),
    [tags, actors],
  );
}

/** What these items can be narrowed by. */
export function useFacets(items: readonly PictureItem[]): Facets {
  const { t } = useLingui();
  const names = useNames();
  const grades = useGradeWords();
  const tags = useTags();
  const reachingName = useReachingTagName();
  const counts = useMemo(
    () => ({
      tags: countTagReach(items, tags),
      actors: countAll(items, ({ actorIds }) => actorIds),
      sources: countAll(items, ({ source }) => [source]),
      reliabilities: countAll(items, ({ grade }) => (grade === null ? [] : [grade.reliability])),
    }),
    [items, tags],
  );
  return {
    tags: counts.tags.map(([value, count]) => ({
      value,
      count,
      ...names.tags.get(value),
      label: reachingName(value),
    })),
    actors: counts.actors.map(([value, count]) => ({
      value,
      count,
      label: names.actors.get(value) ?? t`an actor that is gone`,
    })),
    sources: counts.sources.map(([value, count]) => ({
      value,
      count,
      label: value === '' ? t`No source stated` : value,
    })),
    reliabilities: counts.reliabilities.map(([value, count]) => ({
      value,
      count,
      label: `${value} · ${grades.reliability[value]}`,
    })),
  };
}

/** What a narrowing to a tag is called: that it reaches further is said of one that has others below it. */
export function useReachingTagName(): (id: TagId) => string {
  const { t } = useLingui();
  const tags = useTags();
  const { names, parents } = useMemo(
    () => ({
      names: new Map(tags.map(({ id, name }) => [id, name])),
      parents: new Set(tags.map(({ parentId }) => parentId)),
    }),
    [tags],
  );
  return (id) => {
    const name = names.get(id);
    if (name === undefined) return t`a tag that is gone`;
    return parents.has(id) ? t`${name} and those below` : name;
  };
}

const noTags: readonly Tag[] = [];

function useTags(): readonly Tag[] {
  const { subscribe, get } = keepRecords(useSession().db, 'tags');
  return useSyncExternalStore(subscribe, get) ?? noTags;
}

function countAll<Value>(
  items: readonly PictureItem[],
  of: (item: PictureItem) => readonly Value[],
): (readonly [Value, number])[] {
  const counts = new Map<Value, number>();
  for (const item of items) for (const value of of(item)) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}
