import type { Place } from '#core/geo/place.ts';
import { analystAlone, type NewPlace } from '#core/geo/place-edits.ts';
import { readPoint } from '#core/geo/read-point.ts';

/** What is typed about a place. */
export type PlaceDraft = {
  readonly name: string;
  /** One a line. */
  readonly aliases: string;
  /** As typed; empty: nobody has located it. */
  readonly point: string;
  readonly precision: NewPlace['precision'];
  readonly country: string;
  readonly unit: string;
  readonly source: string;
  readonly note: string;
};

/** What there is to say of a place before anything is typed. */
export function draftOf(place: Place | null, name: string): PlaceDraft {
  if (place === null)
    return { name, aliases: '', point: '', precision: 'near', country: '', unit: '', source: '', note: '' };
  const { lat, lon, precision, source } = place;
  return {
    name: place.name,
    aliases: place.aliases.join('\n'),
    point: lat === null || lon === null ? '' : `${lat}, ${lon}`,
    precision: precision === 'unknown' ? 'near' : precision,
    country: place.country,
    unit: place.unit ?? '',
    source: source === analystAlone ? '' : source,
    note: place.note,
  };
}

/** What is typed, read; `null`: the point can't be. */
export function readDraft(draft: PlaceDraft): NewPlace | null {
  const point = draft.point.trim() === '' ? null : readPoint(draft.point);
  if (point === null && draft.point.trim() !== '') return null;
  return { ...draft, point, aliases: draft.aliases.split('\n') };
}

/** Whether two say the same. */
export function sameDraft(one: PlaceDraft, other: PlaceDraft): boolean {
  return fieldsOf(one).every((field) => one[field] === other[field]);
}

/** Lay what was typed over a beginning of `before` on a beginning of `now`: boxes nobody touched show what is there now. */
export function carryDraft(typed: PlaceDraft, before: PlaceDraft, now: PlaceDraft): PlaceDraft {
  const touched = fieldsOf(typed).filter((field) => typed[field] !== before[field]);
  return { ...now, ...Object.fromEntries(touched.map((field) => [field, typed[field]])) };
}

function fieldsOf(draft: PlaceDraft): (keyof PlaceDraft)[] {
  return Object.keys(draft) as (keyof PlaceDraft)[];
}
