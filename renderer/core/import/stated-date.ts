import type { StatedDate } from '#core/article.ts';
import { latinDigits, monthName, monthOf } from './month-names.ts';

const year = '(?<year>(?:19|20)\\d{2})';
const day = '(?<day>\\d{1,2})';
const weekday =
  '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lun|mer|jeu|ven|sam|dim|(?:يوم\\s+)?(?:الإثنين|الاثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد))\\.?[,،]?\\s+(?:le\\s+)?';
const clock =
  '(?<hour>\\d{1,2})\\s?[:h.]\\s?(?<minute>\\d{2})(?::\\d{2}(?:\\.\\d{1,9})?)?\\s?(?<half>[ap]\\.?m\\.?)?(?:\\s?(?:\\(?(?:UTC|GMT|TU|CET|CEST|WAT|EST|EDT|BST|Z)\\)?)?(?:\\s?[+-]\\d{1,2}:?\\d{0,2})?(?:\\s\\((?:UTC|GMT|TU)\\))?)?';
const time = `(?:(?:\\s?[-–—|,•·]\\s?|\\s+|T)(?:at\\s|à\\s|@\\s?)?${clock})?`;

/** Forms of a whole date; month and year alone come last. */
const forms = [
  `${year}-(?<month>\\d{2})-${day}`,
  `${year}/(?<month>\\d{2})/${day}`,
  `${monthName}\\s+${day}(?:st|nd|rd|th)?,?\\s+${year}`,
  `${day}(?:st|nd|rd|th|er)?[\\s-]+(?:of\\s+)?${monthName}[\\s,-]+${year}`,
  `${day}\\.(?<month>\\d{1,2})\\.${year}`,
  `(?<first>\\d{1,2})[/-](?<second>\\d{1,2})[/-]${year}`,
].map((form) => new RegExp(`^(?:${weekday})?(?:le\\s+)?${form}${time}$`, 'iu'));
const monthForm = new RegExp(`^${monthName}\\s+${year}$`, 'iu');

const published =
  /^(?:(?:first |originally |initially )?(?:published|posted|publication date|pub\.? date|date(?: de publication| published)?|issued|released|publié|posté|paru|mis en ligne|date de parution|نشر|نُشر|تاريخ النشر|النشر)(?:e|es|s)?)(?!\p{L})(?:\s*(?:[:•-]|(?:on|at|le|in|en)\b|(?:في|بتاريخ|يوم)(?=\s)))*\s*/iu;
