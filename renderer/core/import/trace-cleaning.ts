import { type Alignment, alignPieces, type Piece } from '#core/text/offsets.ts';
import { cleanText } from './clean-text.ts';

/** A text in its canonical form, and where the places of what it was made from have gone. */
export type CleanedTrace = Alignment & { readonly text: string };

/**
 * Clean `source` as `cleanText` does, and keep track of every place in it. A place inside a character that cleaning
 * made anew (a letter and its accent, the two halves of a line end) goes to that character's start or end.
 */
export function traceCleaning(source: string): CleanedTrace {
  const { text } = cleanText(source);
  if (text === source)
    return { text, ...alignPieces([{ from: source.length, to: source.length, isSame: true }]) };
  const pieces = [fineCut, coarseCut].map((cut) => cleanPieces(source, cut)).find((one) => one.text === text);
  return {
    text,
    ...alignPieces(pieces?.pieces ?? [{ from: source.length, to: text.length, isSame: false }]),
  };
}

// A character with what may join it: marks, jamo that complete a syllable, and controls that are dropped.
const fineCut =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among what is dropped.
  /\r\n|[\s\S][\p{M}\u1160-\u11ff\u{16d63}-\u{16d6a}\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]*/gu;
// Nothing composes across the start of a printable ASCII character.
const coarseCut = /\r\n|[ -~\n]?[^ -~\r\n]+|[ -~\r\n]/g;

function cleanPieces(source: string, cut: RegExp): { text: string; pieces: Piece[] } {
  const pieces: Piece[] = [];
  let text = '';
  for (const from of cutUp(source, cut)) {
    const to = cleanText(from).text;
    const isSame = from === to || (from.length === 1 && to.length === 1);
    pieces.push({ from: from.length, to: to.length, isSame });
    text += to;
  }
  return { text, pieces };
}

/** Most lines change at their end or not at all: only the others are looked at closely. */
function* cutUp(source: string, cut: RegExp): Generator<string> {
  for (const [line] of source.matchAll(/[^\n]+\n?|\n/g)) {
    const end = /\r?\n$/.exec(line)?.[0] ?? '';
    const body = line.slice(0, line.length - end.length);
    if (cleanText(body).text !== body) for (const [piece] of line.matchAll(cut)) yield* parts(piece);
    else {
      yield body;
      yield end;
    }
  }
}

/** A piece, cut wherever what stands on the two sides does not join. */
function* parts(piece: string): Generator<string> {
  const whole = cleanText(piece).text;
  let from = 0;
  let at = 0;
  // Cutting is quadratic; a longer heap of marks is nobody's writing.
  for (const character of piece.length > longestPiece ? [] : piece) {
    at += character.length;
    if (piece === '\r\n' || at === piece.length) continue;
    if (cleanText(piece.slice(0, at)).text + cleanText(piece.slice(at)).text !== whole) continue;
    yield piece.slice(from, at);
    from = at;
  }
  yield piece.slice(from);
}

/** In UTF-16 units. */
const longestPiece = 64;
