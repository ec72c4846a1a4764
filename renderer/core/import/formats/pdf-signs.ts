import type { OperatorList, Page } from 'pdfjs-dist/legacy/build/pdf.min.mjs';
import type { Piece } from './pdf-piece.ts';

/** A small shape on a page, in points from its upper left corner. */
export type Sign = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Six numbers: how the units of a drawing become those of what it is drawn on. */
type Matrix = readonly number[];

/** The numbers of the operators that are looked at, by their names in the library. */
export type Operators = Readonly<Record<string, number>>;

/** Finds the signs on a page. */
export type LookForSigns = (page: Page) => Promise<readonly Sign[]>;

/** More shapes than that are no signs of a list but a drawing. */
const mostSigns = 2000;

/**
 * The small shapes drawn on a page as wide as they are high, of which some may be the signs before the entries of a
 * list: browsers draw them and do not write them.
 */
export async function findSigns(page: Page, operators: Operators): Promise<readonly Sign[]> {
  const { transform } = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList();
  const signs = shapesOf(list, transform, operators);
  return signs.length > mostSigns ? [] : signs;
}

function shapesOf({ fnArray, argsArray }: OperatorList, page: Matrix, operators: Operators): Sign[] {
  const place = followPlace(page, operators);
  const signs: Sign[] = [];
  for (const [at, operator] of fnArray.entries()) {
    const args = argsArray[at] ?? [];
    const matrix = place(operator, args);
    if (operator !== operators.constructPath || !isPainted(args[0], operators)) continue;
    const box = args[2];
    const sign = isNumbers(box, 4) ? boxOf(box, matrix) : null;
    if (sign !== null && isSmall(sign)) signs.push(sign);
  }
  return signs;
}

/** Follows what moves the drawing, operator by operator: answers where things are drawn from then on. */
function followPlace(page: Matrix, operators: Operators) {
  const { save, restore, transform, paintFormXObjectBegin, paintFormXObjectEnd } = operators;
  const kept: Matrix[] = [];
  let matrix = page;
  return (operator: number, args: readonly unknown[]): Matrix => {
    if (operator === save || operator === paintFormXObjectBegin) kept.push(matrix);
    if (operator === restore || operator === paintFormXObjectEnd) matrix = kept.pop() ?? page;
    const moved = operator === transform ? args : operator === paintFormXObjectBegin ? args[0] : null;
    if (isNumbers(moved, 6)) matrix = within(matrix, moved);
    return matrix;
  };
}

function isNumbers(value: unknown, length: number): value is ArrayLike<number> {
  return typeof value === 'object' && value !== null && 'length' in value && value.length === length;
}

function isPainted(how: unknown, operators: Operators): boolean {
  return painting.some((name) => operators[name] === how);
}

const painting = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'stroke', 'closeStroke', 'closeFillStroke'];

function within([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix, inner: ArrayLike<number>): Matrix {
  const [ia = 1, ib = 0, ic = 0, id = 1, ie = 0, jf = 0] = Array.from(inner);
  return [
    a * ia + c * ib,
    b * ia + d * ib,
    a * ic + c * id,
    b * ic + d * id,
    a * ie + c * jf + e,
    b * ie + d * jf + f,
  ];
}

function boxOf(box: ArrayLike<number>, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix): Sign {
  const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = Array.from(box);
  const across = [a * x0 + c * y0 + e, a * x1 + c * y1 + e];
  const down = [b * x0 + d * y0 + f, b * x1 + d * y1 + f];
  return {
    left: Math.min(...across),
    right: Math.max(...across),
    top: Math.min(...down),
    bottom: Math.max(...down),
  };
}

function isSmall({ left, right, top, bottom }: Sign): boolean {
  const [width, height] = [right - left, bottom - top];
  return width > 1 && width < 16 && height > width * 0.6 && height < width * 1.6;
}

/** Whether one of `signs` stands before a line, as the signs of a list do: beside its letters, and smaller. */
export function hasSign(line: Piece & { readonly mirrored: boolean }, signs: readonly Sign[]): boolean {
  const { baseline, size } = line;
  return signs.some(({ left, right, top, bottom }) => {
    const middle = (top + bottom) / 2;
    const gap = line.mirrored ? left - line.right : line.left - right;
    const isBeside = middle < baseline && middle > baseline - size * 0.8;
    return isBeside && right - left < size * 0.8 && gap > 0 && gap < size * 2.5;
  });
}
