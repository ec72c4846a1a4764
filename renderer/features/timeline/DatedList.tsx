import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { openArticle } from '#state/workspace.ts';
import { useFieldWords } from '#ui/use-field-words.ts';
import { VirtualList } from '#ui/VirtualList.tsx';
import styles from './Timeline.module.css';

type DatedListProps = {
  readonly heading: string;
  readonly articles: readonly Article[];
  readonly hint?: ReactNode;
  readonly action?: ReactNode;
  /** What stands there when there are none. */
  readonly empty?: string;
};

const rowHeight = 46;

/** Articles with the dates they state, under a heading; Enter or a click opens one. */
export function DatedList({ heading, articles, hint, action, empty }: DatedListProps) {
  const words = useFieldWords();
  const { t, i18n } = useLingui();
  const [chosen, setChosen] = useState<ArticleId | null>(null);
  const open = (index: number) => {
    const article = articles[index];
    if (article !== undefined) openArticle(article.id);
  };
  return (
    <section className={styles.group} aria-label={heading}>
      <div className={styles.groupHead}>
        <h2 className={styles.heading}>
          {heading} <span className={styles.soft}>{i18n.number(articles.length)}</span>
        </h2>
        {action}
      </div>
      {hint !== undefined && <p className={styles.hint}>{hint}</p>}
      {articles.length === 0 ? (
        <p className={styles.hint}>{empty}</p>
      ) : (
        <VirtualList
          label={heading}
          items={articles}
          keyOf={({ id }) => id}
          rowHeight={rowHeight}
          chosenIndex={articles.findIndex(({ id }) => id === chosen)}
          onChoose={(index) => setChosen(articles[index]?.id ?? null)}
          onOpen={open}
          renderRow={(article, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes Enter for its rows.
            // biome-ignore lint/a11y/noStaticElementInteractions: the row around it has the role.
            <div className={styles.article} onClick={() => open(index)}>
              <span
                className={`${styles.title} ${article.title.basis === 'derived' ? styles.derived : ''}`}
                dir="auto"
              >
                {article.title.value}
              </span>
              <span className={styles.soft}>
                {article.publishedAt === null ? t`no date stated` : words.date(article.publishedAt.value)}
                {' · '}
                {words.source(article)}
              </span>
            </div>
          )}
        />
      )}
    </section>
  );
}
