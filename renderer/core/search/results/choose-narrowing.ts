import type { FacetName, Narrowing } from './search-answer.ts';

/** A value chosen in a facet. */
export type ChosenValue = { readonly facet: FacetName; readonly value: string };

/** The narrowing with a value chosen that was not, or given up that was; facets without any are left out. */
export function toggleValue(
  narrowing: readonly Narrowing[],
  { facet, value }: ChosenValue,
): readonly Narrowing[] {
  const before = narrowing.find((each) => each.facet === facet);
  if (before === undefined) return [...narrowing, { facet, values: [value] }];
  const values = before.values.includes(value)
    ? before.values.filter((each) => each !== value)
    : [...before.values, value];
  return narrowing
    .map((each) => (each === before ? { facet, values } : each))
    .filter((each) => each.values.length > 0);
}

/** Every chosen value, in the order of choosing within a facet. */
export function listChosen(narrowing: readonly Narrowing[]): ChosenValue[] {
  return narrowing.flatMap(({ facet, values }) => values.map((value) => ({ facet, value })));
}
