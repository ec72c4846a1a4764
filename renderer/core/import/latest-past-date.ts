import type { NoiseSpan } from '#core/article.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';
import { latinDigits, monthName, monthOf } from './month-names.ts';
import { parseMarkupDate } from './stated-date.ts';

/** A date that a text looks back on, with where it stands. */
export type PastDate = { readonly iso: string; readonly reason: 'text'; readonly evidence: TextSpan };

const year = '(?<year>(?:19|20)\\d{2})(?![\\d,.%]*\\d|\\s*%)';
const day = '(?<day>\\d{1,2})(?:st|nd|rd|th|er)?';

/** Dates with their year, the fuller first. */
const forms = [
  `(?<![\\d\\p{L}])${day}\\s+(?:of\\s+)?${monthName},?\\s+${year}`,
  `(?<![\\p{L}])${monthName}\\s+${day},?\\s+${year}`,
  `(?<![\\d-])${year}-(?<month>\\d{2})-(?<day>\\d{2})(?!\\d)`,
  `(?<![\\p{L}])${monthName},?\\s+(?:of\\s+)?${year}`,
  // A number alone is a year only where nothing else can stand.
  `(?<![\\p{L}])(?:in|since|during|late|early|mid-|end of|beginning of|en|depuis|fin|début|mi-|l['’]année|l['’]été|عام|سنة|منذ|في)\\s*${year}(?=[\\s.,;:)»”"’]|$)`,
  `\\((?:[^()\\d\\n]{1,60},\\s)?${year}\\)`,
].map((form) => new RegExp(form, 'giu'));

/** Words right in front of a date that is still to come, and words anywhere near one. */
const upTo =
  /(?<!\p{L})(?:by|until|till|from|for|d['’]ici|jusqu['’](?:en|à|au)|à partir (?:de|du)|بحلول|حتى)[\s\p{L}'’]{0,14}$/iu;
const ahead =
  /(?<!\p{L})(?:will|would|shall|next|upcoming|ahead of|planned|scheduled|expected|due|forecasts?|projected|target|plans?|horizon|prochaine?s?|prévue?s?|attendue?s?|sera|seront|aura|auront|devrai(?:t|ent)|pourrai(?:t|ent)|échéance|سوف|المقبل|القادم)(?!\p{L})/iu;

/** Years after this are not read as years. */
const lastYear = 2099;

/**
 * The latest date with its year that a text looks back on, outside its noise: it was written no earlier. What a
 * sentence expects or plans does not count, and a date without its year says nothing. `null` when there is none.
 */
export function latestPastDate(text: string, noise: readonly NoiseSpan[]): PastDate | null {
  const read = latinDigits(text.slice(0, longest));
  let best: PastDate | null = null;
  for (const form of forms)
    for (const match of read.matchAll(form)) {
      const found = toDate(match);
      if (!found || (best && !isLater(found.iso, best.iso))) continue;
      if (noise.some((span) => overlaps(span, found.evidence)) || looksAhead(read, found.evidence)) continue;
      best = found;
    }
  return best;
}

/** What is looked at of a text, in UTF-16 units. */
const longest = 200_000;

/** Of two with the same beginning the fuller one says more. */
function isLater(iso: string, than: string): boolean {
  if (iso.startsWith(than)) return iso.length > than.length;
  return iso > than;
}

function toDate(match: RegExpMatchArray): PastDate | null {
  const { year: y = '', month: m, day: d } = match.groups ?? {};
  const numbers = [
    Number(y),
    ...(m === undefined ? [] : [monthOf(m)]),
    ...(d === undefined ? [] : [Number(d)]),
  ];
  const iso = numbers.map((number) => String(number).padStart(2, '0')).join('-');
  const start = match.index ?? 0;
  return Number(y) <= lastYear && parseMarkupDate(iso)
    ? { iso, reason: 'text', evidence: { start, end: start + match[0].length } }
    : null;
}

/** Whether the clause around a date speaks of what is to come. */
function looksAhead(text: string, { start, end }: TextSpan): boolean {
  const before =
    text
      .slice(Math.max(0, start - 90), start)
      .split(/[.!?\n]\s|\n/)
      .at(-1) ?? '';
  const after = text.slice(end, end + 60).split(/[.!?;,\n]/)[0] ?? '';
  return upTo.test(before) || ahead.test(before) || ahead.test(after);
}
