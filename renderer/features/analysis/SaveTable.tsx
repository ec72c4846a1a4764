import type { SavedTable } from '#core/exchange/saved-table.ts';
import { SaveTableMenu } from '#ui/SaveTableMenu.tsx';
import { useSaveTable } from './use-save-table.ts';

type SaveTableProps = {
  /** Made only when it is saved. */
  readonly table: () => SavedTable;
};

/** Saves a table where the analyst chooses. */
export function SaveTable({ table }: SaveTableProps) {
  const save = useSaveTable();
  return <SaveTableMenu onSave={(format) => void save(table(), format)} />;
}
