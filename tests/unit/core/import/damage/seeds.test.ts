import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findDamage } from '#core/import/damage/find-damage.ts';
import { describeText } from '#core/import/describe-text.ts';
import type { TextSpan } from '#core/text/span.ts';

type Place = TextSpan & { readonly quote: string };
type Truth = {
  readonly articles: readonly {
    readonly id: string;
    readonly file: string;
    readonly mt_artifacts: readonly Place[];
  }[];
};

const truth = JSON.parse(readFileSync('tests/fixtures/seed-truth.json', 'utf-8')) as Truth;
const further = JSON.parse(readFileSync('tests/fixtures/seed-damage.json', 'utf-8')) as {
  readonly places: readonly (Place & { readonly article: string })[];
};

const meets = (one: TextSpan, other: TextSpan) => one.start < other.end && other.start < one.end;

const measured = truth.articles.map(({ id, file, mt_artifacts: artefacts }) => {
  const text = readFileSync(`seeds/${file}`, 'utf-8');
  const { language, noise } = describeText(text, { fileName: file, facts: null, noise: [] });
  const found = findDamage(text, { language: language.value, noise });
  const more = further.places.filter(({ article }) => article === id);
  return { id, text, found, artefacts, more };
});

const all = {
  artefacts: measured.flatMap(({ artefacts }) => artefacts).length,
  recalled: measured.flatMap(({ artefacts, found }) =>
    artefacts.filter((one) => found.some((other) => meets(one, other))),
  ).length,
  found: measured.flatMap(({ found }) => found).length,
  listed: measured.flatMap(({ artefacts, found }) =>
    found.filter((one) => artefacts.some((other) => meets(one, other))),
  ).length,
  damaged: measured.flatMap(({ artefacts, more, found }) =>
    found.filter((one) => [...artefacts, ...more].some((other) => meets(one, other))),
  ).length,
};

describe('suspected damage in the five seeds', () => {
  it('quotes the text where the fixture says', () => {
    for (const { text, artefacts, more } of measured)
      for (const { start, end, quote } of [...artefacts, ...more]) expect(text.slice(start, end)).toBe(quote);
    expect(all.artefacts).toBe(44);
  });

  it('finds 31 of the 44 artefacts: a recall of 70 %', () => {
    expect(all.recalled).toBe(31);
  });

  it('marks 60 places: 40 are of the artefacts listed (67 %), and all of them are damaged by hand count', () => {
    expect(all).toMatchObject({ found: 60, listed: 40, damaged: 60 });
  });

  it('finds nothing in the article that an editor wrote', () => {
    expect(measured.find(({ id }) => id === '002')?.found).toEqual([]);
  });
});
