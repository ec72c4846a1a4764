import type { Actor } from '#core/actors/actor.ts';
import type { StatedDate } from '#core/article.ts';
import type { Mention, SuggestedMention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import { type ActorFinder, createActorFinder } from '#core/mentions/find-actors.ts';
import { findDates, publishedDay } from '#core/mentions/find-dates.ts';
import { type FoundFigure, findFigures } from '#core/mentions/find-figures.ts';
import { readDates } from '#core/mentions/read-dates.ts';
import { paragraphs } from '#core/text/paragraphs.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';
import { type Dating, undated } from '#core/time/dating.ts';
import type { Deaths, EventActor, EventPlace, GeoPrecision } from './event.ts';

/** What is known around a passage before an event is made of it. */
export type EventGrounds = {
  /** What the analyst decided on the places of the article. */
  readonly decided: readonly Mention[];
  /** What the program suggests there. */
  readonly suggested: readonly SuggestedMention[];
  readonly actors: readonly Actor[];
  /** When the text or the analyst says that it was published; `null`: nobody does, and no date is counted from it. */
  readonly published: StatedDate | null;
};

/** What an event made from a passage may begin with. Nothing of it is kept before the analyst saves it. */
export type EventSuggestion = {
  readonly title: string;
  readonly dating: Dating;
  readonly places: readonly EventPlace[];
  readonly actors: readonly EventActor[];
  readonly deaths: Deaths | null;
};

/** Strength from which a suggested place is worth proposing here. */
const strongEnough = 0.5;
const titleLength = 90;

/**
 * Suggest an event from a passage: its date, places and actors, and its first words as the title. Sides stay open. The
 * date has the reasons of `resolve-date.ts`, and `near-passage` where it stands in the paragraph but not in the passage.
 */
export function suggestEvent(text: string, span: TextSpan, grounds: EventGrounds): EventSuggestion {
  return {
    title: titleOf(text.slice(span.start, span.end)),
    dating: datingOf(text, span, grounds.published),
    places: placesOf(text, span, grounds).map((place) => ({ place, geoPrecision: geoPrecisionOf(place) })),
    actors: actorsIn(text, grounds.actors, span).map(({ id, name }) => ({
      actorId: id,
      name,
      role: 'other',
    })),
    deaths: deathsIn(text.slice(span.start, span.end)),
  };
}

/** The first date that tells a day, in the passage or before it in its paragraph; else the first whose days stay open. */
function datingOf(text: string, span: TextSpan, published: StatedDate | null): Dating {
  const around = paragraphs(text).filter((paragraph) => overlaps(paragraph, span));
  const start = around[0]?.start ?? span.start;
  const end = Math.max(span.end, start);
  const found = findDates(text.slice(start, end), publishedDay(published));
  const inside = found.filter(({ end: to }) => start + to > span.start).map(({ dating }) => dating);
  const before = found
    .filter(({ end: to }) => start + to <= span.start)
    .map(({ dating }) => dating)
    .reverse();
  const own = inside.find(({ from }) => from !== null);
  if (own !== undefined) return own;
  const near = before.find(({ from }) => from !== null);
  if (near === undefined || inside.length > 0) return inside[0] ?? undated;
  return { ...near, basis: 'inferred', reasons: [...near.reasons, 'near-passage'] };
}

/**
 * The deaths that a passage reports, when it gives one figure: several may be of different people or of the same, and
 * nothing is added up. Of “dozens” no figure is made.
 */
function deathsIn(passage: string): Deaths | null {
  const killed = findFigures(passage, readDates(passage)).filter(({ kind }) => kind === 'killed');
  const [figure] = killed;
  const isOne = figure !== undefined && killed.every(({ value }) => value === figure.value);
  return isOne && figure.value !== null ? boundsOf(figure, figure.value) : null;
}

function boundsOf({ qualifier }: FoundFigure, value: number): Deaths {
  const isLeast = qualifier === null || qualifier === 'at-least' || qualifier === 'more-than';
  const isMost = qualifier === null || qualifier === 'nearly' || qualifier === 'up-to';
  return { low: isLeast ? value : null, best: value, high: isMost ? value : null };
}

/** How exactly a place stands for where something was, in ACLED's terms; `null` when nobody knows where it lies. */
export function geoPrecisionOf({ precision, type }: Place): GeoPrecision {
  if (precision === 'unknown') return null;
  if (precision === 'area') return type === 'A2' ? 2 : 3;
  return precision === 'near' ? 2 : 1;
}

function titleOf(passage: string): string {
  const line = passage.replace(/\s+/g, ' ').trim();
  if (line.length <= titleLength) return line;
  return `${line
    .slice(0, titleLength)
    .toWellFormed()
    .replace(/\s+\S*$/, '')}…`;
}

/**
 * The places accepted in the passage; without any, those suggested in it; without any, the accepted one that stands
 * nearest in its paragraph. A country gives way to a place.
 */
function placesOf(text: string, span: TextSpan, { decided, suggested }: EventGrounds): Place[] {
  const accepted = decided.filter(({ status }) => status === 'accepted');
  const inside = accepted.filter(({ anchor }) => overlaps(anchor, span)).map(({ place }) => place);
  if (inside.length > 0) return preferTowns(inside);
  const proposed = suggested
    .filter((one) => overlaps(one, span) && one.strength >= strongEnough)
    .filter((one) => !decided.some(({ anchor }) => overlaps(anchor, one)))
    .flatMap(({ candidates }) => candidates.slice(0, 1));
  if (proposed.length > 0) return preferTowns(proposed);
  const around = paragraphs(text).filter((paragraph) => overlaps(paragraph, span));
  const near = accepted
    .filter(({ anchor }) => around.some((paragraph) => overlaps(paragraph, anchor)))
    .sort((a, b) => distance(a.anchor, span) - distance(b.anchor, span));
  return preferTowns(near.map(({ place }) => place)).slice(0, 1);
}

function preferTowns(places: readonly Place[]): Place[] {
  const each = [...new Map(places.map((place) => [place.id, place])).values()];
  const smaller = each.filter(({ type }) => type !== 'country');
  return smaller.length > 0 ? smaller : each;
}

function distance(a: TextSpan, b: TextSpan): number {
  return Math.max(0, a.start - b.end, b.start - a.end);
}

/** The actors a passage names, in its order, where the text tells who is meant; of names within names the longest. */
export function actorsIn(text: string, actors: readonly Actor[], span: TextSpan | null = null): Actor[] {
  const named = finderOver(actors)
    .find(text)
    .filter((hit) => (span === null || overlaps(hit, span)) && !hit.reasons.includes('ambiguous'))
    .flatMap(({ candidates }) => candidates.slice(0, 1));
  return [...new Set(named)];
}

/** The index over the names of a registry takes a while: it is made once for each. */
const finders = new WeakMap<readonly Actor[], ActorFinder>();

function finderOver(actors: readonly Actor[]): ActorFinder {
  const known = finders.get(actors) ?? createActorFinder(actors);
  finders.set(actors, known);
  return known;
}
