import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseActors } from '#core/actors/parse-actors.ts';
import { findMentions } from '#core/geo/find-mentions.ts';
import { createItemFinder } from '#core/mentions/find-items.ts';
import { bundledGazetteer } from '#tests/unit/core/geo/bundled-gazetteer.ts';

const gazetteer = bundledGazetteer();
const find = createItemFinder(parseActors(JSON.parse(readFileSync('resources/actors.json', 'utf8'))));
const seed = (number: string) =>
  readFileSync(
    `seeds/${
      {
        '000': '000_167fb66774c1e724',
        '001': '001_a9e9740a1a7fd727',
        '002': '002_26db4964b2695913',
        '003': '003_8874fdf025392336',
      }[number]
    }.txt`,
    'utf8',
  );
const places = (text: string) => findMentions(text, [], gazetteer);
const items = (text: string, published = null as Parameters<typeof find>[0]['published']) =>
  find({ text, noise: [], published });
const covering = <Span extends { start: number; end: number }>(all: readonly Span[], at: number) =>
  all.filter(({ start, end }) => start <= at && at < end);

describe('the traps of the seeds', () => {
  it.each([
    ['France 24', '002', 'France 24'],
    ['Left-handed', '001', 'Left-handed'],
    ['Islamic State: a fait accompli', '000', 'Islamic State: a fait accompli'],
  ])('takes “%s” for neither a place nor an actor', (_, number, words) => {
    const text = seed(number);
    const at = text.indexOf(words);

    expect(at).toBeGreaterThanOrEqual(0);
    expect(covering(places(text), at)).toEqual([]);
    expect(covering(items(text), at)).toEqual([]);
  });

  it.each(['ActuNiger reported an attack.', 'An attack, ActuNiger said.'])(
    'finds no place in “%s”',
    (text) => {
      expect(places(text)).toEqual([]);
    },
  );

  it('tells Niger, Nigeria and what is called after one of them', () => {
    const text = 'Niger borders Nigeria. The Nigerian rebel movement left Nigeria for Niger.';

    expect(places(text).map(({ exact, candidates }) => [exact, candidates[0]?.country])).toEqual([
      ['Niger', 'NE'],
      ['Nigeria', 'NG'],
      ['Nigeria', 'NG'],
      ['Niger', 'NE'],
    ]);
  });

  it('takes FAMa for the army, not for the village Fama', () => {
    const text = 'FAMa retook the camp of Kidal.';

    expect(places(text).map(({ exact }) => exact)).toEqual(['Kidal']);
    expect(items(text)[0]).toMatchObject({ exact: 'FAMa', kind: 'actor', actorIds: ['fama'] });
  });

  it('takes Ibrahim Traoré for a person, not for a village', () => {
    const text = seed('001');
    const at = text.indexOf('Ibrahim Traoré');

    expect(covering(places(text), at)).toEqual([]);
    expect(covering(items(text), at)).toMatchObject([{ kind: 'actor', exact: 'Ibrahim Traoré' }]);
  });

  it('leaves “late March” without a year where the article states no publication', () => {
    const late = items(seed('002')).find(({ exact }) => exact === 'late March');

    expect(late).toMatchObject({ kind: 'date', dating: { from: null, until: null } });
  });

  it('says of a date without a year that it is worked out, never that it is stated', () => {
    const published = { iso: '2024-09-22', precision: 'day', printed: '2024-09-22' } as const;
    const dates = items(seed('001'), published).filter((item) => item.kind === 'date');
    const worked = dates.filter(({ exact, dating }) => dating.from !== null && !/(?:19|20)\d\d/.test(exact));

    expect(worked.length).toBeGreaterThan(3);
    for (const { dating } of worked) expect(dating.basis).toBe('inferred');
    for (const { dating, exact } of dates)
      if (dating.basis === 'stated' && dating.from !== null) expect(exact).toMatch(/(?:19|20)\d\d/);
  });
});
