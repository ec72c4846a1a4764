import type { Actor, ActorAlias } from '#core/actors/actor.ts';
import { fold } from '#core/text/fold.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';
import { type Description, descriptions } from './actor-descriptions.ts';
import { type NameToken, readTokens, spreadsOver } from './name-tokens.ts';

/** What speaks for an actor, or against its being sure. */
export type ActorReason =
  /** The text has a name that means nobody else. */
  | 'name'
  /** What tells it from others of that name stands nearby, in the paragraph or elsewhere in the article. */
  | 'near-name'
  | 'same-paragraph'
  | 'in-article'
  /** Its acronym follows in brackets. */
  | 'acronym'
  /** The article names it by a name that means nobody else. */
  | 'named-elsewhere'
  /** A surname alone, of the only one of that surname whom the article names in full. */
  | 'surname'
  /** A description rather than a name (“Tuareg rebels”, “la junte”); taken where the article tells whose it is. */
  | 'description'
  /** Nothing tells which of those that share the name is meant. */
  | 'ambiguous';

/** An actor named in a text. It stays a suggestion until the analyst decides. */
export type FoundActor = TextSpan & {
  /** Best first; never empty. */
  readonly candidates: readonly Actor[];
  readonly reasons: readonly ActorReason[];
};

/** Finds actors in texts by the names of a registry. */
export type ActorFinder = {
  /** In the order of the text, not overlapping; the longest name wins. What lies in `skipped` is passed over. */
  find(text: string, skipped?: readonly TextSpan[]): FoundActor[];
};

type Spelling = {
  readonly words: readonly string[];
  /** A name of four words and more is known without one: “volontaires pour la défense de la patrie”. */
  readonly isCapital: boolean;
  readonly isDescription: boolean;
  /** Whoever the article names otherwise is hardly meant. */
  readonly tellsApart: boolean;
  /** Letters that must stand as they are: short acronyms, and those that are words too (“SITE”). */
  readonly exact: string | null;
  /** Those who go by it. */
  readonly bearers: readonly { readonly actor: Actor; readonly alias: ActorAlias }[];
};

/** Make a finder over the names of these actors. */
export function createActorFinder(actors: readonly Actor[]): ActorFinder {
  const byFirst = indexSpellings(actors);
  return {
    find(text, skipped = []) {
      const tokens = readTokens(text);
      const matches = matchAll(text, tokens, byFirst).filter(
        (match) => !skipped.some((span) => overlaps(span, match)) && !isTitleOfBook(text, match),
      );
      const around = { tokens, lines: linesOf(text, tokens), told: new Map<ActorAlias, Told>() };
      const sure = new Set(matches.flatMap(({ spelling }) => sureOf(spelling) ?? []));
      const named = matches.flatMap(({ start, end, first, spelling }, index): FoundActor[] => {
        const settled =
          inBrackets(text, { end, spelling }, matches[index + 1]) ??
          settle(spelling, { ...around, first, sure });
        return settled === null ? [] : [{ start, end, ...settled }];
      });
      return [...named, ...findSurnames(text, tokens, matches)].sort((a, b) => a.start - b.start);
    },
  };
}

