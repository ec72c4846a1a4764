import type { ReactNode } from 'react';

/** A line of a list of facts (`dl`). */
export function Fact({ name, value }: { readonly name: string; readonly value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}
