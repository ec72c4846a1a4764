import type { AnalystId, ArticleId, HighlightId, MemoId, TagId } from '#core/ids.ts';

/** A tag on a selection, and by whom. */
export type ReadCoding = { readonly tagId: TagId; readonly analystId: AnalystId | null };

/** A selection as the file gives it, its places still counted as its program does. */
export type Selection = {
  readonly id: HighlightId;
  readonly articleId: ArticleId;
  readonly name: string;
  /** `null`: it has no places, only words (`name`). -1: the file tells no place that could be. */
  readonly from: number | null;
  readonly to: number | null;
  readonly description: string;
  readonly codings: readonly ReadCoding[];
  readonly noteIds: readonly MemoId[];
  readonly analystId: AnalystId | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
};

/** A text of the file with its selections. */
export type Source = {
  readonly id: ArticleId;
  readonly title: string;
  /** As it is stored; `null`: the file only points to it. */
  readonly raw: string | null;
  readonly selections: readonly Selection[];
};
