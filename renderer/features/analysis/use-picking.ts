import { useMemo, useState } from 'react';
import type { Passage } from '#core/analysis/passages.ts';
import type { HighlightId } from '#core/ids.ts';

/** Passages picked for a deed on several. */
export type Picking = {
  /** Those of the shown ones that are picked. */
  readonly picked: readonly Passage[];
  readonly count: number;
  readonly isPicked: (passage: Passage) => boolean;
  readonly toggle: (passage: Passage) => void;
  readonly pick: (passages: readonly Passage[]) => void;
  readonly clear: () => void;
};

/** Pick among `shown`; what is no longer shown is not picked either. */
export function usePicking(shown: readonly Passage[]): Picking {
  const [ids, setIds] = useState<ReadonlySet<HighlightId>>(new Set());
  const picked = useMemo(
    () => (ids.size === 0 ? [] : shown.filter(({ highlight }) => ids.has(highlight.id))),
    [ids, shown],
  );
  return {
    picked,
    count: picked.length,
    isPicked: ({ highlight }) => ids.has(highlight.id),
    toggle: ({ highlight: { id } }) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      setIds(next);
    },
    pick: (passages) => setIds(new Set([...ids, ...passages.map(({ highlight }) => highlight.id)])),
    clear: () => setIds(new Set()),
  };
}
