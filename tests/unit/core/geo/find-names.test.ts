import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createNameFinder, mistakesAllowed, mistakesBetween, mistakesToBegin } from '#core/geo/find-names.ts';

/** Optimal string alignment by its definition, without a table and without a bound. */
function mistakes(a: string, b: string): number {
  if (a === '' || b === '') return a.length + b.length;
  const [one, two] = [a.slice(1), b.slice(1)];
  if (a[0] === b[0]) return mistakes(one, two);
  const ways = [mistakes(one, b), mistakes(a, two), mistakes(one, two)];
  if (a.length > 1 && b.length > 1 && a[0] === b[1] && a[1] === b[0])
    ways.push(mistakes(a.slice(2), b.slice(2)));
  return 1 + Math.min(...ways);
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'k', 'د'), maxLength: 6 });

describe('mistakesBetween', () => {
  it.each([
    ['kidal', 'kidal', 0],
    ['kidla', 'kidal', 1],
    ['menaca', 'menaka', 1],
    ['ouagadugu', 'ouagadougou', 2],
    ['gao', 'goa', 1],
  ])('%s and %s: %i', (a, b, expected) => {
    expect(mistakesBetween(a, b, 2)).toBe(expected);
  });

  it('agrees with the definition as far as it is allowed to count', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 2 }), (a, b, allowed) => {
        const [said, true_] = [mistakesBetween(a, b, allowed), mistakes(a, b)];
        if (true_ <= allowed) expect(said).toBe(true_);
        else expect(said).toBeGreaterThan(allowed);
      }),
    );
  });
});

describe('mistakesToBegin', () => {
  it('takes the beginning with the fewest mistakes', () => {
    fc.assert(
      fc.property(word, word, (a, b) => {
        const beginnings = Array.from({ length: b.length + 1 }, (_, length) => b.slice(0, length));
        const least = Math.min(...beginnings.map((beginning) => mistakes(a, beginning)));
        const said = mistakesToBegin(a, b, 2);
        if (least <= 2) expect(said).toBe(least);
        else expect(said).toBeGreaterThan(2);
      }),
    );
  });
});

describe('find', () => {
  it('finds what looking at every name finds, no nearer and no farther', () => {
    const names = fc.uniqueArray(
      fc.string({ unit: fc.constantFrom('a', 'b', 'k', 'l'), minLength: 1, maxLength: 7 }),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(names, word, (keys, key) => {
        fc.pre(key.length >= 3);
        const sorted = keys.toSorted();
        const found = new Map<string, number>();
        createNameFinder(sorted).find(key, 1000, (at, distance) => {
          const name = sorted[at] ?? '';
          found.set(name, Math.min(distance, found.get(name) ?? 99));
        });
        const expected = sorted.flatMap((name): [string, number][] => {
          const distance = distanceOf(key, name);
          return distance === null ? [] : [[name, distance]];
        });
        expect([...found].toSorted()).toEqual(expected.toSorted());
      }),
      { numRuns: 300 },
    );
  });

  it('does not look for mistakes when enough names begin so', () => {
    const found: string[] = [];
    const keys = ['kidal', 'kidali', 'kidan'];
    createNameFinder(keys).find('kida', 3, (at) => found.push(keys[at] ?? ''));
    createNameFinder(keys).find('kidal', 2, (at) => found.push(keys[at] ?? ''));
    expect(found).toEqual([...keys, 'kidal', 'kidali']);
  });
});

/** What the finder promises of a name, looked at alone; `null`: it is not found. */
function distanceOf(key: string, name: string): number | null {
  if (name.startsWith(key)) return name === key ? 0 : 1;
  if (name.includes(key)) return 2;
  const allowed = mistakesAllowed(key);
  const whole = mistakes(key, name);
  const beginnings = Array.from({ length: name.length + 1 }, (_, length) => name.slice(0, length));
  const begun = Math.min(...beginnings.map((beginning) => mistakes(key, beginning)));
  const ways = [
    ...(whole <= allowed ? [2 + whole] : []),
    ...(begun <= allowed && name[0] === key[0] ? [3 + begun] : []),
  ];
  return ways.length === 0 ? null : Math.min(...ways);
}
