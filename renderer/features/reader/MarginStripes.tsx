import { useLingui } from '@lingui/react/macro';
import { type CSSProperties, type MouseEvent, useState } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import type { HighlightId, TagId } from '#core/ids.ts';
import { placeLabels } from '#core/reader/place-labels.ts';
import styles from './MarginStripes.module.css';
import { StripeMenu, type StripeMenuAt } from './StripeMenu.tsx';
import { StripeTip } from './StripeTip.tsx';
import type { Marking } from './use-marking.ts';
import { type Stripe, type StripeParts, useStripes } from './use-stripes.ts';

type MarginStripesProps = Omit<StripeParts, 'text' | 'highlights'> & {
  readonly marking: Marking;
  readonly side: 'left' | 'right';
  /** Whether the names of the tags stand beside the stripes. */
  readonly withNames: boolean;
  /** The pointer is on a stripe, or has left it. */
  readonly onIsolate: (id: HighlightId | null) => void;
};

/** Pixels of a lane while there is room, and of all lanes of a bunch together. */
const laneWidth = 9;
const widest = 54;

/** A stripe beside the text for every highlight, in as few lanes as can be; each with its pattern, tip and menu. */
export function MarginStripes(props: MarginStripesProps) {
  const { marking, ranges, body, near, side, withNames, onIsolate } = props;
  const { highlights, byId, text } = marking;
  const [hovered, setHovered] = useState<HighlightId | null>(null);
  const [menu, setMenu] = useState<StripeMenuAt | null>(null);
  const stripes = useStripes({ text, highlights, ranges, body, near });
  const hover = (id: HighlightId | null) => {
    setHovered(id);
    onIsolate(id);
  };
  const tipped = menu === null ? stripes.find(({ highlight }) => highlight.id === hovered) : undefined;
  return (
    <div className={styles.margin} data-side={side} data-isolating={hovered !== null || undefined}>
      {stripes.map((stripe) => (
        <StripeButton
          key={stripe.highlight.id}
          stripe={stripe}
          tag={firstTag(stripe.highlight, byId)}
          side={side}
          isChosen={stripe.highlight.id === marking.chosen?.id}
          isHovered={stripe.highlight.id === hovered}
          onChoose={() => marking.choose(stripe.highlight.id)}
          onHover={hover}
          onMenu={(element) => setMenu({ id: stripe.highlight.id, element })}
        />
      ))}
      {withNames && <Names stripes={stripes} marking={marking} onHover={hover} onMenu={setMenu} />}
      {tipped !== undefined && <StripeTip highlight={tipped.highlight} byId={byId} top={tipped.start} />}
      <StripeMenu marking={marking} at={menu} onClose={() => setMenu(null)} />
    </div>
  );
}

type StripeButtonProps = {
  readonly stripe: Stripe;
  readonly tag: Tag | undefined;
  readonly side: 'left' | 'right';
  readonly isChosen: boolean;
  readonly isHovered: boolean;
  readonly onChoose: () => void;
  readonly onHover: (id: HighlightId | null) => void;
  readonly onMenu: (element: HTMLElement) => void;
};

function StripeButton(props: StripeButtonProps) {
  const { stripe, tag, side, isChosen, isHovered, onChoose, onHover, onMenu } = props;
  const { t } = useLingui();
  const { highlight, start, end, lane, of } = stripe;
  const step = Math.min(laneWidth, widest / of);
  const quote = highlight.anchor.exact.slice(0, 80).toWellFormed();
  const onContextMenu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    onChoose();
    onMenu(event.currentTarget);
  };
  return (
    <button
      type="button"
      // The list of highlights is the way by keyboard; thousands of stops here would bar the page.
      tabIndex={-1}
      className={styles.stripe}
      data-chosen={isChosen || undefined}
      data-hovered={isHovered || undefined}
      data-color={tag?.color ?? 'plain'}
      aria-label={t`Highlight: ${quote}`}
      style={
        {
          top: start,
          height: end - start,
          // The first lane stands next to the text.
          [side === 'right' ? 'left' : 'right']: lane * step,
          width: Math.max(3, step - 2),
          '--stripe': tag === undefined ? 'var(--line-strong)' : `var(--tag-${tag.color})`,
        } as CSSProperties
      }
      onClick={onChoose}
      onContextMenu={onContextMenu}
      onPointerEnter={() => onHover(highlight.id)}
      onPointerLeave={() => onHover(null)}
    />
  );
}

type NamesProps = {
  readonly stripes: readonly Stripe[];
  readonly marking: Marking;
  readonly onHover: (id: HighlightId | null) => void;
  readonly onMenu: (at: StripeMenuAt) => void;
};

/** The names of the tags, each as near to its stripe as there is room. What they say is in the stripes' labels too. */
function Names({ stripes, marking, onHover, onMenu }: NamesProps) {
  const { byId, choose, chosen } = marking;
  const height = 1.25 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const named = [...stripes].sort((a, b) => a.start - b.start || a.lane - b.lane);
  const tops = placeLabels(named.map(({ start }) => ({ top: start, height })));
  const lanes = Math.max(
    1,
    ...stripes.map(({ lane, of }) => (lane + 1) * Math.min(1, widest / laneWidth / of)),
  );
  return (
    <div
      className={styles.names}
      style={{ '--lanes': `${lanes * laneWidth}px` } as CSSProperties}
      aria-hidden="true"
    >
      {named.map(({ highlight }, index) => {
        const tag = firstTag(highlight, byId);
        const more = highlight.tagIds.length - 1;
        if (tag === undefined) return null;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: a larger target for the pointer; the stripe is the button.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
          <span
            key={highlight.id}
            className={styles.name}
            data-chosen={highlight.id === chosen?.id || undefined}
            style={{ top: tops[index], '--stripe': `var(--tag-${tag.color})` } as CSSProperties}
            title={tagPathText(tag.id, byId)}
            onClick={() => choose(highlight.id)}
            onContextMenu={(event) => {
              event.preventDefault();
              choose(highlight.id);
              onMenu({ id: highlight.id, element: event.currentTarget });
            }}
            onPointerEnter={() => onHover(highlight.id)}
            onPointerLeave={() => onHover(null)}
          >
            {tag.name}
            {more > 0 && ` +${more}`}
          </span>
        );
      })}
    </div>
  );
}

function firstTag({ tagIds }: Highlight, byId: ReadonlyMap<TagId, Tag>): Tag | undefined {
  return tagIds.flatMap((id) => byId.get(id) ?? [])[0];
}
