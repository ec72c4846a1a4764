// biome-ignore-all lint/a11y/useSemanticElements: a table can't draw only the rows in sight.
import { Plural, useLingui } from '@lingui/react/macro';
import { Fragment, type MouseEvent, memo, type ReactNode } from 'react';
import type { Article } from '#core/article.ts';
import type { ResultRow } from '#core/search/results/search-answer.ts';
import type { Snippet } from '#core/search/results/snippets.ts';
import { useFieldWords } from '#ui/use-field-words.ts';
import { Marked } from './Marked.tsx';
import { OtherCarriers } from './OtherCarriers.tsx';
import styles from './Results.module.css';
import { openHit } from './search-engine.ts';
import { useAllLines } from './use-all-lines.ts';

type HitRowProps = {
  readonly row: ResultRow;
  /** `undefined` while it is being read. */
  readonly article: Article | undefined;
  /** Where it stands in the result. */
  readonly at: number;
  /** Which of its places is open in the reader; `null`: none. */
  readonly openPlace: number | null;
};

/**
 * An article that was found: its title, its source, and what was looked for with what stands around it. A line opens
 * the article there. The list has the focus for all of it: what is pressed here has keys of its own there.
 */
export const HitRow = memo(function HitRow({ row, article, at, openPlace }: HitRowProps) {
  const { t } = useLingui();
  const { positions, titlePositions } = row;
  const { lines, hasMore, isOpen, toggle } = useAllLines(row, article);
  const places = firstPlaces(lines);
  const onOpen = (place: number) => void openHit(at, place);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: the list has the focus and the keys for all its rows.
    <div role="gridcell" className={styles.cell} onClick={() => onOpen(0)}>
      <div className={styles.title} dir="auto">
        {article === undefined ? '\u00a0' : <Marked text={article.title.value} spans={titlePositions} />}
      </div>
      <Source article={article}>
        {openPlace !== null && positions.length > 1 ? (
          t`hit ${openPlace + 1} of ${positions.length}`
        ) : positions.length > 0 ? (
          <Plural value={positions.length} one="# hit" other="# hits" />
        ) : (
          titlePositions.length > 0 && t`in the title`
        )}
      </Source>
      {row.carriers !== undefined && <OtherCarriers of={row.articleId} ids={row.carriers} />}
      {lines.map((line, index) => (
        <Line
          key={line.start}
          line={line}
          firstPlace={places[index] ?? 0}
          openPlace={openPlace}
          textLength={article?.textLength ?? Number.POSITIVE_INFINITY}
          onOpen={onOpen}
        />
      ))}
      {(hasMore || isOpen) && (
        <button
          type="button"
          tabIndex={-1}
          className={styles.more}
          aria-expanded={isOpen}
          onClick={(event) => {
            event.stopPropagation();
            toggle();
          }}
        >
          {isOpen ? t`Show only the first lines` : t`Show all ${positions.length} hits`}
        </button>
      )}
    </div>
  );
});

function Source({
  article,
  children,
}: {
  readonly article: Article | undefined;
  readonly children: ReactNode;
}) {
  const { t } = useLingui();
  const words = useFieldWords();
  const date = article?.publishedAt ?? null;
  return (
    <div className={styles.source}>
      {article !== undefined && (
        <>
          <span>{words.source(article)}</span>
          <span>{date === null ? t`no date stated` : words.date(date.value)}</span>
        </>
      )}
      <span className={styles.hits}>{children}</span>
    </div>
  );
}

type LineProps = {
  readonly line: Snippet;
  /** Which place of the article its first hit is. */
  readonly firstPlace: number;
  readonly openPlace: number | null;
  readonly textLength: number;
  readonly onOpen: (place: number) => void;
};

function Line({ line, firstPlace, openPlace, textLength, onOpen }: LineProps) {
  let place = firstPlace;
  const open = (event: MouseEvent) => {
    event.stopPropagation();
    const mark = event.target instanceof HTMLElement ? event.target.closest('mark') : null;
    onOpen(Number(mark?.dataset.place ?? firstPlace));
  };
  return (
    <button type="button" tabIndex={-1} className={styles.line} dir="auto" onClick={open}>
      {line.start > 0 && '… '}
      {line.parts.map(({ text, isHit }, at) => {
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never change places.
        if (!isHit) return <Fragment key={at}>{text}</Fragment>;
        const own = place;
        place += 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never change places.
          <mark key={at} data-place={own} data-open={own === openPlace || undefined}>
            {text}
          </mark>
        );
      })}
      {line.end < textLength && ' …'}
    </button>
  );
}

/** Which place of the article the first hit of each line is. */
function firstPlaces(lines: readonly Snippet[]): number[] {
  const places: number[] = [];
  let place = 0;
  for (const { parts } of lines) {
    places.push(place);
    place += parts.filter(({ isHit }) => isHit).length;
  }
  return places;
}
