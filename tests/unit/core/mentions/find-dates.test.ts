import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FoundDate, findDates } from '#core/mentions/find-dates.ts';

type Evidence = {
  readonly article: string;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
};
type TrueEvent = {
  readonly id: string;
  readonly date: {
    readonly stated: string | null;
    readonly start: string | null;
    readonly end: string | null;
  };
  readonly evidence: readonly Evidence[];
};
const truth: {
  readonly events: readonly TrueEvent[];
  readonly background_dates: readonly Evidence[];
  readonly articles: readonly { readonly id: string; readonly file: string }[];
} = JSON.parse(readFileSync('tests/fixtures/seed-truth.json', 'utf8'));
const texts = new Map(truth.articles.map(({ id, file }) => [id, readFileSync(`seeds/${file}`, 'utf8')]));

/** The day the texts state; the others state none. */
const published: Readonly<Record<string, string>> = { '001': '2024-09-22', '004': '2024-09-24' };

/** The words that date each event, as the texts print them in what the truth gives as evidence. */
const printed: Readonly<Record<string, readonly [string, string][]>> = {
  E01: [['000', 'Last March']],
  E02: [
    ['000', 'November 30'],
    ['000', 'mid-October'],
  ],
  E03: [['000', 'December']],
  E04: [['002', 'late March']],
  E05: [['002', 'March 13']],
  E06: [['002', 'beginning of the month of April']],
  E07: [['002', 'beginning of April']],
  E08: [
    ['002', 'February 17'],
    ['002', 'February 18'],
  ],
  E09: [['002', 'mid-May']],
  E10: [['002', 'May 21']],
  E12: [['003', 'lundi']],
  E13: [['003', 'Début août']],
  E14: [['003', 'juillet']],
  E15: [['003', 'Ce week-end']],
  E16: [['003', 'Début août']],
  E17: [['001', 'July 26, 2023']],
  E18: [['001', 'September 16, 2023']],
  E19: [
    ['004', 'November 2023'],
    ['004', 'end of 2023'],
  ],
  E20: [['001', 'beginning of March']],
  E21: [
    ['001', 'July 6, 2024'],
    ['001', 'last July'],
  ],
  E22: [['001', 'end of July']],
  E23: [['004', 'end of July and beginning of August']],
  E24: [['001', 'August 24']],
  E25: [['001', 'September 1']],
  E26: [['004', 'Thursday 12 September']],
  E27: [['001', 'two days earlier']],
  E28: [
    ['001', 'September 17'],
    ['004', '17 September'],
  ],
  E29: [['001', 'Wednesday']],
  E30: [['004', '19 September']],
  E31: [['001', 'Friday, September 20']],
  E32: [['004', 'end of last week']],
  E33: [['001', 'end of August']],
  E34: [['004', '2020']],
  E35: [['004', '22 September']],
};

/** Dates that the texts print and the truth does not list; read by hand. */
const otherDates: Readonly<Record<string, readonly string[]>> = {
  '001': ['2024-09-22', 'Tuesday'],
  '002': ['this year'],
  '003': ['Lundi'],
  // The second time it is part of a sentence that is printed twice.
  '004': ['Tuesday, September 24, 2024', 'end of July', 'end of 2023'],
};

const found = new Map([...texts].map(([id, text]) => [id, findDates(text, published[id] ?? null)]));

type Gold = {
  readonly event: TrueEvent;
  readonly article: string;
  readonly words: string;
  readonly hit: FoundDate | undefined;
};

const gold: Gold[] = Object.entries(printed).flatMap(([id, dates]) => {
  const event = truth.events.find((one) => one.id === id);
  if (event === undefined) throw new Error(`the truth has no ${id}`);
  return dates.map(([article, words]) => {
    const where = event.evidence.filter(
      (one) => one.article === article && one.quote.toLowerCase().includes(words.toLowerCase()),
    );
    const hit = found
      .get(article)
      ?.find(
        ({ start, end, dating }) =>
          dating.printed === words && where.some((one) => start < one.end && one.start < end),
      );
    return { event, article, words, hit };
  });
});

