import { boundaryBefore } from '#core/text/graphemes.ts';

/** In UTF-16 units: enough to tell where a passage begins, and a line that other programs can list. */
const longestName = 100;

/** The name of a passage for other programs: its words in one line, cut between characters. */
export function quoteName(quote: string): string {
  const line = oneLine(quote);
  if (line.length <= longestName) return line;
  return `${line.slice(0, boundaryBefore(line, longestName))}…`;
}

/** How far the name of a selection tells the words it stands on. */
export type NameFit = 'whole' | 'start' | 'none';

/**
 * Hold the words that begin at a place against the name of the selection: most programs name it by its words, on one
 * line and often cut. `words` may be longer than the passage.
 */
export function fitName(words: string, name: string): NameFit {
  const told = oneLine(name);
  const there = oneLine(words.slice(0, 2 * name.length + 64));
  if (told.trim() === '') return 'none';
  if (there === told) return 'whole';
  const bare = told.replace(/\s*(?:…|\.\.\.)$/, '');
  return bare.trim() !== '' && there.startsWith(bare) ? 'start' : 'none';
}

/** The same words whatever white space is between them. */
export function isSameQuote(words: string, name: string): boolean {
  return fitName(words.trimStart(), name.trimStart()) !== 'none';
}

function oneLine(text: string): string {
  return text
    .replace(/\ufeff/g, '')
    .normalize('NFC')
    .replace(/\s+/g, ' ');
}
