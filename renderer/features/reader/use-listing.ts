import { useMemo, useState } from 'react';
import type { Highlight, HighlightMark } from '#core/annotations/highlight.ts';
import {
  type HighlightOrder,
  type HighlightSieve,
  openSieve,
  siftHighlights,
  sortHighlights,
} from '#core/annotations/sift-highlights.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { tagPathText, withDescendants } from '#core/codebook/tag-tree.ts';
import type { AnalystId, TagId } from '#core/ids.ts';

/** What the list is narrowed to, as it is chosen; `all` lets everything through. */
export type Narrowing = {
  readonly tag: TagId | 'all' | 'untagged';
  readonly mark: HighlightMark | 'all';
  readonly graded: 'all' | 'graded' | 'ungraded';
  readonly noted: 'all' | 'noted' | 'unnoted';
  readonly analystId: AnalystId | 'all';
};

const nothingNarrowed: Narrowing = {
  tag: 'all',
  mark: 'all',
  graded: 'all',
  noted: 'all',
  analystId: 'all',
};

type Codebook = { readonly tags: readonly Tag[]; readonly byId: ReadonlyMap<TagId, Tag> };

/** The highlights as the list shows them, and what they are narrowed to and ordered by. */
export function useListing(highlights: readonly Highlight[], { tags, byId }: Codebook) {
  const [narrowing, setNarrowing] = useState(nothingNarrowed);
  const [order, setOrder] = useState<HighlightOrder>('text');
  const shown = useMemo(() => {
    const sifted = siftHighlights(highlights, toSieve(narrowing, tags));
    return sortHighlights(sifted, order, (id) => tagPathText(id, byId));
  }, [highlights, narrowing, order, tags, byId]);
  const narrowedBy = Object.values(narrowing).filter((value) => value !== 'all').length;
  return {
    shown,
    narrowing,
    /** How many of the filters hold something back. */
    narrowedBy,
    narrow: (part: Partial<Narrowing>) => setNarrowing((before) => ({ ...before, ...part })),
    widen: () => setNarrowing(nothingNarrowed),
    order,
    setOrder,
  };
}

function toSieve({ tag, mark, graded, noted, analystId }: Narrowing, tags: readonly Tag[]): HighlightSieve {
  const wanted = tag === 'all' || tag === 'untagged' ? null : withDescendants(tag, tags);
  return {
    ...openSieve,
    tag: tag === 'untagged' ? 'untagged' : wanted,
    mark: mark === 'all' ? null : mark,
    graded: graded === 'all' ? null : graded === 'graded',
    noted: noted === 'all' ? null : noted === 'noted',
    analystId: analystId === 'all' ? null : analystId,
  };
}
