import { eld } from 'eld/extrasmall';
import type { Language } from '#core/article.ts';

/** Small words that show a language where there are too few others, and that the other one does not have. */
const small = {
  fr: /(?<!\p{L})(?:le|la|les|du|des|une|dans|au|aux|et|est|sont|par|sur|avec|qui|que|ce|cette|ces|entre|pour|ont|été|selon|après|ainsi|leur|leurs|mais|où|nous|vous|ils|elles|[ldnscj]['’]|d['’]après|qu['’])(?!\p{L}*\p{N})/giu,
  en: /(?<!\p{L})(?:the|of|and|to|in|is|are|was|were|by|with|that|this|from|for|has|have|been|an|at|it|its|they|their|which|who|not|as|be|but|we|you|he|she|after|said)(?!\p{L})/giu,
} as const;

/**
 * The language of a passage: by its writing for Arabic, otherwise by the shapes of its words (Nito-ELD). `und` for
 * other languages and where it is not clear.
 */
export function guessLanguage(passage: string): Language {
  const { language } = eld.detect(passage);
  return language === 'en' || language === 'fr' || language === 'ar' ? language : 'und';
}

/** How many small words of English and French a passage has. */
export function countSmallWords(passage: string): { readonly en: number; readonly fr: number } {
  const count = (pattern: RegExp) => passage.match(pattern)?.length ?? 0;
  return { en: count(small.en), fr: count(small.fr) };
}