function indexSpellings(actors: readonly Actor[]): ReadonlyMap<string, readonly Spelling[]> {
  const byWords = new Map<string, Spelling>();
  const add = (actor: Actor, alias: ActorAlias, description: Description | null) => {
    const words = readTokens(alias.text).map(({ folded }) => folded);
    const known = byWords.get(words.join(' '));
    if (words.length === 0 || known?.bearers.some((bearer) => bearer.actor === actor)) return;
    byWords.set(words.join(' '), {
      words,
      isCapital: words.length < 4 && /\p{Lu}/u.test(alias.text),
      isDescription: description !== null,
      tellsApart: description?.tellsApart ?? false,
      exact: (alias.isOpen ? /^\p{Lu}+$/u : /^\p{Lu}{2,3}$/u).test(alias.text) ? alias.text : null,
      bearers: [...(known?.bearers ?? []), { actor, alias }],
    });
  };
  for (const actor of actors) for (const alias of actor.aliases) add(actor, withNear(alias, actor), null);
  for (const description of descriptions)
    for (const actor of actors.filter(({ id }) => description.of.includes(id)))
      for (const text of description.texts) add(actor, describing(text, actor, description), description);
  // What an actor is listed by may be a name that others share: then the names above say more.
  for (const actor of actors) {
    const own = ownName(actor);
    if (
      !byWords.has(
        readTokens(own.text)
          .map(({ folded }) => folded)
          .join(' '),
      )
    )
      add(actor, own, null);
  }
  const byFirst = new Map<string, Spelling[]>();
  for (const spelling of byWords.values()) {
    const [first = ''] = spelling.words;
    byFirst.set(first, [...(byFirst.get(first) ?? []), spelling]);
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

/** An open name without words that tell has those of the actor's other open names. */
function withNear(alias: ActorAlias, { aliases }: Actor): ActorAlias {
  if (!alias.isOpen || alias.near.length > 0) return alias;
  return { ...alias, near: [...new Set(aliases.flatMap(({ near }) => near))] };
}

function describing(text: string, actor: Actor, { near }: Description): ActorAlias {
  return { ...ownName(actor), text, isOpen: true, near: near?.[actor.id] ?? [] };
}

/** The name an actor is listed by, without what stands in brackets. */
function ownName({ name }: Actor): ActorAlias {
  const text = name.replace(/\s*\([^)]*\)/gu, '');
  const source = '';
  const open = { isOpen: false, near: [], ambiguousWith: [], alsoMeans: [] };
  return { text, language: 'any', source, from: null, until: null, note: '', ...open };
}

type Match = TextSpan & { readonly first: number; readonly spelling: Spelling };

function matchAll(
  text: string,
  tokens: readonly NameToken[],
  byFirst: ReadonlyMap<string, readonly Spelling[]>,
): Match[] {
  const found: Match[] = [];
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at];
    const spelling = byFirst
      .get(token?.folded ?? '')
      ?.find((one) => spreadsOver(text, tokens, at, one.words) && standsRight(text, tokens, at, one));
    const last = tokens[at + (spelling?.words.length ?? 0) - 1];
    if (spelling !== undefined && token !== undefined && last !== undefined)
      found.push({ start: token.start, end: last.end, first: at, spelling });
    at += spelling?.words.length ?? 1;
  }
  return found;
}

/** Names with capitals need one in the text, short acronyms all of theirs: “the fan” is no armed force. */
function standsRight(text: string, tokens: readonly NameToken[], at: number, spelling: Spelling): boolean {
  const [first, last] = [tokens[at], tokens[at + spelling.words.length - 1]];
  if (first === undefined || last === undefined) return false;
  if (!spelling.isCapital) return true;
  const printed = text.slice(first.start, last.end);
  return spelling.exact === null ? /\p{Lu}/u.test(printed) : printed === spelling.exact;
}

/** “Islamic State: a fait accompli (Plon, 2016)” is a book. */
function isTitleOfBook(text: string, { end }: TextSpan): boolean {
  return /^\s?:[^.\n]{1,60}\([^)\n]{0,60}(?:19|20)\d{2}\)/u.test(text.slice(end, end + 140));
}

/** The only one who goes by a name; `null` where it may mean somebody or something else. */
function sureOf({ bearers }: Spelling): Actor | null {
  const [only] = bearers;
  return bearers.length === 1 && only !== undefined && !only.alias.isOpen ? only.actor : null;
}

function findSurnames(text: string, tokens: readonly NameToken[], matches: readonly Match[]): FoundActor[] {
  const bearers = new Map<string, Set<Actor>>();
  for (const { spelling } of matches) {
    const person = sureOf(spelling);
    const surname = spelling.words.at(-1) ?? '';
    if (person?.kind !== 'person' || spelling.words.length < 2) continue;
    bearers.set(surname, (bearers.get(surname) ?? new Set()).add(person));
  }
  if (bearers.size === 0) return [];
  const taken = new Set(
    matches.flatMap(({ first, spelling }) => spelling.words.map((_, offset) => first + offset)),
  );
  return tokens.flatMap((token, at): FoundActor[] => {
    const of = [...(bearers.get(token.folded) ?? [])];
    if (of.length !== 1 || !standsAlone(text, tokens, at)) return [];
    if (taken.has(at)) return [];
    return [{ start: token.start, end: token.end, candidates: of, reasons: ['surname'] }];
  });
}

/** Whether a name has a capital and is no part of a longer one: “Hamid Bazoum” may be somebody else. */
function standsAlone(text: string, tokens: readonly NameToken[], at: number): boolean {
  const [before, token, after] = [tokens[at - 1], tokens[at], tokens[at + 1]];
  const isCapital = (one: NameToken | undefined) =>
    one !== undefined && /^\p{Lu}/u.test(text.slice(one.start, one.end));
  const isBeside = (left: NameToken | undefined, right: NameToken | undefined) =>
    left !== undefined && right !== undefined && /^[ \u00a0-]$/u.test(text.slice(left.end, right.start));
  if (!isCapital(token)) return false;
  return !(isCapital(before) && isBeside(before, token)) && !(isCapital(after) && isBeside(token, after));
}

