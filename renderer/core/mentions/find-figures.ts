import type { TextSpan } from '#core/text/span.ts';
import {
  asides,
  deadWords,
  helpingVerb,
  joinsList,
  joinsPart,
  kindWords,
  losing,
  notFigures,
  nounKinds,
  otherClause,
  otherFate,
  qualifiers,
  quotedWords,
  timeOfDay,
} from './figure-words.ts';
import { followNext, followTaken } from './follow-taken.ts';
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
  `(?<![\\p{L}\\p{N}.,-])(?:(?<vague>(?:(?:(?:several|a\\s+few|plusieurs|quelques)\\s+(?:dozens?|hundreds?|thousands?|dizaines|centaines|milliers)|tens|dozens|scores|hundreds|thousands|dizaines|vingtaines|centaines|milliers)(?:\\s+(?:of|de)\\s+(?:thousands|hundreds|millions|milliers))?(?:\\s+(?:of|de|d['’]))?|several|plusieurs)(?!\\p{L}))|(?<half>half\\s+of|la\\s+moitié\\s+d[eu])(?!\\p{L})|(?<digits>${numberDigits})(?![\\p{L}\\p{N}]|[.,:/]\\d|-\\d|-\\p{L})|(?<words>${numberWords})(?:\\s+and\\s+a\\s+half)?(?![\\p{L}\\p{N}]))`,
  'giu',
);

/**
 * Find the figures of a text in English and French, in order: how many of what, with how the text hedges it. Numbers in
 * `skipped` (dates), years, calibres, names such as “base 101” and times of the day are none. A figure ends where one of
 * the `names`, which are in order, begins that it counts (“20 | Malian soldiers”); its unit tells the words all the same.
 */
export function findFigures(
  text: string,
  skipped: readonly TextSpan[] = [],
  names: readonly TextSpan[] = [],
): FoundFigure[] {
  const found: FoundFigure[] = [];
  const isTaken = followTaken([...skipped, ...names]);
  const ends = new Set(names.map(({ end }) => end));
  const nameAfter = followNext(names);
  for (const match of text.matchAll(number)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (isTaken(span)) continue;
    const last = found.at(-1);
    if (last !== undefined && isRepeated(text, span, last)) continue;
    const isNamed =
      !ends.has(span.start - 1) &&
      notFigures.before.test(text.slice(Math.max(0, span.start - 60), span.start));
    const figure = readFigure(text, { ...span, isNamed }, match.groups ?? {});
    if (figure === null) continue;
    const cut = Math.min(figure.end, nameAfter(span.end)?.start ?? figure.end);
    if (last !== undefined) found[found.length - 1] = { ...last, end: endBefore(text, last, span.start) };
    const whole = partOf(figure, found.at(-1), text);
    found.push({ ...figure, kind: whole?.kind ?? figure.kind, end: endOfWords(text, span.end, cut) });
  }
  return found;
}

/** What a figure is a part of, or stands in a list with: “21 civilians killed, including 11 children and 3 women”. */
function partOf(figure: FoundFigure, last: FoundFigure | undefined, text: string): FoundFigure | undefined {
  if (figure.kind !== 'people' || last === undefined || !hits.includes(last.kind)) return undefined;
  if (otherFate.test(text.slice(figure.start, figure.end + 30))) return undefined;
  const gap = text.slice(last.end, figure.start);
  return joinsPart.test(gap) || (joinsList.test(gap) && !helpingVerb.test(gap)) ? last : undefined;
}

function endOfWords(text: string, least: number, end: number): number {
  return least + text.slice(least, end).trimEnd().length;
}

type Groups = Readonly<Record<string, string | undefined>>;

/** “Trois (03) personnes”, “six (06) blessés”: the same number again; so is a word of the last one’s unit. */
function isRepeated(text: string, { start, end }: TextSpan, last: FoundFigure): boolean {
  const isSame = numberOf(text.slice(start, end)) === last.value;
  if (start < last.end) return isSame || asideBefore(text, last, start) === -1;
  return isSame && text.slice(last.end, start) === ' (' && text.charAt(end) === ')';
}

