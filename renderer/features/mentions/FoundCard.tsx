import { useLingui } from '@lingui/react/macro';
import { useRef } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import type { ArticleId } from '#core/ids.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';
import { byHand } from './by-hand.ts';
import { FoundCardBody } from './FoundCardBody.tsx';
import styles from './Mentions.module.css';
import { useItemDeeds } from './use-card-deeds.ts';
import { useArticleItems } from './use-items.ts';

type FoundCardProps = {
  readonly articleId: ArticleId;
  /** As the reader was given it; or the words that the analyst selected. */
  readonly shown: { readonly id: string } | { readonly span: TextSpan; readonly exact: string };
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
  const item =
    'id' in shown
      ? all.find(({ id }) => id === shown.id)
      : (all.find((one) => one.kind === 'actor' && sameSpan(one.span, shown.span)) ??
        byHand(
          shown,
          all.filter(({ span }) => overlaps(span, shown.span)),
        ));
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

function sameSpan(a: TextSpan, b: TextSpan): boolean {
  return a.start === b.start && a.end === b.end;
}