describe('the dates of the five seeds against what was marked by hand', () => {
  it('knows every dated event of the truth', () => {
    const dated = truth.events.filter(({ date }) => date.stated !== null).map(({ id }) => id);

    expect(Object.keys(printed)).toEqual(dated);
  });

  it('finds nine of ten, and hardly anything that is no date', () => {
    const missed = gold.filter(({ hit }) => hit === undefined);
    const background = truth.background_dates.map((evidence) => ({
      ...evidence,
      hit: found
        .get(evidence.article)
        ?.find(({ start, end }) => start < evidence.end && evidence.start < end),
    }));
    const known = new Set([...gold, ...background].map(({ hit }) => hit));
    const all = [...found].flatMap(([article, dates]) => dates.map((date) => ({ article, date })));
    const wrong = all.filter(
      ({ article, date }) => !known.has(date) && !otherDates[article]?.includes(date.dating.printed),
    );
    const recall =
      1 -
      (missed.length + background.filter(({ hit }) => hit === undefined).length) /
        (gold.length + background.length);
    const precision = 1 - wrong.length / all.length;
    const f1 = (2 * recall * precision) / (recall + precision);
    console.info(
      `dates: precision ${precision.toFixed(3)} of ${all.length}, recall ${recall.toFixed(3)} of ${gold.length + background.length}, F1 ${f1.toFixed(3)}; missed: ${missed.map(({ event, words }) => `${event.id} ${words}`).join(', ')}; wrong: ${wrong.map(({ date }) => date.dating.printed).join(', ')}`,
    );
    expect(f1).toBeGreaterThanOrEqual(0.9);
  });

  it('puts them on days that agree with the truth, where the text says enough', () => {
    const placed = gold.flatMap((one) => {
      const from = one.hit?.dating.from ?? null;
      return from === null ? [] : [{ ...one, from, until: one.hit?.dating.until ?? '9999-12-31' }];
    });
    const apart = placed.filter(
      ({ event, from, until }) =>
        from > (event.date.end ?? '9999-12-31') || until < (event.date.start ?? '0000-01-01'),
    );
    expect(placed.length).toBeGreaterThanOrEqual(20);
    expect(apart.map(({ event, words }) => `${event.id} ${words}`)).toEqual([]);
  });

  it('invents no year where no publication is stated', () => {
    const invented = ['000', '002', '003'].flatMap((article) =>
      (found.get(article) ?? []).filter(
        ({ dating }) => dating.from !== null && !/\d{4}/.test(dating.printed),
      ),
    );

    expect(invented).toEqual([]);
  });

  it('works them out once the analyst states the publication', () => {
    const days = findDates(texts.get('003') ?? '', '2022-08-16').map(({ dating }) => dating);
    const dayOf = (words: string) => days.find((dating) => dating.printed === words);

    expect(dayOf('lundi')).toMatchObject({ from: '2022-08-15', until: '2022-08-15', basis: 'inferred' });
    expect(dayOf('Ce week-end')).toMatchObject({ from: '2022-08-13', until: '2022-08-14' });
    expect(dayOf('juillet')).toMatchObject({ from: '2022-07-01', until: '2022-07-31', precision: 3 });
    expect(dayOf('Début août')).toMatchObject({ from: '2022-08-01', until: '2022-08-10', precision: 2 });
  });
});

