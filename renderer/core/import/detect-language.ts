import type { Field, Language, NoiseSpan } from '#core/article.ts';
import { arabic, countKind, letter, mayHaveArabic } from '#core/text/characters.ts';
import { hasWords } from '#core/text/words.ts';
import { guessLanguage } from './guess-language.ts';

/** Characters that are looked at; more makes no difference. */
const sampleLength = 6000;
/** With fewer words a guess is not worth making. */
const fewestWords = 4;

/**
 * The language of a text without its noise, which is often in another one. `und` when it is too short, in a language
 * other than the three told apart, or not clear.
 */
export function detectLanguage(text: string, noise: readonly NoiseSpan[]): Field<Language> {
  const sample = inMainWriting(withoutNoise(text, noise));
  const value = hasWords(sample, fewestWords) ? guessLanguage(sample) : 'und';
  return { value, basis: 'derived', evidence: null, reason: 'word-shapes' };
}

function withoutNoise(text: string, noise: readonly NoiseSpan[]): string {
  let sample = '';
  let at = 0;
  for (const { start, end } of [...noise, { start: text.length, end: text.length }]) {
    if (start > at) sample += text.slice(at, Math.min(start, at + sampleLength));
    at = Math.max(at, end);
    if (sample.length >= sampleLength) break;
  }
  return sample.slice(0, sampleLength);
}

/** Without what is in Arabic writing when most is not, and the other way round: a quotation outweighs its length. */
function inMainWriting(sample: string): string {
  const inArabic = mayHaveArabic(sample) ? countKind(sample, arabic) : 0;
  if (inArabic === 0) return sample;
  const isArabic = inArabic * 2 > countKind(sample, letter);
  return sample.replace(isArabic ? /[^\P{L}\p{Script=Arabic}]+/gu : /\p{Script=Arabic}+/gu, ' ');
}
