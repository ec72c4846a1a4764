/** A coefficient of agreement, or why there is none. */
export type Coefficient =
  | { readonly ok: true; readonly value: number }
  /** `no-units`: nothing was compared; `one-category`: all decisions were the same, so chance explains everything. */
  | { readonly ok: false; readonly reason: 'no-units' | 'one-category' };

/** The share of units two observers judged alike; `table[a][b]` counts those called `a` by one and `b` by the other. */
export function percentAgreement(table: readonly (readonly number[])[]): Coefficient {
  const total = sum(table.map(sum));
  if (total === 0) return { ok: false, reason: 'no-units' };
  return { ok: true, value: sum(table.map((row, index) => row[index] ?? 0)) / total };
}

/**
 * Cohen's kappa of two observers, (pₒ − pₑ) / (1 − pₑ) (Cohen 1960). Not defined when both used one and the same
 * category throughout: pₑ is 1.
 */
export function cohenKappa(table: readonly (readonly number[])[]): Coefficient {
  const observed = percentAgreement(table);
  if (!observed.ok) return observed;
  const total = sum(table.map(sum));
  const rows = table.map(sum);
  const columns = rows.map((_, column) => sum(table.map((row) => row[column] ?? 0)));
  // A zero among the products, not 1 − pₑ: that may come out a hair beside zero.
  const isSingle = rows.some((row, index) => row === total && columns[index] === total);
  if (isSingle) return { ok: false, reason: 'one-category' };
  const expected = sum(rows.map((row, index) => (row / total) * ((columns[index] ?? 0) / total)));
  return { ok: true, value: (observed.value - expected) / (1 - expected) };
}

/** How many values of `a` met how many of `b` in the units: `counts[a][b]`, each pair in both orders. */
export type Coincidences = readonly (readonly number[])[];

/**
 * Krippendorff's alpha for nominal data from a matrix of coincidences, 1 − Dₒ/Dₑ (Krippendorff 2011, step C). Not
 * defined when all values are the same.
 */
export function nominalAlpha(coincidences: Coincidences): Coefficient {
  const totals = coincidences.map(sum);
  const total = sum(totals);
  if (total === 0) return { ok: false, reason: 'no-units' };
  const matching = sum(coincidences.map((row, index) => row[index] ?? 0));
  const chance = sum(totals.map((count) => count * (count - 1)));
  if (totals.some((count) => count === total)) return { ok: false, reason: 'one-category' };
  return { ok: true, value: 1 - ((total - 1) * (total - matching)) / (total * (total - 1) - chance) };
}

/**
 * The coincidences of units judged by any number of observers; `null` stands for a value that is missing. Units with
 * fewer than two values can't be paired and are passed over.
 */
export function countCoincidences(units: readonly (readonly (string | null)[])[]): Coincidences {
  const values = [...new Set(units.flat().filter((value) => value !== null))].sort();
  const at = new Map(values.map((value, index) => [value, index]));
  const counts = values.map(() => values.map(() => 0));
  for (const unit of units) {
    const given = unit.filter((value) => value !== null);
    const pairs = given.flatMap((a, i) => given.flatMap((b, j) => (i === j ? [] : [[a, b] as const])));
    for (const [a, b] of pairs) {
      const row = counts[at.get(a) ?? 0];
      const column = at.get(b) ?? 0;
      if (row !== undefined) row[column] = (row[column] ?? 0) + 1 / (given.length - 1);
    }
  }
  return counts;
}

/** The coincidences of two observers without missing values, from the table of what they said. */
export function coincidencesOfTwo(table: readonly (readonly number[])[]): Coincidences {
  return table.map((row, a) => row.map((count, b) => count + (table[b]?.[a] ?? 0)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
