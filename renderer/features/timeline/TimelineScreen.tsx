import { Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { CalendarRange } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button } from 'react-aria-components';
import type { Article } from '#core/article.ts';
import { layOutMonths, type MonthOfArticles } from '#core/library/months.ts';
import { useSession } from '#state/session.ts';
import { openArticle } from '#state/workspace.ts';
import { listArticles } from '#storage/articles.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useFieldWords } from '#ui/use-field-words.ts';
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
  const shown = months.filter(
    (month) => month.articles.length > 0 && (chosen === null || isSame(month, chosen)),
  );
  const monthName = ({ year, month }: MonthOfArticles) =>
    i18n.date(new Date(Date.UTC(year, month - 1, 1)), { timeZone: 'UTC', month: 'long', year: 'numeric' });
  return (
    <section className={styles.screen} aria-label={t`Timeline`}>
      <MonthAxis
        months={months}
        chosen={chosen}
        onChoose={(month) => setChosen(chosen !== null && isSame(chosen, month) ? null : month)}
      />
      <div className={styles.lists}>
        {shown.map((month) => (
          <Group key={`${month.year}-${month.month}`} heading={monthName(month)} articles={month.articles} />
        ))}
        {chosen === null && yearOnly.length > 0 && (
          <Group heading={t`Only a year is stated`} articles={yearOnly} />
        )}
        {chosen === null && undated.length > 0 && (
          <Group
            heading={t`No date stated`}
            hint={
              <Trans>
                Liptako never guesses a date. Where you know one, enter it under “Article data” beside the
                article.
              </Trans>
            }
            articles={undated}
          />
        )}
      </div>
    </section>
  );
}

type GroupProps = {
  readonly heading: string;
  readonly hint?: React.ReactNode;
  readonly articles: readonly Article[];
};

function Group({ heading, hint, articles }: GroupProps) {
  const { t } = useLingui();
  const words = useFieldWords();
  return (
    <div className={styles.group}>
      <h2 className={styles.heading}>{heading}</h2>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      <ul>
        {articles.map((article) => (
          <li key={article.id}>
            <Button className={styles.article ?? ''} onPress={() => openArticle(article.id)}>
              <span className={styles.soft}>
                {article.publishedAt === null ? t`no date stated` : words.date(article.publishedAt.value)}
              </span>
              <bdi className={`${styles.title} ${article.title.basis === 'derived' ? styles.derived : ''}`}>
                {article.title.value}
              </bdi>
              <span className={styles.soft}>{words.source(article)}</span>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}

function isSame(a: MonthOfArticles, b: MonthOfArticles): boolean {
  return a.year === b.year && a.month === b.month;
}
