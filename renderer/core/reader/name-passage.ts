import { maxTagNameLength } from '#core/codebook/edit-codebook.ts';

/** The name of a tag taken from a passage, or why its words can't be one. */
export type PassageName =
  | { readonly ok: true; readonly name: string }
  | { readonly ok: false; readonly problem: 'empty' | 'slash' }
  | { readonly ok: false; readonly problem: 'too-long'; readonly length: number; readonly limit: number };

/** What stands around words rather than in them. */
const around = /^[\s\p{Pi}\p{Pf}\p{Pd}"'.,;:!?…()[\]،؛؟]+|[\s\p{Pi}\p{Pf}\p{Pd}"'.,;:!?…()[\]،؛؟]+$/gu;

/**
 * A tag's name in the words of a passage: on one line, without the quotation marks and stops around it. Never
 * shortened: more than a name holds is refused.
 */
export function namePassage(passage: string): PassageName {
  const name = passage
    .normalize('NFC')
    .replace(/\u00ad/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(around, '');
  if (name === '') return { ok: false, problem: 'empty' };
  if (name.includes('/')) return { ok: false, problem: 'slash' };
  if (name.length > maxTagNameLength)
    return { ok: false, problem: 'too-long', length: name.length, limit: maxTagNameLength };
  return { ok: true, name };
}
