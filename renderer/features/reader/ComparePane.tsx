import { useLingui } from '@lingui/react/macro';
import { type MouseEvent, type RefObject, useEffect, useMemo, useRef } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { Comparison, Side } from '#core/compare/compare-texts.ts';
import type { TagId } from '#core/ids.ts';
import type { PaintedHighlight, Painting } from '#core/reader/paint-layers.ts';
import { layOut } from '#core/reader/reading-blocks.ts';
import type { TextSpan } from '#core/text/span.ts';
import { useLook } from '#state/workspace.ts';
import { useFieldWords } from '#ui/use-field-words.ts';
import { ArticleText } from './ArticleText.tsx';
import styles from './Compare.module.css';
import type { PaneViews } from './compare-place.ts';
import readerStyles from './Reader.module.css';
import { useCompareMarks } from './use-compare-marks.ts';
import { useFolds } from './use-folds.ts';
import { useNoteReading } from './use-note-reading.ts';
import { usePainting, useTextRanges } from './use-painting.ts';
import type { ReaderMention } from './use-selecting.ts';

/** An article in full, as one side of a comparison. */
export type ComparedArticle = {
  readonly article: Article;
  readonly text: string;
  readonly highlights: readonly Highlight[];
  readonly mentions: readonly ReaderMention[];
};

type ComparePaneProps = ComparedArticle & {
  readonly side: Side;
  readonly texts: { readonly [At in Side]: string };
  readonly comparison: Comparison;
  readonly byId: ReadonlyMap<TagId, Tag>;
  /** The number of the pair that is gone to. */
  readonly current: number | null;
  readonly views: RefObject<PaneViews>;
  /** The pane has been drawn, or what it draws has moved. */
  readonly onDrawn: () => void;
  /** The text was clicked at this offset. */
  readonly onOffset: (side: Side, offset: number) => void;
};

/** One of two articles side by side: read only, with its highlights, its places and what it shares with the other. */
export function ComparePane(props: ComparePaneProps) {
  const { side, article, text, texts, comparison, views, onDrawn, current } = props;
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const reading = useMemo(() => layOut(text, article.noise), [text, article.noise]);
  const { unfolded, onFold, unfold } = useFolds(article, reading.blocks);
  const show = useRef(unfold);
  show.current = unfold;
  const ranges = useTextRanges(body);
  useNoteReading({ article, text, body, scroller });
  const { near } = usePainting({ body, scroller, ranges }, usePaneColours(props, reading.inlineNoise));
  useCompareMarks({ side, texts, comparison, ranges, near, current });

  useEffect(() => {
    if (ranges === null || scroller.current === null || body.current === null) return;
    views.current[side] = {
      ranges,
      scroller: scroller.current,
      body: body.current,
      unfold: (span) => void show.current(span),
    };
    onDrawn();
    const seen = new ResizeObserver(onDrawn);
    seen.observe(scroller.current);
    seen.observe(body.current);
    return () => {
      seen.disconnect();
      views.current[side] = null;
    };
  }, [ranges, side, views, onDrawn]);

  const onClick = (event: MouseEvent) => {
    if (!(getSelection()?.isCollapsed ?? true)) return;
    const offset = ranges?.characterAt(event.clientX, event.clientY) ?? null;
    if (offset !== null) props.onOffset(side, offset);
  };

  return (
    <section className={styles.pane} aria-label={side === 'left' ? t`Left article` : t`Right article`}>
      <PaneHead article={article} />
      <div ref={scroller} className={readerStyles.scroller}>
        {/* biome-ignore lint/a11y/useKeyWithClickEvents: Enter does the same, heard for both sides at once. */}
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the document inside has the role and the focus. */}
        <div className={styles.page} onClick={onClick}>
          <ArticleText
            text={text}
            blocks={reading.blocks}
            unfolded={unfolded}
            onFold={onFold}
            label={side === 'left' ? t`Text of the left article` : t`Text of the right article`}
            description={t`Enter goes to the match on the other side. Full stop and comma go from match to match.`}
            bodyRef={body}
          />
        </div>
      </div>
    </section>
  );
}

function PaneHead({ article }: { readonly article: Article }) {
  const { t } = useLingui();
  const words = useFieldWords();
  const { title, publishedAt } = article;
  return (
    <header className={styles.paneHead}>
      <h2 className={styles.paneTitle} dir="auto">
        {title.value}
      </h2>
      <p className={styles.soft} dir="auto">
        {words.source(article)} · {publishedAt === null ? t`no date stated` : words.date(publishedAt.value)}
      </p>
    </header>
  );
}

/** What is painted over one side besides the comparison. */
function usePaneColours(
  { highlights, mentions, byId }: Pick<ComparePaneProps, 'highlights' | 'mentions' | 'byId'>,
  noise: readonly TextSpan[],
): Painting {
  const chosenId = useLook((state) => state.highlightId);
  return useMemo(
    () => ({
      highlights: highlights.map(({ id, anchor, tagIds }): PaintedHighlight => {
        const first = tagIds.find((tagId) => byId.has(tagId));
        const color = first === undefined ? 'plain' : (byId.get(first)?.color ?? 'plain');
        return { id, start: anchor.start, end: anchor.end, color };
      }),
      chosenId,
      isolatedId: null,
      mentions: mentions.map(({ span, status, kind = 'place' }) => ({ ...span, status, kind })),
      noise,
      selection: null,
      flash: null,
    }),
    [highlights, mentions, byId, chosenId, noise],
  );
}