const french = /publi[ée]|post[ée]|paru|mis en ligne|parution/iu;
const changed =
  /\s*[,;|•·(–—-]?\s*(?:last |dernière |derni[èe]re )?(?:updated?|modified|mise? à jour|modifié|actualisé|mis à jour)\b.*$/iu;

/** A date that a line prints, where in the line, and whether the line calls it the date of publication. */
export type FoundDate = {
  readonly date: StatedDate;
  readonly start: number;
  readonly end: number;
  readonly labelled: boolean;
};

/**
 * Read `line` as nothing but a date, with its time, weekday and label, in English or French; parts next to it behind
 * a bar or a bullet (an author, minutes to read) do no harm. Nothing missing is filled in: a date without its year,
 * one such as 03/04/2024 that can be read in two ways, and a date of change are no date.
 */
export function parseStatedDate(line: string): FoundDate | null {
  if (line.length > 160 || !/\p{Nd}{2}/u.test(line)) return null;
  let at = 0;
  for (const part of line.split(/(\s*[|•·]\s*)/u)) {
    const found = parsePart(part, at);
    if (found) return found;
    at += part.length;
  }
  // A bar may also stand between the day and the time.
  return line.includes('|') ? parsePart(line, 0) : null;
}

/** The date in a machine's form, as `datetime` attributes and JSON-LD hold it, or in one that people write. */
export function parseMarkupDate(value: string): StatedDate | null {
  const text = value.trim();
  if (text.length > 100) return null;
  const partial = /^((?:19|20)\d{2})(?:-(0[1-9]|1[0-2]))?$/.exec(text);
  if (partial) return { iso: text, precision: partial[2] ? 'month' : 'year', printed: text };
  const machine =
    /^((?:19|20)\d{2})-?(\d{2})-?(\d{2})(?:[T ](\d{2}):?(\d{2})\S*(?:\s?[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (machine) {
    const [, y = '', m = '', d = '', hour, minute] = machine;
    return build({ year: y, month: Number(m), day: Number(d), hour, minute }, text);
  }
  return parseStatedDate(text)?.date ?? null;
}

function parsePart(part: string, offset: number): FoundDate | null {
  const kept = part.replace(changed, '');
  const label = published.exec(kept)?.[0] ?? authorOrPlace.exec(kept)?.[0] ?? '';
  const printed = kept.slice(label.length).replace(/[\s.)–—-]+$/u, '');
  const labelled = published.test(kept);
  const date = readForms(printed, { labelled, dayFirst: french.test(label) });
  if (!date) return null;
  const start = offset + label.length;
  return { date, start, end: start + printed.length, labelled };
}

/** `By Jane Doe, ` or `Bamako, le ` in front of the date. */
const authorOrPlace =
  /^(?:(?:[Bb]y|[Pp]ar)\s+[\p{L}.'’ -]{2,60},\s+|\p{Lu}[\p{L}'’-]+(?:\s\p{Lu}[\p{L}'’-]+){0,2},\s+le\s+)/u;

function readForms(printed: string, how: { labelled: boolean; dayFirst: boolean }): StatedDate | null {
  const plain = latinDigits(printed);
  for (const form of forms) {
    const groups = form.exec(plain)?.groups;
    if (!groups) continue;
    const { year: y = '', hour, minute, half } = groups;
    const parts = groups.first ? twoWays(groups, how.dayFirst) : { day: groups.day, month: groups.month };
    if (!parts) return null;
    return build(
      { year: y, month: monthOf(parts.month ?? ''), day: Number(parts.day), hour, minute, half },
      printed,
    );
  }
  const alone = monthForm.exec(plain)?.groups;
  if (alone) return { iso: `${alone.year}-${two(monthOf(alone.month ?? ''))}`, precision: 'month', printed };
  if (how.labelled && /^(?:19|20)\d{2}$/.test(plain)) return { iso: plain, precision: 'year', printed };
  return null;
}

/** Day and month of `first/second/year`; `null` when both orders give a date and nothing says which is meant. */
function twoWays(
  groups: Readonly<Record<string, string>>,
  dayFirst: boolean,
): { day?: string; month?: string } | null {
  const { first = '', second = '' } = groups;
  if (dayFirst || Number(first) > 12 || first === second) return { day: first, month: second };
  return Number(second) > 12 ? { day: second, month: first } : null;
}

type Parts = {
  year: string;
  month: number;
  day: number;
  hour?: string | undefined;
  minute?: string | undefined;
  half?: string | undefined;
};

/** `null` for a day or a time that does not exist. */
function build({ year: y, month: m, day: d, hour, minute, half }: Parts, printed: string): StatedDate | null {
  const days = new Date(Date.UTC(Number(y), m, 0)).getUTCDate();
  if (!(m >= 1 && m <= 12 && d >= 1 && d <= days)) return null;
  const date = `${y}-${two(m)}-${two(d)}`;
  if (hour === undefined || minute === undefined) return { iso: date, precision: 'day', printed };
  const afternoon = half?.toLowerCase().startsWith('p') === true;
  const h = half === undefined ? Number(hour) : (Number(hour) % 12) + (afternoon ? 12 : 0);
  if (h > 23 || Number(minute) > 59) return null;
  return { iso: `${date}T${two(h)}:${minute}`, precision: 'minute', printed };
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