/** “Islamic State” (EIGS): who the acronym means, if it may go by the name before it. */
function inBrackets(
  text: string,
  { end, spelling }: Pick<Match, 'end' | 'spelling'>,
  next: Match | undefined,
): Pick<FoundActor, 'candidates' | 'reasons'> | null {
  const meant = next === undefined ? null : sureOf(next.spelling);
  if (next === undefined || meant === null || !/^["”’»]?\s?\($/u.test(text.slice(end, next.start)))
    return null;
  const others = spelling.bearers.map(({ actor }) => actor);
  if (!others.includes(meant)) return null;
  return { candidates: [meant, ...others.filter((actor) => actor !== meant)], reasons: ['acronym'] };
}

type Around = {
  readonly tokens: readonly NameToken[];
  /** The line that each token is in. */
  readonly lines: readonly number[];
  readonly first: number;
  readonly sure: ReadonlySet<Actor>;
  /** What was found already of what tells an actor. */
  readonly told: Map<ActorAlias, Told>;
};

/** Where in a text stands what tells an actor: which words do, and the lines they are in. */
type Told = { readonly words: ReadonlySet<number>; readonly lines: ReadonlySet<number> };

function settle(spelling: Spelling, around: Around): Pick<FoundActor, 'candidates' | 'reasons'> | null {
  const sure = sureOf(spelling);
  if (sure !== null) return { candidates: [sure], reasons: ['name'] };
  const weighed = spelling.bearers
    .map(({ actor, alias }) => {
      const { weight, reasons } = weigh(actor, alias, around);
      const isApart = spelling.tellsApart && around.sure.has(actor);
      return { actor, reasons, weight: isApart ? weight - namedApart : weight };
    })
    .sort((a, b) => b.weight - a.weight);
  const candidates = weighed.map(({ actor }) => actor);
  const [best, second] = weighed;
  // A description says nothing where the article does not tell whose it is.
  if (spelling.isDescription)
    return best === undefined || best.weight === 0
      ? null
      : { candidates, reasons: ['description', ...best.reasons] };
  const isTold = best !== undefined && best.weight > (second?.weight ?? 0);
  return { candidates, reasons: isTold ? best.reasons : ['ambiguous'] };
}

/** So many words to either side are near: about half a sentence, as in searches. */
const nearBy = 8;

/** What it counts against an actor that the article has another name for it. */
const namedApart = 4.5;

function weigh(actor: Actor, alias: ActorAlias, around: Around): { weight: number; reasons: ActorReason[] } {
  const { first, lines, sure } = around;
  const { words, lines: told } = toldBy(alias, around);
  const isNear = Array.from({ length: 2 * nearBy + 1 }, (_, at) => first - nearBy + at).some((at) =>
    words.has(at),
  );
  const weights: [boolean, ActorReason, number][] = [
    [isNear, 'near-name', 4],
    [told.has(lines[first] ?? -1), 'same-paragraph', 2],
    [words.size > 0, 'in-article', 1],
    [sure.has(actor), 'named-elsewhere', 1.5],
  ];
  const holding = weights.filter(([holds]) => holds);
  return {
    weight: holding.reduce((sum, [, , weight]) => sum + weight, 0),
    reasons: holding.map(([, reason]) => reason),
  };
}

/** Looked for once a text, however often the name stands in it. */
function toldBy(alias: ActorAlias, { tokens, lines, told }: Around): Told {
  const known = told.get(alias);
  if (known !== undefined) return known;
  const beginnings = alias.near.map((name) => fold(name).split(/[^\p{L}\p{N}]+/u)[0] ?? '').filter(Boolean);
  const words = new Set<number>();
  for (const [at, { folded }] of tokens.entries())
    if (beginnings.some((beginning) => folded.startsWith(beginning))) words.add(at);
  const found = { words, lines: new Set(Array.from(words, (at) => lines[at] ?? 0)) };
  told.set(alias, found);
  return found;
}

function linesOf(text: string, tokens: readonly NameToken[]): number[] {
  let line = 0;
  let next = text.indexOf('\n');
  return tokens.map(({ start }) => {
    for (; next !== -1 && next < start; next = text.indexOf('\n', next + 1)) line++;
    return line;
  });
}
