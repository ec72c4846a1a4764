import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import { type Comparison, pairsWithin, type Side } from '#core/compare/compare-texts.ts';
import styles from './Compare.module.css';
import { boxOf, type PaneView, type PaneViews } from './compare-place.ts';

type CompareLinksProps = {
  readonly comparison: Comparison;
  readonly views: RefObject<PaneViews>;
  /** The number of the pair that is gone to. */
  readonly current: number | null;
  /** Another number: something has moved. */
  readonly tick: number;
};

type Link = { readonly number: number; readonly kind: 'same' | 'near'; readonly path: string };

/** Lines between the two texts from each sentence in sight to its match. What they say, the marks in the text say too. */
export function CompareLinks({ comparison, views, current, tick }: CompareLinksProps) {
  const strip = useRef<SVGSVGElement>(null);
  const [links, setLinks] = useState<readonly Link[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the tick says that they have to be measured again.
  useLayoutEffect(() => {
    if (strip.current !== null) setLinks(measure(strip.current, comparison, views.current));
  }, [comparison, views, tick]);
  return (
    <svg ref={strip} className={styles.links} aria-hidden="true">
      {links.map(({ number, kind, path }) => (
        <path key={number} d={path} data-kind={kind} data-current={number === current || undefined} />
      ))}
    </svg>
  );
}

function measure(strip: SVGSVGElement, comparison: Comparison, { left, right }: PaneViews): Link[] {
  if (left === null || right === null) return [];
  const { top, width } = strip.getBoundingClientRect();
  const numbers = new Set([
    ...pairsInSight(left, 'left', comparison),
    ...pairsInSight(right, 'right', comparison),
  ]);
  return [...numbers].flatMap((number): Link[] => {
    const pair = comparison.pairs[number];
    const [from, to] = [comparison.left[pair?.left ?? -1], comparison.right[pair?.right ?? -1]];
    if (pair === undefined || from === undefined || to === undefined) return [];
    const [ours, theirs] = [boxOf(left, from), boxOf(right, to)];
    if (ours === null || theirs === null) return [];
    const [y, there] = [middleOf(ours) - top, middleOf(theirs) - top];
    const bend = width / 2;
    const path = `M 0 ${round(y)} C ${round(bend)} ${round(y)} ${round(bend)} ${round(there)} ${round(width)} ${round(there)}`;
    return [{ number, kind: pair.kind, path }];
  });
}

/** The pairs of which a sentence of this side is in sight. */
function pairsInSight(view: PaneView, side: Side, comparison: Comparison): number[] {
  const { top, bottom } = view.scroller.getBoundingClientRect();
  const shown = [...view.body.querySelectorAll<HTMLElement>('[data-start]')].filter((paragraph) => {
    const box = paragraph.getBoundingClientRect();
    return box.height > 0 && box.bottom > top && box.top < bottom;
  });
  const [first, last] = [shown[0], shown.at(-1)];
  if (first === undefined || last === undefined) return [];
  const end = Number(last.dataset.start) + (last.textContent?.length ?? 0);
  return pairsWithin(comparison, side, { start: Number(first.dataset.start), end }).filter((number) => {
    const sentence = comparison[side][comparison.pairs[number]?.[side] ?? -1];
    const box = sentence === undefined ? null : boxOf(view, sentence);
    return box !== null && box.bottom > top && box.top < bottom;
  });
}

function middleOf({ top, height }: DOMRect): number {
  return top + height / 2;
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}
