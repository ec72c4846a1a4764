import type { Article, Language } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';

/** What the index is told of an article. */
export type SearchDocument = {
  readonly id: ArticleId;
  readonly title: string;
  /** The canonical text. */
  readonly text: string;
  /** In order, not overlapping. */
  readonly noise: readonly TextSpan[];
  readonly language: Language;
  /** Of the article as it was when it was read: see `fingerprintOf`. */
  readonly fingerprint: number;
};

/** What an article's entry in the index depends on. */
export type Fingerprinted = Pick<Article, 'textSha256' | 'title' | 'noise' | 'language'>;

/** A number of 53 bits that differs when the entry of an article in the index has to be made anew. */
export function fingerprintOf({ textSha256, title, noise, language }: Fingerprinted): number {
  const spans = noise.map(({ start, end }) => `${start}-${end}`).join();
  return hash53(`${textSha256}\n${language.value}\n${spans}\n${title.value}`);
}

/** Two FNV-1a hashes of the UTF-16 units with different offsets, 53 bits of them taken. */
function hash53(text: string): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 0x01000193);
    high = Math.imul(high ^ unit, 0x5bd1e995);
    high ^= high >>> 13;
  }
  return (high >>> 11) * 0x1_0000_0000 + (low >>> 0);
}
