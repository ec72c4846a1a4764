import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Highlighter } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { ArticleId, HighlightId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { pressedCommand } from '#state/keys.ts';
import { useLook } from '#state/workspace.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { HighlightCard } from './HighlightCard.tsx';
import styles from './HighlightList.module.css';
import { useListedDeeds } from './use-listed-deeds.ts';
import { useArticle, useHighlights, useTags } from './use-reading.ts';

export type HighlightListProps = {
  /** Put a quote of this highlight into the brief. */
  readonly onCite?: (highlightId: HighlightId) => void;
  /** Give this passage a place on the map. */
  readonly onPlace?: (articleId: ArticleId, span: TextSpan) => void;
};

const noHighlights: readonly Highlight[] = [];

/** The highlights of the open article in the order of the text, the chosen one with all that can be done with it. */
export function HighlightList({ onCite, onPlace }: HighlightListProps) {
  const { t } = useLingui();
  const articleId = useLook((state) => state.articleId);
  const chosenId = useLook((state) => state.highlightId);
  const article = useArticle(articleId) ?? null;
  const highlights = useHighlights(articleId) ?? noHighlights;
  const { byId } = useTags();
  const deeds = useListedDeeds(article);
  const list = useRef<HTMLUListElement>(null);
  const stop = highlights.findIndex(({ id }) => id === chosenId);

  const focusAt = (index: number) => {
    const wanted = highlights[Math.max(0, Math.min(index, highlights.length - 1))];
    if (wanted === undefined) return;
    deeds.choose(wanted);
    list.current?.querySelector<HTMLElement>(`[data-highlight="${CSS.escape(wanted.id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const id = event.target instanceof HTMLElement ? event.target.dataset.highlight : undefined;
    const at = highlights.findIndex((highlight) => highlight.id === id);
    const highlight = highlights[at];
    if (highlight === undefined) return;
    const deed = readKey(event.nativeEvent, at, highlights.length);
    if (deed === null) return;
    event.preventDefault();
    if (deed.kind === 'jump') deeds.jump(highlight);
    else focusAt(deed.to);
    if (deed.kind === 'drop') void deeds.drop(highlight);
  };

  if (highlights.length === 0)
    return (
      <EmptyState icon={Highlighter} title={t`No highlights yet`}>
        <Trans>
          Select words in the article: by mouse, or with Shift and the arrow keys. Then choose a tag, or press
          H.
        </Trans>
      </EmptyState>
    );
  return (
    <div className={styles.pane}>
      <p className={styles.count}>
        <Plural value={highlights.length} one="# highlight" other="# highlights" />
      </p>
      <ul ref={list} className={styles.list} aria-label={t`Highlights of this article`} onKeyDown={onKeyDown}>
        {highlights.map((highlight, index) => (
          <HighlightCard
            key={highlight.id}
            highlight={highlight}
            byId={byId}
            isChosen={highlight.id === chosenId}
            isOfOtherText={article !== null && highlight.anchor.textSha256 !== article.textSha256}
            isStop={index === Math.max(0, stop)}
            deeds={deeds}
            {...(onCite === undefined ? {} : { onCite })}
            {...(onPlace === undefined ? {} : { onPlace })}
          />
        ))}
      </ul>
    </div>
  );
}

type ListDeed = { readonly kind: 'jump' } | { readonly kind: 'move' | 'drop'; readonly to: number };

/** What a key does on the card number `at` of `count`; `to` is the card that has the focus afterwards. */
function readKey(event: globalThis.KeyboardEvent, at: number, count: number): ListDeed | null {
  if (pressedCommand(event, 'highlights') === 'highlight.delete')
    return { kind: 'drop', to: at === count - 1 ? at - 1 : at + 1 };
  if (event.ctrlKey || event.altKey || event.metaKey) return null;
  switch (event.key) {
    case 'ArrowDown':
      return { kind: 'move', to: at + 1 };
    case 'ArrowUp':
      return { kind: 'move', to: at - 1 };
    case 'Home':
      return { kind: 'move', to: 0 };
    case 'End':
      return { kind: 'move', to: count - 1 };
    case 'Enter':
      return { kind: 'jump' };
    default:
      return null;
  }
}
