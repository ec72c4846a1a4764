import type { BlockId, BriefId, HighlightId, TagId } from '#core/ids.ts';

/** Traffic Light Protocol 2.0 (FIRST): who may see the brief. */
export const tlpLabels = ['TLP:RED', 'TLP:AMBER+STRICT', 'TLP:AMBER', 'TLP:GREEN', 'TLP:CLEAR'] as const;

export type TlpLabel = (typeof tlpLabels)[number];

/** The head of an annotated brief; its blocks are records of their own. */
export type Brief = {
  readonly id: BriefId;
  readonly title: string;
  readonly author: string;
  /** Local date and time up to which information was considered, `2024-09-24T12:00`; empty when not given. */
  readonly cutOff: string;
  readonly tlp: TlpLabel;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** What a block shows. Prose cites highlights with `[[highlight id]]`, printed as `[n]`. */
export type BlockContent =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'quote'; readonly highlightId: HighlightId }
  | { readonly kind: 'map'; readonly caption: string }
  /** All highlights, or those that carry `tagId` or a tag below it. */
  | {
      readonly kind: 'table';
      readonly caption: string;
      readonly tagId: TagId | null;
    };

/** One piece of a brief, in its place. */
export type Block = {
  readonly id: BlockId;
  readonly briefId: BriefId;
  /** Sorts within the brief; a block moved between two takes a number between theirs. */
  readonly order: number;
  readonly content: BlockContent;
};
