import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { useStore } from 'zustand';
import {
  type ColumnMapping,
  type DateOrder,
  headingsKey,
  type TableHead,
} from '#core/import/tables/column-mapping.ts';
import { needsDateOrder } from '#core/import/tables/preview-rows.ts';
import { knownColumns, rememberColumns } from '#state/known-columns.ts';
import { Button } from '#ui/Button.tsx';
import { CheckBox } from '#ui/CheckBox.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { Select } from '#ui/Select.tsx';
import { ColumnList } from './ColumnList.tsx';
import styles from './Columns.module.css';
import { answerColumns, columnDesk } from './column-desk.ts';
import { RowPreviews } from './RowPreviews.tsx';

/** The window that asks what the columns of a table are, while an import waits for the answer. */
export function ColumnsDialog() {
  const { table } = useStore(columnDesk);
  return table === null ? null : <Question key={headingsKey(table)} table={table} />;
}

function Question({ table }: { readonly table: TableHead }) {
  const { t } = useLingui();
  const key = headingsKey(table);
  const [before] = useState(() => knownColumns(key));
  const [mapping, setMapping] = useState<ColumnMapping>(before?.mapping ?? table.guess);
  const [asksAgain, setAsksAgain] = useState(true);
  const suggested = before === null ? table.guess : null;
  const choice = { table, mapping, suggested, onChange: setMapping };
  const hasText = mapping.text.length > 0;
  const take = () => {
    rememberColumns(key, { mapping, asks: asksAgain });
    answerColumns(mapping);
  };
  return (
    <Dialog
      wide
      isOpen
      title={t`What are the columns of “${table.name}”?`}
      onClose={() => answerColumns(null)}
      actions={
        <>
          <Button onPress={() => answerColumns(null)}>{t`Leave this table out`}</Button>
          <Button onPress={() => answerColumns('one-text')}>{t`Import it as one text`}</Button>
          <Button variant="primary" isDisabled={!hasText} onPress={take}>
            {t`Import its rows as articles`}
          </Button>
        </>
      }
    >
      <div className={styles.question}>
        <p className={styles.soft}>
          {before === null
            ? t`Each row becomes an article. What is marked “suggested” was inferred from the names and the contents of the columns: nothing is imported before you say so.`
            : t`Each row becomes an article. This is what you said about a table with these columns before.`}
        </p>
        <div className={styles.halves}>
          <section className={styles.half} aria-label={t`Columns`}>
            <ColumnList {...choice} />
            <Choices {...choice} />
          </section>
          <RowPreviews table={table} mapping={mapping} />
        </div>
        <CheckBox isSelected={!asksAgain} onChange={(isSelected) => setAsksAgain(!isSelected)}>
          {t`Read tables with the same columns like this from now on, without asking`}
        </CheckBox>
      </div>
    </Dialog>
  );
}

type ChoicesProps = {
  readonly table: TableHead;
  readonly mapping: ColumnMapping;
  /** What the program worked out; `null` when the analyst said it before. */
  readonly suggested: ColumnMapping | null;
  readonly onChange: (mapping: ColumnMapping) => void;
};

/** What else has to be told of some tables. */
function Choices({ table, mapping, suggested, onChange }: ChoicesProps) {
  const { t } = useLingui();
  const isSuggested = suggested !== null && suggested.hasHeadings === mapping.hasHeadings;
  return (
    <>
      {table.format === 'csv' && (
        <CheckBox
          isSelected={mapping.hasHeadings}
          onChange={(hasHeadings) => onChange({ ...mapping, hasHeadings })}
        >
          {t`The first line names the columns`}
          {isSuggested && <span className={styles.suggested}>{t`suggested`}</span>}
        </CheckBox>
      )}
      {needsDateOrder(table, mapping) && (
        <Select
          label={t`Dates such as 03/04/2024 are`}
          value={mapping.dateOrder ?? 'untold'}
          options={[
            { value: 'untold', label: t`not known: such dates are not read` },
            { value: 'day-first', label: t`day, month, year: 3 April` },
            { value: 'month-first', label: t`month, day, year: March 4` },
          ]}
          onChange={(order) =>
            onChange({ ...mapping, dateOrder: order === 'untold' ? null : (order satisfies DateOrder) })
          }
        />
      )}
    </>
  );
}
