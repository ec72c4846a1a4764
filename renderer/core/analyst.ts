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
