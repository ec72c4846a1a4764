import { makeAnchor } from '#core/annotations/make-anchor.ts';
import type { Article } from '#core/article.ts';
import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import type { NewId, PlaceId } from '#core/ids.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';
import type { LatLon } from './distance.ts';
import type { Mention } from './mention.ts';
import type { Place, PlacePrecision } from './place.ts';

/** The article a mention stands in, and what is decided about it so far. */
export type MentionGround = {
  readonly article: Pick<Article, 'id' | 'textSha256'>;
  /** The article's canonical text. */
  readonly text: string;
  /** All decided mentions of this article, newest. */
  readonly decided: readonly Mention[];
};

/** The analyst's word on a passage. */
export type Decision = {
  readonly span: TextSpan;
  readonly place: Place;
  readonly status: Mention['status'];
  readonly origin: Mention['origin'];
  readonly reasons: readonly string[];
};

/** Who makes ids and tells the time. */
export type Maker = { readonly newId: NewId; readonly now: string };

/**
 * Decide about a passage. What was decided there before gives way: the same span keeps its record, others that
 * overlap it are taken away. Nothing changes when the same has been decided already.
 */
export function decide(ground: MentionGround, decision: Decision, maker: Maker): Change[] {
  const { span, place, status, origin, reasons } = decision;
  const { start, end } = span;
  const { article, text, decided } = ground;
  if (start < 0 || end > text.length || start >= end)
    throw new RangeError(`no passage of the text: ${start}–${end}`);
  const touched = decided.filter(({ anchor }) => overlaps(anchor, span));
  const same = touched.find(({ anchor }) => anchor.start === start && anchor.end === end);
  const others = touched.filter((mention) => mention !== same).map((mention) => removal('mentions', mention));
  if (same === undefined)
    return [
      ...others,
      creation('mentions', {
        id: maker.newId<'mention'>(),
        anchor: makeAnchor(article, text, span),
        status,
        origin,
        place,
        reasons,
        createdAt: maker.now,
      }),
    ];
  if (same.status === status && same.place.id === place.id) return others;
  return [...others, replacement('mentions', same, { ...same, status, origin, place, reasons })];
}

/** Decide about many passages of one article at once: all mentions of a place, or of a name. */
export function decideAll(ground: MentionGround, decisions: readonly Decision[], maker: Maker): Change[] {
  const spans = new Set<string>();
  return decisions
    .filter(({ span }) => !spans.has(spanName(span)) && spans.add(spanName(span)))
    .flatMap((decision) => decide(ground, decision, maker));
}

/** Take what was decided about a mention back: where the program suggests something, that shows again. */
export function forgetMention(mention: Mention): Change[] {
  return [removal('mentions', mention)];
}

/** What the analyst says of a new place; without a point it is one nobody has located. */
export type NewPlace = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly point: LatLon | null;
  readonly precision: Exclude<PlacePrecision, 'unknown'>;
  readonly note: string;
};

/** Longest name and note of a place, in UTF-16 units. */
export const maxPlaceName = 200;
export const maxPlaceNote = 4_000;

/** The record of a new place; `null` when it has no name or its point is not on the earth. */
export function makePlace(form: NewPlace, id: PlaceId): Place | null {
  const name = tidy(form.name).slice(0, maxPlaceName).toWellFormed();
  const { point } = form;
  if (name === '' || (point !== null && !isOnEarth(point))) return null;
  return {
    id,
    name,
    aliases: [...new Set(form.aliases.map(tidy))].filter((alias) => alias !== '' && alias !== name),
    country: form.country,
    type: 'analyst',
    lat: point === null ? null : roundDegrees(point.lat),
    lon: point === null ? null : roundDegrees(point.lon),
    precision: point === null ? 'unknown' : form.precision,
    source: 'analyst',
    note: form.note.slice(0, maxPlaceNote).toWellFormed(),
  };
}

/** Take a place into the workspace's gazetteer. */
export function createPlace(place: Place): Change[] {
  return [creation('places', place)];
}

/**
 * Change a place of the analyst. Accepted mentions follow, so that the map and the passages agree; rejected ones keep
 * what they were rejected as.
 */
export function changePlace(before: Place, after: Place, mentions: readonly Mention[]): Change[] {
  const followers = mentions.filter(({ place, status }) => place.id === before.id && status === 'accepted');
  return [
    replacement('places', before, after),
    ...followers.map((mention) => replacement('mentions', mention, { ...mention, place: after })),
  ];
}

/** Take a place out of the workspace's gazetteer. Mentions keep their copy of it. */
export function removePlace(place: Place): Change[] {
  return [removal('places', place)];
}

function isOnEarth({ lat, lon }: LatLon): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
}

/** A metre is as fine as a click can mean. */
function roundDegrees(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5;
}

function tidy(name: string): string {
  return name.normalize('NFC').replace(/\s+/g, ' ').trim();
}

function spanName({ start, end }: TextSpan): string {
  return `${start}-${end}`;
}
