import { findDamage } from '#core/import/damage/find-damage.ts';
import { describeText } from '#core/import/describe-text.ts';
import type { TextSpan } from '#core/text/span.ts';
import { damage, seeded, type Way, ways } from './damager.ts';

/** What was found of damage that was done on purpose, added up over texts. */
export type Score = {
  readonly words: number;
  /** For each way of damaging: places damaged, and those of them that were found. */
  readonly byWay: ReadonlyMap<Way, { done: number; found: number }>;
  /** Places marked in the damaged texts, and those that lie where damage was done. */
  readonly marked: number;
  readonly true: number;
  /** Places marked in the texts before they were damaged: their own slips, or false alarms. */
  readonly before: number;
  /** What was marked where nothing was done, in its words. */
  readonly others: readonly string[];
};

/** Damage each of `texts` with a seed of its own, and count what is found of it. */
export function scoreDamage(texts: readonly string[], every: number): Score {
  const byWay = new Map(ways.map((way) => [way, { done: 0, found: 0 }]));
  const others: string[] = [];
  let [words, marked, hits, before] = [0, 0, 0, 0];
  for (const [at, text] of texts.entries()) {
    const hurt = damage(text, { random: seeded(at + 1), every });
    const found = mark(hurt.text);
    words += text.match(/\p{L}+/gu)?.length ?? 0;
    before += mark(text).length;
    marked += found.length;
    for (const wound of hurt.wounds) {
      const count = byWay.get(wound.way);
      if (count === undefined) continue;
      count.done++;
      if (found.some((one) => meets(one, wound))) count.found++;
    }
    for (const one of found) {
      if (hurt.wounds.some((wound) => meets(one, wound))) hits++;
      else others.push(`${one.reason}: ${hurt.text.slice(Math.max(0, one.start - 40), one.end + 40)}`);
    }
  }
  return { words, byWay, marked, true: hits, before, others };
}

function mark(text: string) {
  const { language, noise } = describeText(text, { fileName: 'a.txt', facts: null, noise: [] });
  return findDamage(text, { language: language.value, noise });
}

/** A mark at the next sign over still shows the place. */
const near = 3;

function meets(one: TextSpan, other: TextSpan): boolean {
  return one.start < other.end + near && other.start < one.end + near;
}
