import { fold } from '#core/text/fold.ts';
import { words } from '#core/text/words.ts';

/**
 * What names are compared by: folded, and without what parts their words, so that “Ti-n-Zaouâtene”, “Tin Zaouatene”
 * and “Tinzaouatene” are one.
 */
export function nameKey(name: string): string {
  return nameWords(name).join('');
}

/** The folded words of a name. */
export function nameWords(name: string): string[] {
  return words(name).map(({ start, end }) => fold(name.slice(start, end)));
}
