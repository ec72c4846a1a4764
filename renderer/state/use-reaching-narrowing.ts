import { useSyncExternalStore } from 'react';
import type { Tag } from '#core/codebook/tag.ts';
import type { Narrowing } from '#core/picture/narrowing.ts';
import { withTagsBelow } from '#core/picture/tags-below.ts';
import { keepRecords } from '#storage/kept-records.ts';
import { useNarrowing } from './narrowing.ts';
import { useSession } from './session.ts';

/** The answer given last: all who ask get the same one, so that items are narrowed once for all. */
let last: { narrowing: Narrowing; tags: readonly Tag[]; answer: Narrowing } | null = null;

const noTags: readonly Tag[] = [];

/** What items are narrowed by: as was chosen, each tag with all those below it. */
export function useReachingNarrowing(): Narrowing {
  return useReachingPart((narrowing) => narrowing);
}

/** Follow a part of that: other parts may change without a word. */
export function useReachingPart<Part>(select: (narrowing: Narrowing) => Part): Part {
  const { subscribe, get } = keepRecords(useSession().db, 'tags');
  const tags = useSyncExternalStore(subscribe, get) ?? noTags;
  return useNarrowing((narrowing) => {
    if (last === null || last.narrowing !== narrowing || last.tags !== tags)
      last = { narrowing, tags, answer: withTagsBelow(narrowing, tags) };
    return select(last.answer);
  });
}
