import type { ArticleId } from '#core/ids.ts';
import {
  byLikeness,
  differInFigures,
  estimateShares,
  joinFigures,
  type Likeness,
  likenessOfWords,
} from './compare-sketches.ts';
import { createPostingTable } from './posting-table.ts';
import type { TextSketch } from './sketch-text.ts';

/** An article with the same text as the one that was asked for. */
export type Copy = Likeness & { readonly articleId: ArticleId };

/** Finds the articles with the same text: what planning an import needs to know. */
export type CopyFinder = {
  find(sketch: TextSketch): FoundCopies;
};

export type FoundCopies = {
  /** Articles with the same text, the most alike first; a few of them when there are many. */
  readonly copies: readonly Copy[];
  /** Articles that would have the same text, but give other figures: no group of theirs may take it. */
  readonly apart: readonly ArticleId[];
};

/** The same finder for as long as nothing is added: each sketch is looked up once. */
export function rememberFound({ find }: CopyFinder): CopyFinder {
  const found = new Map<TextSketch, FoundCopies>();
  return {
    find(sketch) {
      const known = found.get(sketch) ?? find(sketch);
      found.set(sketch, known);
      return known;
    },
  };
}

/** The texts of a library by their sketches. */
export type CopyIndex = CopyFinder & {
  add(articleId: ArticleId, sketch: TextSketch): void;
};

/** A text, and the articles that have it or nearly it: they are not searched one by one. */
type Entry = {
  /** Of the first of them. */
  readonly sketch: TextSketch;
  readonly articleIds: ArticleId[];
  /** The figures that each of them gives. */
  readonly figures: Uint32Array[];
  /** Those that any of them gives; `null`: too many to join. */
  allFigures: Uint32Array | null;
};

/** Hashes of a sketch by which it is looked up: of a part of a third, at least two are among those of the whole. */
const lookedUp = 32;

/** Different texts with one and the same run of words: more are boilerplate. */
const mostTexts = 32;

/** Texts compared in one search, those with the most in common, and hashes in common from which it is worth while. */
const compared = 12;
const fewestCommon = 2;

/** Copies answered of one text. */
const mostCopies = 8;

/** Articles under one text of which the figures are looked at, and figures that are joined. */
const mostLookedAt = 1_000;
const mostFigures = 8_000;

/** With this much of either in the other, a text is kept under the one that is there. */
const nearlyAll = 0.9;

/**
 * Make an empty index. A search looks up a fixed number of hashes and compares a fixed number of texts, so that the cost
 * of an article does not grow with the library.
 */
export function createCopyIndex(): CopyIndex {
  const entries: Entry[] = [];
  const firstWith = new Map<number, { readonly articleId: ArticleId; readonly words: number }>();
  const postings = createPostingTable(mostTexts);

  function candidates({ hashes }: TextSketch): Entry[] {
    const common = new Map<number, number>();
    for (const hash of hashes.subarray(0, lookedUp))
      for (const text of postings.read(hash)) common.set(text, (common.get(text) ?? 0) + 1);
    return [...common]
      .filter(([, count]) => count >= fewestCommon)
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, compared)
      .flatMap(([text]) => entries[text] ?? []);
  }

  function wordForWord({ words, wording }: TextSketch): Copy[] {
    const first = firstWith.get(wording);
    if (words === 0 || first?.words !== words) return [];
    return [{ articleId: first.articleId, reason: 'same-words', likeness: 1 }];
  }

  return {
    add(articleId, sketch) {
      const { words, wording, hashes } = sketch;
      if (words === 0) return;
      if (!firstWith.has(wording)) firstWith.set(wording, { articleId, words });
      const there = candidates(sketch).find((entry) => isNearlyAll(sketch, entry.sketch));
      if (there !== undefined) {
        there.articleIds.push(articleId);
        there.figures.push(sketch.figures);
        const { allFigures } = there;
        const canJoin = allFigures !== null && allFigures.length < mostFigures;
        there.allFigures = canJoin ? joinFigures(allFigures, sketch.figures) : null;
        return;
      }
      for (const hash of hashes.subarray(0, lookedUp)) postings.add(hash, entries.length);
      const { figures } = sketch;
      entries.push({ sketch, articleIds: [articleId], figures: [figures], allFigures: figures });
    },
    find(sketch) {
      const same = wordForWord(sketch);
      const like = candidates(sketch).flatMap((entry) => likeArticles(sketch, entry));
      const others = like
        .filter(({ isApart, articleId }) => !isApart && articleId !== same[0]?.articleId)
        .map(({ articleId, reason, likeness }) => ({ articleId, reason, likeness }))
        .sort(byLikeness);
      return {
        copies: [...same, ...others].slice(0, mostCopies),
        apart: like.flatMap(({ isApart, articleId }) => (isApart ? articleId : [])),
      };
    },
  };
}

type LikeArticle = Copy & { readonly isApart: boolean };

/** The articles kept under a text that one is like, and whether they give other figures than it: some of either. */
function likeArticles(sketch: TextSketch, entry: Entry): LikeArticle[] {
  const likeness = likenessOfWords(sketch, entry.sketch);
  if (likeness === null) return [];
  const { articleIds, figures, allFigures } = entry;
  const mayDiffer = allFigures === null || differInFigures(sketch.figures, allFigures);
  const alike: LikeArticle[] = [];
  const apart: LikeArticle[] = [];
  for (const [at, articleId] of articleIds.slice(0, mostLookedAt).entries()) {
    // Only the first one has the very words of the text.
    const isExact = likeness.reason === 'same-words' && at === 0;
    const reason = likeness.reason === 'same-words' && !isExact ? 'near' : likeness.reason;
    const isApart = !isExact && mayDiffer && differInFigures(sketch.figures, figures[at] ?? noFigures);
    (isApart ? apart : alike).push({ articleId, reason, likeness: likeness.likeness, isApart });
    if (alike.length >= mostCopies && (!mayDiffer || apart.length >= mostCopies)) break;
  }
  return [...alike.slice(0, mostCopies), ...apart.slice(0, mostCopies)];
}

const noFigures = new Uint32Array();

function isNearlyAll(a: TextSketch, b: TextSketch): boolean {
  return Math.min(a.runs, b.runs) > 0 && estimateShares(a, b).ofLonger >= nearlyAll;
}
