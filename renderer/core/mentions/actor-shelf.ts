import type { ActorId, ArticleId } from '#core/ids.ts';
import type { FoundItem } from './found-item.ts';

/** Words that name somebody, and whom: the same in many places. */
export type Naming = {
  readonly exact: string;
  /** Best first; empty: a person whom the registry does not have. */
  readonly actorIds: readonly ActorId[];
  readonly reasons: readonly string[];
};

/** Takes a passage: there are hundreds of thousands, so that no object is made for each. */
export type VisitActor = (articleId: ArticleId, start: number, end: number, naming: number) => void;

/** Who is suggested in every article of a library, in brief: some hundred bytes an article. */
export type ActorShelf = {
  /** Take in what was found in an article, in the place of what was. */
  put(articleId: ArticleId, found: readonly FoundItem[]): void;
  has(articleId: ArticleId): boolean;
  delete(articleId: ArticleId): void;
  articleIds(): Iterable<ArticleId>;
  /** What the words of a passage say, by the number it was visited with. */
  namingAt(number: number): Naming | undefined;
  /**
   * Every passage, in the order in which articles came and of their texts, with the number of its naming: small whole
   * numbers, the same for the same words that name the same.
   */
  visit(each: VisitActor): void;
};

/** Start, end and the number of the naming: numbers alone lie together in memory. */
const numbersEach = 3;

/** An empty shelf. */
export function createActorShelf(): ActorShelf {
  const kept = new Map<ArticleId, readonly number[]>();
  const numbers = new Map<string, number>();
  const namings: Naming[] = [];
  const numberOf = ({ exact, actorIds, reasons }: Naming) => {
    const key = `${actorIds.join(' ')}\n${reasons.join(' ')}\n${exact}`;
    const number = numbers.get(key) ?? namings.push({ exact, actorIds, reasons }) - 1;
    numbers.set(key, number);
    return number;
  };
  return {
    put(articleId, found) {
      const own = found.flatMap((item) =>
        item.kind === 'actor' ? [item.start, item.end, numberOf(item)] : [],
      );
      // A copy has no room to grow, which would be kept for every article.
      kept.set(articleId, own.slice());
    },
    has: (articleId) => kept.has(articleId),
    delete: (articleId) => void kept.delete(articleId),
    articleIds: () => kept.keys(),
    namingAt: (number) => namings[number],
    visit(each) {
      for (const [articleId, own] of kept)
        for (let at = 0; at < own.length; at += numbersEach)
          each(articleId, own[at] ?? 0, own[at + 1] ?? 0, own[at + 2] ?? 0);
    },
  };
}
