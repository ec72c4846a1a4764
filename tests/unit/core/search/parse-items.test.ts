import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeQuery, parseQuery } from '#core/search/parse-items.ts';

describe('a query as it is understood', () => {
  it.each([
    ['mali niger', 'mali AND niger'],
    ['mali AND niger', 'mali AND niger'],
    ['mali NOT niger', 'mali AND NOT niger'],
    ['mali OR niger', 'mali OR niger'],
    ['mali OR niger OR gao army', '(mali OR niger OR gao) AND army'],
    ['(mali OR niger) army', '(mali OR niger) AND army'],
    ['army "tri border" OR gao', 'army AND ("tri border" OR gao)'],
    ['mali OR -niger', 'mali AND NOT niger'],
    ['-tri-border', 'NOT "tri border"'],
    ['title:tri-border', 'title:"tri border"'],
    ['-title:"armed men"', 'NOT title:"armed men"'],
    ['TITLE:Gao', 'title:gao'],
    ['"armed men"^3', '"armed men"^3'],
    ['"armed men"~5', '"armed men"'],
    ['“armed men” « état islamique »', '"armed men" AND "etat islamique"'],
    ['l’armée', 'armee'],
    ['menakka~9', 'menakka~2'],
    ['d’État*', 'etat*'],
    ['a:b', '"a b"'],
    ['-12:30', 'NOT "12 30"'],
    ['foo^', 'foo'],
    ['mali~', 'mali'],
    ['http://x.org/a', '"http x org a"'],
    ['source:"armed men"', 'source AND "armed men"'],
    ['gao(north)', 'gao AND north'],
    ['C:\\foo', '"c foo"'],
    ['and', 'and'],
    ['AND', 'and'],
    ['mali OR', 'mali AND or'],
    ['OR mali', 'or AND mali'],
    ['US troops', 'US AND troops'],
    ['US TROOPS', 'US AND troops'],
    ['IN:NOISE share', 'share in:noise'],
    ['- + " * ^ ~ ()', ''],
  ])('%s is read as %s', (query, understood) => {
    expect(describeQuery(parseQuery(query))).toBe(understood);
  });

  it('reads the same when it is typed again as it was understood', () => {
    const part = fc.constantFrom(
      'mali',
      'l’état',
      'US',
      '"a b"',
      '-',
      '+',
      'title:',
      'OR',
      'AND',
      'NOT',
      '*',
      '~1',
      '^2',
      ':',
    );
    const space = fc.constantFrom('', ' ');
    const query = fc.array(fc.tuple(part, space)).map((parts) => parts.flat().join(''));
    fc.assert(
      fc.property(query, (text) => {
        const understood = describeQuery(parseQuery(text));

        expect(describeQuery(parseQuery(understood))).toBe(understood);
      }),
      { numRuns: 2_000 },
    );
  });

  it('bounds a boost, so that scores can still be compared', () => {
    expect(parseQuery(`gao^${'9'.repeat(400)}`).items[0]?.boost).toBe(1_000);
  });
});
