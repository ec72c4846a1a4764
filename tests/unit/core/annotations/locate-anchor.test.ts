import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAnchor, locateAnchor } from '#core/annotations/locate-anchor.ts';
import { makeAnchor } from '#core/annotations/make-anchor.ts';
import { article, unicodeText } from './support.ts';

const text =
  'The army said 42 soldiers died at Tessit. Residents of Ansongo spoke of more. ' +
  'Later, the army said 42 soldiers died at Tessit. Nobody could check it.';
const other = 'f'.repeat(64);

function anchorOf(words: string, from = 0) {
  const start = text.indexOf(words, from);
  return makeAnchor(article, text, { start, end: start + words.length });
}

describe('locateAnchor', () => {
  it('answers the offsets while the text is the same', () => {
    const anchor = anchorOf('the army said', 60);
    expect(locateAnchor(anchor, text, article.textSha256)).toEqual({
      kind: 'same',
      span: { start: anchor.start, end: anchor.end },
    });
    expect(checkAnchor(anchor, text)).toBe(true);
    expect(checkAnchor(anchor, `x${text}`)).toBe(false);
  });

  it('follows a passage that was pushed down', () => {
    const anchor = anchorOf('Residents of Ansongo');
    const found = locateAnchor(anchor, `ADVERTISEMENT\n\n${text}`, other);
    expect(found).toEqual({ kind: 'moved', span: { start: anchor.start + 15, end: anchor.end + 15 } });
  });

  it('tells twins apart by what stands around them', () => {
    const second = anchorOf('soldiers died at Tessit', 80);
    const found = locateAnchor(second, `New: ${text}`, other);
    expect(found).toEqual({ kind: 'moved', span: { start: second.start + 5, end: second.end + 5 } });
  });

  it.each([
    ['gone words', 'Residents of Ansongo', text.replace('Residents', 'People')],
    [
      'twins in new surroundings',
      'soldiers died at Tessit',
      'a soldiers died at Tessit b soldiers died at Tessit c',
    ],
    ['a short word among other words', 'more', 'There is no more to say about this.'],
  ])('calls %s lost', (_, words, changed) => {
    expect(locateAnchor(anchorOf(words), changed, other).kind).toBe('lost');
  });

  it('trusts a hash no further than the words', () => {
    const anchor = anchorOf('Residents of Ansongo');
    expect(locateAnchor(anchor, text.replace('Ansongo', 'Asongo'), article.textSha256)).toEqual({
      kind: 'lost',
      reason: 'gone',
    });
  });

  it('never answers a place with other words, and follows any text that only grew at the front', () => {
    fc.assert(
      fc.property(unicodeText, unicodeText, fc.nat(), fc.nat(), (any, front, a, b) => {
        const [start, end] = [a % (any.length + 1), b % (any.length + 1)].sort((m, n) => m - n);
        if (start === undefined || end === undefined || start === end) return;
        const anchor = makeAnchor(article, any, { start, end });
        const grown = front + any;
        const found = locateAnchor(anchor, grown, other);
        const places = grown.split(anchor.exact).length - 1;
        if (found.kind !== 'lost') {
          expect(grown.slice(found.span.start, found.span.end)).toBe(anchor.exact);
          if (places === 1) expect(found.span.start).toBe(start + front.length);
        } else {
          expect(found.reason).not.toBe('gone');
        }
      }),
      { numRuns: 500 },
    );
  });
});
