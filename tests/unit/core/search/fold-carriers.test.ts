import { expect, it } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import { concordanceLines } from '#core/search/concordance.ts';
import { foldCarriers } from '#core/search/fold-carriers.ts';
import { realTexts } from '#tests/unit/core/import/copies/perturb.ts';

/** The lines of `word` in articles that carry these texts. */
function linesOf(articles: Readonly<Record<string, string>>, word: RegExp) {
  return Object.entries(articles).flatMap(([id, text], rank) =>
    concordanceLines(
      { articleId: id as ArticleId, textSha256: id, rank },
      text,
      [...text.matchAll(word)].map(({ index, 0: found }) => ({ start: index, end: index + found.length })),
    ),
  );
}

const groups: Record<string, string> = { a2: 'a1', a3: 'a1', c2: 'c0', c3: 'c0' };
const groupOf = (id: ArticleId) => (groups[id] ?? id) as ArticleId;
const [text = '', other = ''] = realTexts;

it('folds each place of a text that carriers have in common, and no other', () => {
  const all = linesOf(
    { a2: `Reprint of today. ${text}`, a1: text, b: text, c2: other, c3: other },
    /\bfrom\b/g,
  );
  const { lines, others } = foldCarriers(all, groupOf);
  const count = (id: string) => all.filter(({ source }) => source.articleId === id).length;
  expect(count('a1')).toBeGreaterThan(1);
  expect(count('c2')).toBeGreaterThan(1);
  const shown = (id: string) => lines.filter(({ source }) => source.articleId === id);
  // The first of its group is shown though another was found before; `b` has the text, but nobody said it is the same.
  expect([shown('a1').length, shown('a2').length, shown('b').length]).toEqual([count('a1'), 0, count('b')]);
  // The first article of this group was not found.
  expect([shown('c2').length, shown('c3').length]).toEqual([count('c2'), 0]);
  for (const line of shown('a1')) {
    const [copy] = others.get(line) ?? [];
    expect(copy?.source.articleId).toBe('a2');
    expect((copy?.hit.start ?? 0) - line.hit.start).toBe('Reprint of today. '.length);
  }
  // Nothing is lost.
  expect(new Set([...lines, ...[...others.values()].flat()])).toEqual(new Set(all));
});

it('keeps a line of its own for a place that a carrier words otherwise', () => {
  const articles = {
    a1: 'The army said twelve men died in Mali on Monday. More men came to Mali later.',
    a2: 'The army said twelve men fell in Mali on Monday. More men came to Mali later.',
  };
  const { lines, others } = foldCarriers(linesOf(articles, /Mali/g), groupOf);
  expect(lines.map(({ source, hit }) => `${source.articleId} ${hit.start}`)).toEqual([
    'a1 33',
    'a1 66',
    'a2 33',
  ]);
  expect([...others.values()].map((carried) => carried.length)).toEqual([1]);
});

it('folds what a text says twice onto the first and the second time', () => {
  const said = 'Nobody came to Mali that day. '.repeat(2);
  const { lines, others } = foldCarriers(linesOf({ a1: said, a2: said }, /Mali/g), groupOf);
  expect(lines.map(({ source }) => source.articleId)).toEqual(['a1', 'a1']);
  expect([...others].map(([line, [copy]]) => copy?.hit.start === line.hit.start)).toEqual([true, true]);
});

it('leaves lines of articles without carriers as they are', () => {
  const all = linesOf({ a1: text, b: other }, /\bfrom\b/g);
  expect(foldCarriers(all, groupOf).lines).toBe(all);
});
