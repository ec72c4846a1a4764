import type { Damage } from '#core/article.ts';
import { type Finder, probe } from './reading.ts';

/** So many may be slips in any text. */
const fewStops = 3;

/** A full stop where no sentence ends: before a small letter, twice, or within a name. */
export const findStrayStops: Finder = function* (reading) {
  const text = reading.prose;
  const found = [...strayStops(text)];
  if (found.length <= fewStops) return yield* found;
  // In letters written without capitals every sentence begins like that.
  const usual = text.match(/\p{Ll}[.!?]\s+\p{Lu}/gu)?.length ?? 0;
  if (found.length <= usual) yield* found;
};

/** Short forms of English and French that a small letter may follow. */
const shortForms =
  /^(?:approx|est|incl|excl|dept|sept|oct|nov|dec|déc|jan|janv|feb|févr|aug|juil|avr|univ|inc|corp|ltd|bros|assoc|conf|cont|ext|fig|figs|misc|nos|obs|orig|pub|publ|resp|spec|temp|trans|vols?|chap|cf|env|éd|édit|trad|etc|resp|tél|tel|gén|gen|lieut|capt|cmdt|col|prof|messrs|mmes?|mlles?|pres|prés|gov|hon|rev|mgr|min|max|avg|chr|op|vs|viz|ibid|al|av|bd|esq|mass|calif|penn|wash|conn|tenn|okla|ariz|colo|minn|wis|mich|ill|ind|fla|mt)$/iu;

function* strayStops(text: string): Generator<Damage> {
  for (const { found, index, groups } of probe(text, /\.[ \u00a0](?=[a-zß-öø-ÿœ])/g, stop, true)) {
    const [left = '', right = ''] = groups;
    const span = { start: index, end: index + found.length };
    if (isNameOfTwo(left, right))
      yield { ...span, kind: 'punctuation', reason: 'stop-in-name', likely: `${left} ${right}` };
    else if (isWordOfSentence(left) && /^\p{Ll}[\p{Ll}\p{M}’'-]+$/u.test(right))
      yield { ...span, kind: 'punctuation', reason: 'stop-before-small' };
  }
  for (const { found, index } of probe(
    text,
    /\.[ \u00a0]\./g,
    /(?<=[\p{L}\p{N}])\.[ \u00a0]\.(?=[ \u00a0]\p{L})/uy,
  ))
    yield { start: index, end: index + found.length, kind: 'punctuation', reason: 'stop-twice' };
}

const stop =
  /(?<![\p{L}\p{N}.'’-])([\p{L}\p{N}][\p{L}\p{M}\p{N}’'-]*)[”"»’)]?\.[ \u00a0](\p{Ll}[\p{L}\p{M}’'-]*)(?![\p{L}\p{M}’':(\d-]|\.\S|\.? ?\d)/uy;

function isWordOfSentence(word: string): boolean {
  return word.length > 3 && !shortForms.test(word);
}

/** A capital word and an Arabic name in front of a hyphen: `Hussein. al-Husaini`. */
function isNameOfTwo(left: string, right: string): boolean {
  return /(?:^|-)\p{Lu}\p{Ll}{2,}$/u.test(left) && /^(?:al|el|ag|ould|ben|bin|ibn)(?:-\p{Lu}|$)/u.test(right);
}

/** A colon within a word: `Z:air`. */
export const findStrayColons: Finder = function* ({ prose: text }) {
  for (const { found, index } of probe(text, /[A-ZÀ-ÖØ-Þ]:(?=[a-zß-öø-ÿ])/g, colon))
    yield { start: index, end: index + found.length, kind: 'punctuation', reason: 'colon-in-word' };
};

const colon = /(?<![\p{L}\p{N}/@.:_#-])\p{Lu}:\p{Ll}{2,}(?![\p{L}:\\/])/uy;

/** A dash with a space on its right alone: `al-Qaeda– continues`. */
export const findStrayDashes: Finder = function* ({ prose: text }) {
  for (const { found, index } of probe(text, /[–—] /g, /[\p{L}\p{M}’'-]+[.,]?[–—] (?=\p{L})/uy, true))
    yield {
      start: index,
      end: index + found.trimEnd().length,
      kind: 'punctuation',
      reason: 'dash-without-space',
    };
};
