import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { buildTagTree, listNodes, type TagNode } from '#core/codebook/tag-tree.ts';
import type { AnalystId, ArticleId, TagId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import {
  type Coefficient,
  cohenKappa,
  coincidencesOfTwo,
  nominalAlpha,
  percentAgreement,
} from './coefficients.ts';
import { intersectSpans, type SpanSet, spanLength, subtractSpans, uniteSpans } from './span-set.ts';
import { createTagReach, type TagScope } from './tag-reach.ts';
import type { Units } from './units.ts';

/** An article both are compared on. */
export type ComparedArticle = { readonly article: Article; readonly units: Units };

/** Who and what is compared. */
export type Comparison = {
  readonly first: AnalystId;
  readonly second: AnalystId;
  readonly articles: readonly ComparedArticle[];
  /** The highlights of both in these articles; those on another version of a text are passed over. */
  readonly highlights: readonly Highlight[];
  readonly tags: readonly Tag[];
  /** The tags to compare by; those neither of them gave are left out of the answer. */
  readonly tagIds: ReadonlySet<TagId>;
  readonly scope: TagScope;
};

/** Units by who gave the tag. */
export type FourFold = {
  readonly both: number;
  readonly first: number;
  readonly second: number;
  readonly neither: number;
};

/** How far two analysts agree in giving a tag. */
export type Agreement = {
  readonly counts: FourFold;
  readonly percent: Coefficient;
  readonly kappa: Coefficient;
  readonly alpha: Coefficient;
};

/** Units in a row that only one of them gave the tag. */
export type Disagreement = {
  readonly articleId: ArticleId;
  readonly tagId: TagId;
  readonly by: 'first' | 'second';
  readonly span: TextSpan;
  readonly units: number;
};

export type AgreementReport = {
  /** In the order of the tree. */
  readonly tags: readonly { readonly node: TagNode; readonly agreement: Agreement }[];
  /** Every decision on a tag and a unit taken together. */
  readonly all: Agreement;
  /** In the order of the articles, of their texts and of the tree. */
  readonly disagreements: readonly Disagreement[];
  readonly units: number;
};

/**
 * Compare two codings unit by unit: a unit has a tag when a highlight with it covers any of the unit. For each tag it is
 * one yes or no of each analyst on every unit of every article.
 */
export function compareCodings(comparison: Comparison): AgreementReport {
  const { articles, tags, tagIds, scope } = comparison;
  const reach = createTagReach(tags, scope);
  const total = articles.reduce((sum, { units }) => sum + units.count, 0);
  const given = collectGiven(comparison, reach);
  const rows = listNodes(buildTagTree(tags)).filter(({ tag }) => tagIds.has(tag.id) && given.has(tag.id));
  const disagreements: Disagreement[] = [];
  const compared = rows.map((node) => {
    const own = given.get(node.tag.id);
    const sum = { both: 0, first: 0, second: 0 };
    for (const { article, units } of articles) {
      const there = own?.get(article.id);
      if (there === undefined) continue;
      const [first, second] = [uniteSpans(there.first), uniteSpans(there.second)];
      sum.both += spanLength(intersectSpans(first, second));
      for (const by of ['first', 'second'] as const) {
        const runs = by === 'first' ? subtractSpans(first, second) : subtractSpans(second, first);
        sum[by] += spanLength(runs);
        disagreements.push(...placeRuns(runs, units, { articleId: article.id, tagId: node.tag.id, by }));
      }
    }
    return { node, counts: { ...sum, neither: total - sum.both - sum.first - sum.second } };
  });
  return {
    tags: compared.map(({ node, counts }) => ({ node, agreement: agreementOf(counts) })),
    all: agreementOf(addUp(compared.map(({ counts }) => counts))),
    disagreements: inOrder(disagreements, articles),
    units: total,
  };
}

/** Percent agreement, kappa and alpha of yes and no. */
export function agreementOf(counts: FourFold): Agreement {
  const table = [
    [counts.both, counts.first],
    [counts.second, counts.neither],
  ];
  return {
    counts,
    percent: percentAgreement(table),
    kappa: cohenKappa(table),
    alpha: nominalAlpha(coincidencesOfTwo(table)),
  };
}

type Given = { readonly first: TextSpan[]; readonly second: TextSpan[] };

/** Which units each of the two gave each tag, by article. */
function collectGiven(
  { first, second, articles, highlights }: Comparison,
  reach: ReturnType<typeof createTagReach>,
): Map<TagId, Map<ArticleId, Given>> {
  const byId = new Map(articles.map((compared) => [compared.article.id, compared]));
  const given = new Map<TagId, Map<ArticleId, Given>>();
  for (const { anchor, analystId, tagIds } of highlights) {
    const compared = byId.get(anchor.articleId);
    const isCurrent = compared?.article.textSha256 === anchor.textSha256;
    if (compared === undefined || !isCurrent || (analystId !== first && analystId !== second)) continue;
    const units = compared.units.within(anchor);
    if (units.start >= units.end) continue;
    for (const id of reach(tagIds)) {
      const byArticle = given.get(id) ?? new Map<ArticleId, Given>();
      const there = byArticle.get(anchor.articleId) ?? { first: [], second: [] };
      there[analystId === first ? 'first' : 'second'].push(units);
      given.set(id, byArticle.set(anchor.articleId, there));
    }
  }
  return given;
}

function placeRuns(
  runs: SpanSet,
  units: Units,
  what: Pick<Disagreement, 'articleId' | 'tagId' | 'by'>,
): Disagreement[] {
  return runs.map((run) => ({ ...what, span: units.place(run), units: run.end - run.start }));
}

function addUp(all: readonly FourFold[]): FourFold {
  const sum = (read: (counts: FourFold) => number) => all.reduce((total, counts) => total + read(counts), 0);
  return {
    both: sum(({ both }) => both),
    first: sum(({ first }) => first),
    second: sum(({ second }) => second),
    neither: sum(({ neither }) => neither),
  };
}

function inOrder(
  disagreements: readonly Disagreement[],
  articles: readonly ComparedArticle[],
): Disagreement[] {
  const order = new Map(articles.map(({ article }, index) => [article.id, index]));
  const orderOf = ({ articleId }: Disagreement) => order.get(articleId) ?? 0;
  // Sorting keeps the order of the tree among those of one place.
  return [...disagreements].sort((a, b) => orderOf(a) - orderOf(b) || a.span.start - b.span.start);
}
