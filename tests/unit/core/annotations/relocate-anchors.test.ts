import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAnchor } from '#core/annotations/make-anchor.ts';
import { relocateAnchors } from '#core/annotations/relocate-anchors.ts';
import type { ArticleId } from '#core/ids.ts';

const article = { id: 'a' as ArticleId, textSha256: 'old' };

/** A text as a list of numbered words, so that every word knows where it came from, however alike they read. */
type Token = { readonly id: number; readonly word: string };

const render = (tokens: readonly Token[]) => tokens.map(({ word }) => word).join(' ');

/** Where the tokens from `first` to `last` stand in the text; `null` when they are not all there, next to each other. */
function spanOf(tokens: readonly Token[], first: number, last: number) {
  const at = tokens.findIndex(({ id }) => id === first);
  if (at === -1) return null;
  const length = last - first + 1;
  const run = tokens.slice(at, at + length);
  if (run.length < length || run.some(({ id }, index) => id !== first + index)) return null;
  const start = render(tokens.slice(0, at)).length + (at === 0 ? 0 : 1);
  return { start, end: start + render(run).length };
}

type Edit = { readonly at: number; readonly remove: number; readonly insert: readonly string[] };

const edits = (word: fc.Arbitrary<string>): fc.Arbitrary<Edit[]> =>
  fc.array(
    fc.record({
      at: fc.nat(59),
      remove: fc.nat(6),
      insert: fc.array(word, { maxLength: 5 }),
    }),
    { maxLength: 4 },
  );

function applyEdits(tokens: readonly Token[], list: readonly Edit[]): Token[] {
  let fresh = 1_000;
  let result = [...tokens];
  for (const { at, remove, insert } of list)
    result = result.toSpliced(
      Math.min(at, result.length),
      remove,
      ...insert.map((word) => {
        fresh += 1;
        return { id: fresh, word };
      }),
    );
  return result;
}

function relocateAll(before: readonly Token[], after: readonly Token[], picks: readonly [number, number][]) {
  const text = render(before);
  const pairs = picks.map(([from, length]) => {
    const first = from % before.length;
    return { first, last: Math.min(before.length - 1, first + length) };
  });
  const anchors = pairs.map(({ first, last }) =>
    makeAnchor(article, text, spanOf(before, first, last) as { start: number; end: number }),
  );
  const places = relocateAnchors(anchors, { before: text, after: render(after), afterSha256: 'new' });
  return pairs.map(({ first, last }, index) => ({
    place: places[index],
    truth: spanOf(after, first, last),
    anchor: anchors[index],
  }));
}

const picks = fc.array(fc.tuple(fc.nat(59), fc.nat(5)), { minLength: 1, maxLength: 5 }) as fc.Arbitrary<
  [number, number][]
>;

describe('a passage in a text that has changed', () => {
  it('stands where it stood, or waits: never elsewhere', () => {
    const word = fc.nat(100_000).map((number) => `neuf${number}`);
    fc.assert(
      fc.property(edits(word), picks, (list, chosen) => {
        const before = Array.from({ length: 60 }, (_, id) => ({ id, word: `mot${id}` }));
        for (const { place, truth } of relocateAll(before, applyEdits(before, list), chosen)) {
          if (place === undefined) throw new Error('an answer for each anchor');
          if (place.kind !== 'lost') expect(place.span).toEqual(truth);
          else if (truth !== null) expect(place.reason).not.toBe('gone');
        }
      }),
      { numRuns: 500 },
    );
  });

  it('is found when only other parts were edited', () => {
    const word = fc.nat(100_000).map((number) => `neuf${number}`);
    fc.assert(
      fc.property(edits(word), fc.integer({ min: 25, max: 33 }), (list, first) => {
        const before = Array.from({ length: 60 }, (_, id) => ({ id, word: `mot${id}` }));
        // Ten words on either side of the passage stay as they are.
        const apart = list.map((edit) => ({ ...edit, at: edit.at % 8, remove: Math.min(edit.remove, 1) }));
        const [found] = relocateAll(before, applyEdits(before, apart), [[first, 2]]);
        expect(found?.place).toEqual(
          expect.objectContaining({ kind: expect.stringMatching(/^(?:same|moved)$/), span: found?.truth }),
        );
      }),
    );
  });

  it('keeps its words, whatever the texts repeat', () => {
    const word = fc.constantFrom('le', 'camp', 'de', 'Ménaka', '12', 'morts', 'الجيش', '😀');
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 60, maxLength: 60 }),
        edits(word),
        picks,
        (text, list, chosen) => {
          const before = text.map((one, id) => ({ id, word: one }));
          const after = applyEdits(before, list);
          for (const { place, anchor } of relocateAll(before, after, chosen)) {
            if (place === undefined || place.kind === 'lost') continue;
            expect(render(after).slice(place.span.start, place.span.end)).toBe(anchor?.exact);
          }
        },
      ),
    );
  });

  it('waits when what it repeats was cut out, as no one can say which was', () => {
    const line = 'At least twelve people were killed in the attack on the village of Bourrasso. ';
    const before = `${line}${line}`;
    const anchor = makeAnchor(article, before, { start: line.length + 9, end: line.length + 30 });
    const [place] = relocateAnchors([anchor], { before, after: line, afterSha256: 'new' });
    expect(place?.kind).toBe('lost');
  });

  it('is the second of two when both are still there', () => {
    const line = 'Twelve people were killed. '.repeat(4);
    const before = `${line}Then this. ${line}`;
    const at = before.lastIndexOf('people', before.length - 40);
    const anchor = makeAnchor(article, before, { start: at, end: at + 11 });
    const after = `A header.\n${before}`;
    const [place] = relocateAnchors([anchor], { before, after, afterSha256: 'new' });
    expect(place).toEqual({ kind: 'moved', span: { start: at + 10, end: at + 21 } });
  });
});
