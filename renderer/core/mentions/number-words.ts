/** Without the French for sixteen, which in English is to take. */
const ones: ReadonlyMap<string, number> = new Map(
  [
    'a an un une one:1 two deux:2 three trois:3 four quatre:4 five cinq:5 six:6 seven sept:7 eight huit:8 nine neuf:9',
    'ten dix:10 eleven onze:11 twelve douze:12 thirteen treize:13 fourteen quatorze:14 fifteen quinze:15',
    'sixteen:16 seventeen dix-sept:17 eighteen dix-huit:18 nineteen dix-neuf:19 twenty vingt:20',
    'thirty trente:30 forty quarante:40 fifty cinquante:50 sixty soixante:60 seventy soixante-dix:70',
    'eighty quatre-vingts quatre-vingt:80 ninety quatre-vingt-dix:90',
  ].flatMap((line) =>
    [...line.matchAll(/([^:]+):(\d+)/g)].flatMap(([, names = '', value]) =>
      names
        .trim()
        .split(' ')
        .map((name) => [name, Number(value)] as const),
    ),
  ),
);

/** Groups that are named with a number: “a dozen” is twelve, “une dizaine” ten. */
const groups: ReadonlyMap<string, number> = new Map(
  Object.entries({
    dozen: 12,
    douzaine: 12,
    dizaine: 10,
    quinzaine: 15,
    vingtaine: 20,
    trentaine: 30,
    quarantaine: 40,
    cinquantaine: 50,
    soixantaine: 60,
    centaine: 100,
    hundred: 100,
    cent: 100,
    cents: 100,
    thousand: 1_000,
    mille: 1_000,
    millier: 1_000,
    million: 1_000_000,
    millions: 1_000_000,
    milliers: 1_000,
  }),
);

const join = (words: Iterable<string>) => [...words].sort((a, b) => b.length - a.length).join('|');
const tens = 'twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|vingt|trente|quarante|cinquante|soixante';

/** The source of a pattern for a number in words, to be used with the flags `i` and `u`. */
export const numberWords = `(?:(?:${tens})[-\\s](?:et[-\\s])?(?:${join(ones.keys())})|half\\s+a\\s+million|(?:${join(ones.keys())})\\s+(?:${join(groups.keys())})|${join([...groups.keys()].filter((word) => /^(?:cent|mille)$/.test(word)))}|${join([...ones.keys()].filter((word) => !/^an?$/.test(word)))})`;

/** The source of a pattern for a number in digits, parted by thousands or not. */
export const numberDigits =
  '(?:\\d{1,3}(?:[,.\\u00a0\\u202f ]\\d{3})+|\\d+(?:[.,]\\d{1,2})?)(?:\\s(?:millions?|thousand)(?:\\s+de)?(?!\\p{L}))?';

/** A number in digits, or as one word of English or French; `null` for anything else. */
export function smallNumber(word: string): number | null {
  if (/^\d+$/.test(word)) return Number(word);
  return ones.get(word.toLowerCase()) ?? null;
}

/** The value of a number as the two patterns find it; `null` when it is none after all. */
export function numberOf(printed: string): number | null {
  const text = printed.toLowerCase().replace(/\s+/gu, ' ');
  if (/^\d/.test(text)) return digitsOf(text);
  if (text === 'half a million') return 500_000;
  const plain = ones.get(text) ?? groups.get(text);
  if (plain !== undefined) return plain;
  const [first = '', second = ''] = text.split(/[ -](?:et[ -])?/);
  const one = ones.get(first);
  const group = groups.get(second);
  if (one === undefined) return null;
  if (group !== undefined) return one * group;
  const rest = ones.get(second);
  return rest === undefined || rest > 19 ? null : one + rest;
}

function digitsOf(text: string): number {
  const [digits = '', group = ''] = text.split(/ (?=\p{L})/u);
  const thousands = /^\d{1,3}(?:[,. ]\d{3})+$/u.test(digits);
  const value = Number(thousands ? digits.replace(/\D/g, '') : digits.replace(',', '.'));
  return value * (groups.get(group) ?? 1);
}
