import { useMemo, useState } from 'react';
import type { ConcordanceLine } from '#core/search/concordance.ts';
import { keyOfLine as keyOf } from './concordance-desk.ts';

/** Lines picked for a deed on several. */
export type PickedLines = {
  /** Those of the shown ones that are picked. */
  readonly picked: readonly ConcordanceLine[];
  readonly isPicked: (line: ConcordanceLine) => boolean;
  readonly toggle: (line: ConcordanceLine) => void;
  readonly pick: (lines: readonly ConcordanceLine[]) => void;
  readonly clear: () => void;
};

/** Pick among `shown`; what is no longer shown is not picked either. Lines that are found again stay picked. */
export function usePickedLines(shown: readonly ConcordanceLine[]): PickedLines {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const picked = useMemo(
    () => (chosen.size === 0 ? [] : shown.filter((line) => chosen.has(keyOf(line)))),
    [chosen, shown],
  );
  return {
    picked,
    isPicked: (line) => chosen.has(keyOf(line)),
    toggle: (line) => {
      const next = new Set(chosen);
      if (!next.delete(keyOf(line))) next.add(keyOf(line));
      setChosen(next);
    },
    pick: (lines) => setChosen(new Set([...chosen, ...lines.map(keyOf)])),
    clear: () => setChosen(new Set()),
  };
}
