import { useLingui } from '@lingui/react/macro';
import type { ColumnUse } from '#core/import/tables/assign-column.ts';

/** Names what a column of a table can be in an article. */
export function useColumnWords(): (use: ColumnUse) => string {
  const { t } = useLingui();
  return (use) => {
    switch (use) {
      case 'text':
        return t`Text`;
      case 'title':
        return t`Title`;
      case 'date':
        return t`Date of publication`;
      case 'byline':
        return t`Author`;
      case 'publisher':
        return t`Publisher`;
      case 'carrier':
        return t`Carrier`;
      case 'address':
        return t`Address`;
      case null:
        return t`Not read`;
    }
  };
}
