import type { TextSpan } from '#core/text/span.ts';

/** One place of a text that is to read otherwise. */
export type Edit = TextSpan & { readonly text: string };

/** Make `edits`, which are in order and do not overlap. */
export function applyEdits(source: string, edits: readonly Edit[]): string {
  if (edits.length === 0) return source;
  let text = '';
  let at = 0;
  for (const edit of edits) {
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + source.slice(at);
}
