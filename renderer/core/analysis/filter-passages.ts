import type { Grade, HighlightMark } from '#core/annotations/highlight.ts';
import type { Article, StatedDate } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import { withDescendants } from '#core/codebook/tag-tree.ts';
import type { AnalystId, ArticleId, HighlightId, TagGroupId, TagId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import { analystOf, foldedWords, type Passage } from './passages.ts';

/** Which passages to show; `null` and an empty text let all through. */
export type PassageFilter = {
  /** This tag or one below it. */
  readonly tagId: TagId | null;
  /** A tag of this group or one below such a tag. */
  readonly groupId: TagGroupId | null;
  readonly articleId: ArticleId | null;
  /** Publisher or carrier. */
  readonly source: string | null;
  /** `2024-09-17`: dates of publication from here on, as stated. */
  readonly from: string | null;
  /** The last day that passes. */
  readonly to: string | null;
  readonly reliability: Grade['reliability'] | null;
  readonly credibility: Grade['credibility'] | null;
  readonly mark: HighlightMark | null;
  /** `unknown`: made before it was noted by whom. */
  readonly analystId: AnalystId | 'unknown' | null;
  readonly hasNote: boolean | null;
  /** Words that all stand in quote, note, tags or title, folded. */
  readonly text: string;
  /** These and no others. */
  readonly ids: ReadonlySet<HighlightId> | null;
};

/** Lets every passage through. */
export const everyPassage: PassageFilter = {
  tagId: null,
  groupId: null,
  articleId: null,
  source: null,
  from: null,
  to: null,
  reliability: null,
  credibility: null,
  mark: null,
  analystId: null,
  hasNote: null,
  text: '',
  ids: null,
};

/** What a filter lets through, in the same order. */
export type Filtered = {
  readonly found: readonly Passage[];
  /** Left out only because their article states no date, or none exact enough to lie within the wanted ones. */
  readonly undated: number;
};

type Codebook = { readonly tags: readonly Tag[]; readonly groups: readonly TagGroup[] };

/** The passages that pass every part of `filter`. */
export function filterPassages(
  passages: readonly Passage[],
  filter: PassageFilter,
  codebook: Codebook,
): Filtered {
  const passes = checksOf(filter, codebook);
  const isDated = filter.from !== null || filter.to !== null;
  const placed = new Map<Article | null, 'in' | 'out' | 'untold'>();
  const found: Passage[] = [];
  let undated = 0;
  for (const passage of passages) {
    if (!passes.every((check) => check(passage))) continue;
    const { article } = passage;
    const place = isDated ? (placed.get(article) ?? placeDate(article, filter)) : 'in';
    if (isDated) placed.set(article, place);
    if (place === 'in') found.push(passage);
    if (place === 'untold') undated += 1;
  }
  return { found, undated };
}

type Check = (passage: Passage) => boolean;

/** One check for each part of the filter that asks for something; the cheap ones first. */
function checksOf(filter: PassageFilter, { tags, groups }: Codebook): Check[] {
  const { tagId, groupId, articleId, source, reliability, credibility, mark, analystId, hasNote } = filter;
  const group = groups.find(({ id }) => id === groupId);
  const checks: (Check | false)[] = [
    filter.ids !== null && (({ highlight }) => filter.ids?.has(highlight.id) ?? false),
    articleId !== null && (({ highlight }) => highlight.anchor.articleId === articleId),
    reliability !== null && (({ highlight }) => highlight.grade.reliability === reliability),
    credibility !== null && (({ highlight }) => highlight.grade.credibility === credibility),
    mark !== null && (({ highlight }) => highlight.marks?.includes(mark) ?? false),
    analystId !== null && ((passage) => (analystOf(passage) ?? 'unknown') === analystId),
    hasNote !== null && (({ highlight }) => (highlight.note.trim() !== '') === hasNote),
    tagId !== null && carries(withDescendants(tagId, tags)),
    groupId !== null && carries(new Set(group?.tagIds.flatMap((id) => [...withDescendants(id, tags)]))),
    source !== null &&
      (({ article }) => article?.publisher?.value === source || article?.carrier?.value === source),
    checkWords(filter.text),
  ];
  return checks.filter((check) => check !== false);
}

function carries(wanted: ReadonlySet<TagId>): Check {
  return ({ highlight }) => highlight.tagIds.some((id) => wanted.has(id));
}

function checkWords(text: string): Check | false {
  const words = fold(text.normalize('NFC')).split(/\s+/).filter(Boolean);
  if (words.length === 0) return false;
  const known = new Map<string, string>();
  const folded = (value: string) => {
    const made = known.get(value) ?? fold(value);
    known.set(value, made);
    return made;
  };
  return ({ highlight, article, tagPaths }) =>
    words.every(
      (word) =>
        foldedWords(highlight).includes(word) ||
        folded(article?.title.value ?? '').includes(word) ||
        tagPaths.some((path) => folded(path).includes(word)),
    );
}

/** Whether the stated date lies wholly within the wanted days; `untold`: that can't be told of it. */
function placeDate(article: Article | null, { from, to }: PassageFilter): 'in' | 'out' | 'untold' {
  const date = article?.publishedAt?.value;
  if (date === undefined) return 'untold';
  const { first, last } = daysOf(date);
  if (from !== null && last < from) return 'out';
  if (to !== null && first > to) return 'out';
  return (from === null || first >= from) && (to === null || last <= to) ? 'in' : 'untold';
}

/** The first and last day a stated date may mean. */
function daysOf({ iso, precision }: StatedDate): { first: string; last: string } {
  if (precision === 'year') return { first: `${iso.slice(0, 4)}-01-01`, last: `${iso.slice(0, 4)}-12-31` };
  if (precision === 'month') return { first: `${iso.slice(0, 7)}-01`, last: lastDay(iso.slice(0, 7)) };
  return { first: iso.slice(0, 10), last: iso.slice(0, 10) };
}

function lastDay(month: string): string {
  const day = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0));
  return day.toISOString().slice(0, 10);
}
