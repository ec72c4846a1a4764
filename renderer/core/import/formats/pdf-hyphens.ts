/** Words that are joined to others by a hyphen that is their own, first in front and then behind. */
const leading =
  /^(?:self|non|vice|ex|semi|quasi|half|well|co|mi|demi|quelques?|grande?s?|celui|celle|ceux|celles|là|peut|au|par|soi|lui|elle|eux|moi|toi|nous|vous)$/i;
const trailing = /^(?:ci|là|t|il|elle|ils|elles|on|ce|je|tu|nous|vous|même|mêmes|être|dessus|dessous|delà)$/i;

/**
 * Join a line that ends within a word with the next; `null` when it does not end so.
 *
 * A hyphen at the end of a line may belong to the word (`al-Qurachi`) or stand for the break alone (`repor-ted`). It is
 * left out only where that is the likely reading: the rest goes on in small letters, and neither the document, which may
 * write the word elsewhere, nor its parts say otherwise.
 *
 * @param words All words of the document, in small letters.
 */
export function joinHyphen(text: string, next: string, words: ReadonlySet<string>): string | null {
  const soft = /\u00ad$/.exec(text);
  if (soft) return text.slice(0, -1) + next;
  const parts = /([\p{L}\p{M}’'-]*\p{L}[\p{L}\p{M}]*)([-\u2010])$/u.exec(text);
  const rest = /^[\p{L}\p{M}’'-]+/u.exec(next)?.[0];
  if (!parts?.[1] || rest === undefined) return null;
  const [, first] = parts;
  return isOwnHyphen(first, rest, words) ? text + next : text.slice(0, -1) + next;
}

function isOwnHyphen(first: string, rest: string, words: ReadonlySet<string>): boolean {
  if (!/^\p{Ll}/u.test(rest) || first.includes('-')) return true;
  const small = [first.toLowerCase(), rest.toLowerCase()];
  if (words.has(small.join(''))) return false;
  if (words.has(small.join('-')) || leading.test(first) || trailing.test(rest)) return true;
  // Two whole words that both stand alone elsewhere are more likely a compound than a word of that length.
  return small.every((part) => part.length > 3 && words.has(part));
}
