import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countSmallWords } from '#core/import/count-small-words.ts';

/** The same as patterns, which say it more plainly and take far longer. */
const patterns = {
  fr: /(?<!\p{L})(?:le|la|les|du|des|une|dans|au|aux|et|est|sont|par|sur|avec|qui|que|ce|cette|ces|entre|pour|ont|été|selon|après|ainsi|leur|leurs|mais|où|nous|vous|ils|elles|[ldnscj]['’]|d['’]après|qu['’])(?!\p{L}*\p{N})/giu,
  en: /(?<!\p{L})(?:the|of|and|to|in|is|are|was|were|by|with|that|this|from|for|has|have|been|an|at|it|its|they|their|which|who|not|as|be|but|we|you|he|she|after|said)(?!\p{L})/giu,
  wholeFr:
    /(?<!\p{L})(?:(?:le|la|les|du|des|une|dans|au|aux|et|est|sont|par|sur|avec|qui|que|ce|cette|ces|entre|pour|ont|été|selon|après|ainsi|leur|leurs|mais|où|nous|vous|ils|elles)(?!\p{L})|(?:[ldnscj]|qu)['’](?!\p{L}*\p{N}))/giu,
} as const;

function oracle(text: string) {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
  return { en: count(patterns.en), fr: count(patterns.fr), wholeFr: count(patterns.wholeFr) };
}

describe('countSmallWords', () => {
  it('counts by what words are and begin with', () => {
    expect(countSmallWords('The army said: “Qu’il parte d’après l’accord de 2015.”')).toEqual({
      en: 2,
      fr: 5,
      wholeFr: 4,
    });
    expect(countSmallWords('L’A3 et d’A3, le3')).toEqual({ en: 0, fr: 1, wholeFr: 2 });
  });

  it('counts what the patterns do in the sentences of the seeds', () => {
    const lines = readdirSync('seeds').flatMap((file) =>
      readFileSync(`seeds/${file}`, 'utf8').split(/\n|(?<=[.,]) /),
    );
    expect(lines.map(countSmallWords)).toEqual(lines.map(oracle));
  });

  it('counts what the patterns do wherever the words stand', () => {
    const words = `${patterns.fr.source}|${patterns.en.source}`.match(/\p{L}+/gu) ?? [];
    const unit = fc.oneof(
      fc.constantFrom(...words, ...words.map((word) => word.toUpperCase())),
      fc.constantFrom(
        'l’',
        "D'",
        'qu’',
        'a',
        's',
        'ſ',
        ' ',
        '.',
        '3',
        '\u0301',
        '𞤀',
        '\ud83a',
        'É',
        'ÿ',
        'ع',
        '²',
      ),
    );
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 12 }), (units) => {
        const text = units.join('');
        expect(countSmallWords(text)).toEqual(oracle(text));
      }),
      { numRuns: 20_000 },
    );
  });
});
