import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { assignColumn, type ColumnUse, columnUse } from '#core/import/tables/assign-column.ts';
import { type ColumnMapping, columnRoles, type TableHead } from '#core/import/tables/column-mapping.ts';
import { dataRows } from '#core/import/tables/preview-rows.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './Columns.module.css';
import { useColumnWords } from './use-column-words.ts';

type ColumnListProps = {
  readonly table: TableHead;
  readonly mapping: ColumnMapping;
  /** What the program worked out, to be marked so; `null` when the analyst said it before. */
  readonly suggested: ColumnMapping | null;
  readonly onChange: (mapping: ColumnMapping) => void;
};

/** Columns shown before more are asked for. */
const fewColumns = 40;

const uses: readonly ColumnUse[] = ['text', ...columnRoles, null];
const unread = 'unread';

/** Every column with what stands in it and a choice of what it is. */
export function ColumnList({ table, mapping, suggested, onChange }: ColumnListProps) {
  const { t } = useLingui();
  const words = useColumnWords();
  const [showsAll, setShowsAll] = useState(false);
  const rows = dataRows(table, mapping);
  const isRead = (at: number) => columnUse(mapping, at) !== null;
  const columns = table.headings.map((heading, at) => ({ heading, at }));
  const shown = columns.filter(({ at }) => showsAll || at < fewColumns || isRead(at));
  const more = columns.length - shown.length;
  const options = uses.map((use) => ({ value: (use ?? unread) as string, label: words(use) }));
  return (
    <>
      <ul className={styles.columns}>
        {shown.map(({ heading, at }) => {
          const name = (mapping.hasHeadings && heading) || t`Column ${at + 1}`;
          const use = columnUse(mapping, at);
          const isSuggested = use !== null && suggested !== null && columnUse(suggested, at) === use;
          const sample = rows.map((cells) => cells[at]?.trim() ?? '').find((cell) => cell !== '') ?? '';
          return (
            <li key={at} className={styles.column}>
              <div className={styles.words}>
                <bdi className={styles.name}>{name}</bdi>
                <span className={styles.sample} dir="auto">
                  {sample === '' ? t`empty in the first rows` : sample}
                </span>
              </div>
              <div className={styles.use} data-read={use !== null}>
                <Select
                  hideLabel
                  label={isSuggested ? t`${name}, suggested` : name}
                  value={use ?? unread}
                  options={options}
                  onChange={(value) => {
                    const chosen = uses.find((one) => (one ?? unread) === value) ?? null;
                    onChange(assignColumn(mapping, at, chosen));
                  }}
                />
                <span className={styles.suggested} aria-hidden="true">
                  {isSuggested ? t`suggested` : ''}
                </span>
              </div>
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <Button size="small" onPress={() => setShowsAll(true)}>
          {plural(more, { one: 'Show # more column', other: 'Show # more columns' })}
        </Button>
      )}
    </>
  );
}
