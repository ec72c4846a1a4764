import { useLingui } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import type { TableFormat } from '#core/exchange/saved-table.ts';
import { ActionMenu } from './ActionMenu.tsx';

type SaveTableMenuProps = {
  readonly onSave: (format: TableFormat) => void;
};

/** Asks as what a table is to be saved: as CSV or as an Excel workbook. */
export function SaveTableMenu({ onSave }: SaveTableMenuProps) {
  const { t } = useLingui();
  return (
    <ActionMenu
      label={t`Save the table`}
      actions={[
        { id: 'csv', label: t`As CSV…`, onAction: () => onSave('csv') },
        { id: 'xlsx', label: t`As an Excel workbook…`, onAction: () => onSave('xlsx') },
      ]}
    >
      <Download size={14} aria-hidden="true" />
      {t`Save…`}
    </ActionMenu>
  );
}
