import type { Article } from '#core/article.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { Anchor } from './highlight.ts';

/** Units of text kept on each side of an anchor. */
const contextLength = 32;

/** Anchor `span` of the article's canonical `text`. */
export function makeAnchor(
  article: Pick<Article, 'id' | 'textSha256'>,
  text: string,
  span: TextSpan,
): Anchor {
  const { start, end } = span;
  return {
    articleId: article.id,
    textSha256: article.textSha256,
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(Math.max(0, start - contextLength), start).toWellFormed(),
    suffix: text.slice(end, end + contextLength).toWellFormed(),
  };
}
