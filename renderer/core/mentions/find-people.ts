import { overlaps, type TextSpan } from '#core/text/span.ts';
import { type NameToken, readTokens } from './name-tokens.ts';
import {
  bodyWords,
  calledAfter,
  introducing,
  ministries,
  notPeople,
  particles,
  placeWords,
  rankApart,
  ranks,
  roles,
  saying,
  sonOf,
  usualNames,
} from './person-words.ts';

/** What speaks for a person whom the registry does not have. */
export type PersonReason =
  /** A rank or a form of address stands before the name: “Colonel”, “M.”. */
  | 'rank'
  /** What somebody is stands beside it: “a sociologist”, “porte-parole”. */
  | 'role'
  /** Somebody is quoted: “said”, “selon”. */
  | 'quoted'
  /** It is introduced as a name: “un certain”, “dénommé”. */
  | 'named'
  /** One of the names most people of the region have is in it. */
  | 'usual-name'
  /** A part of a name that stands elsewhere in full. */
  | 'part-of-name';

/** Somebody named in a text whom the registry does not have: a weak suggestion. */
export type FoundPerson = TextSpan & { readonly reasons: readonly PersonReason[] };

/** Make a finder of people by what stands around their names, in English and French. */
export function createPersonFinder(): (text: string, taken: readonly TextSpan[]) => FoundPerson[] {
  return (text, taken) => {
    const tokens = readTokens(text);
    const people: FoundPerson[] = [];
    for (const run of runsOf(text, tokens)) {
      if (taken.some((span) => overlaps(span, spanOf(tokens, run)))) continue;
      const found = judge(text, tokens, run) ?? besideLast(text, tokens, run, people.at(-1));
      if (found !== null) people.push(found);
    }
    const told = new Set(people.filter(isTold).map(({ start, end }) => text.slice(start, end)));
    const sure = people.map((one): FoundPerson => {
      const isElsewhere = !isTold(one) && told.has(text.slice(one.start, one.end));
      return isElsewhere ? { ...one, reasons: ['part-of-name'] } : one;
    });
    return [...sure, ...namedAgain(text, tokens, sure, taken)].sort((a, b) => a.start - b.start);
  };
}

/** Whether more speaks for somebody than a usual name. */
function isTold({ reasons }: FoundPerson): boolean {
  return !reasons.includes('usual-name');
}

/** Words of a name, by the number of the first and the one after the last. */
type Run = { readonly first: number; readonly end: number };

/** The most words of one name. */
const longestName = 6;

/** Runs of words with capitals, small words of names among them. */
function runsOf(text: string, tokens: readonly NameToken[]): Run[] {
  const runs: Run[] = [];
  for (let at = 0; at < tokens.length; ) {
    let end = at;
    while (end < tokens.length && goesOn(text, tokens, { first: at, end })) end++;
    while (end > at && particles.has(tokens[end - 1]?.folded ?? '')) end--;
    if (end > at && end - at <= longestName) runs.push({ first: at, end });
    at = Math.max(end, at + 1);
  }
  return runs;
}

