import type { Part } from '#core/time/calendar.ts';
import { smallNumber } from './number-words.ts';

const monthWords: ReadonlyMap<string, number> = new Map(
  [
    ['january', 'jan', 'janvier', 'janv'],
    ['february', 'feb', 'février', 'fevrier', 'févr'],
    ['march', 'mar', 'mars'],
    ['april', 'apr', 'avril', 'avr'],
    ['may', 'mai'],
    ['june', 'jun', 'juin'],
    ['july', 'jul', 'juillet', 'juil'],
    ['august', 'aug', 'août', 'aout'],
    ['september', 'sept', 'sep', 'septembre'],
    ['october', 'oct', 'octobre'],
    ['november', 'nov', 'novembre'],
    ['december', 'dec', 'décembre', 'decembre', 'déc'],
  ].flatMap((names, at) => names.map((name) => [name, at + 1] as const)),
);

const weekdayWords: ReadonlyMap<string, number> = new Map(
  [
    ['sunday', 'dimanche'],
    ['monday', 'lundi'],
    ['tuesday', 'mardi'],
    ['wednesday', 'mercredi'],
    ['thursday', 'jeudi'],
    ['friday', 'vendredi'],
    ['saturday', 'samedi'],
  ].flatMap((names, at) => names.map((name) => [name, at] as const)),
);

/** The number of a month by its name, 1 to 12; `null` for another word. */
export function monthNumber(word: string): number | null {
  return monthWords.get(word.toLowerCase()) ?? null;
}

/** The number of a weekday by its name, 0 for Sunday; `null` for another word. */
export function weekdayNumber(word: string): number | null {
  return weekdayWords.get(word.toLowerCase()) ?? null;
}

const longestFirst = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|');
const unitWords = longestFirst(
  'day days week weeks weekend week-end month months year years jour jours semaine semaines mois an ans année'.split(
    ' ',
  ),
);
const dayWords = longestFirst([
  ...'yesterday today tonight hier avant-hier aujourd’hui veille lendemain'.split(' '),
  "aujourd'hui",
]);

const monthNames = longestFirst(monthWords.keys());
const fullMonthNames = longestFirst([...monthWords.keys()].filter((name) => name.length > 4));

/**
 * Words that each date has one of. A month may run into a word with a capital (“last JulyAccording”), as stripped markup
 * leaves it: the caller looks at what follows.
 */
