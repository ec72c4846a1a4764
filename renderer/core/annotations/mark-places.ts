import type { Article } from '#core/article.ts';
import type { Change } from '#core/history/change.ts';
import type { AnalystId, HighlightId, TagId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { checkSelection } from './check-selection.ts';
import { addHighlight, addHighlightTag, twinOf } from './edit-highlights.ts';
import type { Highlight } from './highlight.ts';

/** Places of one article that are to be highlighted. */
export type PlacesToMark = {
  readonly article: Pick<Article, 'id' | 'textSha256'>;
  /** The article's canonical text. */
  readonly text: string;
  readonly spans: readonly TextSpan[];
  /** What is highlighted in the article already. */
  readonly highlights: readonly Highlight[];
};

/** How places are marked. */
export type PlaceMarking = {
  readonly tagId: TagId;
  readonly analystId: AnalystId;
  readonly newId: () => HighlightId;
  readonly now: string;
};

/** What marking comes to, in places. */
export type MarkedPlaces = {
  readonly changes: readonly Change[];
  /** New highlights. */
  readonly made: number;
  /** Highlights from end to end the same, which get the tag. */
  readonly tagged: number;
  /** Such highlights that have the tag already. */
  readonly had: number;
  /** Places that no highlight may cover: nothing but white space, or too long. */
  readonly refused: number;
};

/**
 * Highlight places of an article and give them a tag; one that the analyst, or nobody known, has highlighted from end
 * to end gets the tag instead of a second highlight.
 */
export function markPlaces(places: PlacesToMark, marking: PlaceMarking): MarkedPlaces {
  const { article, text, highlights } = places;
  const { tagId, analystId, newId, now } = marking;
  const changes: Change[] = [];
  const counts = { made: 0, tagged: 0, had: 0, refused: 0 };
  const standing = highlights.filter(({ anchor }) => anchor.textSha256 === article.textSha256);
  const byStart = new Map<number, Highlight[]>();
  for (const one of standing) byStart.set(one.anchor.start, [...(byStart.get(one.anchor.start) ?? []), one]);
  const seen = new Set<string>();
  for (const span of places.spans) {
    const checked = checkSelection(text, span);
    if (!checked.ok) {
      counts.refused++;
      continue;
    }
    const key = `${checked.span.start}-${checked.span.end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const twin = twinOf(byStart.get(checked.span.start) ?? [], checked.span, analystId);
    if (twin === null) {
      changes.push(
        ...addHighlight({ id: newId(), article, text, span: checked.span, tagIds: [tagId], analystId, now }),
      );
      counts.made++;
    } else if (twin.tagIds.includes(tagId)) counts.had++;
    else {
      changes.push(...addHighlightTag(twin, tagId, now));
      counts.tagged++;
    }
  }
  return { changes, ...counts };
}
