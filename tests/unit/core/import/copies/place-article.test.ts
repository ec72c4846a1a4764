import { describe, expect, it } from 'vitest';
import type { SameText } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { createCopyIndex } from '#core/import/copies/copy-index.ts';
import { type Placed, placeArticle, planRegrouping } from '#core/import/copies/place-article.ts';
import { sketchText } from '#core/import/copies/sketch-text.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';
import { cutTo, realTexts } from './perturb.ts';

const [text = '', other = ''] = realTexts;
const id = (name: string) => name as ArticleId;

type Kept = { readonly id: string; readonly text: string; readonly sameText?: Partial<SameText> };

/** Where the article `name` belongs among `kept`: what becomes of whom, as its group and whom it is like. */
function place(name: string, kept: readonly Kept[]): Record<string, unknown> {
  const index = createCopyIndex();
  const placed = kept.map((one): Placed => {
    const ground = {
      basis: 'derived',
      reason: 'near',
      likeId: null,
      likeness: 0.9,
      group: null,
      ...one.sameText,
    };
    const bare = { id: id(one.id), textSha256: one.text };
    return one.sameText === undefined ? bare : { ...bare, sameText: ground as SameText };
  });
  for (const one of kept) if (one.id !== name) index.add(id(one.id), sketchText(one.text, []));
  const own = placed.find((one) => one.id === name);
  if (own === undefined) throw new Error(`${name} is not among them`);
  const group = (one: Placed) => one.sameText?.group ?? one.id;
  const sketch = sketchText(own.textSha256, []);
  const found = placeArticle(own, sketch, {
    found: index.find(sketch),
    known: new Map(placed.map((one) => [one.id, one])),
    members: placed
      .filter((one) => one !== own && group(one) === group(own))
      .map((article) => ({ article, sketch: sketchText(article.textSha256, []) })),
  });
  return Object.fromEntries(
    found.map(({ articleId, sameText }) => [
      articleId,
      sameText && `${sameText.group} like ${sameText.likeId}`,
    ]),
  );
}

describe('placeArticle', () => {
  const near = `${text} And so it ended.`;
  const half = cutTo(text, 0.5);

  it('puts an article that was never compared to the one that has its text', () => {
    expect(
      place('b', [
        { id: 'a', text },
        { id: 'b', text: near },
        { id: 'c', text: other },
      ]),
    ).toEqual({
      b: 'a like a',
    });
    expect(
      place('b', [
        { id: 'a', text: other },
        { id: 'b', text },
      ]),
    ).toEqual({});
  });

  it('leaves alone whom the analyst has grouped or parted, and puts nobody to one who was parted', () => {
    const parted = { group: null, basis: 'analyst' } as const;
    expect(
      place('b', [
        { id: 'a', text },
        { id: 'b', text, sameText: parted },
      ]),
    ).toEqual({});
    expect(
      place('a', [
        { id: 'a', text },
        { id: 'b', text, sameText: parted },
      ]),
    ).toEqual({});
    const entered = { group: id('a'), basis: 'analyst', likeId: id('a') } as const;
    expect(
      place('b', [
        { id: 'a', text },
        { id: 'b', text: other, sameText: entered },
      ]),
    ).toEqual({});
    expect(
      place('a', [
        { id: 'a', text },
        { id: 'b', text: other, sameText: entered },
      ]),
    ).toEqual({});
  });

  it('lets an article leave whose words are others now, and join those it is like', () => {
    const was = { group: id('a'), likeId: id('a') };
    expect(
      place('b', [
        { id: 'a', text },
        { id: 'b', text: other, sameText: was },
      ]),
    ).toEqual({ b: null });
    expect(
      place('b', [
        { id: 'a', text },
        { id: 'b', text: other, sameText: was },
        { id: 'c', text: other },
      ]),
    ).toEqual({ b: 'c like c' });
  });

  it('lets it leave when it gives other figures now than one of the group', () => {
    const toll = (dead: string) =>
      `${text} In the evening the mayor said that ${dead} people had died there.`;
    const was = { group: id('a'), likeId: id('b') };
    const group = [
      { id: 'a', text: toll('twelve') },
      { id: 'b', text, sameText: { group: id('a'), likeId: id('a') } },
    ];
    expect(place('c', [...group, { id: 'c', text: toll('12'), sameText: was }])).toEqual({});
    expect(place('c', [...group, { id: 'c', text: toll('fifteen'), sameText: was }])).toEqual({ c: null });
  });

  it('keeps it where it is like another one, and says which', () => {
    const group = [
      { id: 'a', text: other },
      { id: 'b', text, sameText: { group: id('a'), likeId: id('a') } },
    ];
    const like = { group: id('a'), likeId: id('a') };
    expect(place('c', [...group, { id: 'c', text: near, sameText: like }])).toEqual({ c: 'a like b' });
    expect(place('c', [...group, { id: 'c', text: near, sameText: { ...like, likeId: id('b') } }])).toEqual(
      {},
    );
  });

  it('names a group anew when its first article leaves, and lets go who was like that one alone', () => {
    const to = (likeId: string) => ({ group: id('a'), likeId: id(likeId) });
    expect(
      place('a', [
        { id: 'a', text: other },
        { id: 'b', text, sameText: to('a') },
        { id: 'c', text: near, sameText: to('a') },
        { id: 'd', text: half, sameText: to('b') },
        { id: 'e', text: realTexts[2] ?? '', sameText: to('a') },
      ]),
    ).toEqual({ b: null, c: 'b like b', d: 'b like b', e: null });
  });

  it('merges no groups', () => {
    expect(
      place('c', [
        { id: 'a', text },
        { id: 'b', text: near, sameText: { group: id('a'), likeId: id('a') } },
        { id: 'c', text },
        { id: 'd', text: near, sameText: { group: id('c'), likeId: id('c') } },
      ]),
    ).toEqual({});
  });
});

describe('planRegrouping', () => {
  const sameText = {
    group: id('a'),
    basis: 'derived',
    reason: 'near',
    likeId: id('a'),
    likeness: 0.9,
  } as const;
  const [a, b] = [makeArticle('a', 'text of a', 3), makeArticle('b', 'text of b', 3)];
  const found = [{ articleId: b.id, textSha256: 'text of b', was: null, sameText }];

  it('makes an edit of what was found', () => {
    expect(planRegrouping(found, [a, b])).toEqual([
      { table: 'articles', id: 'b', before: b, after: { ...b, sameText } },
    ]);
  });

  it('changes nothing of what is no longer as it was found', () => {
    expect(planRegrouping(found, [a])).toEqual([]);
    expect(planRegrouping(found, [b])).toEqual([]);
    expect(planRegrouping(found, [a, { ...b, textSha256: 'another' }])).toEqual([]);
    const parted = { ...sameText, group: null, basis: 'analyst' } as const;
    expect(planRegrouping(found, [a, { ...b, sameText: parted }])).toEqual([]);
  });

  it('follows an article that is moved twice', () => {
    const twice = [...found, { ...found[0], was: sameText, sameText: null }] as typeof found;
    const changes = planRegrouping(twice as never, [a, b]);
    expect(changes.map(({ after }) => after)).toEqual([{ ...b, sameText }, b]);
  });
});
