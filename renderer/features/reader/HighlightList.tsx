import { useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Highlighter } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { ArticleId, HighlightId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { useLook } from '#state/workspace.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useAfterDrawn } from './after-drawn.ts';
import { HighlightCard, type PickKind } from './HighlightCard.tsx';
import styles from './HighlightList.module.css';
import { ListFilters } from './ListFilters.tsx';
import { PickedBar } from './PickedBar.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useListedDeeds } from './use-listed-deeds.ts';
import { useListing } from './use-listing.ts';
import { usePicked } from './use-picked.ts';
import { useArticle, useHighlights, useTags } from './use-reading.ts';

export type HighlightListProps = {
  /** Put a quote of this highlight into the brief. */
  readonly onCite?: (highlightId: HighlightId) => void;
  /** Give this passage a place on the map. */
  readonly onPlace?: (articleId: ArticleId, span: TextSpan) => void;
};

const noHighlights: readonly Highlight[] = [];

/**
 * The highlights of the open article, the chosen one with all that can be done with it; of a long list only what is
 * seen is drawn. It follows the text a moment later: what is marked there has to be seen there first.
 */
export function HighlightList({ onCite, onPlace }: HighlightListProps) {
  const { t } = useLingui();
  const articleId = useLook((state) => state.shownArticleId);
  const chosenId = useAfterDrawn(useLook((state) => state.highlightId));
  const article = useArticle(articleId) ?? null;
  const highlights = useAfterDrawn(useHighlights(articleId)) ?? noHighlights;
  const codebook = useTags();
  const deeds = useListedDeeds(article);
  const listing = useListing(highlights, codebook);
  const picked = usePicked(listing.shown, article);
  const { shown } = listing;
  const stop = Math.max(
    0,
    shown.findIndex(({ id }) => id === chosenId),
  );
  const { scroller, rows, focusAt } = useRows(shown, chosenId);

  const moveTo = (index: number) => {
    const wanted = shown[Math.max(0, Math.min(index, shown.length - 1))];
    if (wanted === undefined) return;
    deeds.choose(wanted);
    focusAt(wanted.id);
  };
  const onPick = (highlight: Highlight, kind: PickKind) => {
    const at = shown.indexOf(highlight);
    if (kind === 'one') picked.toggle(highlight.id);
    else picked.pick(shown.slice(Math.min(at, stop), Math.max(at, stop) + 1));
  };
  const onKeyDown = useListKeys({ shown, picked, deeds, moveTo });

  if (highlights.length === 0)
    return (
      <EmptyState icon={Highlighter} title={t`No highlights yet`}>
        {t`Select words in the article: by mouse, or with Shift and the arrow keys. Then choose a tag, or highlight without one.`}
      </EmptyState>
    );
  return (
    <div className={styles.pane}>
      <ListFilters highlights={highlights} byId={codebook.byId} listing={listing} />
      {picked.picked.length > 0 && <PickedBar picked={picked} {...codebook} />}
      {shown.length === 0 && <p className={styles.untagged}>{t`None of them fits the filter.`}</p>}
      <div ref={scroller} className={styles.scroller}>
        <ul
          className={styles.list}
          style={{ height: rows.getTotalSize() }}
          aria-label={t`Highlights of this article`}
          onKeyDown={onKeyDown}
        >
          {rows.getVirtualItems().map(({ index, start }) => {
            const highlight = shown[index];
            return (
              highlight !== undefined && (
                <HighlightCard
                  key={highlight.id}
                  ref={rows.measureElement}
                  index={index}
                  count={shown.length}
                  top={start}
                  highlight={highlight}
                  byId={codebook.byId}
                  isChosen={highlight.id === chosenId}
                  isPicked={picked.has(highlight.id)}
                  isOfOtherText={article !== null && highlight.anchor.textSha256 !== article.textSha256}
                  isStop={index === stop}
                  deeds={deeds}
                  onPick={onPick}
                  {...(onCite === undefined ? {} : { onCite })}
                  {...(onPlace === undefined ? {} : { onPlace })}
                />
              )
            );
          })}
        </ul>
      </div>
    </div>
  );
}

/** In pixels at normal text size: most cards have two lines of quote and one of tags. */
const usualHeight = 92;

/** The cards that are drawn, the chosen one brought into view, and how to give one the focus. */
function useRows(shown: readonly Highlight[], chosenId: HighlightId | null) {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<HighlightId | null>(null);
  const rows = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => shown[index]?.id ?? index,
    estimateSize: () => usualHeight,
    gap: 7,
    overscan: 6,
  });
  const chosenAt = shown.findIndex(({ id }) => id === chosenId);
  useEffect(() => {
    if (chosenAt >= 0) rows.scrollToIndex(chosenAt, { align: 'auto' });
  }, [chosenAt, rows]);
  // The card may only just have been drawn.
  useEffect(() => {
    const id = wanted.current;
    const card =
      id === null
        ? null
        : scroller.current?.querySelector<HTMLElement>(`[data-highlight="${CSS.escape(id)}"]`);
    if (card === null || card === undefined) return;
    wanted.current = null;
    card.focus();
  });
  return {
    scroller,
    rows,
    focusAt: (id: HighlightId) => {
      wanted.current = id;
      scroller.current?.querySelector<HTMLElement>(`[data-highlight="${CSS.escape(id)}"]`)?.focus();
    },
  };
}
