import { useLingui } from '@lingui/react/macro';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { PaintedHighlight, Painting } from '#core/reader/paint-layers.ts';
import { layOut } from '#core/reader/reading-blocks.ts';
import type { TextSpan } from '#core/text/span.ts';
import { usePreferences } from '#state/preferences.ts';
import { Anchored } from './Anchored.tsx';
import { ArticleHeader } from './ArticleHeader.tsx';
import { ArticleText } from './ArticleText.tsx';
import type { HighlightPainter } from './create-highlight-painter.ts';
import { DamageAt } from './DamageAt.tsx';
import { EdgeHandles } from './EdgeHandles.tsx';
import { MarginStripes } from './MarginStripes.tsx';
import { PassagePanel } from './PassagePanel.tsx';
import styles from './Reader.module.css';
import type { ReaderProps } from './Reader.tsx';
import type { TextRanges } from './text-ranges.ts';
import { useBacklight } from './use-backlight.ts';
import { useDamage } from './use-damage.ts';
import { useKeepFocus } from './use-keep-focus.ts';
import { useLitPlace } from './use-lit-place.ts';
import { type Marking, useMarking } from './use-marking.ts';
import { useNoteReading } from './use-note-reading.ts';
import { usePainting, useTextRanges } from './use-painting.ts';
import { usePlaceInText } from './use-place-in-text.ts';
import { useReaderKeys } from './use-reader-keys.ts';
import { type ReaderMention, useSelecting } from './use-selecting.ts';

type OpenArticleProps = ReaderProps & {
  readonly article: Article;
  readonly text: string;
  /** Its highlights, as far as they are to be shown. */
  readonly kept: readonly Highlight[];
};

const noMentions: readonly ReaderMention[] = [];
const ignore = () => undefined;

/** An article with its text at hand. Drawn anew for another article or another text. */
export function OpenArticle(props: OpenArticleProps) {
  const { article, text, mentions = noMentions, onMention = ignore } = props;
  const { t } = useLingui();
  const scroller = useRef<HTMLDivElement>(null);
  const page = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const [isolatedId, setIsolatedId] = useState<string | null>(null);
  const reading = useMemo(() => layOut(text, article.noise), [text, article.noise]);
  const wordCount = useMemo(() => text.match(/\S+/g)?.length ?? 0, [text]);
  const ranges = useTextRanges(body);
  useKeepFocus(article.id, body);
  useNoteReading({ article, text, body, scroller });
  const place = usePlaceInText({ article, blocks: reading.blocks, ranges, scroller });

  const onReturn = (offset: number | null) => returnToText(body.current, ranges, offset, marking);
  const ahead = useRef<HighlightPainter['paintAhead']>(ignore);
  const paintAhead = useCallback<HighlightPainter['paintAhead']>((one) => ahead.current(one), []);
  const marking: Marking = useMarking({ article, text, kept: props.kept, onReturn, paintAhead });
  const damage = useDamage({ article, text });
  const onPlace = (offset: number | null) => (offset === null ? damage.show(null) : damage.showAt(offset));
  const shown = { ranges, body, scroller, mentions, onMention };
  const caret = useSelecting({ marking, page, onPlace, ...shown });
  useReaderKeys({ marking, onReturn, damage, reveal: place.reveal, ...shown });
  useLitPlace({ body, ranges, mentions });

  const painting = usePaintingOf({
    marking,
    isolatedId,
    mentions,
    noise: reading.inlineNoise,
    flash: place.flash,
    damage: damage.open,
    dimmed: useBacklight(article, marking.highlights),
  });
  const canvas = usePainting({ body, scroller, ranges }, painting);
  ahead.current = canvas.paintAhead;
  const { near } = canvas;
  const atPanel = panelPlace(marking);
  const { stripeSide, stripeNames } = usePreferences((state) => state);

  return (
    <div className={styles.reader}>
      {ranges !== null &&
        props.findBar?.({ articleId: article.id, text, toRange: ranges.toRange, reveal: place.reveal })}
      <div ref={scroller} className={styles.scroller}>
        <article
          className={styles.page}
          data-stripes={stripeSide}
          data-stripe-names={stripeNames || undefined}
        >
          <ArticleHeader article={article} wordCount={wordCount} onSimilar={props.onSimilar} />
          <div ref={page} className={styles.sheet}>
            <ArticleText
              text={text}
              blocks={reading.blocks}
              unfolded={place.unfolded}
              onFold={place.onFold}
              onSpare={(span) => void marking.setNoise(span, null)}
              label={t`Text of the article`}
              bodyRef={body}
            />
            {caret !== null && <span className={styles.caret} style={caret} />}
            {ranges !== null && (
              <>
                <EdgeHandles
                  marking={marking}
                  ranges={ranges}
                  body={body}
                  page={page}
                  scroller={scroller}
                  near={near}
                />
                <MarginStripes
                  marking={marking}
                  ranges={ranges}
                  body={body}
                  near={near}
                  side={stripeSide}
                  withNames={stripeNames}
                  onIsolate={setIsolatedId}
                />
              </>
            )}
            {ranges !== null && atPanel === null && (
              <DamageAt {...{ damage, ranges, page, scroller }} reveal={place.reveal} />
            )}
            {ranges !== null && atPanel && (
              <Anchored span={atPanel} ranges={ranges} page={page} scroller={scroller} label={t`The passage`}>
                <PassagePanel
                  marking={marking}
                  actions={props.extraActions ?? []}
                  onReturn={onReturn}
                  onIsolate={setIsolatedId}
                />
              </Anchored>
            )}
          </div>
        </article>
      </div>
    </div>
  );
}

