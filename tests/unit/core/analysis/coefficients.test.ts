import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Coefficient,
  cohenKappa,
  coincidencesOfTwo,
  countCoincidences,
  nominalAlpha,
  percentAgreement,
} from '#core/analysis/coefficients.ts';

const read = (coefficient: Coefficient) => (coefficient.ok ? coefficient.value : coefficient.reason);
const split = (values: string) => values.split(' ').map((value) => (value === '.' ? null : value));
/** Observers by row, as the papers print them, to units. */
const toUnits = (...observers: string[]) => {
  const rows = observers.map(split);
  return (rows[0] ?? []).map((_, unit) => rows.map((row) => row[unit] ?? null));
};

describe('Cohen’s kappa', () => {
  // en.wikipedia.org/wiki/Cohen's_kappa, "Simple example": 50 grant proposals read by A and B.
  it('is 0.40 for the 50 proposals', () => {
    const table = [
      [20, 5],
      [10, 15],
    ];
    expect(read(percentAgreement(table))).toBeCloseTo(0.7, 10);
    expect(read(cohenKappa(table))).toBeCloseTo(0.4, 10);
  });

  // The same article, "Same percentages but different numbers".
  it('tells apart tables of the same percent agreement', () => {
    const one = [
      [45, 15],
      [25, 15],
    ];
    const other = [
      [25, 35],
      [5, 35],
    ];
    expect(read(percentAgreement(one))).toBeCloseTo(0.6, 10);
    expect(read(percentAgreement(other))).toBeCloseTo(0.6, 10);
    expect(read(cohenKappa(one))).toBeCloseTo(0.1304, 4);
    expect(read(cohenKappa(other))).toBeCloseTo(0.2593, 4);
  });

  it('is not defined where there is nothing, or only one category', () => {
    expect(
      read(
        cohenKappa([
          [0, 0],
          [0, 0],
        ]),
      ),
    ).toBe('no-units');
    expect(
      read(
        cohenKappa([
          [7, 0],
          [0, 0],
        ]),
      ),
    ).toBe('one-category');
    expect(
      read(
        cohenKappa([
          [0, 0],
          [0, 9],
        ]),
      ),
    ).toBe('one-category');
    expect(
      read(
        percentAgreement([
          [0, 0],
          [0, 9],
        ]),
      ),
    ).toBe(1);
    // One gave it always, the other never: both are constant, yet kappa is 0.
    expect(
      read(
        cohenKappa([
          [0, 5],
          [0, 0],
        ]),
      ),
    ).toBe(0);
  });

  it('is 1 for full agreement and never more (property)', () => {
    const count = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const kappa = cohenKappa([
          [a, b],
          [c, d],
        ]);
        if (!kappa.ok) return;
        expect(kappa.value).toBeLessThanOrEqual(1 + 1e-12);
        if (b + c === 0) expect(kappa.value).toBeCloseTo(1, 10);
        // For two categories: 2(ad − bc) / ((a+b)(b+d) + (a+c)(c+d)).
        const closed = (2 * (a * d - b * c)) / ((a + b) * (b + d) + (a + c) * (c + d));
        expect(kappa.value).toBeCloseTo(closed, 10);
      }),
    );
  });
});

// K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), repository.upenn.edu/asc_papers/43.
describe('Krippendorff’s alpha, nominal', () => {
  it('A: binary data, two observers, no missing data: 0.095', () => {
    const units = toUnits('0 1 0 0 0 0 0 0 1 0', '1 1 1 0 0 1 0 0 0 0');
    expect(read(nominalAlpha(countCoincidences(units)))).toBeCloseTo(0.095, 3);
    // The coincidences printed there: o₀₀ 10, o₀₁ 4, o₁₁ 2.
    expect(countCoincidences(units)).toEqual([
      [10, 4],
      [4, 2],
    ]);
  });

  it('B: nominal data, two observers, no missing data: 0.692', () => {
    const units = toUnits('a a b b d c c c e d d a', 'b a b b b c c c e d d d');
    expect(read(nominalAlpha(countCoincidences(units)))).toBeCloseTo(0.692, 3);
  });

  it('C: nominal data, four observers, missing data: 0.743', () => {
    const units = toUnits(
      '1 2 3 3 2 1 4 1 2 . . .',
      '1 2 3 3 2 2 4 1 2 5 . 3',
      '. 3 3 3 2 3 4 2 2 5 1 .',
      '1 2 3 3 2 4 4 1 2 5 1 .',
    );
    expect(read(nominalAlpha(countCoincidences(units)))).toBeCloseTo(0.743, 3);
  });

  it('is not defined where all values are the same, or none can be paired', () => {
    expect(read(nominalAlpha(countCoincidences(toUnits('1 1 1', '1 1 1'))))).toBe('one-category');
    expect(read(nominalAlpha(countCoincidences(toUnits('1 . .', '. 1 2'))))).toBe('no-units');
    expect(read(nominalAlpha([]))).toBe('no-units');
  });

  it('agrees with 1 − Dₒ/Dₑ counted pair by pair (property)', () => {
    const value = fc.constantFrom('a', 'b', 'c', null);
    const units = fc.array(fc.tuple(value, value, value), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(units, (given) => {
        const alpha = nominalAlpha(countCoincidences(given));
        const expected = alphaByPairs(given);
        if (expected === null) expect(alpha.ok).toBe(false);
        else expect(read(alpha)).toBeCloseTo(expected, 10);
      }),
    );
  });

  it('takes a table of two observers for what its units are (property)', () => {
    const count = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const units = [
          ...Array.from({ length: a }, () => ['0', '0']),
          ...Array.from({ length: b }, () => ['0', '1']),
          ...Array.from({ length: c }, () => ['1', '0']),
          ...Array.from({ length: d }, () => ['1', '1']),
        ];
        const fromTable = nominalAlpha(
          coincidencesOfTwo([
            [a, b],
            [c, d],
          ]),
        );
        expect(read(fromTable)).toEqual(read(nominalAlpha(countCoincidences(units))));
      }),
    );
  });
});

/** Observed: disagreeing pairs within units; expected: among all pairable values thrown together. */
function alphaByPairs(units: readonly (readonly (string | null)[])[]): number | null {
  const pairable = units
    .map((unit) => unit.filter((value) => value !== null))
    .filter((unit) => unit.length > 1);
  const all = pairable.flat();
  const differing = (values: readonly string[]) =>
    values.flatMap((a, i) => values.filter((b, j) => i !== j && a !== b)).length;
  const expected = differing(all) / (all.length * (all.length - 1));
  if (all.length === 0 || expected === 0) return null;
  const observed = pairable.reduce((sum, unit) => sum + differing(unit) / (unit.length - 1), 0) / all.length;
  return 1 - observed / expected;
}
