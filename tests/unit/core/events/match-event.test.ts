import { describe, expect, it } from 'vitest';
import type { Event } from '#core/events/event.ts';
import { eventTest } from '#core/events/match-event.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { stem } from '#core/search/stemmers.ts';
import { naiveSearch } from '#tests/unit/core/search/naive-search.ts';
import { days, event, passage, town } from './events.ts';

const convoy = event('convoy', {
  title: 'Ambush on a convoy near Ménaka',
  note: 'Trois véhicules brûlés. Claimed by JNIM; denied by the U.N. mission.',
  dating: days('2024-09-12', '2024-09-14'),
  places: [{ place: town('Ménaka'), geoPrecision: null }],
});
const shelling = event('shelling', {
  title: 'Tirs d’obus sur l’armée à Gao',
  note: 'Nine soldiers killed',
  dating: days('2023-01-05'),
  places: [{ place: town('Gao'), geoPrecision: null }],
  passages: [passage('001', 0, 'drone strikes on tri-border camps')],
});
const undated = event('undated', { title: 'Attack of unknown day', note: '' });
const all = [convoy, shelling, undated];

function found(query: string): string[] {
  const test = eventTest(query);
  return test === null ? ['nothing asked'] : all.filter(test).map(({ id }) => id);
}

describe('eventTest', () => {
  it.each<[string, string[]]>([
    ['menaka', ['convoy']],
    ['MÉNAKA ambush', ['convoy']],
    ['menaka gao', []],
    ['menaka OR gao', ['convoy', 'shelling']],
    ['a -ambush soldiers', ['shelling']],
    ['attack', ['undated']],
    ['attacks', ['undated']],
    ['armée', ['shelling']],
    ['"vehicules brules"', ['convoy']],
    ['"brules vehicules"', []],
    ['"soldiers nine"~2', ['shelling']],
    ['amb*sh', ['convoy']],
    ['*ush', ['convoy']],
    ['menaca~1', ['convoy']],
    ['un mission', ['convoy']],
    ['tri-border', ['shelling']],
    ['title:killed', []],
    ['text:killed', ['shelling']],
    ['place:gao', ['shelling']],
    ['place:gao after:2024', []],
    ['after:2024', ['convoy']],
    ['before:2024', ['shelling']],
    ['after:2024-09-13', ['convoy']],
    ['after:2024-09-14', ['convoy']],
    ['after:2024-09-15', []],
    ['before:2024-09-12', ['shelling']],
    ['before:2024-09-13', ['convoy', 'shelling']],
    ['tag:ambush', []],
    ['amb', ['convoy']],
    ['', ['nothing asked']],
    ['a{2}[', []],
  ])('%j finds %j', (query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it('finds what a walk over the words of each, with the forms of the search, finds', () => {
    const queries = [
      'killed',
      'soldier',
      'vehicules',
      'drone strike',
      '"nine soldiers"',
      'menaka NOT gao',
      'claim*',
      'camps OR convoy',
    ];
    const documents = (language: 'en' | 'fr') =>
      all.map(({ id, title, note, places, passages }) => ({
        id: id as never,
        title,
        text: [note, ...places.map(({ place }) => place.name), ...passages.map(({ exact }) => exact)].join(
          ' | ',
        ),
        noise: [],
        language,
      }));
    for (const query of queries) {
      const read = parseQuery(query, { isTyping: true });
      const expected = (['en', 'fr'] as const).flatMap((language) =>
        naiveSearch(read, documents(language), { scan: scanWords, stem }),
      );
      expect([query, found(query)]).toEqual([
        query,
        all.map(({ id }) => id).filter((id) => expected.includes(id as never)),
      ]);
    }
  });

  it.each<[string, [string | null, string | null], string[]]>([
    ['since 2017', ['2017-01-01', null], ['after:2018', 'before:2018', 'after:2024', 'before:2024']],
    ['until 2024', [null, '2024-12-31'], ['after:2018', 'before:2018', 'after:2024', 'before:2024']],
    ['over a new year', ['2023-12-30', '2024-01-02'], ['after:2018', 'after:2024', 'before:2024']],
    ['of one day', ['2018-01-01', '2018-01-01'], ['after:2018', 'before:2024']],
    ['of no known day', [null, null], []],
  ])('finds an event %s wherever it may have been', (_, [from, until], queries) => {
    const one = event('one', { dating: days(from, until) });
    const asked = ['after:2018', 'before:2018', 'after:2024', 'before:2024'];
    expect(asked.filter((query) => eventTest(query)?.(one))).toEqual(queries);
  });

  it('keeps apart what stands in different fields', () => {
    expect(found('"mission menaka"')).toEqual([]);
  });

  it('answers for any event anew when it is another record', () => {
    const test = eventTest('wells');
    expect(test?.(undated)).toBe(false);
    expect(test?.({ ...undated, note: 'Two wells' } as Event)).toBe(true);
  });
});
