import type { Highlight } from '#core/annotations/highlight.ts';
import { fold } from '#core/text/fold.ts';

/** A passage and the title of its article. */
type Titled = { readonly highlight: Highlight; readonly title: string };

/** Those passages that have every word, folded, in their text, note or title; all of them when nothing is asked for. */
export function filterByWords<Passage extends Titled>(
  passages: readonly Passage[],
  query: string,
): Passage[] {
  const words = fold(query.normalize('NFC')).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...passages];
  return passages.filter(({ highlight, title }) => {
    const text = fold([highlight.anchor.exact, highlight.note, title].join('\n'));
    return words.every((word) => text.includes(word));
  });
}
