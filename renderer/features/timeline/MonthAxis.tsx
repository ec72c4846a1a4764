import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import type { MonthOfArticles } from '#core/library/months.ts';
import styles from './Timeline.module.css';

type MonthAxisProps = {
  readonly months: readonly MonthOfArticles[];
  readonly chosen: MonthOfArticles | null;
  readonly onChoose: (month: MonthOfArticles) => void;
};

const tallest = 5.5;

/** A bar a month, as high as it has articles; choosing one narrows the list below. */
export function MonthAxis({ months, chosen, onChoose }: MonthAxisProps) {
  const { t, i18n } = useLingui();
  const most = Math.max(1, ...months.map(({ articles }) => articles.length));
  return (
    <div className={styles.axis} role="toolbar" aria-label={t`Months`}>
      {months.map((month, index) => {
        const date = new Date(Date.UTC(month.year, month.month - 1, 1));
        const count = month.articles.length;
        const name = i18n.date(date, { timeZone: 'UTC', month: 'long', year: 'numeric' });
        const isChosen = chosen?.year === month.year && chosen.month === month.month;
        return (
          <Button
            key={`${month.year}-${month.month}`}
            className={styles.month ?? ''}
            data-chosen={isChosen || undefined}
            aria-label={`${name}: ${plural(count, { one: '# article', other: '# articles' })}`}
            onPress={() => onChoose(month)}
          >
            {count > 0 && <span className={styles.number}>{count}</span>}
            <span
              className={styles.bar}
              data-empty={count === 0 || undefined}
              style={{ height: count === 0 ? undefined : `${(count / most) * tallest}rem` }}
            />
            <span>{i18n.date(date, { timeZone: 'UTC', month: 'short' })}</span>
            <span className={styles.year}>{index === 0 || month.month === 1 ? month.year : ''}</span>
          </Button>
        );
      })}
    </div>
  );
}
