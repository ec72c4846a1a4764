import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import { Button, Toolbar } from 'react-aria-components';
import type { MonthOfArticles } from '#core/library/months.ts';
import { countTexts } from '#core/library/same-text.ts';
import styles from './Timeline.module.css';

type MonthAxisProps = {
  readonly months: readonly MonthOfArticles[];
  readonly chosen: MonthOfArticles | null;
  readonly onChoose: (month: MonthOfArticles) => void;
};

/** In rem. */
const tallest = 5.5;

/** A bar a month, as high as it has texts; choosing one narrows the list below. The arrow keys go along it. */
export function MonthAxis({ months, chosen, onChoose }: MonthAxisProps) {
  const { t } = useLingui();
  const most = Math.max(1, ...months.map(({ articles }) => countTexts(articles)));
  return (
    <Toolbar className={styles.axis ?? ''} aria-label={t`Months`}>
      {months.map((month, index) => (
        <Fragment key={`${month.year}-${month.month}`}>
          {month.skippedBefore > 0 && <Skipped count={month.skippedBefore} />}
          <MonthButton
            month={month}
            share={countTexts(month.articles) / most}
            showYear={index === 0 || month.month === 1 || month.skippedBefore > 0}
            isChosen={chosen?.year === month.year && chosen.month === month.month}
            onChoose={onChoose}
          />
        </Fragment>
      ))}
    </Toolbar>
  );
}

/** Stands for a long stretch without articles. */
function Skipped({ count }: { readonly count: number }) {
  const years = Math.floor(count / 12);
  const months = count % 12;
  const label = [
    plural(years, { one: '# year', other: '# years' }),
    months > 0 && plural(months, { one: '# month', other: '# months' }),
  ];
  return <span className={styles.skipped}>⋯ {label.filter(Boolean).join(' ')}</span>;
}

type MonthButtonProps = {
  readonly month: MonthOfArticles;
  /** Of the fullest month's texts, 0 to 1. */
  readonly share: number;
  readonly showYear: boolean;
  readonly isChosen: boolean;
  readonly onChoose: (month: MonthOfArticles) => void;
};

function MonthButton({ month, share, showYear, isChosen, onChoose }: MonthButtonProps) {
  const { i18n } = useLingui();
  const date = new Date(Date.UTC(2000, month.month - 1, 1));
  // Years below 100 mean another century to Date.UTC.
  date.setUTCFullYear(month.year);
  const { articles } = month;
  const count = countTexts(articles);
  const counted = plural(articles.length, { one: '# article', other: '# articles' });
  const different = plural(count, { one: '# text', other: '# texts' });
  const name = i18n.date(date, { timeZone: 'UTC', month: 'long', year: 'numeric' });
  return (
    <Button
      className={styles.month ?? ''}
      data-chosen={isChosen || undefined}
      aria-label={`${name}: ${count < articles.length ? `${counted} (${different})` : counted}`}
      aria-pressed={isChosen}
      isDisabled={count === 0}
      onPress={() => onChoose(month)}
    >
      {count > 0 && <span className={styles.number}>{count}</span>}
      <span
        className={styles.bar}
        data-empty={count === 0 || undefined}
        style={count === 0 ? {} : { height: `${share * tallest}rem` }}
      />
      <span>{i18n.date(date, { timeZone: 'UTC', month: 'short' })}</span>
      <span className={styles.year}>{showYear ? month.year : ''}</span>
    </Button>
  );
}
