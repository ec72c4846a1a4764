/** The most words a pattern or a fuzzy word stands for: each costs a look-up in every segment. */
const mostWords = 2_000;

/** The words a pattern stands for; `isCut` when there are more than are looked up. */
export type Expansion = { readonly words: string[]; readonly isCut: boolean };

/** The words of a vocabulary that `pattern` stands for, `*` being any letters. */
export function expandPattern(pattern: string, vocabulary: Iterable<string>): Expansion {
  const expression = new RegExp(`^${pattern.split('*').map(escapeLetters).join('.*')}$`, 'u');
  return take(vocabulary, (word) => expression.test(word));
}

/** The words of a vocabulary at most `distance` letters (put in, left out, changed or swapped) from `word`. */
export function expandFuzzy(word: string, distance: number, vocabulary: Iterable<string>): Expansion {
  return take(
    vocabulary,
    (other) => Math.abs(other.length - word.length) <= distance && isNear(word, other, distance),
  );
}

function take(vocabulary: Iterable<string>, fits: (word: string) => boolean): Expansion {
  const words: string[] = [];
  for (const word of vocabulary) {
    if (!fits(word)) continue;
    if (words.length === mostWords) return { words, isCut: true };
    words.push(word);
  }
  return { words, isCut: false };
}

function escapeLetters(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Whether the optimal string alignment distance is at most `limit`; row by row, stopping once it can only grow. */
function isNear(a: string, b: string, limit: number): boolean {
  let rows: Rows = { before: [], row: Array.from({ length: b.length + 1 }, (_, index) => index) };
  for (let i = 1; i <= a.length; i++) {
    rows = nextRow(a, b, i, rows);
    if (Math.min(...rows.row) > limit) return false;
  }
  return (rows.row[b.length] ?? 0) <= limit;
}

/** Two rows of the table of distances between beginnings of two words. */
type Rows = { readonly before: readonly number[]; readonly row: readonly number[] };

function nextRow(a: string, b: string, i: number, { before, row }: Rows): Rows {
  const next = [i];
  for (let j = 1; j <= b.length; j++) {
    const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
    const isSwapped = i > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
    const swapped = isSwapped ? (before[j - 2] ?? 0) + 1 : changed;
    next.push(Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, changed, swapped));
  }
  return { before: row, row: next };
}
