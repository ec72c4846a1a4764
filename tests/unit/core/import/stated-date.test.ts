import { describe, expect, it } from 'vitest';
import { parseMarkupDate, parseStatedDate } from '#core/import/stated-date.ts';

describe('parseStatedDate', () => {
  it.each([
    ['Tuesday, September 24, 2024 - 2:56 am', '2024-09-24T02:56'],
    ['Tuesday, September 24, 2024 - 12:56 am', '2024-09-24T00:56'],
    ['Sept. 24, 2024, 2:56 p.m.', '2024-09-24T14:56'],
    ['24 September 2024', '2024-09-24'],
    ['24th of September, 2024', '2024-09-24'],
    ['24 sept. 2024', '2024-09-24'],
    ['1er décembre 2022', '2022-12-01'],
    ['mardi 24 septembre 2024 à 14h32', '2024-09-24T14:32'],
    ['Publié le mardi 24 septembre 2024', '2024-09-24'],
    ['Publié le : 24 août 2024 - 10:05', '2024-08-24T10:05'],
    ['Publié le 03/04/2024', '2024-04-03'],
    ['Published: 2024-09-22T10:23:35Z', '2024-09-22T10:23'],
    ['Published on Sep 12, 2024, updated on September 13, 2024', '2024-09-12'],
    ['2024-09-22 10:23:35', '2024-09-22T10:23'],
    ['22/09/2024', '2024-09-22'],
    ['09/22/2024', '2024-09-22'],
    ['22.09.2024', '2024-09-22'],
    ['By Jane Doe | September 24, 2024 | 5 min read', '2024-09-24'],
    ['Par Awa Diallo, 12 septembre 2024', '2024-09-12'],
    ['Bamako, le 12 septembre 2024', '2024-09-12'],
    ['Posted: May 2024', '2024-05'],
    ['août 2024', '2024-08'],
    ['Published: 2019', '2019'],
  ])('reads "%s" as %s', (line, iso) => {
    const found = parseStatedDate(line);
    expect(found?.date.iso).toBe(iso);
    expect(line.slice(found?.start, found?.end)).toBe(found?.date.printed);
    const precision = { 4: 'year', 7: 'month', 10: 'day', 16: 'minute' }[iso.length];
    expect(found?.date.precision).toBe(precision);
  });

  it.each([
    ['a date without its year', 'September 24'],
    ['a date without its year, in French', 'Mardi 24 septembre'],
    ['an order that can be read in two ways', '03/04/2024'],
    ['a day that does not exist', '31 February 2024'],
    ['a thirteenth month', '2024-13-01'],
    ['an hour that does not exist', '2024-09-22 25:00'],
    ['the date of a change', 'Updated: September 24, 2024'],
    ['the date of a change, in French', 'Mis à jour le 24 septembre 2024'],
    ['an epoch stamp', '1727014146'],
    ['a sentence with a date', 'On September 16, 2023, the three countries signed a pact.'],
    ['a headline with a date', 'Attack in Gao, 24 September 2024'],
    ['a book', 'Islamic State: a fait accompli (Plon Publications, 2016)'],
    ['a year alone', '2024'],
    ['a number', '12 000'],
    ['a month alone', 'September'],
    ['the year of another age', '24 September 1324'],
    ['nothing', ''],
  ])('takes no date from %s', (_, line) => {
    expect(parseStatedDate(line)).toBeNull();
  });

  it('tells a date that is called the publication', () => {
    expect(parseStatedDate('Published: 24 September 2024')?.labelled).toBe(true);
    expect(parseStatedDate('24 September 2024')?.labelled).toBe(false);
  });
});

describe('parseMarkupDate', () => {
  it.each([
    ['2024-09-22T10:23:35.000Z', '2024-09-22T10:23'],
    ['2024-09-22T10:23:35+02:00', '2024-09-22T10:23'],
    ['2024-09-22', '2024-09-22'],
    ['20240922', '2024-09-22'],
    ['2024-09', '2024-09'],
    ['2024', '2024'],
    ['September 22, 2024', '2024-09-22'],
    ['2024-02-30', undefined],
    ['yesterday', undefined],
    ['', undefined],
  ])('reads "%s" as %s', (value, iso) => {
    expect(parseMarkupDate(value)?.iso).toBe(iso);
  });
});
