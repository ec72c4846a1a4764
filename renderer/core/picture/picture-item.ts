import type { Grade } from '#core/annotations/highlight.ts';
import type { PlacePrecision } from '#core/geo/place.ts';
import type { ActorId, ArticleId, PlaceId, TagId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Dating } from '#core/time/dating.ts';

/** What the map and the timeline show of the work. */
export const itemKinds = ['mention', 'highlight', 'event', 'article', 'track', 'area'] as const;

export type ItemKind = (typeof itemKinds)[number];

/** Where an item is, as exactly as is known. */
export type ItemPlace = {
  readonly id: PlaceId;
  readonly name: string;
  /** Degrees, WGS 84; `null` together where nobody has located the place: listed, never drawn. */
  readonly lat: number | null;
  readonly lon: number | null;
  /** The less exact of the place and of how the item was coded there. */
  readonly precision: PlacePrecision;
};

/** Days within which something was, both included; `null`: open at that end. Never both. */
export type Stretch = Pick<Dating, 'from' | 'until'> & {
  /** Printed with its year, worked out, or entered by the analyst. */
  readonly basis: Dating['basis'];
};

/** A part of the work on the map and the timeline: it leads back to its record and, where it has one, its passage. */
export type PictureItem = {
  /** Its own: a record at several places is several items. */
  readonly id: string;
  readonly kind: ItemKind;
  /** Of the mention, highlight, event, article, track or area. */
  readonly recordId: string;
  /** The words of the passage, or the record's title or name. */
  readonly title: string;
  /** `null`: no place belongs to it. */
  readonly place: ItemPlace | null;
  /** When it happened or held; `null`: nobody says. */
  readonly when: Stretch | null;
  /**
   * When it was made known: when the article it rests on was published, or may have been, the earliest of several; of an
   * event, first the day it was announced. `null`: not known.
   */
  readonly published: Stretch | null;
  /** The article it leads to; `null`: it rests on none. */
  readonly articleId: ArticleId | null;
  /** The passage in it; `null`: the whole article. */
  readonly span: TextSpan | null;
  readonly actorIds: readonly ActorId[];
  readonly tagIds: readonly TagId[];
  /** Who published the article; empty: not stated. */
  readonly source: string;
  /** Of the highlight; `null`: nothing graded belongs to it. */
  readonly grade: Grade | null;
};
