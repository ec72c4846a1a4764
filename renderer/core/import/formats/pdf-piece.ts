/** A stretch of text on a page, in points from its upper left corner. */
export type Piece = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly font: string;
  /** Marked in the file as no part of the text: a running head, a page number. */
  readonly artifact: boolean;
};

const fromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/g;

/** Whether most letters of `text` are written from right to left. */
export function isFromRight(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (text.match(fromRight)?.length ?? 0) * 2 > letters;
}
