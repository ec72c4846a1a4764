import type { NoiseSpan } from '#core/article.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';
import type { Candidate, Gazetteer } from './create-gazetteer.ts';
import { coreCountries } from './create-gazetteer.ts';
import { hashKey } from './key-filter.ts';
import { matchNames, type NameMatch, readTokens, type Token } from './match-names.ts';
import type { MentionReason, SuggestedMention } from './mention.ts';
import {
  commonWords,
  joiningWords,
  kindWords,
  personNames,
  personParticles,
  placeCues,
} from './mention-words.ts';
import { nameKey } from './name-key.ts';
import { type MatchContext, type ResolvedMatch, resolveNames } from './resolve-names.ts';

/** Names the rules of this file and its neighbours; suggestions found by others are worked out again. */
export const mentionFinderVersion = '3';

/** Runners-up kept with a suggestion, the first included. */
const candidatesKept = 6;
/** A suggestion of less strength is called weak. */
const weakBelow = 0.5;
/** What menus and hashtags name is not what the article speaks of. */
const skippedNoise: readonly NoiseSpan['kind'][] = ['menu', 'share', 'markup', 'hashtags', 'stamp'];

/**
 * Find place names in a canonical text: exact names and aliases, folded, the longest first. Everything is a
 * suggestion: what may well be a person or a common word is kept and called weak (`weak-name`), because dropping it
 * would lose one place in ten. In the order of the text, not overlapping.
 */
export function findMentions(
  text: string,
  noise: readonly NoiseSpan[],
  gazetteer: Gazetteer,
): SuggestedMention[] {
  const tokens = readTokens(text, gazetteer);
  const skipped = noise.filter(({ kind }) => skippedNoise.includes(kind));
  const matches = matchNames(tokens, gazetteer)
    .filter((match) => !skipped.some((span) => overlaps(span, match)) && !isAcronym(text, tokens, match))
    .map((match) => ({ match, context: readContext(tokens, match) }))
    .filter(({ match, context }) => !isPartOfPerson(text, tokens, match, context, gazetteer));
  const countries = countCountries(
    tokens,
    matches.map(({ match }) => match),
  );
  return resolveNames(matches, countries).map((resolved, index) => {
    const grounds = {
      text,
      tokens,
      countries,
      context: matches[index]?.context ?? { kind: null },
    };
    return toSuggestion(
      resolved,
      grounds,
      noise.some((span) => overlaps(span, resolved.match)),
    );
  });
}

type Grounds = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly countries: ReadonlyMap<string, number>;
  readonly context: MatchContext;
};

function toSuggestion(resolved: ResolvedMatch, grounds: Grounds, isNoise: boolean): SuggestedMention {
  const { match, candidates } = resolved;
  const strength = measureStrength(resolved, grounds) * (isNoise ? 0.8 : 1);
  const extra: (MentionReason | false)[] = [isNoise && 'boilerplate', strength < weakBelow && 'weak-name'];
  return {
    start: match.start,
    end: match.end,
    exact: grounds.text.slice(match.start, match.end),
    candidates: candidates.slice(0, candidatesKept).map(({ place }) => place),
    reasons: [...resolved.reasons, ...extra.filter((reason) => reason !== false)],
    strength,
  };
}

/** The kind of place a word beside the name tells: “Menaka region”, “région de Ménaka”, “the town of Dori”. */
function readContext(tokens: readonly Token[], { first, last }: NameMatch): MatchContext {
  const after = tokens[last]?.joinsNext ? tokens[last + 1]?.word.folded : undefined;
  let at = first - 1;
  while (at >= 0 && tokens[at]?.joinsNext && joiningWords.has(tokens[at]?.word.folded ?? '')) at--;
  const before = tokens[at]?.joinsNext ? tokens[at]?.word.folded : undefined;
  const isBeside = at === first - 1;
  if (kindWords.admin.has(after ?? '') || (!isBeside && kindWords.admin.has(before ?? '')))
    return { kind: 'admin' };
  return { kind: kindWords.settlement.has(before ?? '') ? 'settlement' : null };
}

/** How often each country is named, by itself or by its people. */
function countCountries(tokens: readonly Token[], matches: readonly NameMatch[]): Map<string, number> {
  const counts = new Map<string, number>();
  const count = (code: string | null | undefined) => {
    if (code) counts.set(code, (counts.get(code) ?? 0) + 1);
  };
  for (const { word } of tokens) if (word.people !== null) count(word.people);
  for (const { candidates } of matches)
    count(candidates.find(({ place }) => place.type === 'country')?.place.country);
  return counts;
}

/** Whether a village's name stands in a run of capitals such as “Ibrahim Traoré”, where nothing says it is a place. */
function isPartOfPerson(
  text: string,
  tokens: readonly Token[],
  match: NameMatch,
  context: MatchContext,
  gazetteer: Gazetteer,
): boolean {
  if (context.kind !== null) return false;
  const isName = ({ word: { folded, isCapital, people } }: Token) =>
    personParticles.has(folded) ||
    (isCapital && folded.length > 1 && !gazetteer.candidates(folded).some(isWellKnown) && people === null);
  const beside = neighbours(text, tokens, match);
  if (!match.candidates.some(isWellKnown)) return beside.some(isName);
  // The seat of a province between two names is one of a person's too: “Issa Dano Traoré”.
  return beside.length === 2 && beside.every(isName) && match.candidates.every(isSmallSeat);
}

