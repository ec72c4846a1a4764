import { Plural, useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import type { Article } from '#core/article.ts';
import type { ResultRow } from '#core/search/results/search-answer.ts';
import { useFieldWords } from '#ui/use-field-words.ts';
import { Marked } from './Marked.tsx';
import styles from './Results.module.css';
import saved from './Saved.module.css';

type FoundRowProps = {
  readonly article: Article;
  /** `null` while it is worked out. */
  readonly row: ResultRow | null;
};

/** An article that was found, to be chosen as a whole: its title, its source, and its first lines. */
export function FoundRow({ article, row }: FoundRowProps) {
  const { t } = useLingui();
  const words = useFieldWords();
  const { title, publishedAt, textLength } = article;
  const hits = row?.positions.length ?? 0;
  return (
    <>
      <div className={styles.title} dir="auto">
        <Marked text={title.value} spans={row?.titlePositions ?? []} />
      </div>
      <div className={styles.source}>
        <span>{words.source(article)}</span>
        <span>{publishedAt === null ? t`no date stated` : words.date(publishedAt.value)}</span>
        <span className={styles.hits}>
          {hits > 0 ? (
            <Plural value={hits} one="# hit" other="# hits" />
          ) : (
            (row?.titlePositions.length ?? 0) > 0 && t`in the title`
          )}
        </span>
      </div>
      {row?.lines.map(({ start, end, parts }) => (
        <p key={start} className={saved.line} dir="auto">
          {start > 0 && '… '}
          {parts.map(({ text, isHit }, at) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never change places.
            isHit ? <mark key={at}>{text}</mark> : <Fragment key={at}>{text}</Fragment>,
          )}
          {end < textLength && ' …'}
        </p>
      ))}
    </>
  );
}
