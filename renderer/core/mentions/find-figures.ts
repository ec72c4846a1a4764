import { overlaps, type TextSpan } from '#core/text/span.ts';
import { kindWords, notFigures, nounKinds, qualifiers } from './figure-words.ts';
import { numberDigits, numberOf, numberWords } from './number-words.ts';

/** What a figure counts. */
export type FigureKind =
  | 'killed'
  | 'wounded'
  | 'abducted'
  | 'displaced'
  | 'arrested'
  | 'people'
  | 'equipment'
  | 'attacks'
  | 'share'
  | 'duration'
  | 'distance'
  | 'other';

/** How a figure is meant, as far as it is printed. */
export type Qualifier = 'at-least' | 'more-than' | 'nearly' | 'about' | 'up-to' | 'dozen' | 'vague' | null;

/** A figure in a text: what is counted, how many, and how surely. */
export type FoundFigure = TextSpan & {
  readonly kind: FigureKind;
  /** `null` where only “hundreds” or “several” is printed: no number is made of it. */
  readonly value: number | null;
  readonly qualifier: Qualifier;
  /** The qualifying words as printed; empty when there are none. */
  readonly printedQualifier: string;
  /** What is counted, as printed (“Malian soldiers”, “vehicles”); empty when nothing follows. */
  readonly unit: string;
};

const number = new RegExp(
  `(?<![\\p{L}\\p{N}.,-])(?:(?<vague>(?:(?:tens|dozens|scores|hundreds|thousands|dizaines|vingtaines|centaines|milliers)(?:\\s+(?:of|de|d['’]))?|several|plusieurs)(?!\\p{L}))|(?<half>half\\s+of|la\\s+moitié\\s+d[eu])(?!\\p{L})|(?<digits>${numberDigits})(?![\\p{L}\\p{N}]|[.,:/]\\d|-\\d|-\\p{L})|(?<words>${numberWords})(?:\\s+and\\s+a\\s+half)?(?![\\p{L}\\p{N}]))`,
  'giu',
);

/**
 * Find the figures of a text in English and French, in order: how many of what, with how the text hedges it. Numbers in
 * `skipped` (dates), years, calibres, names such as “base 101” and times of the day are none.
 */
export function findFigures(text: string, skipped: readonly TextSpan[] = []): FoundFigure[] {
  const found: FoundFigure[] = [];
  for (const match of text.matchAll(number)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (skipped.some((other) => overlaps(other, span))) continue;
    const figure = readFigure(text, span, match.groups ?? {});
    if (figure !== null) found.push(figure);
  }
  return found;
}

type Groups = Readonly<Record<string, string | undefined>>;

function readFigure(text: string, { start, end }: TextSpan, groups: Groups): FoundFigure | null {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = clauseAfter(text, end);
  const value = readValue(groups, text.slice(start, end));
  const { qualifier, printed } = readQualifier(before, groups);
  if ((printed === '' && notFigures.before.test(before)) || notFigures.after.test(after)) return null;
  const head = before.slice(0, before.length - printed.length);
  const unit = unitIn(after);
  const kind = kindOf({ head, after, unit }, groups);
  if (isPassedOver({ kind, value, qualifier })) return null;
  return {
    start: start - printed.length,
    end: end + endOfUnit(after, unit),
    kind,
    value,
    qualifier,
    printedQualifier: groups.vague === undefined ? printed.trim() : text.slice(start, end),
    unit,
  };
}

const hits: readonly FigureKind[] = ['killed', 'wounded', 'abducted'];

/** “One of”, “une attaque” count only those who were hit; of other things only what is hedged is a figure. */
function isPassedOver({
  kind,
  value,
  qualifier,
}: Pick<FoundFigure, 'kind' | 'value' | 'qualifier'>): boolean {
  if (value === 1) return !hits.includes(kind);
  return kind === 'other' && (qualifier === null || qualifier === 'vague');
}

function readValue(groups: Groups, printed: string): number | null {
  if (groups.vague !== undefined) return null;
  if (groups.half !== undefined) return 50;
  const value = numberOf(groups.digits ?? groups.words ?? '');
  return value !== null && /and\s+a\s+half$/i.test(printed) ? value + 0.5 : value;
}

function readQualifier(before: string, groups: Groups): { qualifier: Qualifier; printed: string } {
  for (const { form, qualifier } of qualifiers) {
    const match = form.exec(before);
    if (match !== null)
      return { qualifier: groups.vague === undefined ? qualifier : 'vague', printed: match[0] };
  }
  if (groups.vague !== undefined) return { qualifier: 'vague', printed: '' };
  const isDozen = /(?:dozen|douzaine|[dvtqc]\w+aine)$/iu.test(groups.words ?? '');
  return { qualifier: isDozen ? 'dozen' : null, printed: '' };
}

/** What follows up to the end of the clause. */
function clauseAfter(text: string, end: number): string {
  return text.slice(end, end + 110).split(/[.!?;:\n“”"«»(]|,\s(?!\d)/u)[0] ?? '';
}

/**
 * What is counted: by the word right before (“killed at least”), the first word after it that tells, as long as no other
 * number comes between that is not in the same list, and what the counted things are.
 */
function kindOf(
  { head, after, unit }: { readonly head: string; readonly after: string; readonly unit: string },
  groups: Groups,
): FigureKind {
  if (groups.half !== undefined || /^\s?(?:%|per\s?cent|pour\s?cent|percent)/iu.test(after)) return 'share';
  for (const { kind, before } of kindWords) if (before.test(head)) return kind;
  const reach = after.split(/(?<!(?:and|et|,)\s+)(?<![\p{L}\d])\d/u)[0] ?? '';
  const told = kindWords
    .map(({ kind, after: form }) => ({ kind, at: reach.search(form) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  const noun = nounKindOf(unit);
  if (noun !== undefined && noun !== 'people') return noun;
  return told?.kind ?? noun ?? 'other';
}

/** By the last of the words, which is the thing itself: “drone attacks” are attacks. */
function nounKindOf(unit: string): FigureKind | undefined {
  return nounKinds
    .map(({ kind, form }) => ({ kind, at: unit.search(form) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)[0]?.kind;
}

/** The words that follow up to a verb, a preposition or four of them. */
function unitIn(after: string): string {
  const words = /^[\s\u00a0]*(?:of\s+|de\s+|d['’])?((?:[\p{L}'’-]+[ \u00a0]?){0,5})/u.exec(after)?.[1] ?? '';
  const kept: string[] = [];
  for (const word of words.trim().split(/[ \u00a0]/u)) {
    if (unitEnds.test(word) || kept.length === 4) break;
    kept.push(word);
  }
  return kept.join(' ');
}

const unitEnds =
  /^(?:|and|et|or|ou|in|on|at|to|by|from|with|were|was|are|is|have|has|had|been|who|that|which|dans|sur|par|avec|ont|a|sont|est|étaient|furent|qui|que|aux?|en|à|le|la|les|the|reached|attacked|killed|wounded|injured|dead|morts?|tués?|blessés?|destroyed|fled|armed|left|earlier|later|ago|plus|during|of|as)$/iu;

function endOfUnit(after: string, unit: string): number {
  return unit === '' ? 0 : after.indexOf(unit) + unit.length;
}
