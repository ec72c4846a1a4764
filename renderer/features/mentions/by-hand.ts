import type { ShownItem } from '#core/mentions/items-to-show.ts';
import type { TextSpan } from '#core/text/span.ts';

/** The words that the analyst selected as something nobody has suggested, to be said who it is. */
export function byHand(
  { span, exact }: { readonly span: TextSpan; readonly exact: string },
  within: readonly ShownItem[],
): ShownItem {
  const actorId = within.find(({ kind }) => kind === 'actor')?.actorId ?? null;
  return {
    id: 'by-hand',
    span,
    exact,
    kind: 'actor',
    status: 'suggested',
    actorId,
    item: null,
    decided: null,
  };
}
