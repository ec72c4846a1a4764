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

/** What may stand between a word that tells and the number: when it was, and that it comes on top. */
const between =
  '(?:[\\s\\u00a0]+(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|hier|another|a\\s+further|also|aussi|également|encore))?';

/** The end of what stands before a number, whatever brackets and quotation marks part them: “neutralisé (tué) 13”, “tué « 20”. */
function endsBefore(words: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${words})${between}[\\s\\u00a0)"“«]*$`, 'iu');
}

/** Words that say what became of those who are counted: right before the number, and anywhere after it in its clause. */
export const kindWords: readonly {
  readonly kind: FigureKind;
  readonly before: RegExp;
  readonly after: RegExp;
}[] = [
  {
    kind: 'killed',
    before: endsBefore(
      "kill(?:ed|ing|s)|slaughtered|massacr(?:ed|ing)|execut(?:ed|ing)|(?:claim(?:ed|ing)|cost|took)\\s+the\\s+lives\\s+of|deaths?\\s+of|(?:death\\s+)?toll\\s+(?:\\p{L}+\\s+){0,3}(?:of|to|at)|tué|tuant|tuer|massacré|exécuté|(?:coût|ôt|perd|arrach)\\p{L}+\\s+(?:\\p{L}+\\s+){0,2}la\\s+vie\\s+(?:à|de)|morts?\\s+de|mort\\s+d(?:es|['’])|décès\\s+de",
    ),
    after:
      /(?<!\p{L})(?:killed|dead|died|deaths?|dying|fatalities|slain|massacred|executed|perished|lost\s+their\s+lives|tuée?s?|(?<!la\s)morte?s?|trouv\p{L}+\s+la\s+mort|décès|abattue?s?|assassinée?s?|exécutée?s?|péri(?:e?s?|rent)|perdu\s+la\s+vie)(?!\p{L})/iu,
  },
  {
    kind: 'wounded',
    before: endsBefore('wound(?:ed|ing)|injur(?:ed|ing)|blessé|blessant'),
    after: /(?<!\p{L})(?:wounded|injured|injuries|(?:were|was|been)\s+hurt|blessée?s?)(?!\p{L})/iu,
  },
  {
    kind: 'abducted',
    before: endsBefore('kidnapp(?:ed|ing)|abduct(?:ed|ing)|enlevé|enlevant|kidnappé'),
    after: /(?<!\p{L})(?:kidnapped|abducted|hostages?|enlevée?s?|kidnappée?s?|otages?)(?!\p{L})/iu,
  },
  {
    kind: 'displaced',
    before: endsBefore('displac(?:ed|ing)|forc(?:ed|ing)|déplacé|déplaçant'),
    after:
      /(?<!\p{L})(?:displaced|fled|flee|fleeing|refugees?|seek\s+refuge|déplacée?s?|réfugiée?s?|(?:ont|a|avaient)\s+fui|fuient|fuyant)(?!\p{L})/iu,
  },
  {
    kind: 'arrested',
    before: endsBefore(
      'arrest(?:ed|ing)|detain(?:ed|ing)|captur(?:ed|ing)|apprehend(?:ed|ing)|arrêté|interpellé|capturé',
    ),
    after:
      /(?<!\p{L})(?:arrested|detained|captured|apprehended|taken\s+prisoner|arrêtée?s?|interpellée?s?|capturée?s?)(?!\p{L})/iu,
  },
];

/** What the things counted are, by the words after the number: of English ones the last counts, of French ones the first. */
export const nounKinds: readonly {
  readonly kind: FigureKind;
  readonly english: RegExp;
  readonly french: RegExp;
}[] = [
  noun('duration', {
    english: 'minutes?|hours?|days?|weeks?|months?|years?|decades?',
    french: 'heures?|jours?|semaines?|mois|ans?|années?',
  }),
  noun('distance', {
    english: 'km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|km2|hectares?',
    french: 'kilomètres?|mètres?',
  }),
  noun('equipment', {
    english:
      'vehicles?|trucks?|lorries|tankers?|buses|boats?|pick-?ups?|motorcycles?|motorbikes?|tanks?|drones?|helicopters?|planes?|aircraft|weapons?|guns?|cannons?|rifles?|mines?|ieds?',
    french:
      'véhicules?|camions?|camions?-citernes?|citernes?|bus|pirogues?|motos?|chars?|hélicoptères?|avions?|armes?|fusils?|canons?|engins?|blindés|mitrailleuses?',
  }),
  noun('attacks', {
    english:
      'attacks?|raids?|strikes?|airstrikes?|ambush(?:es)?|assaults?|bombings?|incursions?|incidents?|clashes|explosions?',
    french: 'attaques?|frappes?|embuscades?|affrontements?|assauts?|attentats?',
  }),
  noun('killed', { english: 'corpses', french: 'cadavres?' }),
  noun('people', {
    english:
      'people|persons?|individuals?|civilians?|soldiers?|troops?|personnel|members?|guards?|drivers?|fighters?|m[ae]n|wom[ae]n|child(?:ren)?|boys?|girls?|villagers?|inhabitants?|residents?|refugees?|migrants?|students?|teachers?|witnesses|victims?|survivors?|activists?|hostages?|prisoners?|gunmen|jihadists?|terrorists?|militants?|insurgents?|militiamen|mercenaries|rebels?|peacekeepers?|police|policemen|gendarmes?|officers?|officials?|commandos?|units?|farmers?|herders?|traders?|miners?|missing|others',
    french:
      'personnes?|individus?|civils?|soldats?|militaires?|gardes?|parachutistes?|casques\\s+bleus|chauffeurs?|combattants?|hommes?|femmes?|enfants?|élèves?|enseignants?|djihadistes?|jihadistes?|terroristes?|assaillants?|mercenaires?|supplétifs?|volontaires?|rebelles?|policiers?|officiers?|habitants?|réfugiés?|migrants?|orpailleurs?|éleveurs?|otages?|prisonniers?|victimes?|témoins?|éléments?|villageois|autres',
  }),
];

