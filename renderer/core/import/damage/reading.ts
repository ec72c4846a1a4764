import type { Damage, Language } from '#core/article.ts';
import { figure, kindOf, letter, mark } from '#core/text/characters.ts';
import { paragraphs } from '#core/text/paragraphs.ts';
import type { TextSpan } from '#core/text/span.ts';
import { readWords, type WordTable } from './word-table.ts';

/** A text as the rules of damage look at it. */
export type Reading = {
  readonly text: string;
  /** The same with lines of code and addresses blanked out: what looks like damage there is none. */
  readonly prose: string;
  readonly language: Language;
  /** Its lines that hold something. */
  readonly lines: readonly TextSpan[];
  readonly words: WordTable;
};

/** What one rule finds. */
export type Finder = (reading: Reading) => Iterable<Damage>;

/** Prepare a text for the rules. */
export function readForDamage(text: string, language: Language): Reading {
  return { text, prose: blankCode(text), language, lines: paragraphs(text), words: readWords(text) };
}

/** Addresses of the web and of mail. */
const address = /\b(?:https?:\/\/|www\.)[^\s<>"“”«»]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;

/** How lines of programs, commands and markup look. */
const code =
  /[{};]\s*$|^\s*(?:[$#>|+]|\/\/|[-@]{2})|[\w\])]\s?(?:[=!]=|[+:]=|=>|->|::)\s|\w\(\S*\)[;,.]?(?:\s|$)|^\s*\w+ = |<\/?[a-z]+[^<>]*>|\$[({a-z]/u;

/** The same length, so that every place stays where it is. */
function blankCode(text: string): string {
  const bare = /https?:|www\.|@/.test(text)
    ? text.replace(address, (found) => ' '.repeat(found.length))
    : text;
  return bare.replace(/[^\n]+/g, (line) =>
    line.length < longestCode && signs.test(line) && code.test(line) ? ' '.repeat(line.length) : line,
  );
}

/** No line of code is without them. */
const signs = /[{};$#<>=|+@/(]/;

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

/**
 * Look closely where `trigger` finds something: `precise` (sticky) is tried there or, with `fromWord`, at the start of
 * the word that ends there. The trigger is to be quick, without classes of Unicode: it goes through all of the text.
 */
export function* probe(
  text: string,
  trigger: RegExp,
  precise: RegExp,
  fromWord = false,
): Generator<{ readonly found: string; readonly index: number; readonly groups: readonly string[] }> {
  let last = 0;
  for (const { index } of text.matchAll(trigger)) {
    precise.lastIndex = fromWord ? wordStart(text, index) : index;
    if (precise.lastIndex < last) continue;
    const match = precise.exec(text);
    if (match === null) continue;
    last = match.index + match[0].length;
    yield { found: match[0], index: match.index, groups: match.slice(1).map((group) => group ?? '') };
  }
}

/** Where the word begins that `at` lies in or follows, with the marks between the two; `at` when there is none. */
function wordStart(text: string, at: number): number {
  const first = Math.max(0, at - reach);
  let near = at;
  while (near > first && '”"»’).,'.includes(text.charAt(near - 1))) near -= 1;
  let start = at;
  while (near > first) {
    const size = near - 1 > first && (text.codePointAt(near - 2) ?? 0) > 0xffff ? 2 : 1;
    const isPart = (kindOf(text.codePointAt(near - size) ?? 0) & (letter | mark | figure)) !== 0;
    if (!isPart && !"’'-".includes(text.charAt(near - 1))) break;
    near -= size;
    if (isPart) start = near;
  }
  return start;
}