describe('findDates', () => {
  // Published on Tuesday 24 September 2024.
  it.each<[string, string, string | null, string | null, 1 | 2 | 3 | null]>([
    ['a day with its year', 'on 3 March 2021 in Gao', '2021-03-03', '2021-03-03', 1],
    ['a French day', 'le 1er août 2022 à Tessit', '2022-08-01', '2022-08-01', 1],
    ['several days', 'du 12 au 14 septembre 2023', '2023-09-12', '2023-09-14', 2],
    ['several days in English', 'on September 12-14, 2023', '2023-09-12', '2023-09-14', 2],
    ['a day no year has', 'on February 30', null, null, 1],
    ['a day half a year ahead', 'on 2 March', '2024-03-02', '2024-03-02', 1],
    ['a day of the winter before', 'le 3 février', '2024-02-03', '2024-02-03', 1],
    ['a day that may be either year', 'on 2 October', null, null, 1],
    ['a weekday that says the year', 'on Monday 2 October', '2023-10-02', '2023-10-02', 1],
    ['a weekday that contradicts', 'on Monday 17 September', null, null, 1],
    ['a weekday', 'killed on Sunday', '2024-09-22', '2024-09-22', 1],
    ['a weekday of this day', 'killed on Tuesday', '2024-09-24', '2024-09-24', 1],
    ['a last weekday', 'mardi dernier', '2024-09-17', '2024-09-17', 1],
    ['yesterday', 'hier à Gao', '2024-09-23', '2024-09-23', 1],
    ['days ago', 'il y a trois jours', '2024-09-21', '2024-09-21', 1],
    ['weeks ago', 'two weeks ago', '2024-09-09', '2024-09-15', 2],
    ['the week before', 'la semaine dernière', '2024-09-16', '2024-09-22', 2],
    ['a last month that has passed', 'last July', '2024-07-01', '2024-07-31', 3],
    ['a last month of this month', 'last September', '2023-09-01', '2023-09-30', 3],
    ['a French month', 'juillet dernier', '2024-07-01', '2024-07-31', 3],
    ['the month before', 'le mois dernier', '2024-08-01', '2024-08-31', 3],
    ['a part of a month', 'à la fin du mois de juillet', '2024-07-21', '2024-07-31', 2],
    ['a part of the week', 'en début de semaine', '2024-09-23', '2024-09-25', 2],
    ['a part of the week before', 'en fin de semaine dernière', '2024-09-20', '2024-09-22', 2],
    ['a part of the week that is past', 'en début de semaine passée', '2024-09-16', '2024-09-18', 2],
    ['a part of the next week', 'début de semaine prochaine', '2024-09-30', '2024-10-02', 2],
    ['earlier this week', 'killed earlier this week', '2024-09-23', '2024-09-29', 2],
    ['days in words between', 'entre le 25 et le 27 juillet 2024', '2024-07-25', '2024-07-27', 2],
    ['numbers that can be read one way', 'publié le 24/09/2023', '2023-09-24', '2023-09-24', 1],
    ['American numbers', 'published 9/24/2023', '2023-09-24', '2023-09-24', 1],
    ['a leap day', 'on 29 February 2024', '2024-02-29', '2024-02-29', 1],
    ['no such day', 'on 29 February 2023', null, null, 1],
    ['what is to come', 'the summit will take place on Friday', null, null, 1],
    ['what goes on', 'since March 2023', '2023-03-01', null, 3],
  ])('reads %s', (_, text, from, until, precision) => {
    const [date] = findDates(text, '2024-09-24');

    expect(date?.dating).toMatchObject({ from, until, precision });
  });

  it.each([
    'He may march on the mar tomb, and the marshal may, too.',
    'every Friday they pray, and each Monday they train',
    'sold 2016 goats, 2021 camels and a Plon (2016) book',
    'the mars rover and the august body',
    'on 03/04/2023, which may be either, and 31/31/2023',
    'une semaine de plus, la semaine',
    'une semaine passée à Gao, et en fin de semaine suivante',
    'at 10:30 with 45 men and 12.7 mm guns',
  ])('finds none in “%s”', (text) => {
    expect(findDates(text, '2024-09-24')).toEqual([]);
  });

  it('reads each of several years', () => {
    expect(findDates('coups in 2020 and 2021', null).map(({ dating }) => dating.printed)).toEqual([
      '2020',
      '2021',
    ]);
  });

  it('counts “later in the year” from what the text tells, not from the publication', () => {
    const text =
      'In March 2012 rebels seized Kidal; later in the year they took Gao, earlier in the month Tessalit.';

    expect(findDates(text, '2024-09-24').map(({ dating }) => [dating.from, ...dating.reasons])).toEqual([
      ['2012-03-01'],
      [null, 'counted-from-elsewhere'],
      [null, 'counted-from-elsewhere'],
    ]);
  });

  it.each([
    ['Clashes broke out on Friday and 2000 people fled', ['Friday']],
    ['12 morts lundi et 2000 habitants ont fui', ['lundi']],
    ['They came yesterday and 1900 were displaced', ['yesterday']],
    ['a war since 2012 and 2000 dead', ['2012']],
    ['since Friday and 2000.', ['Friday']],
    ['from 2012 to 2015, and in March 2016 or 2017.', ['2012', '2015', 'March 2016', '2017']],
  ])('makes no year of a number of people in “%s”', (text, printed) => {
    expect(findDates(text, '2024-09-24').map(({ dating }) => dating.printed)).toEqual(printed);
  });

  it('takes no publication for granted', () => {
    const [date] = findDates('on Tuesday in Bamako', null);

    expect(date?.dating).toMatchObject({ from: null, until: null, printed: 'Tuesday' });
    expect(date?.dating.reasons).toEqual(['publication-not-stated']);
  });
});