/** Focus on the text: the caret at `offset`, or, without one, the selection as it was. */
function returnToText(
  body: HTMLElement | null,
  ranges: TextRanges | null,
  offset: number | null,
  { selected }: Marking,
): void {
  if (body === null || ranges === null) return;
  const span = offset === null ? (selected?.span ?? null) : { start: offset - 1, end: offset };
  const range = span === null ? null : ranges.toRange(span);
  const selection = getSelection();
  if (range !== null && selection !== null) {
    const { startContainer, startOffset, endContainer, endOffset } = range;
    if (offset === null) selection.setBaseAndExtent(startContainer, startOffset, endContainer, endOffset);
    else selection.collapse(endContainer, endOffset);
  }
  body.focus({ preventScroll: true });
}

/** The passage the small window hangs at; `null` while none is open. */
function panelPlace({ panel, selected, chosen }: Marking): TextSpan | null {
  if (panel === null) return null;
  if (panel.kind === 'stack') return panel.span;
  const isSelected = panel.kind === 'selection' || panel.kind === 'noise';
  return (isSelected ? selected?.span : chosen?.anchor) ?? null;
}

type PaintingParts = Required<Pick<Painting, 'isolatedId' | 'noise' | 'flash' | 'dimmed' | 'damage'>> & {
  readonly marking: Marking;
  readonly mentions: readonly ReaderMention[];
};

/** What is to be painted over the text; the same object while that is the same. */
function usePaintingOf(parts: PaintingParts): Painting {
  const { marking, isolatedId, mentions, noise, flash, dimmed, damage } = parts;
  const { highlights, byId, chosen, selected, pulled } = marking;
  const kept = useMemo(
    () =>
      highlights.map(({ id, anchor, tagIds }): PaintedHighlight => {
        const first = tagIds.find((tagId) => byId.has(tagId));
        const color = first === undefined ? 'plain' : (byId.get(first)?.color ?? 'plain');
        return { id, start: anchor.start, end: anchor.end, color };
      }),
    [highlights, byId],
  );
  const shown = useMemo(
    () =>
      pulled === null ? kept : kept.map((one) => (one.id === pulled.id ? { ...one, ...pulled.span } : one)),
    [kept, pulled],
  );
  const named = useMemo(
    () => mentions.map(({ span, status, kind = 'place' }) => ({ ...span, status, kind })),
    [mentions],
  );
  const chosenId = chosen?.id ?? null;
  const selection = selected?.span ?? null;
  return useMemo(
    () => ({
      highlights: shown,
      chosenId,
      isolatedId,
      mentions: named,
      noise,
      dimmed,
      selection,
      flash,
      damage,
    }),
    [shown, chosenId, isolatedId, named, noise, dimmed, selection, flash, damage],
  );
}
