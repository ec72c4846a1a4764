import { Plural, useLingui } from '@lingui/react/macro';
import { Fragment } from 'react';
import type { Article } from '#core/article.ts';
import type { ResultRow } from '#core/search/search-answer.ts';
import type { TextSpan } from '#core/text/span.ts';
import { useFieldWords } from '#ui/use-field-words.ts';
import styles from './Search.module.css';

type HitRowProps = { readonly hit: ResultRow; readonly article: Article };

/** An article that was found: its title, its source and the first lines with what was looked for. */
export function HitRow({ hit, article }: HitRowProps) {
  const { t } = useLingui();
  const words = useFieldWords();
  const { publishedAt, title, textLength } = article;
  return (
    <>
      <div className={styles.title} dir="auto">
        <Marked text={title.value} spans={hit.titlePositions} />
      </div>
      <div className={styles.source}>
        <span>{words.source(article)}</span>
        <span>{publishedAt === null ? t`no date stated` : words.date(publishedAt.value)}</span>
        <span className={styles.hits}>
          {hit.positions.length > 0 ? (
            <Plural value={hit.positions.length} one="# hit" other="# hits" />
          ) : (
            hit.titlePositions.length > 0 && t`in the title`
          )}
        </span>
      </div>
      {hit.lines.map(({ start, end, parts }) => (
        <p key={start} className={styles.line} dir="auto">
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

/** `text` with `spans` (in order, not overlapping) marked. */
function Marked({ text, spans }: { readonly text: string; readonly spans: readonly TextSpan[] }) {
  return (
    <>
      {spans.map(({ start, end }, at) => (
        <Fragment key={start}>
          {text.slice(spans[at - 1]?.end ?? 0, start)}
          <mark>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </>
  );
}
