import type { Step } from '#core/article.ts';
import { applyEdits } from './edits.ts';
import { type Joined, joinLines, joinParagraph } from './join-lines.ts';
import { findMojibake } from './mojibake.ts';

/** A text that was repaired, and what was done, each kind of repair with its number of places. */
export type Repaired = { readonly text: string; readonly steps: readonly Step[] };

/** The lines of a text, the same number as were given. */
export type RepairedLines = { readonly lines: readonly string[]; readonly steps: readonly Step[] };

/** Text that was misread more often than that is beyond repair. */
const mostRounds = 3;

/**
 * Put right characters of UTF-8 that were once read in another encoding. To be done before the text is cleaned: the
 * controls that cleaning drops may be parts of characters.
 */
export function repairCharacters(source: string): Repaired {
  const counts = new Map<string, number>();
  return { text: mendCharacters(source, counts), steps: mojibakeSteps(counts) };
}

/** The same for the lines of a page. */
export function repairCharactersOf(lines: readonly string[]): RepairedLines {
  const counts = new Map<string, number>();
  return { lines: lines.map((line) => mendCharacters(line, counts)), steps: mojibakeSteps(counts) };
}

/**
 * Join the lines of a clean plain text that were broken to fit a width, and the words that were broken with them.
 * A text whose lines end where its author ended them stays as it is.
 */
export function repairLines(source: string): Repaired {
  const joined = joinLines(source);
  return { text: applyEdits(source, joined.edits), steps: joinSteps([joined]) };
}

/** Join what the page broke within each of `paragraphs`, of which every line end is the page's. */
export function joinParagraphs(paragraphs: readonly string[]): RepairedLines {
  const all: Joined[] = [];
  const lines = paragraphs.map((paragraph) => {
    if (!paragraph.includes('\n')) return paragraph;
    const joined = joinParagraph(paragraph);
    all.push(joined);
    return applyEdits(paragraph, joined.edits);
  });
  return { lines, steps: joinSteps(all) };
}

function mendCharacters(source: string, counts: Map<string, number>): string {
  let text = source;
  for (let round = 0; round < mostRounds; round++) {
    const misread = findMojibake(text);
    if (misread === null) break;
    const { edits, readAs } = misread;
    counts.set(readAs, (counts.get(readAs) ?? 0) + edits.length);
    text = applyEdits(text, edits);
  }
  return text;
}

function mojibakeSteps(counts: ReadonlyMap<string, number>): Step[] {
  return [...counts].map(([label, count]) => ({ name: 'repair-mojibake', detail: `${label}, ${count}` }));
}

function joinSteps(all: readonly Joined[]): Step[] {
  const sum = (key: 'lines' | 'hyphens' | 'kept') => all.reduce((total, one) => total + one[key], 0);
  const [lines, hyphens, kept] = [sum('lines'), sum('hyphens'), sum('kept')];
  const steps: Step[] = [];
  if (lines > 0) steps.push({ name: 'join-lines', detail: String(lines) });
  if (hyphens + kept > 0) steps.push({ name: 'join-words', detail: `${hyphens}, ${kept}` });
  return steps;
}
