import type { TagId } from '#core/ids.ts';

/** The colours of tags; each stands for a custom property of the theme, so both themes stay readable. */
export const tagColors = [
  'yellow',
  'red',
  'green',
  'blue',
  'purple',
  'magenta',
  'orange',
  'teal',
  'brown',
  'grey',
] as const;

export type TagColor = (typeof tagColors)[number];

/** When to give a tag and when not to, so that two analysts give it alike. */
export type TagGuide = {
  readonly include: string;
  readonly exclude: string;
  readonly example: string;
};

/** A node of the codebook. */
export type Tag = {
  readonly id: TagId;
  /** `null`: at the top of the tree. */
  readonly parentId: TagId | null;
  readonly name: string;
  readonly description: string;
  /** Absent: no rules yet. */
  readonly guide?: TagGuide;
  /** Set aside: kept with all its highlights, no longer offered. */
  readonly isArchived?: true;
  readonly color: TagColor;
  /** Sorts among the tags of the same parent; ties go by name. */
  readonly order: number;
};
