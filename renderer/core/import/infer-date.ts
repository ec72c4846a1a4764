import type { Field, InferredDate, NoiseSpan } from '#core/article.ts';
import type { TextSpan } from '#core/text/span.ts';
import { latestPastDate } from './latest-past-date.ts';
import type { PageFacts } from './page-facts.ts';
import { parseMarkupDate } from './stated-date.ts';

/** What may tell when an article without a date was published. */
type Given = {
  readonly text: string;
  readonly noise: readonly NoiseSpan[];
  readonly facts: PageFacts | null;
  readonly address: string | null;
  readonly fileName: string;
};

/** An end of the range, with what it was told by. */
type Bound = { readonly iso: string; readonly reason: string; readonly evidence: TextSpan | null };

/**
 * When an article that states no date may have been published: the day in its address or its file's name; otherwise
 * not before the latest date that its text looks back on, and not after it was archived, changed or stamped. Nothing
 * is ever completed: of `2020` no day follows. `null` when nothing tells.
 */
export function inferDate(given: Given): Field<InferredDate> | null {
  const day = dayInName(given.address ?? '', 'address') ?? dayInName(given.fileName, 'file-name');
  const until = latest(given);
  if (day && !(until && day.iso > until.iso)) return field(day, day, day.reason);
  const found = latestPastDate(given.text, given.noise);
  // A text can't look back on what came after it was archived: then it looks ahead.
  const from = found && until && found.iso > until.iso.slice(0, found.iso.length) ? null : found;
  if (!from && !until) return null;
  const reason = [from?.reason, until?.reason].filter((one) => one !== undefined).join('-and-');
  return field(from, until, reason);
}

function field(from: Bound | null, until: Bound | null, reason: string): Field<InferredDate> {
  return {
    value: { from: from?.iso ?? null, until: until?.iso ?? null },
    basis: 'derived',
    evidence: from?.evidence ?? until?.evidence ?? null,
    reason,
  };
}

/** The moment by which it was there; the earliest of those that are known. */
function latest({ text, noise, facts }: Given): Bound | null {
  const bounds = [
    moment(facts?.archived, 'archived'),
    moment(facts?.modified, 'modified'),
    ...noise.filter(({ kind }) => kind === 'stamp').map((span) => stamp(text, span)),
  ].filter((bound) => bound !== null);
  return bounds.sort((a, b) => (a.iso < b.iso ? -1 : 1))[0] ?? null;
}

function moment(value: string | null | undefined, reason: string): Bound | null {
  const date = value ? parseMarkupDate(value) : null;
  return date ? { iso: date.iso, reason, evidence: null } : null;
}

/** Seconds or milliseconds since 1970, which content systems print by mistake. */
function stamp(text: string, { start, end }: NoiseSpan): Bound | null {
  const found = /\b(\d{10})(?:\d{3})?\b/.exec(text.slice(start, end));
  const seconds = Number(found?.[1] ?? 0);
  if (!found || seconds < firstSecond) return null;
  const iso = new Date(seconds * 1000).toISOString().slice(0, 16);
  const from = start + found.index;
  return { iso, reason: 'stamp', evidence: { start: from, end: from + found[0].length } };
}

/** 1 January 1995: a smaller number is none. */
const firstSecond = 788_918_400;

const dayForms = [
  /(?<![\d])((?:19|20)\d{2})[-_/.]?(0[1-9]|1[0-2])[-_/.]?(0[1-9]|[12]\d|3[01])(?!\d)/,
  /(?<![\d])((?:19|20)\d{2})[-_/](0[1-9]|1[0-2])(?![\d])/,
];

/** A day or month written year first, as blogs put it into addresses and people into names. */
function dayInName(name: string, reason: string): Bound | null {
  for (const form of dayForms) {
    const found = form.exec(name);
    if (!found) continue;
    const iso = found.slice(1).join('-');
    return parseMarkupDate(iso) ? { iso, reason, evidence: null } : null;
  }
  return null;
}
