/** What a word says of a number. */
export type NumberWord =
  /** Below a hundred; `ten`: `dix`, on which `sept`, `huit` and `neuf` may follow. */
  | { readonly kind: 'small'; readonly value: number; readonly isTen?: true }
  | { readonly kind: 'hundred' }
  /** A thousand and more. */
  | { readonly kind: 'scale'; readonly value: number }
  /** An amount of its own that is no exact number: `dozens`, `une vingtaine`. */
  | { readonly kind: 'amount' }
  /** Joins two words of one number: `and` after hundreds, `et` before one and eleven. */
  | { readonly kind: 'and' | 'et' }
  /** Before a hundred or more it says nothing: `a thousand`. */
  | { readonly kind: 'article' };

const small: Readonly<Record<number, string>> = {
  0: 'zero',
  1: 'one un une',
  2: 'two deux',
  3: 'three trois',
  4: 'four quatre',
  5: 'five cinq',
  6: 'six',
  7: 'seven sept',
  8: 'eight huit',
  9: 'nine neuf',
  10: 'ten',
  11: 'eleven onze',
  12: 'twelve douze',
  13: 'thirteen treize',
  14: 'fourteen quatorze',
  15: 'fifteen quinze',
  16: 'sixteen seize',
  17: 'seventeen',
  18: 'eighteen',
  19: 'nineteen',
  20: 'twenty vingt vingts',
  30: 'thirty trente',
  40: 'forty quarante',
  50: 'fifty cinquante',
  60: 'sixty soixante',
  70: 'seventy septante',
  80: 'eighty octante huitante',
  90: 'ninety nonante',
};

const scales: Readonly<Record<number, string>> = {
  1e3: 'thousand mille',
  1e6: 'million millions',
  1e9: 'billion billions milliard milliards',
};

const amounts =
  'dozen dozens score scores tens hundreds thousands dizaine dizaines douzaine douzaines quinzaine vingtaine trentaine ' +
  'quarantaine cinquantaine soixantaine centaine centaines millier milliers';

/** The words of English and French that numbers are written with, folded. */
export const numberWords: ReadonlyMap<string, NumberWord> = new Map([
  ...each(small, (value) => ({ kind: 'small', value })),
  ['dix', { kind: 'small', value: 10, isTen: true }],
  ['hundred', { kind: 'hundred' }],
  ['cent', { kind: 'hundred' }],
  ['cents', { kind: 'hundred' }],
  ...each(scales, (value) => ({ kind: 'scale', value })),
  ...amounts.split(' ').map((word): [string, NumberWord] => [word, { kind: 'amount' }]),
  ['and', { kind: 'and' }],
  ['et', { kind: 'et' }],
  ['a', { kind: 'article' }],
]);

function each(
  words: Readonly<Record<number, string>>,
  say: (value: number) => NumberWord,
): [string, NumberWord][] {
  return Object.entries(words).flatMap(([value, list]) =>
    list.split(' ').map((word): [string, NumberWord] => [word, say(Number(value))]),
  );
}
