import { isFromRight } from './pdf-piece.ts';

/** A stretch of a line, which reads in order within itself. */
export type Stretch = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly size: number;
};

const anyFromRight = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Whether any letter of `text` is written from right to left. */
export function hasFromRight(text: string): boolean {
  return anyFromRight.test(text);
}

/**
 * Put the stretches of a line with letters from right to left into the order they are read in, from where they stand:
 * browsers print Arabic letter by letter, from the left. Stretches of the other direction, as names in Latin letters and
 * numbers, keep their own order (the levels of the Unicode bidirectional algorithm, turned round).
 */
export function readByPlace(stretches: readonly Stretch[]): string {
  const byPlace = [...stretches].sort((a, b) => a.left - b.left);
  const base = isFromRight(byPlace.map(({ text }) => text).join('')) ? 'right' : 'left';
  let text = '';
  let before: Stretch | undefined;
  for (const { direction, parts } of runsOf(byPlace, base)) {
    const gap = gapBetween(before, parts[0]);
    before = parts.at(-1);
    const run = readRun(parts, direction);
    text = base === 'right' ? run + gap + text : text + gap + run;
  }
  return composeForms(text);
}

/** The text of neighbours of one direction, which come from left to right. */
function readRun(parts: readonly Stretch[], direction: Direction): string {
  return parts.reduce((text, part, at) => {
    const gap = gapBetween(parts[at - 1], part);
    return direction === 'right' ? part.text + gap + text : text + gap + part.text;
  }, '');
}

type Direction = 'left' | 'right';
type Run = { readonly direction: Direction; readonly parts: Stretch[] };

/** Neighbours of one direction; signs go with what stands on both of their sides, else with the line. */
function runsOf(stretches: readonly Stretch[], base: Direction): Run[] {
  const own = stretches.map(({ text }) => directionOf(text));
  const behind = [...own];
  for (let at = own.length - 2; at >= 0; at--) behind[at] ??= behind[at + 1] ?? null;
  const runs: Run[] = [];
  let before: Direction | null = null;
  for (const [at, part] of stretches.entries()) {
    before = own[at] ?? before;
    const around = before === (behind[at] ?? base) ? before : base;
    const direction: Direction = own[at] ?? around ?? base;
    const last = runs.at(-1);
    if (last?.direction === direction) last.parts.push(part);
    else runs.push({ direction, parts: [part] });
  }
  return runs;
}

function directionOf(text: string): Direction | null {
  if (hasFromRight(text)) return 'right';
  return /[\p{L}\p{N}]/u.test(text) ? 'left' : null;
}

function gapBetween(before: Stretch | undefined, part: Stretch | undefined): string {
  if (before === undefined || part === undefined) return '';
  const gap = part.left - before.right;
  if (gap > part.size * 2) return '\t';
  return gap > Math.min(before.size, part.size) * 0.15 ? ' ' : '';
}

/** Letters in the form they have at their place in a word, as letters; a ligature becomes the letters it is made of. */
function composeForms(text: string): string {
  return text.replace(/[\ufb50-\ufd3d\ufd50-\ufdc7\ufe80-\ufefc]+/g, (forms) => forms.normalize('NFKC'));
}
