import { kindOf, letter } from '#core/text/characters.ts';
import type { TextSpan } from '#core/text/span.ts';
import { before, type Finder, type Reading } from './reading.ts';
import { englishSmall, frenchSmall } from './small-words.ts';

/** The mark of a teaser: its text goes on elsewhere. Within a line it is an author's, who left words out. */
export const findCutMarks: Finder = function* ({ prose }) {
  for (const { 0: mark, index } of prose.matchAll(/[[(]\s*(?:…|\.{3})\s*[\])](?=\s*(?:\n|$))/gu)) {
    const isAfterProse = /\p{L}{2}[.!?…,;:)”"»’]*\s{0,4}$/u.test(before(prose, index));
    if (isAfterProse) yield { start: index, end: index + mark.length, kind: 'cut-off', reason: 'cut-mark' };
  }
};

/** What is printed where a text goes on for those who pay or click. */
export const findTeasers: Finder = function* ({ text, lines }) {
  for (const line of lines.slice(-12)) {
    const whole = text.slice(line.start, line.end).trim();
    if (whole.length < 90 && teaser.test(whole))
      yield { start: line.start, end: line.end, kind: 'cut-off', reason: 'teaser' };
  }
};

const teaser =
  /^(?:[[(]?\s*(?:lire la suite|continue reading(?! the main story)|continuer la lecture|read the (?:full|rest of the) (?:story|article)|to (?:continue|keep) reading|subscribe to (?:read|continue)|(?:cet )?article (?:est )?réservé aux abonnés|la suite (?:de cet article )?est réservée|il vous reste [\d.,]+ ?% de cet article)(?!\p{L}).{0,60})$/iu;

/** Sentences that stop in their middle at the end of a paragraph. */
export const findBrokenSentences: Finder = function* (reading) {
  const { text, lines } = reading;
  const isParagraph = (line: TextSpan, at: number) => isProse(reading, line, lines[at + 1]);
  const broken = lines.filter(
    (line, at) => breaksOff(text.slice(line.start, line.end)) && isParagraph(line, at),
  );
  // Where no paragraph ends in a full stop, none is missing.
  if (broken.length === 0 || (broken.length > 1 && broken.length * 3 > lines.filter(isParagraph).length))
    return;
  for (const line of broken) {
    const whole = text.slice(line.start, line.end).trimEnd();
    const last = /\S+$/.exec(whole.slice(-100))?.[0].length ?? 0;
    const end = line.start + whole.length;
    yield { start: end - last, end, kind: 'cut-off', reason: 'no-end' };
  }
};

/** Words of a paragraph that is no headline or caption. */
const fewestWords = 20;

function isProse({ prose, text }: Reading, line: TextSpan, next: TextSpan | undefined): boolean {
  const whole = prose.slice(line.start, line.end);
  if (next !== undefined && goesOn(whole, text.slice(line.end, next.end))) return false;
  // A table row, a list item and an address are not written in sentences.
  if (/\t|^\s*(?:[-*•·–>|^]|\d{1,3}[.)])|©|Retrieved|Archived/u.test(whole)) return false;
  const words = countRuns(whole, fewestWords);
  return words >= fewestWords || (words >= 10 && /\p{Ll}{2}[”"’»]?[.!?]\s+[“"«‘]?\p{Lu}/u.test(whole));
}

/** How many runs of letters there are, up to `most`. */
function countRuns(text: string, most: number): number {
  let found = 0;
  let isWithin = false;
  for (let at = 0; at < text.length && found < most; at++) {
    const code = text.codePointAt(at) ?? 0;
    if (code > 0xffff) at += 1;
    const isLetter = (kindOf(code) & letter) !== 0;
    if (isLetter && !isWithin) found += 1;
    isWithin = isLetter;
  }
  return found;
}

/** Paragraphs of one line are seldom shorter; lines of a text that was broken to a width are. */
const shortestParagraph = 100;

/** The sentence goes on in the line behind it. */
function goesOn(line: string, next: string): boolean {
  const isDirect = !/^\n\s*\n/.test(next);
  return isDirect && (line.length < shortestParagraph || /^\s*\p{Ll}/u.test(next));
}

function breaksOff(line: string): boolean {
  const end = line.slice(-longestWord).trimEnd();
  const last = end.charAt(end.length - 1);
  if (/[.!?:;"”»’)\]]/.test(last) && !/(?:\.{3}|…)$/.test(end)) return false;
  if (/[,\p{Ll}\p{Lo}\p{M}]/u.test(last)) return !/(?:^|\s)[@#]\S+$/u.test(end);
  const trailing = /(\p{L}+)\s?(?:\.{3}|…)$/u.exec(end)?.[1]?.toLowerCase() ?? '';
  return englishSmall.has(trailing) || frenchSmall.has(trailing);
}

/** As much of a line as has to be seen of its last word. */
const longestWord = 60;
