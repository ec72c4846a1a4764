import type { TagColor } from '#core/codebook/tag.ts';
import { type Markup, markup } from '#core/exchange/markup.ts';
import type { TextSpan } from '#core/text/span.ts';

/** A passage as it is shown in its text. */
export type ShownPassage = TextSpan & {
  /** Counted through the page. */
  readonly number: number;
  /** `null`: it has no tag, or one without a colour. */
  readonly color: TagColor | null;
  /** What the number says to those who do not see the colours. */
  readonly label: string;
};

/** A stretch of text under the same passages. */
type Segment = TextSpan & {
  /** The shortest first: it lies on top. */
  readonly passages: readonly ShownPassage[];
  readonly starting: readonly ShownPassage[];
  readonly ending: readonly ShownPassage[];
};

/** Lines drawn below a stretch; more would run into the next line. */
const mostLines = 4;

/**
 * Write a text with its passages marked: the words are exactly the text's, a paragraph for each line. Where passages lie
 * on one another, each draws a line of its colour; a number behind each leads to what is said of it.
 */
export function markText(text: string, passages: readonly ShownPassage[]): Markup {
  const segments = cutText(text, passages);
  const lines: Markup[][] = [[]];
  for (const segment of segments) {
    const pieces = splitLines(text.slice(segment.start, segment.end));
    for (const [index, piece] of pieces.entries()) {
      const isFirst = index === 0;
      const isLast = index === pieces.length - 1;
      lines.at(-1)?.push(writePiece(piece, segment, { isFirst, isLast }));
      if (piece.endsWith('\n')) lines.push([]);
    }
  }
  return markup`${lines.filter((line) => line.length > 0).map((line) => markup`<p dir="auto">${line}</p>`)}`;
}

/** Cut the text wherever a passage begins or ends. A place within a character goes to its start. */
function cutText(text: string, passages: readonly ShownPassage[]): Segment[] {
  const whole = passages.map((passage) => ({
    ...passage,
    start: wholeCharacter(text, passage.start),
    end: wholeCharacter(text, passage.end),
  }));
  const edges = new Set([0, text.length, ...whole.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].sort((a, b) => a - b);
  const starting = groupAt(whole, 'start');
  const ending = groupAt(whole, 'end');
  const open = new Set<ShownPassage>();
  return cuts.slice(0, -1).map((start, index) => {
    const end = cuts[index + 1] ?? text.length;
    for (const passage of ending.get(start) ?? []) open.delete(passage);
    for (const passage of starting.get(start) ?? []) if (passage.end > start) open.add(passage);
    const shown = [...open].sort((a, b) => a.end - a.start - (b.end - b.start) || a.number - b.number);
    return {
      start,
      end,
      passages: shown,
      starting: starting.get(start) ?? [],
      ending: ending.get(end) ?? [],
    };
  });
}

function wholeCharacter(text: string, at: number): number {
  const place = Math.max(0, Math.min(at, text.length));
  const cuts = /[\ud800-\udbff]/.test(text.charAt(place - 1)) && /[\udc00-\udfff]/.test(text.charAt(place));
  return cuts ? place - 1 : place;
}

function groupAt(passages: readonly ShownPassage[], edge: 'start' | 'end'): Map<number, ShownPassage[]> {
  const groups = new Map<number, ShownPassage[]>();
  for (const passage of passages) {
    const group = groups.get(passage[edge]);
    if (group === undefined) groups.set(passage[edge], [passage]);
    else group.push(passage);
  }
  return groups;
}

/** The lines of a stretch, each with its line end. */
function splitLines(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}

function writePiece(
  piece: string,
  { passages, starting, ending }: Segment,
  { isFirst, isLast }: { readonly isFirst: boolean; readonly isLast: boolean },
): Markup {
  const [top] = passages;
  if (top === undefined) return markup`${piece}`;
  const targets = isFirst ? starting.map(({ number }) => markup`<span id="h-${number}"></span>`) : [];
  const numbers = passages.map(({ number }) => number).join(' ');
  const lines = passages
    .slice(0, mostLines)
    .map(({ color }, index) => `inset 0 -${(index + 1) * 2}px var(--${color ?? 'plain'})`)
    .join(',');
  const refs = isLast ? ending.map(writeNumber) : [];
  return markup`${targets}<mark class="${top.color ?? 'plain'}" data-passages="${numbers}" style="box-shadow:${lines}">${piece}</mark>${refs}`;
}

/** The number is drawn by the style, so that it is no part of the text. */
function writeNumber({ number, label }: ShownPassage): Markup {
  return markup`<a class="ref" href="#q-${number}" data-number="${number}" aria-label="${label}"></a>`;
}
