/** How often each repair was made on the way to the canonical form. */
export type Cleaned = {
  /** Lone surrogates that became U+FFFD. */
  readonly wellFormed: number;
  /** Line ends of another kind that became `\n`. */
  readonly newlines: number;
  /** Control characters that were dropped. */
  readonly controls: number;
  /** Characters that Unicode composition (NFC) joined or split: by how much the text grew shorter, at least 1. */
  readonly composed: number;
};

const lineEnds = /\r\n|[\r\f\v\u0085\u2028\u2029]/g;
// C0 without tab and line feed, delete, C1, byte order marks inside the text, and what is no character at all.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const controls = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/g;
/** What the two patterns above find. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const unclean = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/;
const loneSurrogates = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * Bring `text` to the canonical form that index, anchors and exports share: well-formed, lines ended by `\n`, no
 * controls but tab, NFC. Cleaning clean text changes nothing. Direction marks stay: they are part of the text.
 */
export function cleanText(text: string): { text: string; cleaned: Cleaned } {
  const wellFormed = text.toWellFormed();
  const isClean = !unclean.test(wellFormed);
  const newlines = isClean ? wellFormed : wellFormed.replace(lineEnds, '\n');
  const bare = isClean ? wellFormed : newlines.replace(controls, '');
  const composed = bare.normalize('NFC');
  return {
    text: composed,
    cleaned: {
      wellFormed: wellFormed === text ? 0 : count(text, loneSurrogates),
      newlines: isClean ? 0 : count(wellFormed, lineEnds),
      controls: newlines.length - bare.length,
      composed: composed === bare ? 0 : Math.max(1, bare.length - composed.length),
    },
  };
}

/** Clean lines one by one, and add up what was done. A line may come out empty. */
export function cleanLines(lines: readonly string[]): { lines: string[]; cleaned: Cleaned } {
  const all = { wellFormed: 0, newlines: 0, controls: 0, composed: 0 };
  const done = lines.map((line) => {
    const { text, cleaned } = cleanText(line);
    all.wellFormed += cleaned.wellFormed;
    all.newlines += cleaned.newlines;
    all.controls += cleaned.controls;
    all.composed += cleaned.composed;
    return text.trim();
  });
  return { lines: done, cleaned: all };
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}
