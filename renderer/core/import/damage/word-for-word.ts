import { type Finder, probe } from './reading.ts';

/** Small words twice, or two of which only one can stand there: `the the`, `a an interview`, `de de`. */
export const findDoubledWords: Finder = function* ({ prose: text }) {
  const trigger =
    / (?:the|an?|of|to|in|and|at|by|from|de|des|du|le|les|et|dans|pour|une?)(?= [tadofibluep])/g;
  for (const { found, index } of probe(text, trigger, doubled))
    yield { start: index + 1, end: index + found.length, kind: 'translation', reason: 'doubled-word' };
};

const doubled =
  /(?<=[\p{Ll},]) (?:(?:the|an?) (?:the|an?)|(of|to|in|and|at|by|from|de|des|du|le|les|et|dans|pour|une?) \1)(?= \p{L}{2})/uy;

/** Verbs that French puts behind a quotation, as translators render them. English puts them in front of it, or uses others. */
const saying =
  'assure[sd]|defend(?:s|ed)|specifie[sd]|precise[sd]|underline[sd]|underscore[sd]|confide[sd]|temper(?:s|ed)|estimate[sd]|judge[sd]|slip(?:s|ped)|slice[sd]|rejoice[sd]|indicate[sd]|indignate[sd]|relativize[sd]|abound(?:s|ed)|sweep(?:s|ed)|release[sd]|reassure[sd]|hammer(?:s|ed)';

const saidBehind = new RegExp(
  `(?<=[\\p{L}.,!?…])[”"»],? (?:${saying}) (?=(?:the|an?|one|our|his|her|their|this|Mr\\.?|Mrs\\.?|Ms\\.?) \\p{L}|\\p{Lu}\\p{Ll}+ \\p{Lu})`,
  'uy',
);

/** `“…”, slips a Malian officer`: a quotation with its speaker in the order of French. */
export const findFrenchSpeakers: Finder = function* ({ prose: text, language }) {
  if (language !== 'en') return;
  for (const { found, index } of probe(text, /[”"»],? (?=[adeihjprsu])/g, saidBehind)) {
    const verb = found.search(/\p{L}/u);
    const start = index + verb;
    yield { start, end: index + found.length - 1, kind: 'translation', reason: 'said-in-french-order' };
  }
};

/**
 * Names of the Sahel and of French papers, as they come out word by word, what stood there, and words of which a text
 * must have one to have the name.
 */
const wordByWord: readonly (readonly [name: RegExp, likely: string, signs: string])[] = [
  [/\b(?:the )?Great Sahara\b/g, 'Grand Sahara', 'sahara'],
  [
    /[“"'‘«]\s?(?:(?:from|of|the) )*three borders\s?[”"'’»]|\bthree borders[”"]? (?:zone|area|region)\b|\b(?:zone|area|region|sector) (?:known as|called|of) (?:the )?three borders\b/gi,
    'trois frontières',
    'borders',
  ],
  [
    /\b(?:the )?Mouhoun (?:loop|buckle)\b|\b(?:loop|buckle) of (?:the )?Mouhoun\b/gi,
    'Boucle du Mouhoun',
    'mouhoun',
  ],
  [/\bloop of (?:the )?Niger\b|\bNiger loop\b/g, 'Boucle du Niger', 'loop'],
  [/\b(?:the )?(?:High|Upper) Basins\b/g, 'Hauts-Bassins', 'basins'],
  [/\b(?:the )?Waterfalls region\b/gi, 'Cascades', 'waterfalls'],
  [/\bSupport Group for Islam and (?:the )?Muslims\b/gi, 'Groupe de soutien à l’islam …', 'islam'],
  [/\bNational Movement (?:of|for the) Liberation of (?:the )?Azawad\b/gi, 'MNLA', 'liberation'],
  [/\bVolunteers for the Defen[cs]e of the (?:Fatherland|Country)\b/gi, 'VDP', 'volunteers'],
  [
    /\b(?:newspaper|daily|weekly|colleagues (?:at|of)|interview with|verified by|reports) The World\b/g,
    'Le Monde',
    'world',
  ],
  [
    /\b(?:newspaper|daily|weekly|magazine|colleagues (?:at|of)) (?:The Cross|Release|Liberation|The Point|The Echoes|The Parisian|Young Africa|The Chained Duck)\b/g,
    'La Croix, Libération, Le Point …',
    'newspaper daily weekly magazine colleagues',
  ],
  [/\btenant of the Elys[ée]e\b/g, 'locataire de l’Élysée', 'tenant'],
];

/** Names that were put into English word by word: whoever looks for the name does not find the place. */
export const findTranslatedNames: Finder = function* ({ prose: text, language, words }) {
  if (language !== 'en') return;
  for (const [pattern, likely, signs] of wordByWord) {
    if (!signs.split(' ').some((sign) => words.count(sign) > 0)) continue;
    for (const { 0: found, index } of text.matchAll(pattern))
      yield {
        start: index,
        end: index + found.length,
        kind: 'translation',
        reason: 'name-translated',
        likely,
      };
  }
};

/** Named so often more than its neighbour, the text is about Niger. */
const timesAsOften = 3;

/** People of Nigeria in a text about Niger: two words that translators and typists confuse. */
export const findConfusedNeighbours: Finder = function* ({ prose: text, words }) {
  const count = (...names: string[]) => names.reduce((sum, name) => sum + words.get(name), 0);
  const suspects = count('Nigerian', 'Nigerians', 'nigérian', 'nigérians', 'nigériane', 'nigérianes');
  const niger = count('Niger', 'Niamey', 'Nigerien', 'Nigeriens', 'nigérien', 'nigériens', 'nigérienne');
  const nigeria = count('Nigeria', 'Abuja', 'Lagos', 'Maiduguri', 'Borno');
  if (suspects === 0 || niger < timesAsOften || niger < nigeria * timesAsOften) return;
  for (const { 0: found, index } of text.matchAll(
    /Nigerians?(?![\p{L}])|(?<!\p{L})nigérian(?:es?|s)?(?!\p{L})/gu,
  )) {
    const likely = found.replace('ian', 'ien').replace('ienes', 'iennes').replace(/iene$/, 'ienne');
    yield {
      start: index,
      end: index + found.length,
      kind: 'translation',
      reason: 'neighbour-confused',
      likely,
    };
  }
};

/** French words that do not agree, where other languages leave no trace of number: `groupes … lié à`, `ont retiré ses`. */
export const findDisagreement: Finder = function* ({ prose: text, language }) {
  if (language !== 'fr') return;
  for (const { found, index } of probe(text, /(?:qui ont|ils ont|elles ont) (?=\p{L})/gu, otherOwner))
    yield { start: index, end: index + found.length, kind: 'translation', reason: 'no-agreement' };
  for (const { found, index } of probe(text, /(?:aux|les|des|ces) (?=[a-zà-ÿ])/g, oneOfMany))
    yield { start: index, end: index + found.length, kind: 'translation', reason: 'no-agreement' };
};

const otherOwner =
  /(?:qui|ils|elles) ont \p{Ll}+(?:é|i|u|is|it|ert) (?:son|sa|ses) (?:dernie?r\p{Ll}* |premi\p{Ll}+ )?\p{Ll}+/uy;
const oneOfMany =
  /(?:aux|les|des|ces) \p{Ll}{3,}s (?:\p{Ll}{4,}s )?(?:\p{Lu}{2,6} )?(?:lié|affilié|aligné|allié) (?=à |aux? |avec )/uy;
