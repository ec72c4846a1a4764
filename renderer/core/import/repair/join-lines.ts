import type { TextSpan } from '#core/text/span.ts';
import type { Edit } from './edits.ts';
import { hyphenWords, joinWord } from './join-word.ts';

/** The line ends to take out of a text, and how many of them parted lines and words. */
export type Joined = {
  readonly edits: readonly Edit[];
  /** Line ends that became a space, or went with a hyphen. */
  readonly lines: number;
  /** Hyphens that went with their line end, and such as belong to the word and stayed. */
  readonly hyphens: number;
  readonly kept: number;
};

/**
 * Find the line ends of a clean text that only fit it to a width. A line was broken there when the first word of the
 * next one had no room on it any more. Such lines must be the rule of the text; verses, lists, tables, quoted mails and
 * code keep theirs.
 */
export function joinLines(text: string): Joined {
  const pairs = findPairs(text);
  const width = wrapWidth(pairs);
  if (width === null) return { edits: [], lines: 0, hyphens: 0, kept: 0 };
  return joinPairs(
    text,
    pairs.filter((pair) => isWrapped(pair, width)),
  );
}

/** Join the lines of a paragraph whose line ends are the page's: all of them. */
export function joinParagraph(text: string): Joined {
  const ends = Array.from(text.matchAll(/[ \t]*\n[ \t]*/g), ({ 0: gap, index }) => ({
    start: index,
    end: index + gap.length,
  }));
  return joinPairs(text, ends);
}

/** Two lines that follow one another directly, as far as they say whether they were one. */
type Pair = TextSpan & {
  /** Characters of the first line, and of the first word of the second. */
  readonly length: number;
  readonly word: number;
  /** Whether a sentence runs on from one to the other. */
  readonly runsOn: boolean;
};

/** Widths that texts are broken to. */
const narrowest = 40;
const widest = 130;
/** Fewer lines may fit a width by chance. */
const fewestPairs = 4;
/** Programs count tabs, wide signs and the space at the end of a line in different ways. */
const slack = 2;

// What stands on lines of its own: items of lists, quoted mails, headers, tables, rules, code.
const ownLine =
  /^(?:[-*•·–—>|#=+~_]|\(?(?:\d{1,3}|[a-zA-Z])[.)]\s|(?:From|To|Cc|Subject|Date|Sent|De|À|Objet|Envoyé|X-[\w-]+|[A-Z]\w+-[\w-]+):\s|https?:)|\t|\S {3,}\S|[{};]$/u;

function findPairs(text: string): Pair[] {
  const pairs: Pair[] = [];
  let before: { readonly start: number; readonly line: string } | null = null;
  let start = 0;
  for (const line of text.split('\n')) {
    const trimmed = line.trimEnd();
    if (before !== null && isRunning(before.line) && isRunning(trimmed)) {
      const indent = trimmed.length - trimmed.trimStart().length;
      const firstIndent = before.line.length - before.line.trimStart().length;
      // A line that is set in further than the one before begins a paragraph.
      if (indent <= firstIndent || firstIndent > 0)
        pairs.push({
          start: before.start + before.line.length,
          end: start + indent,
          length: before.line.length,
          word: indent + (/^\S+/.exec(trimmed.trimStart())?.[0].length ?? 0),
          runsOn: /[\p{Ll}\p{Lo},;\u00ad-]$/u.test(before.line) && /^\s*[\p{Ll}\p{Lo}]/u.test(trimmed),
        });
    }
    before = { start, line: trimmed };
    start += line.length + 1;
  }
  return pairs;
}

function isRunning(line: string): boolean {
  return line !== '' && line.length <= widest + slack && !ownLine.test(line.trim());
}

/**
 * The width a text was broken to; `null` when it was not. A line fits a width that it does not pass, and that it would
 * pass with the next word: the width that most lines fit wins.
 */
function wrapWidth(pairs: readonly Pair[]): number | null {
  if (pairs.length < fewestPairs) return null;
  const changes = new Array<number>(widest + 2).fill(0);
  for (const { length, word } of pairs) {
    const last = Math.min(widest, length + word);
    if (length < narrowest || length > last) continue;
    changes[length] = (changes[length] ?? 0) + 1;
    changes[last + 1] = (changes[last + 1] ?? 0) - 1;
  }
  let fitting = 0;
  let most = 0;
  let width = 0;
  for (const [at, change] of changes.entries()) {
    fitting += change;
    if (fitting > most) {
      most = fitting;
      width = at;
    }
  }
  const runningOn = pairs.filter(({ runsOn }) => runsOn).length;
  const isRule = most >= fewestPairs && most >= pairs.length * 0.6 && runningOn >= pairs.length * 0.25;
  return isRule ? width : null;
}

function isWrapped({ length, word, runsOn }: Pair, width: number): boolean {
  const fits = length <= width + slack && length + 1 + word > width - slack;
  return fits || (runsOn && length > width * 0.6);
}

function joinPairs(text: string, ends: readonly TextSpan[]): Joined {
  let lines = 0;
  let hyphens = 0;
  let kept = 0;
  let known: ReadonlySet<string> | null = null;
  const vocabulary = () => {
    known ??= hyphenWords(text);
    return known;
  };
  const edits = ends.map((end): Edit => {
    const word = joinWord(text, end, vocabulary);
    lines += 1;
    if (word === null) return { start: end.start, end: end.end, text: ' ' };
    if (word.isWhole) hyphens += 1;
    else kept += 1;
    return word.edit;
  });
  return { edits, lines, hyphens, kept };
}
