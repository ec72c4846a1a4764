import type { Damage } from '#core/article.ts';
import { after, before, type Finder, probe } from './reading.ts';

/** Characters that were lost or read wrongly once, and what is left of markup. */
export const findUnreadable: Finder = function* ({ text }) {
  yield* inWords(text, /\ufffd+(?:[A-Za-zÀ-ɏ]{1,40}\ufffd+)*/g, 'unreadable');
  // A letter that a program could not write became a question mark.
  for (const { found, index } of probe(text, /[a-zß-öø-ÿ]\?(?=[a-zß-öø-ÿ])/g, questioned, true))
    yield { start: index, end: index + found.length, kind: 'encoding', reason: 'question-mark-in-word' };
  yield* inWords(text, /[ÃÂ][\u0080-\u00bf]|â€|ï¿½|Ã(?=[ ,.;:!?]|$)/gm, 'misread');
  for (const { 0: entity, index } of text.matchAll(
    /&(?:#\d{2,6}|#x[0-9a-f]{2,5}|[a-z]{2,8}\d?|[A-Z][a-z]{3,7});/g,
  ))
    yield { start: index, end: index + entity.length, kind: 'encoding', reason: 'entity' };
  for (const { 0: glyphs, index } of text.matchAll(/(?:\(cid:\d+\)\s?)+|[\ue000-\uf8ff]+/g))
    yield { start: index, end: index + glyphs.trimEnd().length, kind: 'encoding', reason: 'glyph' };
};

const questioned = /(?<![\p{L}\p{N}?=&/.])\p{L}*\p{Ll}\?\p{Ll}+(?![\p{L}=&?/])/uy;

/** What `pattern` finds, with the rest of the word around it. */
function* inWords(text: string, pattern: RegExp, reason: string): Generator<Damage> {
  for (const { 0: core, index } of text.matchAll(pattern)) {
    const left = /[\p{L}\p{N}]*$/u.exec(before(text, index))?.[0].length ?? 0;
    const right = /^[\p{L}\p{N}]*/u.exec(after(text, index + core.length))?.[0].length ?? 0;
    yield { start: index - left, end: index + core.length + right, kind: 'encoding', reason };
  }
}
