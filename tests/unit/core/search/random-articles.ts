import type { Language } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import type { SearchDocument } from '#core/search/index/search-document.ts';
import { below, pick, type Random } from '#tests/bench/search/random.ts';

/** Words as they are printed; short ones of few letters are near one another, with digits among them. */
export type Pool = readonly string[];

const printed: Readonly<Record<'en' | 'fr', string>> = {
  en: 'attack attacks attacked attacking army armies armed arms security secure secured nation nations national nationalist the of and to is was mission missions border borders bordering village villages U.N. Ménaka Menaka operate operation operations convoy convoys controlled jihadist-controlled leader’s group’s it’s AK-47 12:30 2024-09-24 happy happiness happily flies fly die dies dying',
  fr: 'l’armée armée armées d’armes armer sécurité sécuritaire l’État état états émir émirs cheval chevaux attaque attaqué attaquer attaquèrent opération opérations militaire militaires le la les de des et à qu’il cœur coeur Ménaka Menaka village villages frontière frontières terroriste «terroristes» frontalier aujourd’hui j’ai n’ont s’est continu continuer continuellement',
};

/** What a corpus of a language is written with: some of its words, and some that only look like words. */
export function makePool(language: Language, random: Random): Pool {
  const known = printed[language === 'fr' ? 'fr' : 'en'].split(' ');
  const real = Array.from({ length: 14 }, () => pick(known, random));
  const made = Array.from({ length: 22 }, () =>
    Array.from({ length: 1 + below(5, random) }, () => pick([...'aaabbc12'], random)).join(''),
  );
  return [...real, ...made];
}

/** Articles written with the words of a pool; some have no title, some no text. */
export function makeArticles(
  pool: Pool,
  language: Language,
  count: number,
  random: Random,
): SearchDocument[] {
  return Array.from({ length: count }, (_, index) => makeArticle(`a${index}`, pool, language, random));
}

/** One article with such an id. */
export function makeArticle(id: string, pool: Pool, language: Language, random: Random): SearchDocument {
  const write = (most: number) =>
    Array.from({ length: below(most, random) }, () => {
      const word = pick(pool, random);
      const end = pick(['', '', '', ',', '.', ')', '…'], random);
      return random() < 0.1 ? `${word.toUpperCase()}${end}` : `${word}${end}`;
    }).join(random() < 0.9 ? ' ' : '\n');
  return {
    id: id as ArticleId,
    title: write(6),
    text: write(30),
    noise: [],
    language,
    fingerprint: below(2 ** 31, random),
  };
}
