import type { Grade } from '#core/annotations/highlight.ts';
import type { PlacePrecision } from '#core/geo/place.ts';
import type { AreaKind } from '#core/tracks/track.ts';
import type { TlpLabel } from './brief.ts';

/** Every word of a brief's frame, in the analyst's language: core itself holds no sentences. */
export type BriefWords = {
  readonly language: 'en' | 'fr';
  readonly untitled: string;
  readonly author: string;
  readonly cutOff: string;
  readonly tlpMeanings: Readonly<Record<TlpLabel, string>>;
  /** A local date and time, `2024-09-24T12:00`, as people write it. */
  readonly dateTime: (iso: string) => string;
  readonly notes: string;
  readonly page: string;
  readonly of: string;
  readonly back: string;

  readonly figure: (number: number) => string;
  readonly table: (number: number) => string;
  readonly scopeCited: (articles: number) => string;
  readonly scopeAll: string;
  /** Which tracks and areas a figure shows besides: those that rest on articles it cites, or all. */
  readonly scopeShapes: (isCited: boolean) => string;
  readonly noPlaces: string;
  readonly placeColumns: readonly [place: string, precision: string, position: string, passages: string];
  readonly precisions: Readonly<Record<PlacePrecision, string>>;
  readonly passageCount: (count: number) => string;
  readonly mapAttribution: string;
  readonly kilometres: (count: number) => string;
  readonly track: string;
  readonly area: string;
  readonly areaKinds: Readonly<Record<AreaKind, string>>;

  readonly tableColumns: readonly [
    number: string,
    passage: string,
    source: string,
    tags: string,
    grade: string,
  ];
  readonly noRows: string;

  readonly source: string;
  readonly byline: string;
  readonly date: string;
  readonly position: string;
  readonly textSha256: string;
  readonly originalSha256: string;
  readonly file: string;
  readonly grade: string;
  readonly note: string;
  readonly highlightId: string;

  readonly noPublisher: string;
  readonly noDate: string;
  readonly via: (publisher: string, carrier: string) => string;
  readonly derived: (value: string) => string;
  readonly byAnalyst: (value: string) => string;
  readonly characters: (start: number, end: number, of: number | null) => string;
  readonly reliability: Readonly<Record<Grade['reliability'], string>>;
  readonly credibility: Readonly<Record<Grade['credibility'], string>>;
  readonly missingPassage: string;
  readonly missingArticle: string;
};
