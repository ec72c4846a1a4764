import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { PassageKey } from '#core/analysis/sort-passages.ts';

/** A column of the table of passages. */
export type PassageColumn = {
  readonly key: PassageKey;
  readonly label: string;
  /** Of a grid. */
  readonly width: string;
  /** The least it takes, in rem: what the table is wide at least. */
  readonly least: number;
};

/** Every column there is, in the order they are shown. */
export function usePassageColumns(): readonly PassageColumn[] {
  const { t } = useLingui();
  return useMemo(
    () => [
      { key: 'quote', label: t`Quote`, width: 'minmax(14rem, 3fr)', least: 14 },
      { key: 'tags', label: t`Tags`, width: 'minmax(9rem, 1.5fr)', least: 9 },
      { key: 'article', label: t`Article`, width: 'minmax(9rem, 1.6fr)', least: 9 },
      { key: 'publisher', label: t`Publisher`, width: 'minmax(7rem, 1fr)', least: 7 },
      { key: 'carrier', label: t`Carrier`, width: 'minmax(7rem, 1fr)', least: 7 },
      { key: 'date', label: t`Date stated`, width: 'minmax(7rem, 0.8fr)', least: 7 },
      { key: 'grade', label: t`Grade`, width: '4.5rem', least: 4.5 },
      { key: 'marks', label: t`Marks`, width: 'minmax(7rem, 0.8fr)', least: 7 },
      { key: 'analyst', label: t`Analyst`, width: 'minmax(7rem, 0.8fr)', least: 7 },
      { key: 'note', label: t`Note`, width: 'minmax(8rem, 1.3fr)', least: 8 },
      { key: 'made', label: t`Marked on`, width: 'minmax(7rem, 0.8fr)', least: 7 },
    ],
    [t],
  );
}
