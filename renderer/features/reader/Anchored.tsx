import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { TextSpan } from '#core/text/span.ts';
import styles from './Reader.module.css';
import type { TextRanges } from './text-ranges.ts';

type AnchoredProps = {
  /** What it hangs at: it stands under the end of this passage, or above it where there is no room. */
  readonly span: TextSpan;
  readonly ranges: TextRanges;
  /** The positioned element it is placed in, and what that scrolls in. */
  readonly page: RefObject<HTMLElement | null>;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly label: string;
  readonly children: ReactNode;
};

type Place = { readonly left: number; readonly top: number; readonly maxHeight: number };

/** A small window that hangs at a passage and scrolls along with it. */
export function Anchored({ span, ranges, page, scroller, label, children }: AnchoredProps) {
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const { start, end } = span;

  useLayoutEffect(() => {
    const element = box.current;
    const within = page.current;
    const view = scroller.current;
    if (element === null || within === null || view === null) return;
    const put = () => setPlace(findPlace(ranges.toRange({ start, end }), element, { within, view }));
    put();
    const observer = new ResizeObserver(put);
    observer.observe(element);
    observer.observe(within);
    return () => observer.disconnect();
  }, [ranges, start, end, page, scroller]);

  return (
    <section
      ref={box}
      className={styles.popup}
      aria-label={label}
      data-at-passage
      // Not hidden while it is measured: what is in it may take the focus at once.
      style={place ?? { opacity: 0, left: 0, top: 0 }}
    >
      {children}
    </section>
  );
}

const gap = 8;

/** In rem; below this a window is too low to be used: it then covers some of the passage. */
const lowest = 13.6;

function findPlace(
  range: Range | null,
  element: HTMLElement,
  { within, view }: { readonly within: HTMLElement; readonly view: HTMLElement },
): Place | null {
  const lines = range === null ? [] : [...range.getClientRects()].filter((box) => box.width > 0);
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return null;
  const frame = within.getBoundingClientRect();
  const seen = view.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = element;
  const below = seen.bottom - last.bottom - 2 * gap;
  const above = first.top - seen.top - 2 * gap;
  const isBelow = height <= below || below >= above;
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const room = Math.max(lowest * rem, isBelow ? below : above);
  const wanted = isBelow ? last.bottom + gap : first.top - gap - Math.min(height, room);
  // A passage longer than the view has both ends outside: stay where one can see it.
  const top = Math.max(seen.top + gap, Math.min(wanted, seen.bottom - Math.min(height, room) - gap));
  const left = Math.max(gap, Math.min(last.right - frame.left - width / 3, frame.width - width - gap));
  return { left, top: top - frame.top, maxHeight: Math.min(room, seen.height - 2 * gap) };
}
