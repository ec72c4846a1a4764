import type { TextSpan } from '#core/text/span.ts';
import type { Edit } from './edits.ts';

/** Words that are joined to the next one by a hyphen of their own, in English and French. */
const joiners = new Set(
  (
    'ex non self semi anti pro pre post co re multi inter counter cross mid well half part ultra quasi pan trans ' +
    'north south east west nord sud est ouest vice sous demi mi après avant arrière contre grand petit tri bi ' +
    'twenty thirty forty fifty sixty seventy eighty ninety vingt trente quarante cinquante soixante quatre ' +
    'al el es ad an ar ould ben ibn long short high low so far all in on off is est'
  ).split(' '),
);

/** What French hangs on to a word with a hyphen. */
const hangers = new Set(
  'il elle ils elles on je tu nous vous ce là ci même mêmes t le la les lui leur moi toi en y delà dessus dessous'.split(
    ' ',
  ),
);

/**
 * How a word goes on behind the line end at `gap` that a hyphen stands before; `null` when none does. `isWhole`: it is
 * one word and the hyphen goes. The hyphen stays before a capital or a digit, in a word that has another hyphen or is
 * written with it elsewhere in the text (`vocabulary`), and after or before words that are used to one.
 */
export function joinWord(
  text: string,
  gap: TextSpan,
  vocabulary: () => ReadonlySet<string>,
): { readonly edit: Edit; readonly isWhole: boolean } | null {
  const hyphen = text.charAt(gap.start - 1);
  if (!/[-\u2010\u00ad]/.test(hyphen)) return null;
  const head =
    /[\p{L}\p{M}\p{N}’'-]+$/u.exec(text.slice(Math.max(0, gap.start - 41), gap.start - 1))?.[0] ?? '';
  const tail = /^[\p{L}\p{M}\p{N}’'-]+/u.exec(text.slice(gap.end, gap.end + 40))?.[0] ?? '';
  if (head === '' || tail === '') return null;
  const isWhole = hyphen === '\u00ad' || isOneWord(head, tail, vocabulary());
  const start = gap.start - 1;
  return { edit: { start, end: gap.end, text: isWhole ? '' : '-' }, isWhole };
}

function isOneWord(head: string, tail: string, vocabulary: ReadonlySet<string>): boolean {
  if (!/\p{L}$/u.test(head) || !/^[\p{Ll}\p{Lo}]/u.test(tail)) return false;
  const [start, end] = [head.toLowerCase(), tail.toLowerCase()];
  if (vocabulary.has(`${start}-${end}`)) return false;
  if (vocabulary.has(start + end)) return true;
  if (joiners.has(/[^-]+$/.exec(start)?.[0] ?? '') || hangers.has(/^[^-]+/.exec(end)?.[0] ?? ''))
    return false;
  return !head.includes('-') && !tail.includes('-');
}

/** The words of a text in small letters, those with hyphens whole. */
export function hyphenWords(text: string): ReadonlySet<string> {
  return new Set(
    Array.from(text.matchAll(/[\p{L}\p{M}\p{N}’'-]+/gu), ([word]) => word.toLowerCase().replace(/-+$/, '')),
  );
}