function isSmallSeat({ importance, spelling }: Candidate): boolean {
  return importance < 4 && spelling !== 'alias' && spelling !== 'own-place';
}

/** Whether a village's name stands in capitals that are no heading: “the FLA” is no village of Fla. */
function isAcronym(text: string, tokens: readonly Token[], match: NameMatch): boolean {
  const { first, last, start, end } = match;
  if (first !== last || end - start > 5 || match.candidates.some(isWellKnown)) return false;
  const isLoud = (token: Token | undefined) =>
    token !== undefined && /^\p{Lu}{2,}$/u.test(text.slice(token.start, token.end));
  return isLoud(tokens[first]) && !isLoud(tokens[first - 1]) && !isLoud(tokens[first + 1]);
}

/** The words parted from the match by a single space or a hyphen. */
function neighbours(text: string, tokens: readonly Token[], { first, last }: NameMatch): Token[] {
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  const isClose = (left: Token | undefined, right: Token | undefined) =>
    left !== undefined && right !== undefined && /^[ \u00a0-]$/u.test(text.slice(left.end, right.start));
  return [
    ...(before !== undefined && isClose(before, tokens[first]) && !opensSentence(text, before)
      ? [before]
      : []),
    ...(after !== undefined && isClose(tokens[last], after) ? [after] : []),
  ];
}

function isWellKnown({ importance, spelling }: Candidate): boolean {
  return importance >= 2.5 || spelling === 'alias' || spelling === 'own-place';
}

/** Whether the text before a word ends a sentence, a line or a heading. */
function opensSentence(text: string, { start }: TextSpan): boolean {
  return /(?:^|[\n.!?…:|•])\s*["“«‘'([]*\s*$/u.test(text.slice(Math.max(0, start - 8), start)) || start === 0;
}

function measureStrength(resolved: ResolvedMatch, grounds: Grounds): number {
  const [best] = resolved.candidates;
  if (best === undefined) return 0;
  const { place, importance, spelling } = best;
  if (place.type === 'country') return 0.98;
  if (spelling === 'own-place') return 0.97;
  if (spelling === 'alias') return resolved.match.isGlued ? 0.85 : 0.95;
  const known = 0.42 + Math.min(importance, 6) * 0.09;
  return Math.min(
    0.96,
    Math.max(0.02, known + hopes(resolved, grounds) - doubts(resolved.match, best, grounds)),
  );
}

function hopes({ match, reasons }: ResolvedMatch, grounds: Grounds): number {
  return sum([
    isCued(grounds, match) && 0.16,
    grounds.context.kind !== null && 0.2,
    reasons.includes('near-others') && 0.1,
  ]);
}

function doubts(match: NameMatch, { place, importance, spelling }: Candidate, grounds: Grounds): number {
  const isForeign = !coreCountries.includes(place.country) && !grounds.countries.has(place.country);
  const isOneWord = match.first === match.last;
  const isMinor = importance < 3;
  return sum([
    isOneWord && personNames.has(match.key) && 0.3,
    isOneWord && isMinor && match.key.length <= 3 && 0.2,
    isOneWord && isMinor && standsSmall(grounds, match.key) && 0.3,
    isForeign && importance < 4 && 0.3,
    spelling === 'other-spelling' && importance < 2 && 0.08,
    match.isGlued && 0.1,
    // The region of Burkina Faso called Sahel, Nord or Est, or just that direction.
    commonWords.has(nameKey(place.name)) && 0.4,
    isMinor && !isCued(grounds, match) && opensSentence(grounds.text, match) && 0.15,
  ]);
}

function sum(parts: readonly (number | false)[]): number {
  return parts.reduce<number>((total, part) => total + Number(part), 0);
}

/** Whether the word before is one that places follow, or the name stands in a list of capitalised names after one. */
function isCued({ text, tokens }: Grounds, { first }: NameMatch): boolean {
  let at = first - 1;
  while (at > first - 8 && at >= 0) {
    const token = tokens[at];
    const next = tokens[at + 1];
    if (token === undefined || next === undefined) return false;
    const gap = text.slice(token.end, next.start);
    if (!/^[ \u00a0]$|^['’]$|^, $/u.test(gap)) return false;
    const { folded, isCapital } = token.word;
    if (placeCues.has(folded)) return true;
    if (!isCapital && !joiningWords.has(folded)) return false;
    at--;
  }
  return false;
}

/** Whether a word stands somewhere in the text without a capital. */
function standsSmall({ tokens }: Grounds, folded: string): boolean {
  const { hash } = hashKey(folded);
  // Comparing numbers first: this goes through the whole text for each doubtful name.
  return tokens.some(({ word }) => word.hash === hash && !word.isCapital && word.folded === folded);
}
