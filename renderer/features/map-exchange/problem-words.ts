import { plural, t } from '@lingui/core/macro';
import { mostParts } from '#core/exchange/map-files/part-feature.ts';

/** What is to be said of a number of rows or features of a file, by code. */
export function problemWords(code: string, count: number): string {
  const rows = plural(count, { one: '# row', other: '# rows' });
  return words[code]?.(rows) ?? t`${rows}: ${code}`;
}

const words: Readonly<Record<string, (rows: string) => string>> = {
  'no-id': (rows) => t`${rows} without an id: left out, they could not be known again`,
  ragged: (rows) => t`${rows} with more cells than there are columns: left out, their cells have slipped`,
  twice: (rows) => t`${rows} standing a second time: the first one counts`,
  'no-coordinates': (rows) => t`${rows} without coordinates: unlocated, listed and never drawn`,
  'bad-coordinates': (rows) => t`${rows} with coordinates that are none: unlocated`,
  'date-unreadable': (rows) => t`${rows} with a date that can’t be read: undated, what is printed is kept`,
  'date-ambiguous': (rows) => t`${rows} with a date that may be two days (day or month first?): undated`,
  'bad-figure': (rows) => t`${rows} with deaths that are no number: without deaths, what is printed is kept`,
  'bad-code': (rows) => t`${rows} with a precision that is none of the documented: not judged`,
  'damaged-letters': (rows) => t`${rows} with letters that could not be read: taken as they are`,
  'columns-cut': (rows) => t`${rows} with more text than one event can keep: its columns were cut`,
  'no-feature': (rows) => t`${rows} that are no feature: left out`,
  'bad-geometry': (rows) => t`${rows} with a shape that is broken or not in degrees: left out`,
  'network-link': (rows) => t`${rows} that link to a network: never followed`,
  picture: (rows) => t`${rows} that lay a picture over the map: left out`,
  'nothing-in-it': (rows) => t`${rows} without a name and a place: left out`,
  'many-parts': (rows) => t`${rows} of several lines, areas or points: left out, part them first`,
  parted: (rows) =>
    t`${rows} of several lines, areas or points: each becomes a record of its own, with a number behind the name`,
  'too-many-parts': (rows) =>
    t`${rows} of more than ${mostParts} lines, areas or points: left out, add the file as a layer of the map instead`,
  'too-many-waypoints': (rows) => t`${rows} with more points than a track can have: left out`,
  'too-many-points': (rows) => t`${rows} with more points than an area can have: left out`,
  'too-many-places': (rows) => t`${rows} with more points than an event can have places: left out`,
  'record-unreadable': (rows) =>
    t`${rows} whose record from Liptako is damaged: only what other programs see was read`,
  'taken-outside': (rows) => t`${rows} moved in another program: the new place is taken over`,
  'way-taken-outside': (rows) =>
    t`${rows} with a way that was moved in another program: it is taken over; a waypoint that was moved no longer has the name of its place`,
  'renamed-outside': (rows) => t`${rows} renamed in another program: the new name is taken over`,
  'moved-outside': (rows) => t`${rows} whose points were moved in another program: they stay where they were`,
  'article-not-here': (rows) => t`${rows} resting on an article that is not here`,
  'article-missing': (rows) => t`${rows} marking an article that is not here: left out`,
  'tag-not-here': (rows) => t`${rows} with a tag that is not here: taken without it`,
  'edited-here': (rows) => t`${rows} read before and edited here since: yours stays`,
  'place-otherwise': (rows) =>
    t`${rows} of a place that is here otherwise: yours stays unless you take the file’s`,
  'place-full': (rows) =>
    t`${rows} of a place that has no room here for one more name or so long a note: yours stays; shorten it and read the file again`,
  'other-kind': (rows) => t`${rows} whose id belongs to something else here: left out`,
};

/** The problems that have words. */
export const wordedProblems: readonly string[] = Object.keys(words);
