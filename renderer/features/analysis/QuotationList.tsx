import { useLingui } from '@lingui/react/macro';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { ContextSize } from '#core/analysis/context.ts';
import type { Passage } from '#core/analysis/passages.ts';
import type { HighlightId } from '#core/ids.ts';
import { openHighlight } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import styles from './QuotationList.module.css';
import { useQuotation } from './use-quotation.ts';
import { useSourceWords } from './use-source-words.ts';

type QuotationListProps = { readonly passages: readonly Passage[]; readonly size: ContextSize };

/** Passages of any number with the words around them, as high as each is. */
export function QuotationList({ passages, size }: QuotationListProps) {
  const { t } = useLingui();
  const scroller = useRef<HTMLElement>(null);
  const [widened, setWidened] = useState<ReadonlyMap<HighlightId, number>>(new Map());
  const virtualizer = useVirtualizer({
    count: passages.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 150,
    getItemKey: (index) => passages[index]?.highlight.id ?? index,
    overscan: 4,
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and has to by keyboard.
    <section ref={scroller} className={styles.scroller} aria-label={t`Quotations`} tabIndex={0}>
      <div className={styles.inner} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
          const passage = passages[index];
          if (passage === undefined) return null;
          const { id } = passage.highlight;
          const factor = widened.get(id) ?? 1;
          return (
            <article
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              className={styles.item}
              style={{ transform: `translateY(${start}px)` }}
              aria-setsize={passages.length}
              aria-posinset={index + 1}
            >
              <Quoted
                passage={passage}
                size={factor === 1 ? size : { ...size, count: Math.max(1, size.count) * factor }}
                onWiden={() => setWidened(new Map([...widened, [id, factor * 2]]))}
              />
            </article>
          );
        })}
      </div>
    </section>
  );
}

type QuotedProps = {
  readonly passage: Passage;
  readonly size: ContextSize;
  readonly onWiden: () => void;
};

function Quoted({ passage, size, onWiden }: QuotedProps) {
  const { t } = useLingui();
  const { highlight, article, tags } = passage;
  const { before, after, isWhole } = useQuotation(passage, size);
  const source = useSourceWords();
  const { articleId, start, end, exact } = highlight.anchor;
  return (
    <>
      <p className={styles.text} dir="auto">
        <span className={styles.around}>{before}</span>
        <mark className={styles.passage}>{exact}</mark>
        <span className={styles.around}>{after}</span>
      </p>
      {!isWhole && (
        <p className={styles.old}>
          {t`Made on an older version of the text: only the words kept with it are shown.`}
        </p>
      )}
      <p className={styles.foot}>
        <span>
          {article?.title.value ?? t`(article is gone)`}
          {article !== null && `, ${source(article)}`}
        </span>
        {tags.map((tag) => (
          <Chip key={tag.id} color={tag.color}>
            {tag.name}
          </Chip>
        ))}
        <span className={styles.gap} />
        {isWhole && (
          <Button size="small" variant="quiet" onPress={onWiden}>
            {t`More context`}
          </Button>
        )}
        <Button
          size="small"
          variant="quiet"
          onPress={() => openHighlight(articleId, highlight.id, { start, end })}
        >
          {t`Open in the article`}
        </Button>
      </p>
      {highlight.note.trim() !== '' && <p className={styles.note}>{highlight.note}</p>}
    </>
  );
}
