import { Plural, useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { ArticleId } from '#core/ids.ts';
import { Button } from '#ui/Button.tsx';
import { Revealed } from '#ui/Revealed.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import styles from './FileReport.module.css';
import { OutcomeIcon } from './OutcomeIcon.tsx';
import { filterRows, isOdd, type ReportFilter, type ReportRow } from './report-rows.ts';
import { useActivityWords } from './use-activity-words.ts';
import { useOutcomeWords } from './use-outcome-words.ts';
import { useSaveReport } from './use-save-report.ts';

type FileReportProps = {
  readonly rows: readonly ReportRow[];
  /** What the saved file is called after. */
  readonly name: string;
  readonly onOpen: (articleId: ArticleId) => void;
};

const outcomes = ['imported', 'repaired', 'partly', 'duplicate', 'refused', 'passed-over', 'left'] as const;

/** What came of every file: to narrow, to read in full, to open, to save. */
export function FileReport({ rows, name, onOpen }: FileReportProps) {
  const { t } = useLingui();
  const tell = useActivityWords();
  const save = useSaveReport();
  const hasOdd = rows.some(({ outcome }) => isOdd(outcome));
  const [filter, setFilter] = useState<ReportFilter>({ outcome: hasOdd ? 'odd' : 'all', text: '' });
  const [chosen, setChosen] = useState(-1);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words are new at every drawing, and say the same.
  const shown = useMemo(() => filterRows(rows, filter, tell), [rows, filter]);
  const row = shown[chosen];
  const narrow = (part: Partial<ReportFilter>) => {
    setFilter({ ...filter, ...part });
    setChosen(-1);
  };
  const open = (index: number) => {
    const id = shown[index]?.articleId;
    if (id) onOpen(id);
  };
  return (
    <div className={styles.report}>
      <div className={styles.tools}>
        <OutcomeChoice rows={rows} value={filter.outcome} onChange={(outcome) => narrow({ outcome })} />
        <TextField
          label={t`Find in the report`}
          hideLabel
          type="search"
          placeholder={t`Find in the report`}
          value={filter.text}
          onChange={(text) => narrow({ text })}
        />
        <span className={styles.soft} role="status">
          <Plural
            value={rows.length}
            one={`${shown.length} of # line`}
            other={`${shown.length} of # lines`}
          />
        </span>
        <span className={styles.grow} />
        <span className={styles.saving}>
          <Button size="small" onPress={() => void save(rows, name, 'csv')}>{t`Save as CSV…`}</Button>
          <Button size="small" onPress={() => void save(rows, name, 'json')}>{t`Save as JSON…`}</Button>
        </span>
      </div>
      <div className={styles.rows}>
        <VirtualList
          label={t`Files of the import`}
          items={shown}
          keyOf={({ key }) => key}
          rowHeight={52}
          chosenIndex={chosen}
          onChoose={setChosen}
          onOpen={open}
          renderRow={(one) => <Row row={one} sentence={tell(one)} />}
        />
      </div>
      <Chosen row={row} sentence={row === undefined ? '' : tell(row)} onOpen={() => open(chosen)} />
    </div>
  );
}

type OutcomeChoiceProps = {
  readonly rows: readonly ReportRow[];
  readonly value: ReportFilter['outcome'];
  readonly onChange: (outcome: ReportFilter['outcome']) => void;
};

/** Only the outcomes that there are, each with how often. */
function OutcomeChoice({ rows, value, onChange }: OutcomeChoiceProps) {
  const { t } = useLingui();
  const words = useOutcomeWords();
  const count = (outcome: ReportRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  const all = rows.length;
  const odd = rows.filter(({ outcome }) => isOdd(outcome)).length;
  const sameTexts = rows.filter(({ detail }) => detail.sameAs !== undefined).length;
  const there = outcomes.filter((outcome) => count(outcome) > 0);
  return (
    <Select
      label={t`Show`}
      hideLabel
      value={value}
      options={[
        { value: 'all', label: t`All files (${all})` },
        ...(odd > 0 ? [{ value: 'odd' as const, label: t`Only what needs a look (${odd})` }] : []),
        ...there.map((outcome) => ({ value: outcome, label: `${words.name(outcome)} (${count(outcome)})` })),
        ...(sameTexts > 0
          ? [{ value: 'same-text' as const, label: t`with a text that others have (${sameTexts})` }]
          : []),
      ]}
      onChange={onChange}
    />
  );
}

function Row({ row, sentence }: { readonly row: ReportRow; readonly sentence: string }) {
  return (
    <div className={styles.row}>
      <OutcomeIcon outcome={row.outcome} />
      <div className={styles.words}>
        <bdi className={styles.name}>
          <Revealed line={row.fileName} />
        </bdi>
        <span className={styles.sentence} dir="auto">
          {sentence}
        </span>
      </div>
    </div>
  );
}

type ChosenProps = {
  readonly row: ReportRow | undefined;
  readonly sentence: string;
  readonly onOpen: () => void;
};

/** The chosen line in full: names and sentences may be longer than the list is wide. */
function Chosen({ row, sentence, onOpen }: ChosenProps) {
  const { t } = useLingui();
  if (row === undefined)
    return <p className={styles.soft}>{t`Choose a line to read it in full. Enter opens its article.`}</p>;
  return (
    <div className={styles.chosen} role="status">
      <div>
        <bdi className={styles.file}>
          <Revealed line={row.fileName} />
        </bdi>
        <p>{sentence}</p>
      </div>
      {row.articleId !== null && <Button size="small" onPress={onOpen}>{t`Open the article`}</Button>}
    </div>
  );
}
