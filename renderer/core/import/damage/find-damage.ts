import { type Damage, type Language, maxDamage, maxLikelyLength, type NoiseSpan } from '#core/article.ts';
import { findBrokenSentences, findCutMarks, findTeasers } from './cut-off.ts';
import { findGluedByCase, findGluedByMark, findGluedWords } from './glued.ts';
import { findStrayColons, findStrayDashes, findStrayStops } from './marks.ts';
import { findLostQuotes } from './quotes.ts';
import { type Finder, readForDamage } from './reading.ts';
import { findHangingWords, findLeftFrench, findStrayCapitals, findTurnedAcronyms } from './translated.ts';
import { findUnreadable } from './unreadable.ts';
import {
  findConfusedNeighbours,
  findDisagreement,
  findDoubledWords,
  findFrenchSpeakers,
  findTranslatedNames,
} from './word-for-word.ts';

/** What is known of a text in which damage is looked for. */
export type DamageGiven = { readonly language: Language; readonly noise: readonly NoiseSpan[] };

/** Of two that find the same words the first is the one that tells more. */
const finders: readonly Finder[] = [
  findUnreadable,
  findCutMarks,
  findTeasers,
  findGluedByCase,
  findGluedWords,
  findGluedByMark,
  findLeftFrench,
  findTurnedAcronyms,
  findStrayCapitals,
  findHangingWords,
  findTranslatedNames,
  findConfusedNeighbours,
  findFrenchSpeakers,
  findDisagreement,
  findDoubledWords,
  findStrayStops,
  findStrayColons,
  findStrayDashes,
  findLostQuotes,
  findBrokenSentences,
];

/** Texts are cut there: the mark counts also where it is boilerplate. */
const cutMarks: ReadonlySet<string> = new Set(['cut-mark', 'teaser']);

/**
 * Find where a canonical text looks damaged, in order and without overlap. Nothing is put right: a rule that fits only
 * tells where to look. Boilerplate is passed over, but for the mark that the text was cut.
 */
export function findDamage(text: string, { language, noise }: DamageGiven): Damage[] {
  const reading = readForDamage(text, language);
  const isNoise = within(noise);
  const found = finders.flatMap((find) =>
    [...find(reading)].filter((one) => cutMarks.has(one.reason) || !isNoise(one.start)),
  );
  return apart(found).slice(0, maxDamage).map(withShortGuess);
}

/** Without what may have stood there when that is longer than a reader would compare. */
function withShortGuess(damage: Damage): Damage {
  if ((damage.likely?.length ?? 0) <= maxLikelyLength) return damage;
  const { likely: _, ...rest } = damage;
  return rest;
}

/** Whether a place lies in one of `spans`, which are in order. */
function within(spans: readonly NoiseSpan[]): (place: number) => boolean {
  return (place) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.end ?? 0) <= place) low = middle + 1;
      else high = middle;
    }
    return (spans[low]?.start ?? Number.POSITIVE_INFINITY) <= place;
  };
}

/** In order; of those that overlap the first found stays. */
function apart(found: readonly Damage[]): Damage[] {
  const ranked = found
    .map((one, rank) => ({ one, rank }))
    .sort((a, b) => a.one.start - b.one.start || a.rank - b.rank);
  const kept: { one: Damage; rank: number }[] = [];
  for (const next of ranked) {
    const last = kept.at(-1);
    if (last === undefined || next.one.start >= last.one.end) kept.push(next);
    else if (next.rank < last.rank) kept[kept.length - 1] = next;
  }
  return kept.map(({ one }) => one);
}
