import type { TextSpan } from '#core/text/span.ts';

/** The two ways between offsets of an article's canonical text and places in its shown paragraphs. */
export type TextRanges = {
  /** The shown text of `span`; `null` when no paragraph holds any of it. */
  toRange(span: TextSpan): Range | null;
  /** As `toRange`, for painting alone: costs nothing when the page changes. */
  toStaticRange(span: TextSpan): StaticRange | null;
  /** The offset of a place in the page; between paragraphs it is the next one's start, after them the last one's end. */
  offsetOf(node: Node, offset: number): number;
  /** What is selected of the text; `null` when the selection lies elsewhere or is a mere caret. */
  selectedSpan(selection: Selection | null): TextSpan | null;
  /** The offset of the character drawn at a point of the window; `null` where none is. */
  characterAt(x: number, y: number): number | null;
  /** The offset nearest to a point of the window; `null` where there is no text. */
  offsetAt(x: number, y: number): number | null;
  /** The paragraph that holds an offset or comes right after it; `null` in an empty text. */
  paragraphAt(offset: number): HTMLElement | null;
};

type Paragraph = { readonly start: number; readonly end: number; readonly node: Text };

/** Follow the paragraphs in `body`: elements with `data-start` that hold exactly one text. Their text must not change. */
export function createTextRanges(body: HTMLElement): TextRanges {
  const paragraphs = readParagraphs(body);

  const toBounds = (span: TextSpan): StaticRangeInit | null => {
    const first = paragraphs[firstEndingAfter(paragraphs, span.start)];
    const last = paragraphs[lastStartingBefore(paragraphs, span.end)];
    if (first === undefined || last === undefined || first.start > last.start) return null;
    return {
      startContainer: first.node,
      startOffset: Math.max(0, span.start - first.start),
      endContainer: last.node,
      endOffset: Math.min(last.end, span.end) - last.start,
    };
  };

  const offsetOf = (node: Node, offset: number): number => {
    const holder = node instanceof Text ? node.parentElement : null;
    const start = holder?.dataset.start;
    if (start !== undefined && body.contains(node)) return Number(start) + offset;
    const place = document.createRange();
    place.setStart(node, offset);
    const next = firstNotBefore(paragraphs, place);
    return paragraphs[next]?.start ?? paragraphs.at(-1)?.end ?? 0;
  };

  const toRange = (span: TextSpan): Range | null => {
    const bounds = toBounds(span);
    if (bounds === null) return null;
    const range = document.createRange();
    range.setStart(bounds.startContainer, bounds.startOffset);
    range.setEnd(bounds.endContainer, bounds.endOffset);
    return range;
  };

  return {
    toRange,
    toStaticRange: (span) => {
      const bounds = toBounds(span);
      return bounds === null ? null : new StaticRange(bounds);
    },
    offsetOf,
    selectedSpan: (selection) => {
      if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return null;
      const range = selection.getRangeAt(0);
      if (!range.intersectsNode(body)) return null;
      const start = offsetOf(range.startContainer, range.startOffset);
      const end = offsetOf(range.endContainer, range.endOffset);
      return start < end ? { start, end } : null;
    },
    characterAt: (x, y) => {
      const caret = document.caretPositionFromPoint(x, y);
      if (caret === null || !body.contains(caret.offsetNode)) return null;
      const at = offsetOf(caret.offsetNode, caret.offset);
      // The caret goes to the nearer side of a character, so the one under the point is before or after it.
      const drawnAt = (offset: number) =>
        [...(toRange({ start: offset, end: offset + 1 })?.getClientRects() ?? [])].some(
          (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
        );
      return [at, at - 1].find((offset) => offset >= 0 && drawnAt(offset)) ?? null;
    },
    offsetAt: (x, y) => {
      const caret = document.caretPositionFromPoint(x, y);
      return caret === null || !body.contains(caret.offsetNode)
        ? null
        : offsetOf(caret.offsetNode, caret.offset);
    },
    paragraphAt: (offset) =>
      paragraphs[Math.min(firstEndingAfter(paragraphs, offset), paragraphs.length - 1)]?.node.parentElement ??
      null,
  };
}

function readParagraphs(body: HTMLElement): Paragraph[] {
  return Array.from(body.querySelectorAll<HTMLElement>('[data-start]')).flatMap((element) => {
    const node = element.firstChild;
    if (!(node instanceof Text)) return [];
    const start = Number(element.dataset.start);
    return [{ start, end: start + node.length, node }];
  });
}

/** The number of the first paragraph that ends after `offset`. */
function firstEndingAfter(paragraphs: readonly Paragraph[], offset: number): number {
  return search(paragraphs, ({ end }) => end > offset);
}

/** The number of the last paragraph that starts before `offset`; -1 when none does. */
function lastStartingBefore(paragraphs: readonly Paragraph[], offset: number): number {
  return search(paragraphs, ({ start }) => start >= offset) - 1;
}

/** The number of the first paragraph that begins at or after a place in the page. */
function firstNotBefore(paragraphs: readonly Paragraph[], place: Range): number {
  return search(paragraphs, ({ node }) => place.comparePoint(node, 0) >= 0);
}

/** The first index from which on `holds` is true; the length when it never is. */
function search(paragraphs: readonly Paragraph[], holds: (paragraph: Paragraph) => boolean): number {
  let low = 0;
  let high = paragraphs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const paragraph = paragraphs[middle];
    if (paragraph !== undefined && holds(paragraph)) high = middle;
    else low = middle + 1;
  }
  return low;
}