function noun(kind: FigureKind, { english, french }: { readonly english: string; readonly french: string }) {
  const whole = (words: string) => new RegExp(`(?<!\\p{L})(?:${words})(?![\\p{L}-])`, 'iu');
  return { kind, english: whole(english), french: whole(french) };
}

/** What is lost before a number: people are dead, while seats, towns and jobs are not. */
export const losing = endsBefore('lost|losing|perdu|perdant');

/** Words that speak of the dead only with another: “claimed 12 lives”, “three bodies were found”; not “12 corps de métier”. */
export const deadWords: readonly {
  readonly unit: RegExp;
  readonly before: RegExp;
  readonly after: RegExp;
}[] = [
  {
    unit: /(?<!\p{L})lives$/iu,
    before: endsBefore('lost|losing|claim(?:s|ed|ing)|cost(?:s|ing)?|took|taken|taking'),
    after: /(?<!\p{L})lives\s+(?:(?:have|has|had|been|were|are)\s+){0,2}(?:lost|claimed|taken)(?!\p{L})/iu,
  },
  {
    unit: /(?<!\p{L})(?:bodies|corps)(?!\p{L})/iu,
    before: /(?<!\p{L})(?:found|finding|discover(?:ed|ing)|(?:re)?trouvé|découvert)[^.;]{0,30}$/iu,
    after: /(?<!\p{L})(?:lifeless|found|discovered|sans\s+vie|retrouvés?|découverts?)(?!\p{L})/iu,
  },
];

/** What is said in passing between those counted and what became of them: in brackets, and “, dont 11 enfants,”. */
export const asides: readonly RegExp[] = [
  /\([^()\n]{1,80}\)/gu,
  /,\s(?:dont|including|among\s+them|y\s+compris|parmi\s+lesquels)\s[^,.;\n]{1,120},/giu,
];

/** Words in quotation marks that go on with the sentence around them: “more than 100 ‘terrorists’ had attacked”. */
export const quotedWords = /["“«]([\s\u00a0]?[\p{L}'’-]+(?: [\p{L}'’-]+){0,3}[\s\u00a0]?)["”»]/gu;

/** What joins a part to the number of which it is one: “, dont 11 enfants”, “(including at least 20”, “26 dead (24 soldiers”. */
export const joinsPart =
  /^[^.;:\n]{0,40}?[\s,(](?:dont|including|among\s+them|y\s+compris|parmi\s+lesquels)\s+$|^[^.;:()\n]{0,20}\($/iu;

/** What joins a number to the one before it: “killed 84 fighters and 47 soldiers”. */
export const joinsList = /^[^.,;:()\n]{0,40}[\s](?:and|et)[\s]+$/iu;

/** Where what is said of a number ends, if no other number comes before. */
export const otherClause =
  /(?<!\p{L})(?:said|says?|told|(?:affirm|confirm|indiqu|signal)e(?:nt)?|disent|a\s+(?:aussi\s+|également\s+)?(?:dit|déclaré|affirmé|indiqué|annoncé|précisé))(?!\p{L})/iu;

/** What else became of people: who is missing was not killed with the others. */
export const otherFate =
  /(?<!\p{L})(?:missing|unaccounted|rescued|freed|released|disparue?s?|libérée?s?|secourue?s?)(?!\p{L})/iu;

/** The verb that closes what is said of a number: another one after it is counted by itself. */
export const helpingVerb =
  /(?<!\p{L})(?:are|were|was|have|has|had|remain|ont|sont|est|furent|avaient|auraient|seraient)(?!\p{L})/iu;

/** Hours that tell the time. */
export const timeOfDay = {
  before: /(?<!\p{L})(?:il\s+était|vers|dès|à|aux\s+(?:alentours|environs)\s+de|jusqu['’]à)[\s\u00a0]*$/iu,
  after:
    /^[\s\u00a0]?heures?[\s\u00a0]+(?:du\s+(?:matin|soir)|de\s+l['’]après-midi|locales?|GMT|TU|\(heure|à\s+\d)/iu,
  hours: /^[\s\u00a0]?heures?(?!\p{L})(?!\s+de\s)/iu,
};

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
