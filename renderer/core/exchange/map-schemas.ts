import { z } from 'zod';
import {
  actorKinds,
  aliasLanguages,
  maxEntryAliases,
  maxRelationPassages,
  relationKinds,
} from '#core/actors/actor.ts';
import {
  eventRoles,
  maxEventActors,
  maxEventPassages,
  maxEventPlaces,
  maxLinkedLength,
  maxToldApart,
} from '#core/events/event.ts';
import { subEventTypes } from '#core/events/event-types.ts';
import { maxPlaceAliases } from '#core/geo/place.ts';
import { layerForms } from '#core/layers/map-layer.ts';
import { findingKinds, maxFindingLength } from '#core/mentions/finding.ts';
import {
  areaKinds,
  maxAreaPoints,
  maxRadiusKm,
  maxTrackPassages,
  maxWaypoints,
  waypointPrecisions,
} from '#core/tracks/track.ts';
import { anchorUpTo, code, count, id, instant, line, prose, sha256 } from './schema-values.ts';

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);
const short = z.string().max(300);
const note = z.string().max(4_000);
const linked = anchorUpTo(maxLinkedLength);
const made = { analystId: id<'analyst'>().exactOptional(), createdAt: instant };
const actorIds = z.array(id<'actor'>()).max(50);

const placeFields = z.strictObject({
  id: id<'place'>(),
  name: line,
  aliases: z.array(short).max(maxPlaceAliases),
  country: z.string().max(10),
  type: code,
  lat: latitude.nullable(),
  lon: longitude.nullable(),
  precision: z.enum(['exact', 'near', 'area', 'unknown']),
  source: line,
  note: prose,
  unit: short.exactOptional(),
});

const isLocatedOrNot = ({ lat, lon }: { lat: number | null; lon: number | null }) =>
  (lat === null) === (lon === null);

export const place = placeFields
  .extend({ original: placeFields.refine(isLocatedOrNot).exactOptional() })
  .refine(isLocatedOrNot);

const day = z.string().regex(/^\d{4}-\d\d-\d\d$/);

const dating = z.strictObject({
  from: day.nullable(),
  until: day.nullable(),
  precision: z.literal([1, 2, 3]).nullable(),
  basis: z.enum(['stated', 'inferred', 'analyst']),
  printed: short,
  reasons: z.array(code).max(20),
});

const partialDate = z.string().regex(/^\d{4}(-\d\d(-\d\d)?)?$/);

const alias = z.strictObject({
  text: short,
  language: z.enum(aliasLanguages),
  source: code,
  from: partialDate.nullable(),
  until: partialDate.nullable(),
  isOpen: z.boolean(),
  near: z.array(code).max(20),
  ambiguousWith: z.array(code).max(20),
  alsoMeans: z.array(code).max(20),
  note: short,
});

export const actorEntry = z.strictObject({
  id: id<'actor'>(),
  name: short,
  kind: z.enum(actorKinds),
  note,
  aliases: z.array(alias).max(maxEntryAliases),
  without: z.array(short).max(maxEntryAliases),
  mergedInto: id<'actor'>().nullable(),
  ...made,
  updatedAt: instant,
});

export const relation = z.strictObject({
  id: id<'relation'>(),
  kind: z.enum(relationKinds),
  from: id<'actor'>(),
  to: id<'actor'>(),
  since: partialDate.nullable(),
  until: partialDate.nullable(),
  source: code,
  note,
  passages: z.array(linked).max(maxRelationPassages),
  ...made,
});

const deaths = count.nullable();

export const event = z.strictObject({
  id: id<'event'>(),
  title: short,
  dating,
  announcedOn: day.exactOptional(),
  places: z
    .array(z.strictObject({ place, geoPrecision: z.literal([1, 2, 3]).nullable() }))
    .max(maxEventPlaces),
  actors: z
    .array(z.strictObject({ actorId: id<'actor'>(), name: short, role: z.enum(eventRoles) }))
    .max(maxEventActors),
  subType: z.enum(subEventTypes.map(({ subType }) => subType)).nullable(),
  deaths: z.strictObject({ low: deaths, best: deaths, high: deaths }).nullable(),
  note,
  passages: z.array(linked).max(maxEventPassages),
  origin: z
    .strictObject({
      collection: z.enum(['acled', 'ucdp', 'geojson', 'csv']),
      id: short,
      fileName: short,
      readAt: instant,
      columns: z.record(code, line),
    })
    .exactOptional(),
  notSameAs: z.array(id<'event'>()).max(maxToldApart).exactOptional(),
  ...made,
  updatedAt: instant,
});

export const track = z.strictObject({
  id: id<'track'>(),
  name: short,
  actorIds,
  waypoints: z
    .array(
      z.strictObject({
        lat: latitude,
        lon: longitude,
        name: short,
        dating,
        precision: z.enum(waypointPrecisions).exactOptional(),
        placeId: id<'place'>().exactOptional(),
      }),
    )
    .max(maxWaypoints),
  uncertaintyKm: z.number().nonnegative().nullable(),
  note,
  passages: z.array(linked).max(maxTrackPassages),
  ...made,
  updatedAt: instant,
});

export const area = z.strictObject({
  id: id<'area'>(),
  name: short,
  kind: z.enum(areaKinds),
  actorIds,
  rings: z
    .array(z.array(z.tuple([longitude, latitude])))
    .refine((rings) => rings.reduce((points, ring) => points + ring.length, 0) <= maxAreaPoints),
  circle: z
    .strictObject({ lat: latitude, lon: longitude, radiusKm: z.number().positive().max(maxRadiusKm) })
    .exactOptional(),
  dating,
  note,
  passages: z.array(linked).max(maxTrackPassages),
  ...made,
  updatedAt: instant,
});

export const mapLayer = z.strictObject({
  id: id<'map layer'>(),
  name: short,
  form: z.enum(layerForms),
  fileName: short,
  sha256,
  sizeBytes: count,
  attribution: short,
  isShown: z.boolean(),
  opacity: z.number().min(0).max(1),
  order: z.number(),
  createdAt: instant,
});

export const finding = z.strictObject({
  id: id<'finding'>(),
  anchor: anchorUpTo(maxFindingLength),
  kind: z.enum(findingKinds),
  status: z.enum(['accepted', 'rejected']),
  origin: z.enum(['suggested', 'analyst']),
  reach: z.enum(['here', 'everywhere']),
  actorId: id<'actor'>().nullable(),
  name: short,
  dating: dating.exactOptional(),
  reasons: z.array(code).max(20),
  ...made,
});
