import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { buildTagTree, listNodes } from '#core/codebook/tag-tree.ts';
import type { AnalystId } from '#core/ids.ts';
import { analystOf, collator, compareText, gradeText, monthOf, type Passage, sourceOf } from './passages.ts';

/** What passages may be put together by. */
export type Grouping = 'tag' | 'article' | 'source' | 'month' | 'grade' | 'analyst';

/** What the passages of a group have in common; `null`: that they have nothing of it. */
export type GroupHead =
  | { readonly by: 'tag'; readonly tag: Tag | null }
  | { readonly by: 'article'; readonly article: Article | null }
  | { readonly by: 'source'; readonly source: string | null }
  /** `2024-09`, or `2024` when no month is stated. */
  | { readonly by: 'month'; readonly month: string | null }
  | { readonly by: 'grade'; readonly grade: string }
  | { readonly by: 'analyst'; readonly analystId: AnalystId | null };

/** Passages that have something in common, in the order they came in. */
export type PassageGroup = { readonly head: GroupHead; readonly passages: readonly Passage[] };

/**
 * Put passages into groups, keeping their order. By tag they stand in the order of the tree, and a passage in the group
 * of each of its tags; by article in the order met; by source, month, grade and analyst in that order. What has nothing
 * of it comes last. Groups without a passage are left out.
 */
export function groupPassages(
  passages: readonly Passage[],
  by: Grouping,
  tags: readonly Tag[],
): PassageGroup[] {
  if (by === 'tag') return groupByTag(passages, tags);
  const groups = new Map<string, { head: GroupHead; passages: Passage[] }>();
  for (const passage of passages) {
    const { key, head } = headOf(passage, by);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { head, passages: [passage] });
    else group.passages.push(passage);
  }
  const sorted = [...groups];
  if (by !== 'article') sorted.sort(([a], [b]) => compareKeys(a, b));
  return sorted.map(([, group]) => group);
}

function groupByTag(passages: readonly Passage[], tags: readonly Tag[]): PassageGroup[] {
  const groups = new Map<Tag | null, Passage[]>(
    listNodes(buildTagTree(tags)).map(({ tag }) => [tag, [] as Passage[]]),
  );
  groups.set(null, []);
  for (const passage of passages)
    for (const tag of passage.tags.length === 0 ? [null] : new Set(passage.tags))
      groups.get(tag)?.push(passage);
  return [...groups]
    .filter(([, own]) => own.length > 0)
    .map(([tag, own]) => ({ head: { by: 'tag', tag }, passages: own }));
}

function headOf(passage: Passage, by: Exclude<Grouping, 'tag'>): { key: string; head: GroupHead } {
  const { article, highlight } = passage;
  switch (by) {
    case 'article':
      return { key: highlight.anchor.articleId, head: { by, article } };
    case 'source': {
      const source = sourceOf(article);
      return { key: source ?? '', head: { by, source } };
    }
    case 'month': {
      const month = monthOf(article);
      return { key: month ?? '', head: { by, month } };
    }
    case 'grade': {
      const grade = gradeText(highlight.grade);
      return { key: grade, head: { by, grade } };
    }
    case 'analyst': {
      const analystId = analystOf(passage);
      return { key: analystId ?? '', head: { by, analystId } };
    }
  }
}

function compareKeys(a: string, b: string): number {
  if (a === '' || b === '') return Number(a === '') - Number(b === '');
  return collator.compare(a, b) || compareText(a, b);
}
