import { useLingui } from '@lingui/react/macro';
import { CircleCheck, TriangleAlert } from 'lucide-react';
import { toCsv } from '#core/exchange/csv.ts';
import type { RowProblem } from '#core/exchange/map-files/map-feature.ts';
import { desktop } from '#state/desktop.ts';
import { notify } from '#state/notices.ts';
import { Button } from '#ui/Button.tsx';
import styles from './MapExchange.module.css';
import { problemWords } from './problem-words.ts';

type RowReportProps = {
  readonly problems: readonly RowProblem[];
  /** How often each code was met, where that is more than are kept one by one. */
  readonly counts?: Readonly<Record<string, number>>;
  readonly fileName: string;
};

const shownRows = 3;

/** What is to be said of the rows of a file: by kind, with the first few, and row by row as a table to keep. */
export function RowReport({ problems, counts, fileName }: RowReportProps) {
  const { t } = useLingui();
  if (problems.length === 0)
    return (
      <p className={styles.soft}>
        <CircleCheck size={14} aria-hidden="true" /> {t`Everything in it was read as it stands.`}
      </p>
    );
  const groups = Map.groupBy(problems, ({ code }) => code);
  const save = async () => {
    const rows = problems.map(({ row, name, code, value }) => [
      row.toString(),
      name,
      problemWords(code, 1),
      value,
    ]);
    const answer = await desktop().saveFile({
      suggestedName: `${fileName} – ${t`report`}`,
      kind: 'csv',
      content: toCsv([[t`Row`, t`Name or id`, t`What`, t`What stands there`], ...rows]),
    });
    if (answer === null) return;
    if (answer.ok) notify({ kind: 'good', text: t`Saved as ${answer.fileLabel}` });
    else notify({ kind: 'danger', text: t`It could not be written: ${answer.problem.message}` });
  };
  return (
    <section className={styles.group} aria-label={t`Rows to know about`}>
      <p className={styles.warning}>
        <TriangleAlert size={14} aria-hidden="true" />
        {t`Rows to know about`}
      </p>
      <ul className={styles.bullets}>
        {[...groups].map(([code, own]) => (
          <li key={code}>
            {problemWords(code, counts?.[code] ?? own.length)}
            <bdi className={styles.soft}> — {own.slice(0, shownRows).map(wordRow).join(' · ')}</bdi>
            {own.length > shownRows && ' …'}
          </li>
        ))}
      </ul>
      <Button size="small" onPress={() => void save()}>
        {t`Save the report, row by row…`}
      </Button>
    </section>
  );
}

/** “12 MLI123 “last week””: where, who, what stands there. */
function wordRow({ row, name, value }: RowProblem): string {
  const called = name === '' ? '' : ` ${name.slice(0, 40).toWellFormed()}`;
  return `${row}${called}${value === '' ? '' : ` “${value.slice(0, 40).toWellFormed()}”`}`;
}
