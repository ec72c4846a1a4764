import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { TableName } from '#core/history/change.ts';

/** What kept records are called. */
export type RecordWords = {
  readonly tables: Readonly<Record<TableName, string>>;
  /** "3 articles", "1 tag": a line for every table that has any. */
  readonly counted: (counts: Readonly<Partial<Record<TableName, number>>>) => string[];
};

/** What kept records are called, alone and counted, in the analyst's language. */
export function useRecordWords(): RecordWords {
  const { t } = useLingui();
  const count: Record<TableName, (number: number) => string> = {
    articles: (number) => t`${plural(number, { one: '# article', other: '# articles' })}`,
    highlights: (number) => t`${plural(number, { one: '# highlight', other: '# highlights' })}`,
    tags: (number) => t`${plural(number, { one: '# tag', other: '# tags' })}`,
    tagGroups: (number) => t`${plural(number, { one: '# group of tags', other: '# groups of tags' })}`,
    memos: (number) => t`${plural(number, { one: '# memo', other: '# memos' })}`,
    mentions: (number) =>
      t`${plural(number, { one: '# decision on a place', other: '# decisions on places' })}`,
    places: (number) => t`${plural(number, { one: '# place', other: '# places' })}`,
    briefs: (number) => t`${plural(number, { one: '# brief', other: '# briefs' })}`,
    blocks: (number) => t`${plural(number, { one: '# block of a brief', other: '# blocks of briefs' })}`,
    analysts: (number) => t`${plural(number, { one: '# analyst', other: '# analysts' })}`,
    activity: (number) =>
      t`${plural(number, { one: '# line of the activity log', other: '# lines of the activity log' })}`,
    readings: (number) =>
      t`${plural(number, { one: '# note of what was read', other: '# notes of what was read' })}`,
    savedSearches: (number) => t`${plural(number, { one: '# saved search', other: '# saved searches' })}`,
    searchDecisions: (number) =>
      t`${plural(number, { one: '# decision on what a search found', other: '# decisions on what searches found' })}`,
    batches: (number) => t`${plural(number, { one: '# import', other: '# imports' })}`,
    actors: (number) => t`${plural(number, { one: '# actor', other: '# actors' })}`,
    relations: (number) =>
      t`${plural(number, { one: '# relation of actors', other: '# relations of actors' })}`,
    events: (number) => t`${plural(number, { one: '# event', other: '# events' })}`,
    tracks: (number) => t`${plural(number, { one: '# track', other: '# tracks' })}`,
    areas: (number) => t`${plural(number, { one: '# area', other: '# areas' })}`,
    findings: (number) =>
      t`${plural(number, { one: '# decision on an actor, date or figure', other: '# decisions on actors, dates and figures' })}`,
    mapLayers: (number) => t`${plural(number, { one: '# map layer', other: '# map layers' })}`,
  };
  return {
    tables: {
      articles: t`Article`,
      highlights: t`Highlight`,
      tags: t`Tag`,
      mentions: t`Place in a text`,
      places: t`Place`,
      briefs: t`Brief`,
      blocks: t`Block of a brief`,
      activity: t`Activity`,
      analysts: t`Analyst`,
      tagGroups: t`Group of tags`,
      memos: t`Memo`,
      readings: t`What was read`,
      savedSearches: t`Saved search`,
      searchDecisions: t`Decision on what a search found`,
      batches: t`Import`,
      actors: t`Actor`,
      relations: t`Relation of actors`,
      events: t`Event`,
      tracks: t`Track`,
      areas: t`Area`,
      mapLayers: t`Map layer`,
      findings: t`Actor, date or figure in a text`,
    },
    counted: (counts) =>
      (Object.keys(count) as TableName[]).flatMap((table) => {
        const number = counts[table] ?? 0;
        return number > 0 ? [count[table](number)] : [];
      }),
  };
}
