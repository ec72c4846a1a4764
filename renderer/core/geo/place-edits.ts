import { makeAnchor } from '#core/annotations/make-anchor.ts';
import type { Article } from '#core/article.ts';
import type { Event } from '#core/events/event.ts';
import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { NewId, PlaceId } from '#core/ids.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';
import type { LatLon } from './distance.ts';
import type { Mention } from './mention.ts';
import { maxPlaceAliases, type Place, type PlacePrecision } from './place.ts';

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

/** What the analyst says of a place; without a point it is one nobody has located. */
export type NewPlace = {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly point: LatLon | null;
  readonly precision: Exclude<PlacePrecision, 'unknown'>;
  readonly note: string;
  /** Where this is known from; left out or empty: the analyst alone says so. */
  readonly source?: string;
  /** The region, cercle, province or department it is said to lie in. */
  readonly unit?: string;
};

/** Longest name and note of a place, in UTF-16 units. */
export const maxPlaceName = 200;
export const maxPlaceNote = 4_000;
export const maxPlaceSource = 1_000;

/** The source of a place for which the analyst names no other. */
export const analystAlone = 'analyst';

/** The record of a new place; `null` when it has no name or its point is not on the earth. */
export function makePlace(form: NewPlace, id: PlaceId): Place | null {
  const name = tidy(form.name).slice(0, maxPlaceName).toWellFormed();
  const { point } = form;
  if (name === '' || (point !== null && !isOnEarth(point))) return null;
  const unit = tidy(form.unit ?? '')
    .slice(0, maxPlaceName)
    .toWellFormed();
  const aliases = form.aliases.map((alias) => tidy(alias).slice(0, maxPlaceName).toWellFormed());
  return {
    id,
    name,
    aliases: [...new Set(aliases)]
      .filter((alias) => alias !== '' && alias !== name)
      .slice(0, maxPlaceAliases),
    country: form.country,
    type: 'analyst',
    lat: point === null ? null : roundDegrees(point.lat),
    lon: point === null ? null : roundDegrees(point.lon),
    precision: point === null ? 'unknown' : form.precision,
    source:
      tidy(form.source ?? '')
        .slice(0, maxPlaceSource)
        .toWellFormed() || analystAlone,
    note: form.note.slice(0, maxPlaceNote).toWellFormed(),
    ...(unit === '' ? {} : { unit }),
  };
}

/**
 * A place as the analyst has it from now on: the same place under the same id. One of the program's keeps what it is,
 * and what the program says of it. `null` as with `makePlace`.
 */
export function correctPlace(before: Place, form: NewPlace): Place | null {
  const made = makePlace(form, before.id);
  if (made === null || isOwnPlace(before)) return made;
  const { original: _, ...own } = before;
  return { ...made, type: before.type, original: before.original ?? own };
}

/** Whether the analyst made a place, so that the program says nothing of it. */
export function isOwnPlace({ type }: Pick<Place, 'type'>): boolean {
  return type === 'analyst';
}

/** What has a copy of a place in it. */
export type PlaceUses = { readonly mentions: readonly Mention[]; readonly events: readonly Event[] };

/** Take a place into the workspace's gazetteer. */
export function createPlace(place: Place): Change[] {
  return [creation('places', place)];
}

/**
 * Keep what the analyst says of a place; `stored` is what they said before. Accepted mentions and events follow, so that
 * the map and the passages agree; rejected mentions keep what they were rejected as.
 */
export function changePlace(stored: Place | null, after: Place, uses: PlaceUses): Change[] {
  if (stored !== null && sameRecord(stored, after)) return [];
  const own = stored === null ? creation('places', after) : replacement('places', stored, after);
  return [own, ...follow(after, uses)];
}

/**
 * Take what the analyst says of a place out of the workspace's gazetteer. What was corrected is again as the program has
 * it, mentions and events included; those of a place only the analyst knew keep their copy of it.
 */
export function removePlace(place: Place, uses: PlaceUses): Change[] {
  const { original } = place;
  return [removal('places', place), ...(original === undefined ? [] : follow(original, uses))];
}

function follow(place: Place, { mentions, events }: PlaceUses): Change[] {
  const isOther = (copy: Place) => copy.id === place.id && !sameRecord(copy, place);
  return [
    ...mentions
      .filter((mention) => mention.status === 'accepted' && isOther(mention.place))
      .map((mention) => replacement('mentions', mention, { ...mention, place })),
    ...events
      .filter((event) => event.places.some((one) => isOther(one.place)))
      .map((event) => {
        const places = event.places.map((one) => (one.place.id === place.id ? { ...one, place } : one));
        return replacement('events', event, { ...event, places });
      }),
  ];
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