function goesOn(text: string, tokens: readonly NameToken[], { first, end }: Run): boolean {
  const token = tokens[end];
  if (token === undefined) return false;
  const before = tokens[end - 1];
  if (
    end > first &&
    before !== undefined &&
    !/^(?:[ \u00a0]|[-’'])$/u.test(text.slice(before.end, token.start))
  )
    return false;
  if (end > first && particles.has(token.folded)) return true;
  return isName(text, token);
}

/** A capital and small letters, and no word that begins sentences or names countries and bodies. */
function isName(text: string, token: NameToken): boolean {
  const printed = text.slice(token.start, token.end);
  if (!/^\p{Lu}\p{Ll}+$/u.test(printed) && !/^\p{Lu}$/u.test(printed)) return false;
  return ![notPeople, ranks, saying].some((words) => words.has(token.folded)) && !isRole(token.folded);
}

function judge(text: string, tokens: readonly NameToken[], run: Run): FoundPerson | null {
  const reasons = reasonsFor(text, tokens, run);
  if (reasons.length === 0 || tokens.slice(run.first, run.end).every(({ folded }) => folded.length < 3))
    return null;
  return { ...spanOf(tokens, run), reasons };
}

/** The second of two who are named together: “journalists X Y and Z Z”. */
function besideLast(
  text: string,
  tokens: readonly NameToken[],
  run: Run,
  last: FoundPerson | undefined,
): FoundPerson | null {
  const span = spanOf(tokens, run);
  if (last === undefined || run.end - run.first < 2) return null;
  if (!last.reasons.includes('role') || !/^[ ](?:and|et)[ ]$/u.test(text.slice(last.end, span.start)))
    return null;
  return { ...span, reasons: ['role'] };
}

function reasonsFor(text: string, tokens: readonly NameToken[], run: Run): PersonReason[] {
  const before = beside(text, tokens, run.first - 1, 'before') ?? '';
  const { start } = spanOf(tokens, run);
  const head = text.slice(Math.max(0, start - 60), start);
  if (run.end - run.first < 2) return ranks.has(before) ? ['rank'] : [];
  const told: [boolean, PersonReason][] = [
    [ranks.has(before) || rankApart.test(head), 'rank'],
    [hasRole(text, tokens, run) || isInApposition(text, tokens, run), 'role'],
    [isQuoted(text, tokens, run) && !isPartOfBody(tokens, run, before), 'quoted'],
    [introducing.test(head), 'named'],
  ];
  const reasons = isHeadline(text, start) ? [] : told.flatMap(([holds, reason]) => (holds ? [reason] : []));
  if (reasons.length > 0 || placeWords.has(before) || !hasUsualName(tokens, run)) return reasons;
  return isCalledAfter(text, tokens, run) ? [] : ['usual-name'];
}

/** Whether a place or a body bears the name: such a word is in it, or within two words in the same sentence. */
function isCalledAfter(text: string, tokens: readonly NameToken[], { first, end }: Run): boolean {
  const span = spanOf(tokens, { first, end });
  const isBeside = (token: NameToken) =>
    !/[.!?;:,\n]/u.test(
      token.end <= span.start ? text.slice(token.end, span.start) : text.slice(span.end, token.start),
    );
  return tokens
    .slice(Math.max(0, first - 2), end + 2)
    .some((token) => calledAfter.has(token.folded) && isBeside(token));
}

/** Whether a line has capitals throughout: “Soldiers Retake Camp” tells of nobody called Retake Camp. */
function isHeadline(text: string, at: number): boolean {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const end = text.indexOf('\n', at);
  const line = text.slice(from, Math.min(end === -1 ? text.length : end, from + 200));
  if (/[.!?…][”"»)]?(?:\s|$)/u.test(line)) return false;
  const long = line.match(/\p{L}{4,}/gu) ?? [];
  return long.length >= 5 && long.filter((word) => /^\p{Lu}/u.test(word)).length >= long.length * 0.8;
}

/** “Union of Haulage Drivers” says what a body says. */
function isPartOfBody(tokens: readonly NameToken[], { first }: Run, before: string): boolean {
  return ['of', 'for', 'de', 'des', 'du'].includes(before) && notPeople.has(tokens[first - 2]?.folded ?? '');
}

/** The folded word right beside a run; `null` where a stop or another line parts them. */
function beside(
  text: string,
  tokens: readonly NameToken[],
  at: number,
  side: 'before' | 'after',
): string | null {
  const token = tokens[at];
  const other = tokens[side === 'before' ? at + 1 : at - 1];
  if (token === undefined || other === undefined) return null;
  const gap = side === 'before' ? text.slice(token.end, other.start) : text.slice(other.end, token.start);
  return /^(?:\. ?|,? ?["“”«»]? ?)$/u.test(gap) ? token.folded : null;
}

/** So many words behind a name may tell what somebody is: “Amara Mohamed, a Malian sociologist”. */
const roleReach = 6;

/** So many words before a comma may tell what somebody is: “le ministre malien des Communications, Yaya Sangaré, …”. */
const appositionReach = 8;

/** Whether a name stands between commas behind what somebody is, or behind the name of an office (“de l’Intérieur X Y”). */
function isInApposition(text: string, tokens: readonly NameToken[], { first, end }: Run): boolean {
  const [before, start, last] = [tokens[first - 1], tokens[first], tokens[end - 1]];
  if (before === undefined || start === undefined || last === undefined) return false;
  if (tokens.slice(first, end + 1).some(({ folded }) => bodyWords.has(folded))) return false;
  const gap = text.slice(before.end, start.start);
  const isOffice = gap === ' ' && notPeople.has(before.folded) && /^\p{Lu}/u.test(text.slice(before.start));
  if (!isOffice && !(/^,[ \u00a0]$/u.test(gap) && /^[ ,.;)»”"]/u.test(text.charAt(last.end)))) return false;
  const clause =
    text
      .slice(Math.max(0, before.end - 90), before.end)
      .split(/[,.;:!?\n«»“”]/u)
      .at(-1) ?? '';
  const from = before.end - clause.length;
  return tokens
    .slice(Math.max(0, first - appositionReach), first)
    .some(({ folded, start: at }) => at >= from && (isOffice ? ministries.has(folded) : isRole(folded)));
}

/** A name most people have, or “son of” between two names. */
function hasUsualName(tokens: readonly NameToken[], { first, end }: Run): boolean {
  const names = tokens.slice(first, end).map(({ folded }) => folded);
  // In front, “Barry” is a given name of elsewhere: Barry Callebaut is a company.
  const isUsual = names.some((name, at) => usualNames.has(name) && !(name === 'barry' && at === 0));
  return isUsual || names.slice(1, -1).some((name) => sonOf.has(name));
}

/** “Officiers” and “officers” are what each of them is. */
function isRole(word: string): boolean {
  return roles.has(word) || roles.has(word.replace(/s$/u, ''));
}

function hasRole(text: string, tokens: readonly NameToken[], { first, end }: Run): boolean {
  const before = beside(text, tokens, first - 1, 'before');
  if (before !== null && isRole(before)) return true;
  const last = tokens[end - 1];
  if (last === undefined) return false;
  const tail = text.slice(last.end, last.end + 14);
  if (!/^\s?[,(–—]|^\s(?:is|was|est|était)\s(?:an?|the|une?|le|la|l[’'])(?!\p{L})/u.test(tail)) return false;
  const clause = text.slice(last.end + 1, last.end + 90).split(/[.;:\n]|,(?=.{30})/u)[0] ?? '';
  const from = last.end + 1;
  return tokens
    .slice(end, end + roleReach)
    .some(({ folded, start }) => start - from < clause.length && roles.has(folded));
}

function isQuoted(text: string, tokens: readonly NameToken[], { first, end }: Run): boolean {
  const before = beside(text, tokens, first - 1, 'before');
  const after = beside(text, tokens, end, 'after');
  if (before !== null && saying.has(before)) return true;
  if (after !== null && saying.has(after)) return true;
  const head = text.slice(Math.max(0, (tokens[first]?.start ?? 0) - 24), tokens[first]?.start);
  if (/(?:according to|selon|d’après|d'après|interview with|entretien avec)\s$/iu.test(head)) return true;
  const tail = text.slice(tokens[end - 1]?.end, (tokens[end - 1]?.end ?? 0) + 20);
  return /^,?\s(?:a|ont)\s(?:déclaré|dit|expliqué|ajouté|affirmé|estimé|souligné|indiqué|annoncé)(?!\p{L})/iu.test(
    tail,
  );
}

/** The same names again without what told them, and surnames alone. */
function namedAgain(
  text: string,
  tokens: readonly NameToken[],
  people: readonly FoundPerson[],
  taken: readonly TextSpan[],
): FoundPerson[] {
  const full = people.filter(({ start, end }) => /\s/u.test(text.slice(start, end)));
  if (full.length === 0) return [];
  const names = new Set(full.map(({ start, end }) => text.slice(start, end)));
  const surnames = new Set([...names].map((name) => name.split(/\s/u).at(-1) ?? ''));
  return runsOf(text, tokens).flatMap((run): FoundPerson[] => {
    const span = spanOf(tokens, run);
    const printed = text.slice(span.start, span.end);
    const isKnown = names.has(printed) || (printed.length > 3 && surnames.has(printed));
    if (!isKnown || [...people, ...taken].some((other) => overlaps(other, span))) return [];
    return [{ ...span, reasons: ['part-of-name'] }];
  });
}

function spanOf(tokens: readonly NameToken[], { first, end }: Run): TextSpan {
  return { start: tokens[first]?.start ?? 0, end: tokens[end - 1]?.end ?? 0 };
}
