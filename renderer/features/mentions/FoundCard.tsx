import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { ArticleId } from '#core/ids.ts';
import type { ShownItem } from '#core/mentions/items-to-show.ts';
import type { TextSpan } from '#core/text/span.ts';
import { FoundCardBody } from './FoundCardBody.tsx';
import styles from './Mentions.module.css';
import { useArticleText } from './use-article-text.ts';
import { useItemDeeds } from './use-card-deeds.ts';
import { useArticleItems } from './use-items.ts';

type FoundCardProps = {
  readonly articleId: ArticleId;
  /** As the reader was given it; or the words that the analyst selected. */
  readonly shown: { readonly id: string } | { readonly span: TextSpan };
  /** Where the words stand in the window. */
  readonly anchorRect: DOMRect;
  readonly onClose: () => void;
};

/** An actor, person, date or figure that was chosen in the text: what it is taken for, why, and what else it may be. */
export function FoundCard({ articleId, shown, anchorRect, onClose }: FoundCardProps) {
  const { t } = useLingui();
  const anchor = useRef<HTMLDivElement>(null);
  const all = useArticleItems(articleId);
  const deeds = useItemDeeds(articleId, onClose);
  const text = useArticleText(articleId);
  const item = 'id' in shown ? all.find(({ id }) => id === shown.id) : selected(shown.span, all, text);
  if (item === undefined) return null;
  const { left, top, width, height } = anchorRect;
  return (
    <>
      <div ref={anchor} className={styles.anchor} style={{ left, top, width, height }} />
      <Popover
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={6}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <Dialog className={styles.card ?? ''} aria-label={t`Found in the text: “${item.exact}”`}>
          <FoundCardBody item={item} all={all} deeds={deeds} />
        </Dialog>
      </Popover>
    </>
  );
}

/** What is found in the selected words already, or the words themselves; nothing until they are read. */
function selected(span: TextSpan, all: readonly ShownItem[], text: string | null): ShownItem | undefined {
  const same = all.find((one) => one.kind === 'actor' && sameSpan(one.span, span));
  if (same !== undefined || text === null) return same;
  return {
    id: 'by-hand',
    span,
    exact: text.slice(span.start, span.end),
    kind: 'actor',
    status: 'suggested',
    actorId: null,
    item: null,
    decided: null,
  };
}

function sameSpan(a: TextSpan, b: TextSpan): boolean {
  return a.start === b.start && a.end === b.end;
}
