import fc from 'fast-check';
import type { Highlight } from '#core/annotations/highlight.ts';
import { ungraded } from '#core/annotations/highlight.ts';
import { makeAnchor } from '#core/annotations/make-anchor.ts';
import type { ArticleId, HighlightId, TagId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';

export const article = { id: 'article-1' as ArticleId, textSha256: 'a'.repeat(64) };

export const later = '2024-09-25T08:00:00.000Z';

/** A highlight of `text` as it would be stored. */
export function highlightOf(text: string, span: TextSpan, id = 'h-1'): Highlight {
  return {
    id: id as HighlightId,
    anchor: makeAnchor(article, text, span),
    tagIds: ['t-1' as TagId],
    note: 'seen twice',
    grade: ungraded,
    createdAt: '2024-09-24T08:00:00.000Z',
    updatedAt: '2024-09-24T08:00:00.000Z',
  };
}

/** Texts as they come: letters with marks, emoji sequences, Arabic, white space of all sorts, line ends. */
export const unicodeText = fc
  .array(
    fc.oneof(
      { weight: 6, arbitrary: fc.constantFrom('Ménaka', 'attaque', 'Tinzaouatène', 'the', 'a', 'ÉIGS') },
      { weight: 3, arbitrary: fc.constantFrom(' ', '\n', '\n\n', '\u00a0', '\u202f', '\t') },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '👩🏽‍🚒',
          '🇲🇱🇳🇪',
          'e\u0301',
          'q\u0323\u0307',
          '𐍈',
          'الساحل',
          '\u202e',
          '’',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
    ),
    { minLength: 1, maxLength: 40 },
  )
  .map((parts) => parts.join('').toWellFormed());

/** A text and any two positions in it, the first not after the second. */
export const textAndSpan = unicodeText.chain((text) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(text.length))
    .map(([a, b]) => ({ text, span: { start: Math.min(a, b), end: Math.max(a, b) } })),
);
