import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareSketches, estimateShares } from '#core/import/copies/compare-sketches.ts';
import { sketchText } from '#core/import/copies/sketch-text.ts';
import { changeWords, createRandom, cutTo, exactRuns, exactShares, realTexts } from './perturb.ts';

const long = realTexts.join('\n');
const sketch = (text: string) => sketchText(text, []);

/** A copy of a real text with words changed, cut short, and with something foreign around it. */
const copies = fc
  .record({
    text: fc.constantFrom(...realTexts, long),
    changed: fc.double({ min: 0, max: 0.2, noNaN: true }),
    part: fc.double({ min: 0.2, max: 1, noNaN: true }),
    before: fc.constantFrom('', ...realTexts.map((text) => cutTo(text, 0.2))),
    seed: fc.integer(),
  })
  .map(({ text, changed, part, before, seed }) => ({
    text,
    copy: `${before}\n${changeWords(cutTo(text, part), changed, createRandom(seed))}`,
  }));

describe('sketchText', () => {
  it('counts the runs of a text exactly', () => {
    for (const text of [...realTexts, long]) expect(sketch(text).runs).toBe(exactRuns(text).size);
  });

  it('is the same for other case, accents, punctuation and lines', () => {
    const text = 'L’armée a annoncé, mardi, la mort de 12 combattants à Ménaka. '.repeat(3);
    const other = text.toUpperCase().normalize('NFD').replaceAll(', ', ' — ').replaceAll(' ', '\n');
    expect(sketch(other)).toEqual(sketch(text));
  });

  it('leaves boilerplate out, wherever it stands', () => {
    const [text = ''] = realTexts;
    const at = text.indexOf(' ', 2000);
    const menu = '\nHome | World | Share this article with your friends | Subscribe now\n';
    const copy = `${menu}${text.slice(0, at)}${menu}${text.slice(at)}`;
    const spans = [
      { start: menu.length + at, end: 2 * menu.length + at },
      { start: 0, end: menu.length },
    ];
    expect(sketchText(copy, spans)).toEqual(sketch(text));
    expect(sketch(copy)).not.toEqual(sketch(text));
  });

  it('has nothing of a text without words', () => {
    expect(sketch(' — … \n')).toMatchObject({ words: 0, runs: 0, hashes: new Uint32Array() });
  });
});

describe('figures', () => {
  const toll = (dead: number, hurt: number) =>
    `${realTexts[0]}\nThe governor said that at least ${dead} villagers were killed and ${hurt} others wounded in the raid.`;

  it('holds texts apart that give different figures in the same words', () => {
    expect(compareSketches(sketch(toll(70, 200)), sketch(toll(77, 200)))).toBeNull();
    expect(compareSketches(sketch(toll(70, 200)), sketch(toll(70, 240)))).toBeNull();
    const added = `${toll(70, 200)} More is known at 18 hours.`;
    expect(compareSketches(sketch(toll(70, 200)), sketch(added))).toMatchObject({ reason: 'near' });
  });

  const english = (dead: string) => `${realTexts[0]}\nThe mayor said ${dead} people had died in the attack.`;
  const french = (dead: string) =>
    `${realTexts[0]}\nLe maire a dit que ${dead} personnes sont mortes là-bas.`;

  it.each([
    ['twelve', 'fifteen', english],
    ['twelve', '15', english],
    ['one', 'two', english],
    ['dozens of', 'hundreds of', english],
    ['one hundred and twenty', 'one hundred and thirty', english],
    ['two thousand', '2,500', english],
    ['douze', 'quinze', french],
    ['une', 'deux', french],
    ['une dizaine de', 'une vingtaine de', french],
    ['quatre-vingt-dix-sept', 'quatre-vingt-sept', french],
    ['mille deux cents', '1 300', french],
  ])('holds “%s” and “%s” apart', (one, other, text) => {
    expect(compareSketches(sketch(text(one)), sketch(text(other)))).toBeNull();
  });

  it.each([
    ['twelve', '12', english],
    ['a hundred', '100', english],
    ['two thousand five hundred', '2,500', english],
    ['12,000', '12000', english],
    ['douze', '12', french],
    ['quatre-vingt-dix-sept', '97', french],
    ['mille deux cents', '1 200', french],
  ])('takes “%s” and “%s” for the same', (one, other, text) => {
    expect(compareSketches(sketch(text(one)), sketch(text(other)))).toMatchObject({ reason: 'near' });
  });

  it('holds a toll apart whose words on one side are others too', () => {
    const one = `${realTexts[0]}\nIn the evening the mayor said that at least 12 people had died there.`;
    const other = `${realTexts[0]}\nIn the evening the mayor said that at least fifteen were dead by then.`;
    expect(compareSketches(sketch(one), sketch(other))).toBeNull();
  });

  it('keeps the sketch of a table of figures small, and still tells it from another one', () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => `village ${at.toString(36)}x reports ${at * 7}`);
    const [table, same] = [sketch(rows.join(' ')), sketch(`${rows.join(' ')} End of the table.`)];
    expect(table.figures.length).toBeLessThanOrEqual(4_000);
    expect(compareSketches(table, same)).toMatchObject({ reason: 'near' });
    const other = rows.map((row, at) => (at % 10 === 0 ? row.replace(/\d+$/, '5') : row));
    expect(compareSketches(table, sketch(other.join(' ')))).toBeNull();
  });
});

