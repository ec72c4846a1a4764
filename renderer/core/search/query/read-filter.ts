import { fold } from '#core/text/fold.ts';
import type { Filter } from './query.ts';

/** What may stand before a colon to ask for something else than words. */
export type FilterKey = Filter['by'];

/** Every key of a filter, in the order they are explained. */
export const filterKeys = [
  'tag',
  'source',
  'publisher',
  'lang',
  'place',
  'after',
  'before',
  'is',
  'has',
] as const satisfies readonly FilterKey[];

/** Whether what stands before a colon names a filter. */
export function isFilterKey(key: string | null): key is FilterKey {
  return filterKeys.some((known) => known === key);
}

/** What `key:value` asks for; `null` when the value is none the key can have. */
export function readFilter(key: FilterKey, value: string): Filter | null {
  const folded = fold(value)
    .replaceAll(/["\s]+/g, ' ')
    .trim();
  switch (key) {
    case 'tag':
    case 'source':
    case 'publisher':
    case 'place':
      return folded === '' ? null : { by: key, value: folded };
    case 'lang': {
      const language = languages.get(folded);
      return language === undefined ? null : { by: key, value: language };
    }
    case 'after':
    case 'before':
      return isDate(folded) ? { by: key, date: folded } : null;
    case 'is': {
      const state = states.find((known) => known === folded);
      return state === undefined ? null : { by: key, value: state };
    }
    case 'has': {
      const thing = things.find((known) => known === folded || `${known}s` === folded);
      return thing === undefined ? null : { by: key, value: thing };
    }
  }
}

const states = ['unread', 'reading', 'read', 'flagged'] as const;
const things = ['highlight', 'note', 'tag', 'place', 'date'] as const;

const languages = new Map([
  ['en', 'en'],
  ['english', 'en'],
  ['anglais', 'en'],
  ['fr', 'fr'],
  ['french', 'fr'],
  ['francais', 'fr'],
  ['ar', 'ar'],
  ['arabic', 'ar'],
  ['arabe', 'ar'],
  ['und', 'und'],
]);

/** A day, a month or a year there is; day and month the other way round can't be told apart and are not taken. */
function isDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}
