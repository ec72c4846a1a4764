import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type FoundFigure, findFigures } from '#core/mentions/find-figures.ts';
import { readDates } from '#core/mentions/read-dates.ts';

type Claim = {
  readonly id: string;
  readonly kind: string;
  readonly value: number | null;
  readonly qualifier: string | null;
  readonly evidence: { readonly article: string; readonly start: number; readonly end: number };
};
const truth: {
  readonly claims: readonly Claim[];
  readonly articles: readonly { readonly id: string; readonly file: string }[];
} = JSON.parse(readFileSync('tests/fixtures/seed-truth.json', 'utf8'));
const found = new Map(
  truth.articles.map(({ id, file }) => {
    const text = readFileSync(`seeds/${file}`, 'utf8');
    return [id, findFigures(text, readDates(text))] as const;
  }),
);

/** Claims that print a number or a word such as “hundreds”; the others are statements, or losses nobody numbers. */
const gold = truth.claims.filter(
  ({ value, qualifier }) => value !== null || /^(?:in the )?(?:hundreds|several)$/.test(qualifier ?? ''),
);
const casualties = ['killed', 'wounded', 'displaced'];

function agrees(figure: FoundFigure, { value, kind, evidence }: Claim): boolean {
  if (figure.start >= evidence.end || evidence.start >= figure.end || figure.value !== value) return false;
  return casualties.includes(kind) ? figure.kind === kind : !casualties.includes(figure.kind);
}

describe('the figures of the five seeds against the claims marked by hand', () => {
  it('finds nine of ten with their value and kind, and hardly any that is no claim', () => {
    const missed = gold.filter(
      (claim) => !found.get(claim.evidence.article)?.some((figure) => agrees(figure, claim)),
    );
    const all = [...found].flatMap(([article, figures]) => figures.map((figure) => ({ article, figure })));
    const wrong = all.filter(
      ({ article, figure }) =>
        !gold.some((claim) => claim.evidence.article === article && agrees(figure, claim)),
    );
    const recall = 1 - missed.length / gold.length;
    const precision = 1 - wrong.length / all.length;
    const f1 = (2 * recall * precision) / (recall + precision);
    console.info(
      `figures: precision ${precision.toFixed(3)} of ${all.length}, recall ${recall.toFixed(3)} of ${gold.length}, F1 ${f1.toFixed(3)}; missed: ${missed.map(({ id }) => id).join(', ')}; no claim: ${wrong.map(({ figure }) => `${figure.value ?? ''} ${figure.unit}`).join(', ')}`,
    );
    expect(f1).toBeGreaterThanOrEqual(0.88);
  });
});

