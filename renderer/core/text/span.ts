/** A stretch of a text: UTF-16 indices, `start` included, `end` excluded. */
export type TextSpan = { readonly start: number; readonly end: number };

/** Whether two spans share at least one character. */
export function overlaps(a: TextSpan, b: TextSpan): boolean {
  return a.start < b.end && b.start < a.end;
}
