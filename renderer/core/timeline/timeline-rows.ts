import type { PictureItem, Stretch } from '#core/picture/picture-item.ts';
import { reportingLag } from './reporting-lag.ts';

/** The columns of a timeline as a table, in their order. */
export const timelineColumns = [
  'kind',
  'title',
  'from',
  'until',
  'basis',
  'publishedFrom',
  'publishedUntil',
  'publishedBasis',
  'lagLeast',
  'lagMost',
  'place',
  'latitude',
  'longitude',
  'precision',
  'actors',
  'tags',
  'source',
  'grade',
  'recordId',
  'articleId',
  'start',
  'end',
] as const;

export type TimelineColumn = (typeof timelineColumns)[number];

/** One row an item, below a head; what nobody says is an empty cell. Lags are in days. */
export function timelineRows(
  items: readonly PictureItem[],
  head: (column: TimelineColumn) => string,
  nameOf: (id: string) => string | null,
): string[][] {
  const rows = items.map((item) => {
    const cells = cellsOf(item, nameOf);
    return timelineColumns.map((column) => cells[column]);
  });
  return [timelineColumns.map(head), ...rows];
}

function cellsOf(item: PictureItem, nameOf: (id: string) => string | null): Record<TimelineColumn, string> {
  const { when, published, place, grade, span } = item;
  const lag = item.kind === 'article' ? null : reportingLag(when, published);
  const names = (ids: readonly string[]) => ids.map((id) => nameOf(id) ?? id).join('; ');
  return {
    kind: item.kind,
    title: item.title,
    ...daysOf(when),
    publishedFrom: published?.from ?? '',
    publishedUntil: published?.until ?? '',
    publishedBasis: published?.basis ?? '',
    lagLeast: show(lag?.least),
    lagMost: show(lag?.most),
    place: place?.name ?? '',
    latitude: show(place?.lat),
    longitude: show(place?.lon),
    precision: place?.precision ?? '',
    actors: names(item.actorIds),
    tags: names(item.tagIds),
    source: item.source,
    grade: grade === null ? '' : `${grade.reliability}${grade.credibility}`,
    recordId: item.recordId,
    articleId: item.articleId ?? '',
    start: show(span?.start),
    end: show(span?.end),
  };
}

function daysOf(when: Stretch | null) {
  return { from: when?.from ?? '', until: when?.until ?? '', basis: when?.basis ?? '' };
}

function show(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : String(value);
}
