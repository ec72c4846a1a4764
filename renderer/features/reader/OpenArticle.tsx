import { useLingui } from '@lingui/react/macro';
import { type RefObject, useMemo, useRef, useState } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { TagId } from '#core/ids.ts';
import type { Painting } from '#core/reader/paint-layers.ts';
import { layOut } from '#core/reader/reading-blocks.ts';
import { Anchored } from './Anchored.tsx';
import { ArticleHeader } from './ArticleHeader.tsx';
import { ArticleText } from './ArticleText.tsx';
import { MarginStripes } from './MarginStripes.tsx';
import styles from './Reader.module.css';
import type { ReaderProps } from './Reader.tsx';
import { SelectionPanel } from './SelectionPanel.tsx';
import type { TextRanges } from './text-ranges.ts';
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
  useNoteReading({ article, text, body, scroller });
  const place = usePlaceInText({ articleId: article.id, blocks: reading.blocks, ranges, scroller });

  const onReturn = (offset: number | null) => returnToText(body.current, ranges, offset, marking);
  const marking: Marking = useMarking({ article, text, kept: props.kept, onReturn });
  const caret = useSelecting({ marking, ranges, body, page, scroller, mentions, onMention });
  useReaderKeys({ marking, ranges, body, scroller, onReturn });

  const { highlights, byId, chosen, selected, panel, edge } = marking;
  const painting = useMemo(
    (): Painting => ({
      highlights: highlights.map(({ id, anchor, tagIds }) => ({
        id,
        start: anchor.start,
        end: anchor.end,
        color: byId.get(tagIds.find((tagId) => byId.has(tagId)) as TagId)?.color ?? 'plain',
      })),
      chosenId: chosen?.id ?? null,
      isolatedId,
      mentions: mentions.map(({ span, status }) => ({ ...span, status })),
      noise: reading.inlineNoise,
      selection: selected?.span ?? null,
      flash: place.flash,
    }),
    [highlights, byId, chosen, isolatedId, mentions, reading, selected, place.flash],
  );
  const near = usePainting({ body, scroller, ranges }, painting);
  const atPanel = panel === null ? null : panel.kind === 'selection' ? selected?.span : chosen?.anchor;

  return (
    <div className={styles.reader}>
      {ranges !== null &&
        props.findBar?.({ articleId: article.id, text, toRange: ranges.toRange, reveal: place.reveal })}
      <div ref={scroller} className={styles.scroller}>
        <article className={styles.page}>
          <ArticleHeader article={article} wordCount={wordCount} />
          <div ref={page} className={styles.sheet}>
            <ArticleText
              text={text}
              blocks={reading.blocks}
              unfolded={place.unfolded}
              onFold={place.onFold}
              label={t`Text of the article`}
              bodyRef={body}
            />
            {caret !== null && <span className={styles.caret} style={caret} />}
            {ranges !== null && edge !== null && chosen !== null && (
              <EdgeMark ranges={ranges} page={page} offset={chosen.anchor[edge.edge]} />
            )}
            {ranges !== null && (
              <MarginStripes
                highlights={highlights}
                byId={byId}
                ranges={ranges}
                body={body}
                near={near}
                chosenId={chosen?.id ?? null}
                onChoose={marking.choose}
                onIsolate={setIsolatedId}
              />
            )}
            {ranges !== null && atPanel && (
              <Anchored span={atPanel} ranges={ranges} page={page} scroller={scroller} label={t`The passage`}>
                <SelectionPanel marking={marking} actions={props.extraActions ?? []} onReturn={onReturn} />
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

type EdgeMarkProps = {
  readonly ranges: TextRanges;
  readonly page: RefObject<HTMLElement | null>;
  readonly offset: number;
};

/** Shows which end of a highlight is held. */
function EdgeMark({ ranges, page, offset }: EdgeMarkProps) {
  const range =
    ranges.toRange({ start: offset, end: offset + 1 }) ?? ranges.toRange({ start: offset - 1, end: offset });
  const frame = page.current?.getBoundingClientRect();
  const box = range?.getClientRects()[0];
  if (box === undefined || frame === undefined) return null;
  return (
    <span
      className={styles.edge}
      style={{ left: box.left - frame.left, top: box.top - frame.top, height: box.height }}
    />
  );
}
