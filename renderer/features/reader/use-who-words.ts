import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback } from 'react';
import type { Analyst } from '#core/analyst.ts';
import type { AnalystId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { listAnalysts } from '#storage/analysts.ts';

/** Everybody who marked something and left a name. */
export function useAnalysts(): readonly Analyst[] {
  const { db } = useSession();
  return useLiveQuery(() => listAnalysts(db), [db]) ?? nobody;
}

const nobody: readonly Analyst[] = [];

/** Says who an analyst is: by name, or as far as can be told without one. */
export function useWhoWords(): (analystId: AnalystId | undefined) => string {
  const { t } = useLingui();
  const { analystId: own } = useSession();
  const analysts = useAnalysts();
  return useCallback(
    (analystId) => {
      if (analystId === undefined) return t`made before analysts were noted`;
      const name = analysts.find(({ id }) => id === analystId)?.name.trim() ?? '';
      if (name !== '') return name;
      return analystId === own ? t`this analyst` : t`another analyst`;
    },
    [analysts, own, t],
  );
}
