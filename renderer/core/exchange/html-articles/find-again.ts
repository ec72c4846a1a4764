import type { ProjectHighlight } from '#core/exchange/coding-project.ts';

/** Words at each end of a long quote: enough to find it, short enough for an address. */
const endWords = 6;
/** Units of a quote that go into an address whole. */
const shortQuote = 120;

/**
 * The address of a quote's words on its own page (URL Fragment Text Directives, WICG): opened anew, a browser searches
 * them itself and lights what it finds.
 */
export function findAgain({ exact }: Pick<ProjectHighlight, 'exact'>): string {
  const quote = (exact ?? '').replace(/\s+/g, ' ').trim();
  // A quote over several lines has to be told by its ends: the words between stand in other blocks.
  const isWhole = quote.length <= shortQuote && !(exact ?? '').trim().includes('\n');
  const words = quote.split(' ');
  const ends = [words.slice(0, endWords), words.slice(-endWords)].map((some) => encode(some.join(' ')));
  return `#:~:text=${isWhole || words.length < 2 * endWords ? encode(quote) : ends.join(',')}`;
}

/** `-` and `,` part a directive. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}