describe('findFigures', () => {
  it.each<[string, (readonly [FoundFigure['kind'], number | null, FoundFigure['qualifier'], string])[]]>([
    [
      'une attaque a fait au moins 12 morts et 30 blessés',
      [
        ['killed', 12, 'at-least', ''],
        ['wounded', 30, null, ''],
      ],
    ],
    [
      'killing at least 15 soldiers and wounding 20',
      [
        ['killed', 15, 'at-least', 'soldiers'],
        ['wounded', 20, null, ''],
      ],
    ],
    ['Une dizaine de civils ont été tués', [['killed', 10, 'dozen', 'civils']]],
    ['a dozen mercenaries were killed', [['killed', 12, 'dozen', 'mercenaries']]],
    ['Dozens of civilians were killed', [['killed', null, 'vague', 'civilians']]],
    ['Des dizaines de civils ont fui', [['displaced', null, 'vague', 'civils']]],
    ['About forty vehicles', [['equipment', 40, 'about', 'vehicles']]],
    ['1.5 million people displaced', [['displaced', 1_500_000, null, 'people displaced']]],
    ['plus de deux cents personnes ont été enlevées', [['abducted', 200, 'more-than', 'personnes']]],
    ['One soldier was killed', [['killed', 1, null, 'soldier']]],
    ['the death toll rose to 45', [['killed', 45, null, '']]],
    ['La milice compte 1 000 combattants', [['people', 1_000, null, 'combattants']]],
    [
      'They killed 30 rebels and 14 soldiers in the hills',
      [
        ['killed', 30, null, 'rebels'],
        ['killed', 14, null, 'soldiers'],
      ],
    ],
    [
      '36 morts (30 gardes et six civils) et 12 blessés',
      [
        ['killed', 36, null, ''],
        ['killed', 30, null, 'gardes'],
        ['killed', 6, null, 'civils'],
        ['wounded', 12, null, ''],
      ],
    ],
    ['He said “at least 30 herders” had been killed', [['killed', 30, 'at-least', 'herders']]],
    [
      '20 dead and more than 27 missing',
      [
        ['killed', 20, null, ''],
        ['people', 27, 'more-than', 'missing'],
      ],
    ],
    [
      '16 guards are still missing and 13 others were hurt',
      [
        ['people', 16, null, 'guards'],
        ['wounded', 13, null, 'others'],
      ],
    ],
    ['trois (03) personnes ont été tuées', [['killed', 3, null, 'personnes']]],
    ['six (06) blessés', [['wounded', 6, null, '']]],
    ['la mort de deux de ses combattants', [['killed', 2, null, 'combattants']]],
    ['à une quarantaine de kilomètres d’Aguelhok', [['distance', 40, 'dozen', 'kilomètres']]],
    ['They claim to have killed “12 rebels” there', [['killed', 12, null, 'rebels']]],
    ['L’armée a tué mardi au moins dix rebelles', [['killed', 10, 'at-least', 'rebelles']]],
    ['La patrouille a abattu (tué) 13 rebelles', [['killed', 13, null, 'rebelles']]],
    ['une dizaine de « rebelles » ont été tués', [['killed', 10, 'dozen', 'rebelles']]],
    ['Plus de 30 “bandits” were arrested', [['arrested', 30, 'more-than', 'bandits']]],
    [
      'Vingt villageois, dont neuf enfants, ont péri',
      [
        ['killed', 20, null, 'villageois'],
        ['killed', 9, null, 'enfants'],
      ],
    ],
    [
      'Huit personnes, dont six volontaires (VDP, supplétifs), ont été tuées',
      [
        ['killed', 8, null, 'personnes'],
        ['killed', 6, null, 'volontaires'],
      ],
    ],
    [
      'killing 40 people, including at least 12 children',
      [
        ['killed', 40, null, 'people'],
        ['killed', 12, 'at-least', 'children'],
      ],
    ],
    [
      'six assaillants ont été tués et onze autres ont été arrêtés',
      [
        ['killed', 6, null, 'assaillants'],
        ['arrested', 11, null, 'autres'],
      ],
    ],
    ['La mort des 18 militaires', [['killed', 18, null, 'militaires']]],
    ['une attaque qui a coûté la vie à sept gendarmes', [['killed', 7, null, 'gendarmes']]],
    ['They counted the bodies, 42 corpses', [['killed', 42, null, 'corpses']]],
    ['Three bodies were found near the well', [['killed', 3, null, 'bodies']]],
    ['Huit corps sans vie', [['killed', 8, null, 'corps sans vie']]],
    ['They found at least 12 bodies', [['killed', 12, 'at-least', 'bodies']]],
    ['Ils ont retrouvé 12 corps', [['killed', 12, null, 'corps']]],
    ['The raid claimed 12 lives', [['killed', 12, null, 'lives']]],
    ['Twelve lives were lost', [['killed', 12, null, 'lives']]],
    [
      'The army lost 12 soldiers and 3 trucks',
      [
        ['killed', 12, null, 'soldiers'],
        ['equipment', 3, null, 'trucks'],
      ],
    ],
    ['La vie de 12 enfants a été sauvée', [['people', 12, null, 'enfants']]],
    [
      '21 (including 11 children) civilians were killed',
      [
        ['killed', 21, null, 'civilians'],
        ['killed', 11, null, 'children'],
      ],
    ],
    [
      '20 (12 of them civilians) people were killed',
      [
        ['killed', 20, null, 'people'],
        ['killed', 12, null, 'them civilians'],
      ],
    ],
    ['Six (6) soldiers were killed', [['killed', 6, null, 'soldiers']]],
    ['L’unité a perdu quatre hommes', [['killed', 4, null, 'hommes']]],
    ['six Ghanaian truck drivers were abducted', [['abducted', 6, null, 'Ghanaian truck drivers']]],
    ['deux véhicules militaires équipés de radios', [['equipment', 2, null, 'véhicules militaires équipés']]],
    ['They burned dozens of fuel tankers', [['equipment', null, 'vague', 'fuel tankers']]],
    ['L’armée a exécuté plusieurs frappes de drone', [['attacks', null, 'vague', 'frappes de drone']]],
    ['Tens of thousands of villagers fled', [['displaced', null, 'vague', 'villagers']]],
    ['several hundred people were displaced', [['displaced', null, 'vague', 'people']]],
    ['Un garde a été tué', [['killed', 1, null, 'garde']]],
    [
      'un mort et trois blessés',
      [
        ['killed', 1, null, ''],
        ['wounded', 3, null, ''],
      ],
    ],
  ])('reads “%s”', (text, expected) => {
    const figures = findFigures(text).map(
      ({ kind, value, qualifier, unit }) => [kind, value, qualifier, unit] as const,
    );

    expect(figures).toEqual(expected);
  });

  it('ends a figure where a name begins, and tells the unit all the same', () => {
    const text = 'Ce jour, 20 soldats maliens ont été tués';
    const at = text.indexOf('soldats');

    expect(findFigures(text, [], [{ start: at, end: at + 'soldats maliens'.length }])).toMatchObject([
      { start: 9, end: 11, kind: 'killed', value: 20, unit: 'soldats maliens' },
    ]);
  });

  it('counts who fled behind a date', () => {
    const text = 'Clashes broke out on Friday and 2000 people fled; since 2012 and 1900 dead.';

    expect(findFigures(text, [], readDates(text))).toMatchObject([
      { kind: 'displaced', value: 2000 },
      { kind: 'killed', value: 1900 },
    ]);
  });

  it('keeps a figure apart from the one in its brackets', () => {
    const text = '21 (including 11 children) civilians were killed';

    expect(findFigures(text).map(({ start, end }) => text.slice(start, end))).toEqual(['21', '11 children']);
  });

  it.each(['The raid killed 12 and the 14 September ambush 3', 'Le raid a tué 12 et le 14 septembre'])(
    'keeps the toll before the day in “%s”',
    (text) => {
      expect(findFigures(text, readDates(text))[0]).toMatchObject({ kind: 'killed', value: 12 });
    },
  );

  it('takes a month before a number for no name', () => {
    expect(findFigures('In February 51 soldiers were killed', [], [{ start: 3, end: 11 }])).toMatchObject([
      { kind: 'killed', value: 51 },
    ]);
  });

  it.each([
    'Plusieurs sources affirment que le chef est mort',
    'Air Force Base 101 adjacent to the airport',
    'told France 24 about the attacks',
    'AK-47 rifles, ZU-23 guns and 12.7 mm cannons',
    'One of the men said at 10:30 that they seize weapons',
    'a 42-year-old man',
    'Il était environ 20 heures',
    'vers 5 heures du matin, de 21 heures à 6 heures du matin',
    'Ils ont reconnu un nombre important de morts',
    'The party lost 12 seats',
    'They lost 3 towns',
    'Il a perdu 40 emplois',
    'Nine lives were saved',
    'Three bodies oversee the press',
    '12 corps de métier',
    'Un élu a aussi affirmé que le maire était mort',
  ])('finds none in “%s”', (text) => {
    expect(findFigures(text)).toEqual([]);
  });
});
