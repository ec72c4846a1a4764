import { type Change, creation, replacement } from './history/change.ts';
import type { AnalystId } from './ids.ts';

/**
 * Somebody who marks passages. The analyst of this laptop has the id of its device and may still be without a name;
 * others come with the work they hand over.
 */
export type Analyst = {
  readonly id: AnalystId;
  readonly name: string;
};

/** In UTF-16 units. */
export const maxAnalystNameLength = 200;

/** Give an analyst a name, or take it off by an empty one. `known`: as stored; `null` when nothing is. */
export function renameAnalyst(id: AnalystId, name: string, known: Analyst | null): Change[] {
  const tidy = tidyAnalystName(name);
  if (tidy === (known?.name ?? '')) return [];
  const after = { id, name: tidy };
  return [known === null ? creation('analysts', after) : replacement('analysts', known, after)];
}

/** A name as it is kept: on one line, no longer than it may be. */
export function tidyAnalystName(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, maxAnalystNameLength)
    .toWellFormed();
}
