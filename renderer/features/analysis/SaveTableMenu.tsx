import { useLingui } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { type SavedTable, useSaveTable } from './use-save-table.ts';

type SaveTableMenuProps = {
  /** Made only when it is saved. */
  readonly table: () => SavedTable;
};

/** Saves a table as CSV or as an Excel workbook. */
export function SaveTableMenu({ table }: SaveTableMenuProps) {
  const { t } = useLingui();
  const save = useSaveTable();
  return (
    <ActionMenu
      label={t`Save the table`}
      actions={[
        { id: 'csv', label: t`As CSV…`, onAction: () => void save(table(), 'csv') },
        { id: 'xlsx', label: t`As an Excel workbook…`, onAction: () => void save(table(), 'xlsx') },
      ]}
    >
      <Download size={14} aria-hidden="true" />
      {t`Save…`}
    </ActionMenu>
  );
}
