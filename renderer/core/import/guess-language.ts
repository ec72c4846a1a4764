import { eld } from 'eld/extrasmall';
import type { Language } from '#core/article.ts';

/**
 * The language of a passage: by its writing for Arabic, otherwise by the shapes of its words (Nito-ELD). `und` for
 * other languages and where it is not clear.
 */
export function guessLanguage(passage: string): Language {
  const { language } = eld.detect(passage);
  return language === 'en' || language === 'fr' || language === 'ar' ? language : 'und';
}
