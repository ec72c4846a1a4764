import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashWords } from '#core/import/copies/hash-words.ts';
import { readNumbers } from '#core/import/copies/read-numbers.ts';

const read = (text: string) => readNumbers(text, hashWords(text));

/** English cardinals by the book, with `and` or without. */
function english(value: number, and: string): string {
  const ones =
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
      ' ',
    );
  const tens = ', ,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety'.split(',');
  if (value < 20) return ones[value] ?? '';
  if (value < 100) return `${tens[Math.floor(value / 10)]}${value % 10 === 0 ? '' : `-${ones[value % 10]}`}`;
  const [size, name] = value < 1000 ? [100, 'hundred'] : [1000, 'thousand'];
  const rest = value % size;
  const joined = rest === 0 ? '' : ` ${rest < 100 ? and : ''}${english(rest, and)}`;
  return `${english(Math.floor(value / size), and)} ${name}${joined}`;
}

/** French cardinals by the book: `soixante-dix`, `quatre-vingts`, `deux cents`, `deux cent un`, `mille`. */
function french(value: number): string {
  const ones =
    'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf'.split(
      ' ',
    );
  const tens = ', ,vingt,trente,quarante,cinquante,soixante,soixante,quatre-vingt,quatre-vingt'.split(',');
  if (value < 20) return ones[value] ?? '';
  if (value === 80) return 'quatre-vingts';
  if (value < 100) {
    const ten = Math.floor(value / 10);
    const base = ten === 7 || ten === 9 ? ten - 1 : ten;
    const rest = value - base * 10;
    if (rest === 0) return tens[ten] ?? '';
    return `${tens[ten]}${(rest === 1 || rest === 11) && base !== 8 ? ' et ' : '-'}${ones[rest]}`;
  }
  const size = value < 1000 ? 100 : 1000;
  const [head, rest] = [Math.floor(value / size), value % size];
  const name = size === 1000 ? 'mille' : head > 1 && rest === 0 ? 'cents' : 'cent';
  return `${head === 1 ? '' : `${french(head)} `}${name}${rest === 0 ? '' : ` ${french(rest)}`}`;
}

const figure = (text: string) => {
  const { units, isFigure } = read(text);
  return { units: units.length, figures: isFigure.size, unit: units[0] };
};

describe('readNumbers', () => {
  it('reads every number up to a hundred thousand in words as in digits', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.nat({ max: 120 }), fc.nat({ max: 2_000 }), fc.nat({ max: 99_999 })),
        (value) => {
          const digits = figure(String(value));
          expect(digits).toMatchObject({ units: 1, figures: 1 });
          for (const words of [english(value, 'and '), english(value, ''), french(value)])
            expect({ words, ...figure(words) }).toEqual({ words, ...digits });
        },
      ),
      { numRuns: 2_000, seed: 1 },
    );
  });

  it('tells all of them apart', () => {
    const units = new Set(Array.from({ length: 100_000 }, (_, value) => figure(String(value)).unit));
    expect(units.size).toBe(100_000);
  });

  it.each([
    ['12,000', '12000'],
    ['12 000', '12000'],
    ['12\u202f000', '12000'],
    ['1.250.000', '1250000'],
    ['twelve thousand', '12,000'],
    ['12 thousand', '12000'],
    ['3 millions', 'three million'],
    ['a hundred', '100'],
    ['a thousand', 'mille'],
    ['nineteen hundred', '1900'],
    ['TWENTY-FIVE', '25'],
    ['QUATRE VINGTS', '80'],
    ['nonante-sept', 'quatre-vingt-dix-sept'],
    ['deux-cent-un', '201'],
    ['trois milliards', '3 billion'],
    ['٢٥', '25'],
    ['007', '7'],
  ])('reads %s as %s', (words, same) => {
    expect(figure(words)).toEqual(figure(same));
    expect(figure(words).units).toBe(1);
  });

  it.each([
    ['2024, 150 people', 3],
    ['12 13', 2],
    ['twenty thirty', 2],
    ['five and six', 3],
    ['vingt et trente', 3],
    ['two three', 2],
    ['1234 567', 2],
    ['and a man', 3],
    ['a dozen', 2],
  ])('does not make one number of %s', (text, units) => {
    expect(figure(text).units).toBe(units);
  });

  it('holds amounts apart from exact numbers and from one another', () => {
    const units = ['dozens', 'hundreds', 'une dizaine', 'une vingtaine', '12', '20'].map((text) =>
      read(text).units.at(-1),
    );
    expect(new Set(units).size).toBe(units.length);
  });
});
