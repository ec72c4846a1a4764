import type { Damage, Language } from '#core/article.ts';
import { paragraphs } from '#core/text/paragraphs.ts';
import type { TextSpan } from '#core/text/span.ts';

/** A text as the rules of damage look at it. */
export type Reading = {
  readonly text: string;
  /** The same with lines of code and addresses blanked out: what looks like damage there is none. */
  readonly prose: string;
  readonly language: Language;
  /** Its lines that hold something. */
  readonly lines: readonly TextSpan[];
  /** How often each word stands in it, as it is written. */
  readonly words: ReadonlyMap<string, number>;
  /** How often it stands there in whatever case. */
  count(word: string): number;
};

/** What one rule finds. */
export type Finder = (reading: Reading) => Iterable<Damage>;

/** Prepare a text for the rules. */
export function readForDamage(text: string, language: Language): Reading {
  const words = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  const folded = new Map<string, number>();
  for (const [word, count] of words) {
    const small = word.toLowerCase();
    folded.set(small, (folded.get(small) ?? 0) + count);
  }
  return {
    text,
    prose: blankCode(text),
    language,
    lines: paragraphs(text),
    words,
    count: (word) => folded.get(word.toLowerCase()) ?? 0,
  };
}

/** Addresses of the web and of mail. */
const address = /\b(?:https?:\/\/|www\.)[^\s<>"“”«»]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

/** How lines of programs, commands and markup look. */
const code =
  /[{};]\s*$|^\s*(?:[$#>|+]|\/\/|[-@]{2})|[\w\])]\s?(?:[=!]=|[+:]=|=>|->|::)\s|\w\(\S*\)[;,.]?(?:\s|$)|^\s*\w+ = |<\/?[a-z]+[^<>]*>|\$[({a-z]/u;

/** The same length, so that every place stays where it is. */
function blankCode(text: string): string {
  const bare = text.replace(address, (found) => ' '.repeat(found.length));
  return bare.replace(/[^\n]+/g, (line) =>
    line.length < longestCode && code.test(line) ? ' '.repeat(line.length) : line,
  );
}

/** A line of code is not a paragraph. */
const longestCode = 200;

/** The rest of a line before and after a place is asked for often, and never far. */
const reach = 60;

/** What stands in front of `at`, as far as a rule has to see. */
export function before(text: string, at: number): string {
  return text.slice(Math.max(0, at - reach), at);
}

/** What stands from `at` on, as far as a rule has to see. */
export function after(text: string, at: number): string {
  return text.slice(at, at + reach);
}
