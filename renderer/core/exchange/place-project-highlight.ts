import { type Anchor, maxHighlightLength } from '#core/annotations/highlight.ts';
import { locateAnchor } from '#core/annotations/locate-anchor.ts';
import { makeAnchor } from '#core/annotations/make-anchor.ts';
import type { Article } from '#core/article.ts';
import type { TextSpan } from '#core/text/span.ts';
import type { ProjectArticle, ProjectHighlight } from './coding-project.ts';

/** The article of ours that a project's article is, or becomes. */
export type Home = {
  readonly article: Article;
  /** Its canonical text; `null` when that can't be read. */
  readonly text: string | null;
};

/** Where a passage of a project stands in ours. */
export type PlacedHighlight =
  | { readonly kind: 'placed'; readonly anchor: Anchor }
  /** Its text is not ours and its words are not surely in ours: it waits for review, with the text it was made on. */
  | { readonly kind: 'review'; readonly anchor: Anchor }
  | {
      readonly kind: 'lost';
      readonly code: 'empty' | 'too-long' | 'no-quote' | 'gone' | 'ambiguous' | 'lookalike';
    };

/**
 * Put a passage of a project where it stands in our text. On the very text it was made on its offsets are the truth;
 * on any other its words and what stands around them decide, and nothing is guessed.
 */
export function placeProjectHighlight(
  highlight: ProjectHighlight,
  theirs: ProjectArticle,
  home: Home,
): PlacedHighlight {
  const anchor = anchorThere(highlight, theirs, home);
  if (typeof anchor === 'string') return { kind: 'lost', code: anchor };
  const length = anchor.exact.length;
  if (length > maxHighlightLength) return { kind: 'lost', code: 'too-long' };
  if (anchor.textSha256 === home.article.textSha256) return { kind: 'placed', anchor };
  const place = home.text === null ? null : locateAnchor(anchor, home.text, home.article.textSha256);
  if (place !== null && place.kind !== 'lost' && home.text !== null)
    return { kind: 'placed', anchor: makeAnchor(home.article, home.text, place.span) };
  if (anchor.textSha256 !== '') return { kind: 'review', anchor };
  return { kind: 'lost', code: place?.kind === 'lost' ? place.reason : 'gone' };
}

/** The passage on the text it was made on; without that text, its words alone (hash empty). */
function anchorThere(
  { start, end, exact, prefix, suffix }: ProjectHighlight,
  { text, textSha256 }: ProjectArticle,
  { article, text: ourText }: Home,
): Anchor | 'empty' | 'no-quote' {
  const sameText = textSha256 !== null && textSha256 === article.textSha256;
  const base = text ?? (sameText ? ourText : null);
  if (base !== null && textSha256 !== null && start !== null && end !== null) {
    const span = wholeCharacters(base, { start, end });
    if (span.start >= span.end || span.end > base.length) return 'empty';
    return makeAnchor({ id: article.id, textSha256 }, base, span);
  }
  if (exact === null) return 'no-quote';
  if (exact.trim() === '') return 'empty';
  const at = start ?? 0;
  return { articleId: article.id, textSha256: '', start: at, end: at + exact.length, exact, prefix, suffix };
}

/** A span that cuts no pair of surrogates in two. */
function wholeCharacters(text: string, { start, end }: TextSpan): TextSpan {
  const cuts = (at: number) =>
    /[\udc00-\udfff]/.test(text.charAt(at)) && /[\ud800-\udbff]/.test(text.charAt(at - 1));
  return { start: cuts(start) ? start - 1 : start, end: cuts(end) ? end + 1 : end };
}
