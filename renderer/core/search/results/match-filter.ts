import type { Tag } from '#core/codebook/tag.ts';
import { tagPath, tagsById, withDescendants } from '#core/codebook/tag-tree.ts';
import { nameKey, nameWords } from '#core/geo/name-key.ts';
import type { TagId } from '#core/ids.ts';
import type { Filter } from '#core/search/query/query.ts';
import { fold } from '#core/text/fold.ts';
import { type FactColumns, factFlag, factLanguages, factStatuses, type ListColumn } from './fact-columns.ts';
import { statedPeriod } from './stated-period.ts';

const languageNames: readonly string[] = factLanguages;

/** Whether the article of a slot has what was asked for. */
export type SlotTest = (slot: number) => boolean;

/**
 * What a filter asks of an article.
 *
 * A date is never completed: an article of which only the month is stated is `after` a day when the whole month is,
 * and `before` it when the whole month is; when it may be either it is neither, and one without a date is neither too.
 * `after` takes in the date itself, `before` does not: `after:2024 before:2025` is the year 2024.
 * `has:place` asks for a place the analyst accepted, since most articles have some that are only suggested.
 */
export function matchFilter(filter: Filter, columns: FactColumns, tags: readonly Tag[]): SlotTest {
  const test = testOf(filter, columns, tags);
  return (slot) => columns.isKnown(slot) && test(slot);
}

function testOf(filter: Filter, columns: FactColumns, tags: readonly Tag[]): SlotTest {
  switch (filter.by) {
    case 'tag': {
      const wanted = columnOf(findTagIds(filter.value, tags), columns);
      return (slot) => hasAny(columns.tagLists, slot, (number) => wanted[number] === 1);
    }
    case 'source': {
      const wanted = columns.sources.values.map((name) => holdsWords(name, filter.value));
      return (slot) => hasAny(columns.sourceLists, slot, (number) => wanted[number] === true);
    }
    case 'publisher': {
      const wanted = columns.sources.values.map((name) => holdsWords(name, filter.value));
      return (slot) => wanted[(columns.publisher[slot] ?? 0) - 1] === true;
    }
    case 'lang': {
      const wanted = languageNames.indexOf(filter.value.toLowerCase());
      return (slot) => columns.language[slot] === wanted;
    }
    case 'place': {
      const key = nameKey(filter.value);
      const wanted = columns.places.values.map(({ name, aliases }) =>
        [name, ...aliases].some((each) => nameKey(each) === key),
      );
      return (slot) => hasAny(columns.placeLists, slot, (number) => wanted[number >> 1] === true);
    }
    case 'after':
    case 'before':
      return dateTest(filter.by, filter.date, columns);
    case 'is':
      return statusTest(filter.value, columns);
    case 'has':
      return hasTest(filter.value, columns);
  }
}

function dateTest(by: 'after' | 'before', date: string, columns: FactColumns): SlotTest {
  const from = statedPeriod(date)?.from;
  if (from === undefined) return () => false;
  if (by === 'after') return (slot) => (columns.dateFrom[slot] ?? -1) >= from;
  return (slot) => (columns.dateFrom[slot] ?? -1) >= 0 && (columns.dateTo[slot] ?? 0) <= from;
}

function statusTest(value: (Filter & { by: 'is' })['value'], columns: FactColumns): SlotTest {
  if (value === 'flagged') return (slot) => hasFlag(columns, slot, factFlag.flagged);
  const wanted = factStatuses.indexOf(value);
  return (slot) => columns.status[slot] === wanted;
}

function hasTest(value: (Filter & { by: 'has' })['value'], columns: FactColumns): SlotTest {
  switch (value) {
    case 'highlight':
      return (slot) => hasFlag(columns, slot, factFlag.highlight);
    case 'note':
      return (slot) => hasFlag(columns, slot, factFlag.note);
    case 'tag':
      return (slot) => columns.tagLists.lengthOf(slot) > 0;
    case 'place':
      return (slot) => hasAny(columns.placeLists, slot, (number) => number % 2 === 0);
    case 'date':
      return (slot) => (columns.dateFrom[slot] ?? -1) >= 0;
  }
}

/**
 * The tags of this name or path, and all below them. Each part of a path is compared whole and folded; a path may begin
 * anywhere: `Mali/JNIM` finds `Actors / Mali / JNIM`.
 */
export function findTagIds(nameOrPath: string, tags: readonly Tag[]): Set<TagId> {
  const byId = tagsById(tags);
  const wanted = pathKey(nameOrPath);
  const found = new Set<TagId>();
  if (wanted === '') return found;
  for (const { id } of tags) {
    const path = pathKey(
      tagPath(id, byId)
        .map(({ name }) => name)
        .join('/'),
    );
    if (path !== wanted && !path.endsWith(`/${wanted}`)) continue;
    for (const below of withDescendants(id, tags)) found.add(below);
  }
  return found;
}

function pathKey(path: string): string {
  return fold(path.normalize('NFC'))
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?\/ ?/g, '/');
}

function columnOf(ids: ReadonlySet<TagId>, columns: FactColumns): Uint8Array {
  return Uint8Array.from(columns.tags.values, (id) => Number(ids.has(id)));
}

/** Whether every word that was asked for begins a word of `name`. */
function holdsWords(name: string, asked: string): boolean {
  const wanted = nameWords(asked);
  const there = nameWords(name);
  return wanted.length > 0 && wanted.every((word) => there.some((each) => each.startsWith(word)));
}

function hasFlag(columns: FactColumns, slot: number, flag: number): boolean {
  return ((columns.flags[slot] ?? 0) & flag) !== 0;
}

function hasAny(lists: ListColumn, slot: number, fits: (number: number) => boolean): boolean {
  const start = lists.startOf(slot);
  const end = start + lists.lengthOf(slot);
  const { pool } = lists;
  for (let at = start; at < end; at++) if (fits(pool[at] ?? 0)) return true;
  return false;
}