/** Where what is said in passing begins that `at` stands in, within a figure: “21 | (including 11 children) civilians”. */
function asideBefore(text: string, { start }: TextSpan, at: number): number {
  const aside = /[ ]*(?:\(|,\s(?:dont|including|among|y\scompris|parmi)\s)[^()]*$/iu.exec(
    text.slice(start, at),
  );
  return aside === null ? -1 : start + aside.index;
}

function endBefore(text: string, last: FoundFigure, at: number): number {
  const aside = last.end > at ? asideBefore(text, last, at) : -1;
  return aside === -1 ? last.end : aside;
}

type Number = TextSpan & {
  /** It belongs to a name before it: “base 101”. */
  readonly isNamed: boolean;
};

function readFigure(text: string, { start, end, isNamed }: Number, groups: Groups): FoundFigure | null {
  const before = text.slice(Math.max(0, start - 60), start);
  const after = clauseAfter(text, end);
  const value = readValue(groups, text.slice(start, end));
  const { qualifier, printed } = readQualifier(before, groups);
  if ((printed === '' && isNamed) || notFigures.after.test(after)) return null;
  const head = before.slice(0, before.length - printed.length);
  if (value !== null && value <= 24 && isTimeOfDay(head, text.slice(end, end + 40))) return null;
  const unit = unitIn(after);
  const kind = kindOf({ head, after, unit }, groups);
  if (isPassedOver({ kind, value, qualifier, unit, after })) return null;
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

function isTimeOfDay(head: string, after: string): boolean {
  return timeOfDay.after.test(after) || (timeOfDay.before.test(head) && timeOfDay.hours.test(after));
}

const hits: readonly FigureKind[] = ['killed', 'wounded', 'abducted'];

/**
 * “One of”, “une attaque”, “un nombre de morts” count nobody: one is a figure of people who were hit, named right behind
 * it. Of other things only what is hedged is a figure.
 */
function isPassedOver({
  kind,
  value,
  qualifier,
  unit,
  after,
}: Pick<FoundFigure, 'kind' | 'value' | 'qualifier' | 'unit'> & { readonly after: string }): boolean {
  if (value === 1)
    return (
      !hits.includes(kind) ||
      (nounKindOf(unit) !== 'people' && !kindWords.some(({ after: form }) => after.search(form) === 1))
    );
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

/** The end of a quotation that began before the number, where the sentence goes on. */
const endOfQuotation = /^([^“”"«»]*)[”"»](?=[ \u00a0]\p{Ll})/u;

/** What follows up to the end of the clause, without what is said in passing and without marks around single words. */
function clauseAfter(text: string, end: number): string {
  const blank = (aside: string) => ' '.repeat(aside.length);
  const plain = asides
    .reduce((rest, aside) => rest.replace(aside, blank), text.slice(end, end + 260))
    .replace(quotedWords, ' $1 ')
    .replace(endOfQuotation, '$1 ');
  return plain.split(/[.!?;:\n“”"«»()]|,\s(?!\d)/u)[0]?.slice(0, 200) ?? '';
}

/**
 * What is counted: what the counted things are, the word right before (“killed at least”), or the first word after it
 * that tells, as long as no other number comes between that is not in the same list.
 */
function kindOf(
  { head, after, unit }: { readonly head: string; readonly after: string; readonly unit: string },
  groups: Groups,
): FigureKind {
  if (groups.half !== undefined || /^\s?(?:%|per\s?cent|pour\s?cent|percent)/iu.test(after)) return 'share';
  const noun = nounKindOf(unit);
  if (noun !== undefined && noun !== 'people') return noun;
  if (noun === 'people' && losing.test(head)) return 'killed';
  for (const { kind, before } of kindWords) if (before.test(head)) return kind;
  const reach = reachOf(after);
  if (areDead({ head, reach, unit })) return 'killed';
  const told = kindWords
    .map(({ kind, after: form }) => ({ kind, at: reach.search(form) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0];
  const fate = reach.search(otherFate);
  if (fate >= 0 && (told === undefined || fate < told.at)) return 'people';
  return told?.kind ?? noun ?? 'other';
}

/** Whether lives or bodies are counted, and words beside them say that they are of the dead. */
function areDead({
  head,
  reach,
  unit,
}: {
  readonly head: string;
  readonly reach: string;
  readonly unit: string;
}): boolean {
  return deadWords.some((word) => word.unit.test(unit) && (word.before.test(head) || word.after.test(reach)));
}

const nextNumber = new RegExp(
  `(?<![\\p{L}\\p{N}'’-])(?!(?:une?|one)(?!\\p{L}))(?:\\d|(?:${numberWords})(?!\\p{L}))`,
  'giu',
);

/** How far what is said of a number goes: over others of the same list (“12 and 3 were killed”), not over its own verb. */
function reachOf(after: string): string {
  const said = after.search(otherClause);
  const clause = said === -1 ? after : after.slice(0, said);
  for (const { index } of clause.matchAll(nextNumber)) {
    const own = clause.slice(0, index);
    if (helpingVerb.test(own) || !/(?:(?<!\p{L})(?:and|et)|,)\s+$/iu.test(own)) return own;
  }
  return clause;
}

/** By the thing itself: “drone attacks” are attacks, and so are “attaques de drones”. */
function nounKindOf(unit: string): FigureKind | undefined {
  const [thing = ''] = unit.split(/[ \u00a0](?:de|du|des|of|d['’])(?![\p{L}-])/iu);
  const found = (language: 'english' | 'french') =>
    nounKinds
      .map((one) => ({ kind: one.kind, at: thing.search(one[language]) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at);
  const french = found('french')[0];
  const english = found('english').at(-1);
  if (french !== undefined && (english === undefined || french.at < english.at)) return french.kind;
  return english?.kind;
}

/** The words that follow up to a verb, a preposition or four of them. */
function unitIn(after: string): string {
  const words =
    /^[\s\u00a0]*(?:(?:of|de)\s+(?:(?:ses|leurs|nos|its|their|his|our|the)\s+)?|d['’])?((?:[\p{L}'’-]+[ \u00a0]?){0,5})/u.exec(
      after,
    )?.[1] ?? '';
  const kept: string[] = [];
  for (const word of words.trim().split(/[ \u00a0]/u)) {
    if (unitEnds.test(word) || kept.length === 4) break;
    kept.push(word);
  }
  while (/^(?:de|des|du|of)$/iu.test(kept.at(-1) ?? '')) kept.pop();
  const measure = nounKindOf(kept[0] ?? '');
  // How far and how long need no more words: “40 kilomètres d’Aguelhok”.
  return measure === 'distance' || measure === 'duration' ? (kept[0] ?? '') : kept.join(' ');
}

const unitEnds =
  /^(?:|and|et|or|ou|in|on|at|to|by|from|with|were|was|are|is|have|has|had|been|who|that|which|qu['’].*|affirm\p{L}+|confirm\p{L}+|dans|sur|par|avec|pour|dont|ont|avaient|auraient|a|sont|est|étaient|furent|qui|que|aux?|en|à|le|la|les|the|reached|attacked|killed|wounded|injured|dead|morts?|tués?|blessés?|destroyed|fled|armed|left|around|after|before|après|avant|earlier|later|ago|plus|during|of|as)$/iu;

function endOfUnit(after: string, unit: string): number {
  return unit === '' ? 0 : after.indexOf(unit) + unit.length;
}
