import type { ArticleId } from '#core/ids.ts';
import type { SearchDocument } from '#core/search/index/search-document.ts';
import type { Query } from '#core/search/query/query.ts';
import type { AliasChip, SearchAsk } from '#core/search/results/search-answer.ts';
import type { TextSpan } from '#core/text/span.ts';

/** A question of which every place is wanted. */
export type PlaceAsk = Pick<SearchAsk, 'query' | 'expands' | 'withoutAliases'>;

/** A query as it is searched. */
export type UnderstoodQuery = {
  readonly query: Query;
  /** In its own language; '' when it asks for nothing. */
  readonly understood: string;
  readonly aliases: readonly AliasChip[];
};

/** An article as it is read for its places. */
export type ReadArticle = { readonly document: SearchDocument; readonly textSha256: string };

/** What the search worker brings to questions that read the texts of all that was found. */
export type TextSearch = {
  understand(ask: PlaceAsk): UnderstoodQuery;
  /** The articles a query finds, the best first. */
  find(query: Query): readonly ArticleId[];
  /** `null`: gone, or its text can't be read. */
  read(articleId: ArticleId): Promise<ReadArticle | null>;
  /** A function that answers all places of a query in a document, in order, not overlapping. */
  locatorOf(
    document: SearchDocument,
  ): (query: Query) => { readonly title: readonly TextSpan[]; readonly text: readonly TextSpan[] };
};

/** Let other questions have their turn. */
export function letOthersPass(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
