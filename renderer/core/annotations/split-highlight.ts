import type { Article } from '#core/article.ts';
import { type Change, creation, replacement } from '#core/history/change.ts';
import type { NewId } from '#core/ids.ts';
import { boundaryBefore } from '#core/text/graphemes.ts';
import type { TextSpan } from '#core/text/span.ts';
import { trimSpan } from './check-selection.ts';
import type { Highlight } from './highlight.ts';
import { makeAnchor } from './make-anchor.ts';

/** Where a highlight is cut, and what that is measured on. */
export type Cut = {
  readonly article: Pick<Article, 'id' | 'textSha256'>;
  readonly text: string;
  /** In any order; those that part nothing from anything are passed over. */
  readonly at: readonly number[];
  readonly newId: NewId;
  readonly now: string;
};

/**
 * Cut a highlight into two or more. Each part keeps tags, grade, marks and whose it is; the first part stays the same
 * record and keeps the note. No changes when there is nothing to cut.
 */
export function splitHighlight(highlight: Highlight, { article, text, at, newId, now }: Cut): Change[] {
  const [first, ...others] = splitSpan(text, highlight.anchor, at);
  if (first === undefined || others.length === 0) return [];
  const toAnchor = (span: TextSpan) => makeAnchor(article, text, span);
  return [
    replacement('highlights', highlight, { ...highlight, anchor: toAnchor(first), updatedAt: now }),
    ...others.map((span) =>
      creation('highlights', {
        ...highlight,
        id: newId<'highlight'>(),
        anchor: toAnchor(span),
        note: '',
        createdAt: now,
        updatedAt: now,
      }),
    ),
  ];
}

/** The parts of `span` between the cuts, in order, without the white space at their ends; empty ones are left out. */
export function splitSpan(text: string, { start, end }: TextSpan, at: readonly number[]): TextSpan[] {
  const cuts = at
    .filter((position) => position > start && position < end)
    // A character of several units is not cut in two.
    .map((position) => Math.max(start, boundaryBefore(text, position)))
    .sort((a, b) => a - b);
  const bounds = [start, ...cuts, end];
  return bounds
    .slice(1)
    .flatMap((to, index) => trimSpan(text, { start: bounds[index] ?? start, end: to }) ?? []);
}