export const anchors = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?:\\d{4}[-/]\\d{2}[-/]\\d{2}|\\d{1,2}[/.]\\d{1,2}[/.](?:19|20)\\d{2}|(?:19|20)\\d{2}|${monthNames}|${longestFirst(weekdayWords.keys())}|${unitWords}|${dayWords})(?![\\p{L}\\p{N}])|(?:${fullMonthNames}|july|june|août|juin|mars)(?=\\p{L}))`,
  'giu',
);

/** What follows a weekday that only names the day of the month behind it. */
export const dateAhead = new RegExp(
  `^,?\\s+(?:le\\s+|the\\s+)?(?:\\d{1,2}(?:st|nd|rd|th|er)?(?:\\s+of)?\\s+(?:${monthNames})|(?:${monthNames})\\.?\\s+\\d{1,2})(?![\\p{L}\\p{N}])`,
  'iu',
);

const weekday = `(?<weekday>${longestFirst(weekdayWords.keys())})`;
/** An article behind “and” makes a stretch only after “between”: “killed 12 and the 14 September ambush” has a toll in it. */
const range =
  '(?:\\s?[-–]\\s?|\\s+(?:to|au)\\s+(?:le\\s+|the\\s+)?|\\s+(?:and|et)\\s+(?:(?<=(?<!\\p{L})(?:between|entre|from|du)\\s+(?:le\\s+|the\\s+)?\\d{1,2}(?:st|nd|rd|th|er)?\\s+(?:and|et)\\s+)(?:le\\s+|the\\s+))?)';

/** A day and what may stand between it and the month after it; the several days of a stretch. */
export const dayBefore = new RegExp(
  `(?<![\\d.,:/])(?:(?<first>\\d{1,2})(?:st|nd|rd|th|er)?(?:${range}(?<second>\\d{1,2})(?:st|nd|rd|th|er)?)?(?:\\s+of)?[\\s\\u00a0]+)$`,
  'iu',
);
/** A day behind its month, as English writes it. */
export const dayAfter = new RegExp(
  `^\\.?[\\s\\u00a0](?<first>\\d{1,2})(?:st|nd|rd|th)?(?:${range}(?<second>\\d{1,2})(?:st|nd|rd|th)?)?(?![\\d%:]|[.,]\\d)`,
  'iu',
);
export const yearAfter = /^(?:\.?,?[\s\u00a0]+(?:of\s+|de\s+)?)(?<year>(?:19|20)\d{2})(?!\d|[.,]\d)/iu;
export const weekdayBefore = new RegExp(`(?<!\\p{L})${weekday},?\\s+(?:le\\s+|the\\s+)?$`, 'iu');

/** “the end of the month of”, “late”, “mi-”, “à la fin de” before a month, a year or a week. */
export const partBefore =
  /(?<!\p{L})(?:(?<word>end|beginning|start|middle)\s+of\s+(?:the\s+month\s+of\s+)?|(?<half>(?:first|second)\s+half)\s+of\s+|(?<short>late|early|mid)[\s-]+(?:in\s+)?|(?<french>fin|début|debut|mi|milieu)[\s-]+(?:du\s+mois\s+)?(?:de\s+la\s+|de\s+l['’]|de\s+|d['’]|du\s+)?)$/iu;

/** What joins the end of a month and the beginning of the next into one stretch. */
export const joinsParts = /^\s+(?:and|et)\s+(?:(?:at\s+)?the\s+|au\s+)?$/iu;

/** The part that was read by `partBefore`. */
export function partOf(match: RegExpExecArray | null): Part | null {
  const word = (
    match?.groups?.word ??
    match?.groups?.short ??
    match?.groups?.french ??
    match?.groups?.half
  )?.toLowerCase();
  if (word === undefined) return null;
  if (/^(?:end|late|fin)$/.test(word)) return 'end';
  if (/half$/.test(word)) return word.startsWith('first') ? 'first-half' : 'second-half';
  return /^(?:mid|mi)/.test(word) ? 'middle' : 'beginning';
}

export const turnBefore = /(?<!\p{L})(?<turn>last|this past|this|next|ce)[\s\u00a0]+$/iu;
export const turnAfter = /^[\s\u00a0]+(?<turn>dernier|prochain|last)(?!\p{L})/iu;
export const sinceBefore = /(?<!\p{L})(?:since|depuis)\s+(?:the\s+|le\s+|la\s+|early\s+)?$/iu;

/** What shows that a word such as “March” is a month. */
export const monthCue =
  /(?<!\p{L})(?:in|during|since|until|by|from|en|depuis|courant|throughout|au mois de|au mois d['’]|month of|and|et|à|jusqu['’]en)\s*$/iu;
export const yearCue =
  /(?<!\p{L})(?:in|since|during|until|by|from|en|depuis|dès|l['’]année|the year|jusqu['’]en)\s+$/iu;
/** What joins a year to the one right before it: “in 2020 and 2021”. */
export const joinsYears = /^\s+(?:and|or|to|et|ou|à)\s+$/iu;
/** What ends a list of years. Before a noun it is a number of people or things: “since 2012 and 2000 dead”. */
export const endsYears = /^(?:\s*(?:[.,;:)]|$)|[^\S\n]*\n)/u;

/** Whether a weekday is one day rather than each of them, a title or the name of a thing. */
export function weekdayCue(before: string, { word, after }: { word: string; after: string }): boolean {
  if (/(?<!\p{L})(?:every|each|chaque|tous les|le samedi et le|black|good|bloody)\s+$/iu.test(before))
    return false;
  // A newspaper: “Monday Times”; several words with capitals are a name.
  if (/^\s(?:times|post|herald|magazine|express)/i.test(after)) return false;
  // The weekdays of French have no capital but at the beginning.
  return /^\p{Lu}/u.test(word) || /^(?:lun|mar|mer|jeu|ven|sam|dim)/i.test(word);
}

type Counted = { readonly unit: 'day' | 'week' | 'weekend' | 'month' | 'year'; readonly count: number };
type Groups = Readonly<Record<string, string | undefined>>;

const number =
  '(?<number>\\d{1,3}|a|an|un|une|one|two|three|four|five|six|seven|eight|nine|ten|deux|trois|quatre|cinq|sept|huit|neuf|dix)';
const unit = `(?<unit>days?|weeks?|months?|years?|jours?|semaines?|mois|ans?)`;

/** Forms of dates that are counted, with what they count; `null`: it is no date after all. */
export const relativeForms: readonly {
  readonly form: RegExp;
  /** Only a date with “début de”, “late in” before it: “en début de semaine”. */
  readonly needsPart?: true;
  readonly read: (groups: Groups) => Counted | 'elsewhere' | null;
}[] = [
  { form: forms(`${number}\\s+${unit}\\s+ago`), read: (groups) => count(groups, -1) },
  { form: forms(`il\\s+y\\s+a\\s+${number}\\s+${unit}`), read: (groups) => count(groups, -1) },
  {
    form: forms(
      `${number}\\s+(?:days?|weeks?|jours?|semaines?)\\s+(?:earlier|later|plus\\s+tôt|plus\\s+tard|auparavant)`,
    ),
    read: () => 'elsewhere',
  },
  {
    form: forms(
      `(?:the\\s+day\\s+(?:before|after)|the\\s+(?:previous|following|next)\\s+day|la\\s+veille|le\\s+lendemain)`,
    ),
    read: () => 'elsewhere',
  },
  { form: forms(`avant-hier`), read: () => ({ unit: 'day', count: -2 }) },
  { form: forms(`yesterday|last\\s+night|hier`), read: () => ({ unit: 'day', count: -1 }) },
  { form: forms(`today|tonight|aujourd['’]hui`), read: () => ({ unit: 'day', count: 0 }) },
  {
    form: forms(`(?<turn>last|this|next)\\s+(?<unit>weekend|week|month|year)`),
    read: ({ turn, unit: word }) => ({ unit: unitOf(word), count: turns(turn) }),
  },
  {
    form: forms(`(?<turn>cette|ce|cet)\\s+(?<unit>week-end|semaine|mois|année)(?:-ci)?`),
    read: ({ unit: word }) => ({ unit: unitOf(word), count: 0 }),
  },
  {
    form: forms(
      `(?:la|le|l['’])\\s?(?<unit>semaine|week-end|mois|an|année)\\s+(?<turn>derni(?:er|ère)|passée?|prochaine?)`,
    ),
    read: ({ turn, unit: word }) => ({ unit: unitOf(word), count: turns(turn) }),
  },
  // The year is that of the text: “In March 2012 …; later in the year”.
  { form: forms(`(?:earlier|later)\\s+in\\s+the\\s+(?:week|month|year)`), read: () => 'elsewhere' },
  {
    form: forms(`semaine\\s+(?<turn>dernière|passée|prochaine)`),
    needsPart: true,
    read: ({ turn }) => ({ unit: 'week', count: turns(turn) }),
  },
  {
    form: forms(`semaine(?!\\s+(?:derni|pass|prochain|suivant|précédent))`),
    needsPart: true,
    read: () => ({ unit: 'week', count: 0 }),
  },
];

function forms(source: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${source})(?!\\p{L})`, 'giu');
}

function count({ number: word, unit: name }: Groups, sign: 1 | -1): Counted | null {
  const value = smallNumber(word ?? '');
  return value === null ? null : { unit: unitOf(name), count: sign * value };
}

function unitOf(word: string | undefined): Counted['unit'] {
  const name = (word ?? '').toLowerCase();
  if (/^week-?end/.test(name)) return 'weekend';
  if (/^(?:week|sem)/.test(name)) return 'week';
  if (/^(?:month|mois)/.test(name)) return 'month';
  return /^(?:year|an)/.test(name) ? 'year' : 'day';
}

function turns(word: string | undefined): number {
  if (/^(?:next|proch)/i.test(word ?? '')) return 1;
  return /^(?:last|dern|pass)/i.test(word ?? '') ? -1 : 0;
}
