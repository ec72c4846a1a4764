import type { Damage, Field, Language, LanguageSpan, Translation } from '#core/article.ts';
import type { Line } from './lines.ts';
import type { PageFacts } from './page-facts.ts';
import type { Layout } from './read-layout.ts';

/** What tells that a text is a translation. */
type Given = {
  readonly layout: Layout;
  readonly facts: PageFacts | null;
  readonly language: Language;
  readonly languages: readonly LanguageSpan[];
};

const languageNames: readonly (readonly [string, RegExp])[] = [
  ['fr', /\bfrench\b|\bfrançaise?\b|الفرنسية/iu],
  ['en', /\benglish\b|\banglaise?\b|الإنجليزية|الانجليزية/iu],
  ['ar', /\barabic\b|\barabe\b|العربية/iu],
  ['es', /\bspanish\b|\bespagnole?\b/iu],
  ['pt', /\bportuguese\b|\bportugaise?\b/iu],
  ['ru', /\brussian\b|\brusse\b/iu],
  ['de', /\bgerman\b|\ballemande?\b/iu],
  ['it', /\bitalian\b|\bitalienne?\b/iu],
  ['tr', /\bturkish\b|\bturque?\b/iu],
  ['ha', /\bhausa\b|\bhaoussa\b/iu],
  ['bm', /\bbambara\b/iu],
  ['ff', /\bful(?:a|fulde|ani)\b|\bpeule?\b/iu],
  ['tmh', /\btama(?:sheq|cheq|jaq)\b|\btamasheq\b/iu],
];

const byMachine =
  /\b(?:(?:automatically|machine|auto-?)[ -]?translat(?:ed|ion)|translat(?:ed|ion)\b.{0,40}\b(?:by|via|with|using) (?:google|deepl|bing|microsoft|a machine|(?:an )?ai\b|chatgpt)|google translate|traduit(?:e|s|es)? automatiquement|traduction automatique|tradui(?:te?s?|tes|re)\b.{0,40}\b(?:par|avec|via) (?:google|deepl|bing|microsoft|une machine|(?:une )?ia\b|chatgpt))/iu;
const said =
  /(?:\btranslat(?:ed|ion) (?:from|into|by)\b|\btranslated\b.{0,30}\bfrom (?:the )?(?:original )?\p{Lu}|\btraduit(?:e|s|es)? (?:de l['’]|du |par |depuis )|\btraduction (?:de |d['’]|du |par |:)|\boriginally (?:published|written|appeared) in (?:french|english|arabic|spanish|portuguese|russian|german)\b|\bread (?:the|this) (?:original|article) in (?:french|arabic|english)\b|(?:تُرجم|ترجم|ترجمة) (?:من|عن|آلية))/iu;

/** That a text is a translation, as a line around it says, its markup shows, or words left over in it let see. */
export function findTranslation(given: Given): Field<Translation> | null {
  const { layout, facts } = given;
  if (facts?.translation)
    return { value: facts.translation, basis: 'stated', evidence: null, reason: 'translator-mark' };
  const { header, body, footer } = layout;
  const margins = [...header, ...body.slice(0, 1), ...body.slice(-2), ...footer];
  const stated = margins.map((line) => statedIn(line)).find((field) => field !== null);
  return stated ?? leftOver(given);
}

function statedIn(line: Line): Field<Translation> | null {
  if (line.text.length > 300) return null;
  const isMachine = byMachine.test(line.text);
  const match = (isMachine ? byMachine : said).exec(line.text);
  if (!match) return null;
  const around = line.text.slice(match.index, match.index + match[0].length + 60);
  const from = languageNames.find(([, name]) => name.test(around))?.[0] ?? null;
  const evidence = { start: line.start, end: line.end };
  const value = { by: isMachine ? 'machine' : 'unknown', from } as const;
  return { value, basis: 'stated', evidence, reason: 'translation-line' };
}

/** An editor's brackets in another language than the quotation they stand in were left untranslated. */
function leftOver({ language, languages }: Given): Field<Translation> | null {
  if (language === 'und') return null;
  const others = languages.filter((span) => span.end - span.start < 120);
  const from = others[0]?.language;
  if (others.length < 3 || from === undefined || others.some((span) => span.language !== from)) return null;
  const { start, end } = others[0] ?? { start: 0, end: 0 };
  return {
    value: { by: 'machine', from },
    basis: 'derived',
    evidence: { start, end },
    reason: 'left-over-words',
  };
}

/**
 * That a text looks like a machine's translation by what is damaged in it: more than one sort of what only translating
 * leaves behind, or one such sort beside lost pieces. A suggestion, as it is nowhere said.
 */
export function translationByDamage(damage: readonly Damage[]): Field<Translation> | null {
  const signs = damage.filter(({ kind, reason }) => kind === 'translation' && !anyones.has(reason));
  const [first] = signs;
  if (first === undefined) return null;
  const sorts = new Set(signs.map(({ reason }) => reason)).size;
  const losses = new Set(damage.flatMap(({ reason }) => (lostPieces.has(reason) ? [reason] : []))).size;
  if (sorts < 2 && losses < 2) return null;
  const from = signs.some(({ reason }) => leftByFrench.has(reason)) ? 'fr' : null;
  const evidence = { start: first.start, end: first.end };
  return { value: { by: 'machine', from }, basis: 'derived', evidence, reason: 'translation-damage' };
}

/** Slips that people make as well. */
const anyones: ReadonlySet<string> = new Set(['doubled-word', 'neighbour-confused']);

/** Sentences of which a piece is missing. */
const lostPieces: ReadonlySet<string> = new Set([
  'no-end',
  'stop-twice',
  'stop-before-small',
  'quotes-side-by-side',
]);

const leftByFrench: ReadonlySet<string> = new Set([
  'left-in-french',
  'name-translated',
  'said-in-french-order',
]);
