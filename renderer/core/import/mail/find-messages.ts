import type { FindPiece, Units } from '#core/import/containers/cut-pieces.ts';
import { headerLine, mailboxLine } from './recognise-mail.ts';

const newline = 0x0a;
const opening = 'F'.charCodeAt(0);
/** The line above a message, and the name of its first header, are no longer than this. */
const linesUnits = 1000;
/** A message that is longer is passed over: no one could be read. */
const longestMessage = 64 * 1024 * 1024;

/** Finds the messages of a mailbox, each from the line above it (RFC 4155) up to the one above the next. */
export function findMessages(): FindPiece {
  let isPassingOver = false;
  return (units, from, isLast) => {
    const next = nextLine(units, isPassingOver ? from : from + 1, isLast);
    if (next === 'more' || (next === null && !isLast)) {
      if (units.length - from <= longestMessage) return { kind: 'more' };
      isPassingOver = true;
      return { kind: 'broken', start: from, next: units.length - linesUnits };
    }
    const end = next ?? units.length;
    if (isPassingOver) {
      isPassingOver = false;
      return { kind: 'broken', start: from, next: end };
    }
    return from >= end ? { kind: 'end' } : { kind: 'piece', start: from, end, next: end };
  };
}

/** Where the next line above a message begins; `more` when one may begin that is cut off; `null` when there is none. */
function nextLine(units: Units, from: number, isLast: boolean): number | null | 'more' {
  for (let at = Math.max(from, 1); at < units.length; at++) {
    if (units[at] !== opening || units[at - 1] !== newline) continue;
    const isCut = units.length - at < linesUnits;
    if (isCut && !isLast) return 'more';
    const lines = String.fromCharCode(...units.subarray(at, at + linesUnits));
    if (beginsMessage(lines)) return at;
  }
  return null;
}

/** Sentences may begin like that line: behind the real one stands a header at once. */
function beginsMessage(lines: string): boolean {
  const [first = '', second = ''] = lines.split(/\r?\n/, 2);
  return mailboxLine.test(first) && headerLine.test(second);
}
