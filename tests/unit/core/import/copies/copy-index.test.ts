import { describe, expect, it } from 'vitest';
import type { ArticleId } from '#core/ids.ts';
import { compareSketches } from '#core/import/copies/compare-sketches.ts';
import { createCopyIndex } from '#core/import/copies/copy-index.ts';
import { createPostingTable } from '#core/import/copies/posting-table.ts';
import { sketchText } from '#core/import/copies/sketch-text.ts';
import { changeWords, createRandom, cutTo, realTexts } from './perturb.ts';

const id = (name: string | number) => String(name) as ArticleId;
const words = realTexts.flatMap((text) => text.match(/[\p{L}\p{N}]+/gu) ?? []);

/** An article of its own: real words in a chance order. */
function makeText(random: () => number, length: number): string {
  return Array.from({ length }, () => words[Math.floor(random() * words.length)]).join(' ');
}

describe('createCopyIndex', () => {
  it('finds what comparing with every text finds', () => {
    const random = createRandom(11);
    const texts = Array.from({ length: 300 }, () => makeText(random, 60 + Math.floor(random() * 900)));
    const sketches = texts.map((text) => sketchText(text, []));
    const index = createCopyIndex();
    for (const [at, sketch] of sketches.entries()) index.add(id(at), sketch);
    let copies = 0;
    for (const text of texts) {
      const copy = changeWords(cutTo(text, 0.25 + random() * 0.75), random() * 0.12, random);
      const sketch = sketchText(copy, []);
      const all = sketches.flatMap((one, at) => (compareSketches(sketch, one) ? [id(at)] : []));
      expect(index.find(sketch).copies.map(({ articleId }) => articleId)).toEqual(all);
      copies += all.length;
    }
    expect(copies).toBeGreaterThan(100);
  });

  it('names the article with the very words first, then the more alike', () => {
    const [text = ''] = realTexts;
    const index = createCopyIndex();
    const random = createRandom(3);
    index.add(id('part'), sketchText(cutTo(text, 0.5), []));
    index.add(id('near'), sketchText(changeWords(text, 0.04, random), []));
    index.add(id('same'), sketchText(text, []));
    const found = index.find(sketchText(`${text}\n`, [])).copies;
    expect(found.map(({ articleId, reason }) => [articleId, reason])).toEqual([
      ['same', 'same-words'],
      ['near', 'near'],
      ['part', 'part'],
    ]);
    expect(found.map(({ likeness }) => likeness === 1)).toEqual([true, false, true]);
  });

  it('keeps texts with other figures apart, however alike, and answers which they are', () => {
    const toll = (dead: number) => `${realTexts[0]} At least ${dead} people had died there by the evening.`;
    const index = createCopyIndex();
    for (const dead of [12, 15, 12, 15]) index.add(id(`${dead}`), sketchText(toll(dead), []));
    const found = index.find(sketchText(`${toll(15)} So far.`, []));
    expect(new Set(found.copies.map(({ articleId }) => articleId))).toEqual(new Set([id('15')]));
    expect(new Set(found.apart)).toEqual(new Set([id('12')]));
  });

  it('keeps a toll apart from the earlier one that stands with a text that gives none', () => {
    const toll = (dead: string) => `${realTexts[0]} At least ${dead} people had died there by the evening.`;
    const index = createCopyIndex();
    index.add(id('silent'), sketchText(realTexts[0] ?? '', []));
    index.add(id('earlier'), sketchText(toll('twelve'), []));
    const later = index.find(sketchText(toll('fifteen'), []));
    expect(later.apart).toContain(id('earlier'));
    const again = index.find(sketchText(toll('12'), []));
    expect([again.copies.length, again.apart]).toEqual([2, []]);
  });

  it('tells of each article under one text whether its figures are others', () => {
    const random = createRandom(9);
    const toll = (dead: string) => `${realTexts[0]} At least ${dead} people had died there by the evening.`;
    const words = ['twelve', 'fifteen', '12', '15', ''];
    const index = createCopyIndex();
    const given: string[] = [];
    for (let at = 0; at < 60; at++) {
      const dead = words[Math.floor(random() * words.length)] ?? '';
      given.push(dead);
      const text = dead === '' ? (realTexts[0] ?? '') : toll(dead);
      const found = index.find(sketchText(text, []));
      const value = (one: string) => ({ twelve: '12', fifteen: '15' })[one] ?? one;
      const isOther = (articleId: string) => {
        const one = value(given[Number(articleId)] ?? '');
        return dead !== '' && one !== '' && one !== value(dead);
      };
      expect(found.copies.filter(({ articleId }) => isOther(articleId))).toEqual([]);
      expect(found.apart.filter((articleId) => !isOther(articleId))).toEqual([]);
      const others = given.slice(0, at).map((_, one) => String(one));
      expect(found.copies.length > 0).toBe(others.some((one) => !isOther(one)));
      expect(found.apart.length > 0).toBe(others.some(isOther));
      index.add(id(at), sketchText(text, []));
    }
  });

  it('finds a text that a thousand carriers have', () => {
    const [text = ''] = realTexts;
    const index = createCopyIndex();
    const random = createRandom(4);
    for (let at = 0; at < 1000; at++) index.add(id(at), sketchText(changeWords(text, 0.003, random), []));
    expect(index.find(sketchText(changeWords(text, 0.003, random), [])).copies[0]).toMatchObject({
      reason: 'near',
    });
  });

  it('is not misled by boilerplate that was not seen to be', () => {
    const random = createRandom(5);
    const boilerplate = cutTo(realTexts[2] ?? '', 0.3);
    const index = createCopyIndex();
    const texts = Array.from({ length: 200 }, () => `${boilerplate}\n${makeText(random, 400)}`);
    for (const [at, text] of texts.entries()) index.add(id(at), sketchText(text, []));
    for (const [at, text] of texts.entries())
      expect(
        index.find(sketchText(changeWords(text, 0.02, random), [])).copies.map(({ articleId }) => articleId),
      ).toEqual([id(at)]);
  });

  it('groups no texts without words, and short ones only word for word', () => {
    const index = createCopyIndex();
    index.add(id('empty'), sketchText('', []));
    index.add(id('short'), sketchText('Photo: the market of Djibo', []));
    expect(index.find(sketchText('', [])).copies).toEqual([]);
    expect(index.find(sketchText('photo — The Market of DJIBO', [])).copies).toMatchObject([
      { articleId: 'short' },
    ]);
    expect(index.find(sketchText('Photo: the market of Dori', [])).copies).toEqual([]);
  });
});

describe('createPostingTable', () => {
  it('answers what a map of lists answers, and gives up on lists that are too long', () => {
    const random = createRandom(6);
    const table = createPostingTable(3);
    const map = new Map<number, number[]>();
    for (let text = 0; text < 40_000; text++) {
      const hash = Math.floor(random() ** 2 * 25_000) * 171_799;
      table.add(hash, text);
      map.set(hash, [text, ...(map.get(hash) ?? [])]);
    }
    expect(map.size).toBeGreaterThan(10_000);
    for (const [hash, list] of map) expect(table.read(hash)).toEqual(list.length > 3 ? [] : list);
    expect(table.read(1)).toEqual([]);
  });
});
