import type { TextSpan } from './span.ts';

/** The lines of a canonical text that hold more than white space, in order, without their line ends. */
export function paragraphs(text: string): TextSpan[] {
  const found: TextSpan[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline === -1 ? text.length : newline;
    if (text.slice(start, end).trim() !== '') found.push({ start, end });
    start = end + 1;
  }
  return found;
}
