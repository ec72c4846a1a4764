import type { ArticleId, PlaceId } from '#core/ids.ts';
import type { BriefSuggestion } from './mention.ts';

/** What is suggested in every article of a library, in brief: some hundred bytes an article. */
export type SuggestionShelf = {
  /** Take in what `version` of the finder found in an article, in the place of what was. */
  put(articleId: ArticleId, version: string, found: readonly BriefSuggestion[]): void;
  /** By which version what is here of an article was found; `null` when nothing is here. */
  versionOf(articleId: ArticleId): string | null;
  delete(articleId: ArticleId): void;
  clear(): void;
  articleIds(): Iterable<ArticleId>;
  /** Everything, in the order of the articles and their texts. */
  visit(each: (articleId: ArticleId, suggestion: BriefSuggestion) => void): void;
};

/** Start, end, the place's number and strength: numbers alone lie together in memory. */
const numbersEach = 4;

type Kept = { readonly version: string; readonly numbers: readonly number[] };

/** An empty shelf. */
export function createSuggestionShelf(): SuggestionShelf {
  const kept = new Map<ArticleId, Kept>();
  const placeNumbers = new Map<PlaceId, number>();
  const places: PlaceId[] = [];
  const numberOf = (place: PlaceId) => {
    const number = placeNumbers.get(place) ?? places.push(place) - 1;
    placeNumbers.set(place, number);
    return number;
  };
  return {
    put(articleId, version, found) {
      const numbers = found.flatMap(({ start, end, placeId, strength }) => [
        start,
        end,
        numberOf(placeId),
        strength,
      ]);
      // A copy has no room to grow, which would be kept for every article.
      kept.set(articleId, { version, numbers: numbers.slice() });
    },
    versionOf: (articleId) => kept.get(articleId)?.version ?? null,
    delete: (articleId) => void kept.delete(articleId),
    clear: () => kept.clear(),
    articleIds: () => kept.keys(),
    visit(each) {
      for (const [articleId, { numbers }] of kept) {
        for (let at = 0; at < numbers.length; at += numbersEach) {
          const placeId = places[numbers[at + 2] ?? 0];
          if (placeId === undefined) continue;
          const [start, end, strength] = [numbers[at] ?? 0, numbers[at + 1] ?? 0, numbers[at + 3] ?? 0];
          each(articleId, { start, end, placeId, strength });
        }
      }
    },
  };
}
