import { useState } from 'react';
import type { ArticleId } from '#core/ids.ts';

/** Articles picked for a deed on several. */
export type Picking = {
  /** Those that are picked and listed, in the order of the list. */
  readonly picked: readonly ArticleId[];
  readonly isPicked: (id: ArticleId) => boolean;
  /** Pick one or let it go; `through`: also all from the one picked last. */
  readonly toggle: (id: ArticleId, through?: boolean) => void;
  readonly pickAll: () => void;
  readonly clear: () => void;
};

/** Keep what is picked of `listed`; what is filtered away stays picked, but no deed meets it. */
export function usePicking(listed: readonly ArticleId[]): Picking {
  const [picks, setPicks] = useState<ReadonlySet<ArticleId>>(new Set());
  const [last, setLast] = useState<ArticleId | null>(null);
  return {
    picked: picks.size === 0 ? [] : listed.filter((id) => picks.has(id)),
    isPicked: (id) => picks.has(id),
    toggle: (id, through = false) => {
      const next = new Set(picks);
      const from = last === null ? -1 : listed.indexOf(last);
      if (through && from !== -1) {
        const to = listed.indexOf(id);
        for (const between of listed.slice(Math.min(from, to), Math.max(from, to) + 1)) next.add(between);
      } else if (!next.delete(id)) next.add(id);
      setPicks(next);
      setLast(id);
    },
    pickAll: () => setPicks(new Set([...picks, ...listed])),
    clear: () => setPicks(new Set()),
  };
}
