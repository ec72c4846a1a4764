import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article, NoiseSpan } from '#core/article.ts';
import { markNoise, spareFromNoise, withHand } from '#core/reader/edit-noise.ts';
import type { TextSpan } from '#core/text/span.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';

const length = 60;

function articleWith(noise: readonly NoiseSpan[], spared?: readonly TextSpan[]): Article {
  return { ...makeArticle('a', 'a'.repeat(64), length), noise, ...(spared && { spared }) };
}

/** What an edit made of the article; the article itself when it made nothing. */
function changedTo(article: Article, changes: ReturnType<typeof markNoise>): Article {
  const [change] = changes;
  return change === undefined ? article : (change.after as Article);
}

/** For each character: whose word it is that it is boilerplate, and of what kind. */
function perCharacter(noise: readonly NoiseSpan[]): string[] {
  const found = new Array<string>(length).fill('text');
  for (const { start, end, kind, basis } of noise) found.fill(`${kind} ${basis}`, start, end);
  return found;
}

const kind = fc.constantFrom<NoiseSpan['kind']>('menu', 'caption', 'notice');
const span = fc
  .tuple(fc.nat(length), fc.nat(length))
  .filter(([a, b]) => a !== b)
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
const edits = fc.array(fc.record({ span, kind: fc.option(kind) }), { maxLength: 8 });
const found: readonly NoiseSpan[] = [
  { start: 3, end: 10, kind: 'menu' },
  { start: 10, end: 20, kind: 'caption' },
  { start: 40, end: 60, kind: 'related' },
];

describe('boilerplate by hand', () => {
  it('is at every character what was said of it last', () => {
    fc.assert(
      fc.property(edits, (steps) => {
        let article = articleWith(found);
        const expected = perCharacter(found);
        for (const step of steps) {
          const { start, end } = step.span;
          if (step.kind === null) article = changedTo(article, spareFromNoise(article, step.span));
          else article = changedTo(article, markNoise(article, step.span, step.kind));
          expected.fill(step.kind === null ? 'text' : `${step.kind} analyst`, start, end);
        }
        expect(perCharacter(article.noise)).toEqual(expected);
        const ends = article.noise.flatMap(({ start, end }) => [start, end]);
        expect(ends).toEqual([...ends].sort((a, b) => a - b));
      }),
    );
  });

  it('comes out the same when the program looks anew', () => {
    fc.assert(
      fc.property(edits, (steps) => {
        let article = articleWith(found);
        for (const step of steps)
          article = changedTo(
            article,
            step.kind === null
              ? spareFromNoise(article, step.span)
              : markNoise(article, step.span, step.kind),
          );
        const marked = article.noise.filter(({ basis }) => basis === 'analyst');
        const anew = withHand(found, { marked, spared: article.spared ?? [] });
        expect(perCharacter(anew)).toEqual(perCharacter(article.noise));
      }),
    );
  });

  it('changes nothing where there is none to take back', () => {
    expect(spareFromNoise(articleWith(found), { start: 22, end: 30 })).toEqual([]);
  });

  it('is no more than an article can hold', () => {
    const many = Array.from({ length: 500 }, (_, at) => ({
      start: at * 2,
      end: at * 2 + 1,
      kind: 'menu' as const,
    }));
    expect(markNoise(articleWith(many), { start: 2000, end: 2010 }, 'menu')).toEqual([]);
    expect(markNoise(articleWith(many), { start: 0, end: 2010 }, 'menu')).toHaveLength(1);
  });
});
