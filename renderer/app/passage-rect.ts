import type { TextSpan } from '#core/text/span.ts';

/** Where the first line of a passage of the open article stands in the window; the middle of it when it is not drawn. */
export function passageRect({ start, end }: TextSpan): DOMRect {
  const paragraphs = [...document.querySelectorAll<HTMLElement>('[data-article-text] [data-start]')];
  const paragraph = paragraphs.findLast(({ dataset }) => Number(dataset.start) <= start);
  const node = paragraph?.firstChild;
  if (paragraph === undefined || !(node instanceof Text))
    return new DOMRect(innerWidth / 2, innerHeight / 2, 0, 0);
  const from = Number(paragraph.dataset.start);
  const range = document.createRange();
  range.setStart(node, Math.min(node.length, start - from));
  range.setEnd(node, Math.min(node.length, end - from));
  return range.getBoundingClientRect();
}
