import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  citationToken,
  citedIn,
  fromDraft,
  insertAt,
  numberCitations,
  parseProse,
  toDraft,
} from '#core/brief/citations.ts';
import type { HighlightId } from '#core/ids.ts';

const a = '0192f0c0-0000-7000-8000-00000000000a' as HighlightId;
const b = '0192f0c0-0000-7000-8000-00000000000b' as HighlightId;
const ids = fc.uuid().map((id) => id as HighlightId);
/** Prose without brackets of its own. */
const words = fc.string().map((text) => text.replaceAll('[', '(').replaceAll(']', ')'));
const prose = fc
  .array(fc.oneof(words, ids.map(citationToken)), { maxLength: 12 })
  .map((parts) => parts.join(''));

describe('citations in prose', () => {
  it('parts words from citations', () => {
    expect(parseProse(`Seventy died [[${a}]], it is said [[${b}]]`)).toEqual([
      { kind: 'text', text: 'Seventy died ' },
      { kind: 'citation', highlightId: a },
      { kind: 'text', text: ', it is said ' },
      { kind: 'citation', highlightId: b },
    ]);
  });

  it.each(['[[12]]', '[[]]', `[${a}]`, `[[${a} ]]`, '[[a link]]', `[[${a}`])(
    'leaves %s as it was typed',
    (text) => {
      expect(parseProse(text)).toEqual([{ kind: 'text', text }]);
    },
  );

  it('loses no letter', () => {
    fc.assert(
      fc.property(fc.oneof(prose, fc.string()), (text) => {
        const joined = parseProse(text).map((part) =>
          part.kind === 'text' ? part.text : citationToken(part.highlightId),
        );
        expect(joined.join('')).toBe(text);
      }),
    );
  });

  it('numbers highlights in the order in which they are first cited', () => {
    expect([...numberCitations([b, a, b, a])]).toEqual([
      [b, 1],
      [a, 2],
    ]);
  });

  it('comes back from the box in which it was written', () => {
    fc.assert(
      fc.property(prose, (text) => {
        const numbers = numberCitations(citedIn(text));

        expect(fromDraft(toDraft(text, numbers), numbers)).toBe(text);
      }),
    );
  });

  it('keeps a number nobody has as it was typed', () => {
    expect(fromDraft('see [[1]] and [[7]]', new Map([[a, 1]]))).toBe(`see [[${a}]] and [[7]]`);
  });

  it.each([
    { text: 'Many died', caret: 9, written: 'Many died [[1]]' },
    { text: 'Many died ', caret: 10, written: 'Many died [[1]]' },
    { text: '', caret: 0, written: '[[1]]' },
    { text: 'Many  died', caret: 5, written: 'Many [[1]] died' },
  ])('puts a citation into “$text” at $caret', ({ text, caret, written }) => {
    const inserted = insertAt(text, caret, '[[1]]');

    expect(inserted.text).toBe(written);
    expect(inserted.text.slice(0, inserted.caret).endsWith('[[1]]')).toBe(true);
  });
});
