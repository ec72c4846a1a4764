import { useLingui } from '@lingui/react/macro';
import { type CSSProperties, type RefObject, useLayoutEffect, useMemo, useState } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import { type Lane, packLanes } from '#core/annotations/pack-lanes.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import type { HighlightId, TagId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { TagDot } from '#ui/TagDot.tsx';
import styles from './MarginStripes.module.css';
import type { TextRanges } from './text-ranges.ts';

type MarginStripesProps = {
  readonly highlights: readonly Highlight[];
  readonly byId: ReadonlyMap<TagId, Tag>;
  readonly ranges: TextRanges;
  readonly body: RefObject<HTMLElement | null>;
  /** The stretch of text near the view: only stripes in it are drawn. */
  readonly near: TextSpan;
  readonly chosenId: HighlightId | null;
  readonly onChoose: (id: HighlightId) => void;
  /** The pointer is on a stripe, or has left it. */
  readonly onIsolate: (id: HighlightId | null) => void;
};

/** From where to where a highlight reaches, in pixels down from the top of the body. */
type Extent = TextSpan & Lane & { readonly highlight: Highlight };

/** Pixels of a lane while there is room, and of all lanes of a bunch together. */
const laneWidth = 9;
const widest = 54;

/** A stripe beside the text for every highlight, in as few lanes as can be. */
export function MarginStripes(props: MarginStripesProps) {
  const { highlights, byId, near, chosenId, onChoose, onIsolate } = props;
  const { t } = useLingui();
  const [hovered, setHovered] = useState<Extent | null>(null);
  const extents = useExtents(props);
  const shown = extents.filter(
    ({ highlight: { anchor } }) => anchor.start < near.end && near.start < anchor.end,
  );
  const hover = (extent: Extent | null) => {
    setHovered(extent);
    onIsolate(extent?.highlight.id ?? null);
  };
  const isHoveredThere = hovered !== null && highlights.includes(hovered.highlight);
  return (
    <div className={styles.margin}>
      {shown.map((extent) => {
        const { highlight, start, end, lane } = extent;
        const step = Math.min(laneWidth, widest / extent.of);
        const tag = byId.get(highlight.tagIds[0] as TagId);
        const quote = highlight.anchor.exact.slice(0, 80).toWellFormed();
        return (
          <button
            key={highlight.id}
            type="button"
            // The list of highlights is the way by keyboard; thousands of stops here would bar the page.
            tabIndex={-1}
            className={styles.stripe}
            data-chosen={highlight.id === chosenId || undefined}
            aria-label={t`Highlight: ${quote}`}
            style={
              {
                top: start,
                height: end - start,
                insetInlineStart: lane * step,
                width: Math.max(2, step - 3),
                '--stripe': tag === undefined ? 'var(--line-strong)' : `var(--tag-${tag.color})`,
              } as CSSProperties
            }
            onClick={() => onChoose(highlight.id)}
            onPointerEnter={() => hover(extent)}
            onPointerLeave={() => hover(null)}
          />
        );
      })}
      {isHoveredThere && hovered !== null && <Tip extent={hovered} byId={byId} />}
    </div>
  );
}

function Tip({ extent, byId }: { readonly extent: Extent; readonly byId: ReadonlyMap<TagId, Tag> }) {
  const { t } = useLingui();
  const { tagIds, note } = extent.highlight;
  const tags = tagIds.flatMap((id) => byId.get(id) ?? []);
  return (
    <div className={styles.tip} style={{ top: extent.start }} role="tooltip">
      {tags.length === 0 && <span>{t`Highlight without a tag`}</span>}
      {tags.map((tag) => (
        <span key={tag.id} className={styles.tag}>
          <TagDot color={tag.color} />
          {tagPathText(tag.id, byId)}
        </span>
      ))}
      {note.trim() !== '' && <span className={styles.note}>{note.slice(0, 400).toWellFormed()}</span>}
    </div>
  );
}

/** Measure the highlights whenever they or the layout of the text change. Those in folded text have no extent. */
function useExtents({ highlights, ranges, body }: MarginStripesProps): readonly Extent[] {
  const [height, setHeight] = useState(0);
  const [tops, setTops] = useState<readonly (TextSpan & { highlight: Highlight })[]>([]);

  useLayoutEffect(() => {
    if (body.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      // Both sides count: another width breaks other lines at the same height.
      if (entry !== undefined) setHeight(entry.contentRect.height + entry.contentRect.width / 10_000);
    });
    observer.observe(body.current);
    return () => observer.disconnect();
  }, [body]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another height asks to measure again.
  useLayoutEffect(() => {
    const top = body.current?.getBoundingClientRect().top ?? 0;
    setTops(
      highlights.flatMap((highlight) => {
        const box = ranges.toRange(highlight.anchor)?.getBoundingClientRect();
        if (box === undefined || box.height === 0) return [];
        return [{ highlight, start: Math.round(box.top - top), end: Math.round(box.bottom - top) }];
      }),
    );
  }, [highlights, ranges, body, height]);

  return useMemo(() => {
    const lanes = packLanes(tops);
    return tops.map((extent, index) => ({ ...extent, ...(lanes[index] ?? { lane: 0, of: 1 }) }));
  }, [tops]);
}
