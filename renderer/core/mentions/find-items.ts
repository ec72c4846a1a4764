import type { Actor } from '#core/actors/actor.ts';
import type { NoiseSpan, StatedDate } from '#core/article.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';
import { createActorFinder } from './find-actors.ts';
import { findDates, publishedDay } from './find-dates.ts';
import { findFigures } from './find-figures.ts';
import { createPersonFinder } from './find-people.ts';
import type { FoundItem } from './found-item.ts';

/** Names the rules of this room; what was found by others is worked out again. */
export const itemFinderVersion = '3';

/** What menus and hashtags say is not what the article says. */
const skippedNoise: readonly NoiseSpan['kind'][] = ['menu', 'share', 'markup', 'hashtags', 'stamp'];

/** Actors kept with a suggestion, the first included. */
const candidatesKept = 6;

/** A text with what is known of it. */
export type ItemGround = {
  readonly text: string;
  readonly noise: readonly NoiseSpan[];
  /** When the text or the analyst says it was published; dates without a year are counted from nothing else. */
  readonly published: StatedDate | null;
};

/**
 * Make a finder of all that texts name beside places: actors and people of the registry, people it does not have, dates
 * and figures. In the order of the text; of a passage that may be two things the first of these is taken.
 */
export function createItemFinder(actors: readonly Actor[]): (ground: ItemGround) => FoundItem[] {
  const actorFinder = createActorFinder(actors);
  const findPeople = createPersonFinder();
  return ({ text, noise, published }) => {
    const skipped: TextSpan[] = noise.filter(({ kind }) => skippedNoise.includes(kind));
    const named = actorFinder.find(text, skipped);
    const people = findPeople(text, [...named, ...skipped]);
    const dates = findDates(text, publishedDay(published), skipped).filter(
      (date) => ![...named, ...people].some((other) => overlaps(other, date)),
    );
    const exactOf = ({ start, end }: TextSpan) => ({ start, end, exact: text.slice(start, end) });
    const items: FoundItem[] = [
      ...named.map((hit) => ({
        ...exactOf(hit),
        kind: 'actor' as const,
        actorIds: hit.candidates.slice(0, candidatesKept).map(({ id }) => id),
        reasons: hit.reasons,
      })),
      ...people.map((hit) => ({
        ...exactOf(hit),
        kind: 'actor' as const,
        actorIds: [],
        reasons: hit.reasons,
      })),
      ...dates.map((hit) => ({ ...exactOf(hit), kind: 'date' as const, dating: hit.dating })),
      ...findFigures(text, skipped, inOrder([...dates, ...named, ...people])).map(
        ({ kind, value, qualifier, unit, ...span }) => ({
          ...exactOf(span),
          kind: 'figure' as const,
          figure: { kind, value, qualifier, unit },
        }),
      ),
    ];
    return items.sort((a, b) => a.start - b.start);
  };
}

function inOrder<Span extends TextSpan>(spans: readonly Span[]): Span[] {
  return [...spans].sort((a, b) => a.start - b.start);
}
