import { useLingui } from '@lingui/react/macro';
import type { TableName } from '#core/history/change.ts';
import { ImportLines } from './ImportLines.tsx';
import { useRecordWords } from './use-record-words.ts';

type Counts = Readonly<Partial<Record<TableName, number>>>;

type ImportNewsProps = {
  readonly plan: { readonly added: Counts; readonly changed: Counts };
  /** Whether there is something to decide on beside, so that the file is not without news. */
  readonly hasMore?: boolean;
  readonly isDone: boolean;
};

/** How many records a file would add and change here, or has. */
export function ImportNews({ plan, hasMore = false, isDone }: ImportNewsProps) {
  const { t } = useLingui();
  const { counted } = useRecordWords();
  const added = counted(plan.added);
  const changed = counted(plan.changed);
  return (
    <>
      {added.length + changed.length === 0 && !hasMore && <p>{t`There is nothing new in it.`}</p>}
      <ImportLines title={isDone ? t`Added:` : t`It would add:`} lines={added} />
      <ImportLines title={isDone ? t`Changed:` : t`It would change:`} lines={changed} />
    </>
  );
}
