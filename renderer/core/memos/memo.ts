import type { AnalystId, ArticleId, HighlightId, MemoId, TagId } from '#core/ids.ts';

/** What a memo is on, or leads to. */
export type MemoTarget =
  | { readonly kind: 'article'; readonly id: ArticleId }
  | { readonly kind: 'tag'; readonly id: TagId }
  | { readonly kind: 'highlight'; readonly id: HighlightId }
  | { readonly kind: 'memo'; readonly id: MemoId };

/** A thought written down: on the whole workspace, on one thing in it, or free. */
export type Memo = {
  readonly id: MemoId;
  readonly title: string;
  readonly text: string;
  /** `free` stands for itself. A thing that is gone leaves its memo behind. */
  readonly subject: MemoTarget | { readonly kind: 'workspace' } | { readonly kind: 'free' };
  /** Where else it leads, in the order the links were made; each once. */
  readonly links: readonly MemoTarget[];
  /** Absent: written before that was noted, or by nobody known. */
  readonly analystId?: AnalystId;
  readonly createdAt: string;
  readonly updatedAt: string;
};

/** In UTF-16 units: a memo is one stored value, and none may pass 64 KiB. */
export const maxMemoLength = 14_000;
/** In UTF-16 units. */
export const maxMemoTitleLength = 300;
/** The most links one memo may have. */
export const maxMemoLinks = 200;
