import { describe, expect, it } from 'vitest';
import type { ColumnRole } from '#core/import/tables/column-mapping.ts';
import { guessColumns } from '#core/import/tables/guess-columns.ts';

const long =
  'Des hommes armés ont attaqué lundi un village du centre du pays, selon des élus locaux. '.repeat(5);

type Case = {
  readonly from: string;
  readonly headings: readonly string[];
  readonly row: readonly string[];
  readonly text: string;
  readonly roles: Readonly<Partial<Record<ColumnRole, string>>>;
};

/** The columns of exports as the programs and services name them. */
const cases: readonly Case[] = [
  {
    from: 'a news service of JSON',
    headings: [
      'source.id',
      'source.name',
      'author',
      'title',
      'description',
      'url',
      'urlToImage',
      'publishedAt',
      'content',
    ],
    row: [
      'afp',
      'AFP',
      'A. B.',
      'T',
      'short',
      'https://a.org/1',
      'https://a.org/1.jpg',
      '2024-05-01T10:00:00Z',
      long,
    ],
    text: 'content',
    roles: {
      title: 'title',
      date: 'publishedAt',
      byline: 'author',
      publisher: 'source.name',
      address: 'url',
    },
  },
  {
    from: 'a blog’s export',
    headings: [
      'ID',
      'post_title',
      'post_content',
      'post_excerpt',
      'post_date',
      'post_modified',
      'Permalink',
      'Author',
    ],
    row: [
      '7',
      'T',
      `<p>${long}</p>`,
      '',
      '2024-05-01 10:00:00',
      '2024-06-01 10:00:00',
      'https://a.org/7',
      'A. B.',
    ],
    text: 'post_content',
    roles: { title: 'post_title', date: 'post_date', byline: 'Author', address: 'Permalink' },
  },
  {
    from: 'a media monitor in French',
    headings: ['N°', 'Titre', 'Média', 'Date de parution', 'Auteur', 'Texte intégral', 'Lien'],
    row: ['1', 'T', 'Le Faso', '01/05/2024', 'A. B.', long, 'https://a.org/1'],
    text: 'Texte intégral',
    roles: {
      title: 'Titre',
      date: 'Date de parution',
      byline: 'Auteur',
      publisher: 'Média',
      address: 'Lien',
    },
  },
  {
    from: 'a list of events',
    headings: ['event_date', 'actor1', 'admin1', 'source', 'notes', 'fatalities'],
    row: ['01 May 2024', 'JNIM', 'Sahel', 'Le Faso', long, '3'],
    text: 'notes',
    roles: { date: 'event_date', publisher: 'source' },
  },
  {
    from: 'a table in Arabic',
    headings: ['العنوان', 'التاريخ', 'المصدر', 'النص'],
    row: ['عنوان', '2024-05-01', 'الجزيرة', `${'نص طويل جدا عن الأحداث في البلاد. '.repeat(8)}`],
    text: 'النص',
    roles: { title: 'العنوان', date: 'التاريخ', publisher: 'المصدر' },
  },
];

describe('guessColumns', () => {
  for (const { from, headings, row, text, roles } of cases)
    it(`tells the columns of ${from}`, () => {
      const guess = guessColumns('csv', { headings, rows: [row] });

      const named = Object.entries(guess.roles).map(([role, at]) => [role, headings[at]]);
      expect({ text: guess.text.map((at) => headings[at]), ...Object.fromEntries(named) }).toEqual({
        text: [text],
        ...roles,
      });
      expect(guess.hasHeadings).toBe(true);
    });

  it('sees that the first line is an article already', () => {
    const row = ['Un titre', '2024-05-01', long];

    expect(guessColumns('csv', { headings: row, rows: [row] })).toMatchObject({
      hasHeadings: false,
      text: [2],
      roles: { date: 1 },
    });
  });

  it('takes the order of days and months from dates that show it, and from no others', () => {
    const order = (...dates: string[]) =>
      guessColumns('csv', { headings: ['date', 'text'], rows: dates.map((date) => [date, long]) }).dateOrder;

    expect(order('03/04/2024', '25/04/2024')).toBe('day-first');
    expect(order('03/04/2024', '04/25/2024')).toBe('month-first');
    expect(order('03/04/2024', '05/06/2024')).toBeNull();
    expect(order('25/04/2024', '04/25/2024')).toBeNull();
  });

  it('suggests no text where none is long', () => {
    expect(guessColumns('csv', { headings: ['a', 'b'], rows: [['x', 'y']] }).text).toEqual([]);
  });
});
