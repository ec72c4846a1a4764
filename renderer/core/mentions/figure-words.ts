import type { FigureKind, Qualifier } from './find-figures.ts';

/** Words before a number that say how it is meant, the longer first. */
export const qualifiers: readonly { readonly form: RegExp; readonly qualifier: Exclude<Qualifier, null> }[] =
  [
    {
      form: ends('at\\s+least|no\\s+fewer\\s+than|a\\s+minimum\\s+of|au\\s+moins|au\\s+minimum'),
      qualifier: 'at-least',
    },
    {
      form: ends("more\\s+than|over|above|plus\\s+de|plus\\s+d['’]|quelque\\s+plus\\s+de"),
      qualifier: 'more-than',
    },
    { form: ends('nearly|almost|close\\s+to|presque|près\\s+de'), qualifier: 'nearly' },
    {
      form: ends('up\\s+to|as\\s+many\\s+as|at\\s+most|jusqu[' + "'’" + ']à|au\\s+plus|au\\s+maximum'),
      qualifier: 'up-to',
    },
    {
      form: ends(
        'about|around|some|approximately|roughly|an\\s+estimated|environ|quelque|autour\\s+de|à\\s+peu\\s+près',
      ),
      qualifier: 'about',
    },
  ];

function ends(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})[\\s\\u00a0]*$`, 'iu');
}

/** Words that say what became of those who are counted: right before the number, and anywhere after it in its clause. */
export const kindWords: readonly {
  readonly kind: FigureKind;
  readonly before: RegExp;
  readonly after: RegExp;
}[] = [
  {
    kind: 'killed',
    before: ends(
      'kill(?:ed|ing|s)|slaughtered|massacr(?:ed|ing)|execut(?:ed|ing)|claim(?:ed|ing)\\s+the\\s+lives\\s+of|deaths?\\s+of|death\\s+toll\\s+(?:\\p{L}+\\s+){0,3}(?:of|to|at)|tué|tuant|tuer|massacré|exécuté|mort\\s+de|décès\\s+de',
    ),
    after:
      /(?<!\p{L})(?:killed|dead|died|deaths?|dying|fatalities|slain|massacred|executed|lost\s+their\s+lives|tuée?s?|morte?s?|décès|abattue?s?|assassinée?s?|exécutée?s?|périe?s?|ont\s+perdu\s+la\s+vie)(?!\p{L})/iu,
  },
  {
    kind: 'wounded',
    before: ends('wound(?:ed|ing)|injur(?:ed|ing)|blessé|blessant'),
    after: /(?<!\p{L})(?:wounded|injured|injuries|blessée?s?)(?!\p{L})/iu,
  },
  {
    kind: 'abducted',
    before: ends('kidnapp(?:ed|ing)|abduct(?:ed|ing)|enlevé|enlevant|kidnappé'),
    after: /(?<!\p{L})(?:kidnapped|abducted|hostages?|enlevée?s?|kidnappée?s?|otages?)(?!\p{L})/iu,
  },
  {
    kind: 'displaced',
    before: ends('displac(?:ed|ing)|forc(?:ed|ing)|déplacé|déplaçant'),
    after:
      /(?<!\p{L})(?:displaced|fled|flee|fleeing|refugees?|seek\s+refuge|déplacée?s?|réfugiée?s?|(?:ont|a|avaient)\s+fui|fuient|fuyant)(?!\p{L})/iu,
  },
  {
    kind: 'arrested',
    before: ends('arrest(?:ed|ing)|detain(?:ed|ing)|captur(?:ed|ing)|arrêté|interpellé|capturé'),
    after:
      /(?<!\p{L})(?:arrested|detained|captured|taken\s+prisoner|arrêtée?s?|interpellée?s?|capturée?s?)(?!\p{L})/iu,
  },
];

/** What the things counted are, by the words after the number. */
export const nounKinds: readonly { readonly kind: FigureKind; readonly form: RegExp }[] = [
  noun(
    'duration',
    'minutes?|hours?|days?|weeks?|months?|years?|decades?|heures?|jours?|semaines?|mois|ans?|années?',
  ),
  noun('distance', 'km|kilomet(?:re|er)s?|kilomètres?|miles?|met(?:re|er)s?|mètres?|km2|hectares?'),
  noun(
    'equipment',
    'vehicles?|trucks?|pick-?ups?|motorcycles?|motorbikes?|tanks?|drones?|helicopters?|planes?|aircraft|weapons?|guns?|cannons?|rifles?|mines?|ieds?|véhicules?|camions?|motos?|chars?|hélicoptères?|avions?|armes?|fusils?|canons?|engins?|blindés',
  ),
  noun(
    'attacks',
    'attacks?|raids?|strikes?|airstrikes?|ambush(?:es)?|incidents?|clashes|explosions?|attaques?|frappes?|embuscades?|affrontements?',
  ),
  noun(
    'people',
    'people|persons?|civilians?|soldiers?|troops?|fighters?|men|women|children|villagers?|jihadists?|terrorists?|militants?|mercenaries|rebels?|police|policemen|gendarmes?|officers?|residents?|commandos?|units?|personnes?|civils?|soldats?|militaires?|combattants?|hommes?|femmes?|enfants?|djihadistes?|terroristes?|mercenaires?|rebelles?|policiers?|habitants?|éléments?|villageois',
  ),
];

function noun(kind: FigureKind, words: string): { kind: FigureKind; form: RegExp } {
  return { kind, form: new RegExp(`(?<!\\p{L})(?:${words})(?!\\p{L})`, 'iu') };
}

const smallWords =
  'Des|Les|Le|La|Ces|Ses|Leurs|Un|Une|The|Some|These|Those|About|Over|In|On|At|Of|Plus|Selon|Au|Aux|And|But|Et|Mais|When|After|With|For|From|By|To|Their|His|Its|Our|Only|Another|Among|Parmi|Avec|Ainsi|Dont|Here|There|Elsewhere';

/** What stands beside numbers that count nothing: names (“base 101”, “France 24”), calibres, money, ages, links. */
export const notFigures = {
  before: new RegExp(
    `(?:(?<!\\p{L})(?:[Bb]ase|[Aa]rticle|[Rr][ée]solution|[Nn]o|[Nn]umber|n°|[Pp]age|[Cc]hapter|[Ss]ection|RN|[Rr]oute|aged|âgée?s?\\s+de)[\\s.]+|[€$£#@]|(?<!\\p{L})(?!(?:${smallWords})\\s)\\p{Lu}[\\p{L}'’]+[ \\u00a0-]|https?:\\S*)$`,
    'u',
  ),
  after:
    /^(?:\s?(?:mm|cm|°|h\d|€|\$|CFA|francs?|euros?|dollars?|GMT|am|pm|p\.m|a\.m|UTC|ans\s+de\s+prison)(?!\p{L})|\s?['’]s\b)/iu,
};