describe('estimateShares', () => {
  it('comes near the exact shares, within what a sample can tell', () => {
    fc.assert(
      fc.property(copies, ({ text, copy }) => {
        const exact = exactShares(exactRuns(text), exactRuns(copy));
        const estimate = estimateShares(sketch(text), sketch(copy));
        // At least 128 hashes of the longer text are compared: one standard error is at most 0.045, of the shorter
        // one (a fifth of it) 0.1.
        expect(Math.abs(estimate.ofLonger - exact.ofLonger)).toBeLessThan(0.19);
        expect(Math.abs(estimate.ofShorter - exact.ofShorter)).toBeLessThan(0.3);
      }),
      { numRuns: 150, seed: 5 },
    );
  });

  it('is exact of texts that are sampled whole', () => {
    fc.assert(
      fc.property(copies, ({ text, copy }) => {
        const [a, b] = [text.split(/\s+/).slice(0, 90).join(' '), copy.split(/\s+/).slice(0, 90).join(' ')];
        const { ofShorter, ofLonger } = exactShares(exactRuns(a), exactRuns(b));
        expect(estimateShares(sketch(a), sketch(b))).toEqual({ ofShorter, ofLonger });
      }),
      { numRuns: 60, seed: 6 },
    );
  });
});

describe('compareSketches', () => {
  const [text = ''] = realTexts;

  it.each([
    ['word for word in other letters', text.toUpperCase(), 'same-words'],
    ['with one word in a hundred changed', changeWords(text, 0.01, createRandom(1)), 'near'],
    ['with a foreign foot', `${text}\n${cutTo(realTexts[1] ?? '', 0.1)}`, 'near'],
    ['its first half', cutTo(text, 0.5), 'part'],
    ['its first two paragraphs in three', cutTo(text, 0.4), 'part'],
    ['its first sentences alone', cutTo(text, 0.15), null],
    [
      'with every fourth word changed, as by another translation',
      changeWords(text, 0.25, createRandom(2)),
      null,
    ],
    ['another article', realTexts[1] ?? '', null],
    ['nothing', '', null],
  ])('tells a text from its copy: %s', (_, copy, reason) => {
    expect(compareSketches(sketch(text), sketch(copy))?.reason ?? null).toBe(reason);
  });

  it('takes no two of the real articles for copies', () => {
    for (const [at, one] of realTexts.entries())
      for (const other of realTexts.slice(at + 1))
        expect(compareSketches(sketch(one), sketch(other))).toBeNull();
  });

  it('agrees with the exact shares wherever these are clear of its thresholds', () => {
    fc.assert(
      fc.property(copies, ({ text: whole, copy }) => {
        const [a, b] = [exactRuns(whole), exactRuns(copy)];
        const { ofShorter, ofLonger } = exactShares(a, b);
        const size = Math.min(a.size, b.size) / Math.max(a.size, b.size);
        const found = compareSketches(sketch(whole), sketch(copy));
        if (ofLonger > 0.83 || (ofShorter > 0.97 && size > 0.3)) expect(found).not.toBeNull();
        if (ofLonger < 0.57 && (ofShorter < 0.65 || size < 0.3)) expect(found).toBeNull();
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});
