import { Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { CalendarRange } from 'lucide-react';
import { useMemo, useState } from 'react';
import { layOutMonths, type MonthOfArticles } from '#core/library/months.ts';
import { useSession } from '#state/session.ts';
import { listArticles } from '#storage/articles.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { DatedList } from './DatedList.tsx';
import { MonthAxis } from './MonthAxis.tsx';
import styles from './Timeline.module.css';

/** The articles by the dates they state; those that state none stand apart, none is guessed. */
export function TimelineScreen() {
  const { t, i18n } = useLingui();
  const { db } = useSession();
  const articles = useLiveQuery(() => listArticles(db), [db]);
  const [chosen, setChosen] = useState<MonthOfArticles | null>(null);
  const { months, yearOnly, undated } = useMemo(() => layOutMonths(articles ?? []), [articles]);
  if (articles === undefined) return null;
  if (articles.length === 0)
    return (
      <EmptyState icon={CalendarRange} title={t`No articles yet`}>
        {t`Once there are some, they stand here by the dates they state.`}
      </EmptyState>
    );
  // The articles may have changed since the month was chosen.
  const open = chosen === null ? undefined : months.find((month) => isSame(month, chosen));
  const monthName = ({ year, month }: MonthOfArticles) =>
    i18n.date(new Date(Date.UTC(year, month - 1, 1)), { timeZone: 'UTC', month: 'long', year: 'numeric' });
  const dated = open?.articles ?? months.flatMap((month) => month.articles);
  return (
    <section className={styles.screen} aria-label={t`Timeline`}>
      <MonthAxis
        months={months}
        chosen={open ?? null}
        onChoose={(month) => setChosen(open !== undefined && isSame(open, month) ? null : month)}
      />
      <div className={styles.lists}>
        <DatedList
          heading={open === undefined ? t`By date` : monthName(open)}
          articles={dated}
          action={
            open !== undefined && (
              <Button size="small" variant="quiet" onPress={() => setChosen(null)}>{t`All months`}</Button>
            )
          }
          empty={t`None of the articles states a month.`}
        />
        {yearOnly.length > 0 && (
          <DatedList
            heading={t`Only a year is stated`}
            articles={yearOnly}
            hint={t`They are in no month above.`}
          />
        )}
        {undated.length > 0 && (
          <DatedList
            heading={t`No date stated`}
            articles={undated}
            hint={
              <Trans>
                Liptako never guesses a date. Where you know one, enter it under “Article data” beside the
                article.
              </Trans>
            }
          />
        )}
      </div>
    </section>
  );
}

function isSame(a: MonthOfArticles, b: MonthOfArticles): boolean {
  return a.year === b.year && a.month === b.month;
}
