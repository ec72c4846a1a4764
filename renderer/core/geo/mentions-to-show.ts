import type { TextSpan } from '#core/text/span.ts';
import { overlaps } from '#core/text/span.ts';
import type { Mention, SuggestedMention } from './mention.ts';
import type { Place } from './place.ts';

/** A mention as screens show it: what was decided, or else what is suggested. */
export type ShownMention = {
  /** A mention's own id, or `s:<start>-<end>` for a suggestion, which has none. */
  readonly id: string;
  readonly span: TextSpan;
  readonly exact: string;
  readonly status: 'suggested' | 'accepted' | 'rejected';
  /** The place decided on, or the first candidate. */
  readonly place: Place;
  /** `null` for one that was placed by hand where nothing was suggested. */
  readonly suggestion: SuggestedMention | null;
  /** `null` while nothing is decided. */
  readonly decided: Mention | null;
};

/**
 * Lay what was decided over what is suggested, in the order of the text. A suggestion that overlaps a decided mention
 * is not shown beside it: the analyst's word hides the program's.
 */
export function mentionsToShow(
  suggested: readonly SuggestedMention[],
  decided: readonly Mention[],
): ShownMention[] {
  const open = suggested.filter((suggestion) => !decided.some(({ anchor }) => overlaps(anchor, suggestion)));
  const shown: ShownMention[] = [
    ...decided.map((mention) => fromDecided(mention, suggested)),
    ...open.flatMap(fromSuggested),
  ];
  return shown.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
}

/** The id a suggestion is shown under. */
export function suggestionId({ start, end }: TextSpan): string {
  return `s:${start}-${end}`;
}

function fromDecided(mention: Mention, suggested: readonly SuggestedMention[]): ShownMention {
  const { id, anchor, status, place } = mention;
  return {
    id,
    span: { start: anchor.start, end: anchor.end },
    exact: anchor.exact,
    status,
    place,
    suggestion: suggested.find((suggestion) => overlaps(anchor, suggestion)) ?? null,
    decided: mention,
  };
}

function fromSuggested(suggestion: SuggestedMention): ShownMention[] {
  const { start, end, exact, candidates } = suggestion;
  const [place] = candidates;
  if (place === undefined) return [];
  const id = suggestionId(suggestion);
  return [{ id, span: { start, end }, exact, status: 'suggested', place, suggestion, decided: null }];
}
