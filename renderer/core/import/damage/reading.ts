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
  for (const word of text.match(letters) ?? []) words.set(word, (words.get(word) ?? 0) + 1);
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

/** Letters and marks of the scripts in use: classes of Unicode take ten times as long. */
const letters =
  /[A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\ud7ff\uf900-\ufdff]+/g;

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

/** Where the word begins that `at` lies in or follows, with the marks between the two. */
function wordStart(text: string, at: number): number {
  const [found = ''] = /[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}’'-]*[”"»’).,]*$/u.exec(before(text, at)) ?? [];
  return at - found.length;
}
