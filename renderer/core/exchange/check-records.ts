import { strFromU8 } from 'fflate';
import type { Anchor } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import { tableNames } from '#core/history/change.ts';
import type { ArticleId } from '#core/ids.ts';
import { type BundleFile, fileName, type Records } from './bundle.ts';
import type { BundleProblem } from './read-bundle.ts';

/**
 * Hold the records of a bundle against one another and against its files: ids are unique, what is referred to is
 * there, and every passage is what stands at its place in the text.
 *
 * @returns the first problem; `null` when all is sound.
 */
export function checkRecords(records: Records, files: readonly BundleFile[]): BundleProblem | null {
  return (
    findDuplicateId(records) ??
    findMissingFile(records, files) ??
    findMissingReference(records) ??
    findWrongText(records, files)
  );
}

function findDuplicateId(records: Records): BundleProblem | null {
  for (const table of tableNames) {
    const seen = new Set<string>();
    for (const { id } of records[table]) {
      if (seen.has(id)) return { code: 'duplicate-id', detail: { table, id } };
      seen.add(id);
    }
  }
  return null;
}

function findMissingFile(records: Records, files: readonly BundleFile[]): BundleProblem | null {
  const there = new Set(files.map(({ kind, sha256 }) => fileName(kind, sha256)));
  for (const { originalSha256, textSha256 } of records.articles)
    for (const name of [fileName('original', originalSha256), fileName('text', textSha256)])
      if (!there.has(name)) return { code: 'missing-entry', detail: { name } };
  return null;
}

function findMissingReference(records: Records): BundleProblem | null {
  const articles = new Set(records.articles.map((article) => article.id));
  for (const table of ['highlights', 'mentions', 'findings'] as const)
    for (const { id, anchor } of records[table])
      if (!articles.has(anchor.articleId)) return { code: 'missing-article', detail: { table, id } };
  const briefs = new Set(records.briefs.map((brief) => brief.id));
  for (const { id, briefId } of records.blocks)
    if (!briefs.has(briefId)) return { code: 'missing-brief', detail: { table: 'blocks', id } };
  return null;
}

function findWrongText(records: Records, files: readonly BundleFile[]): BundleProblem | null {
  const anchors = groupAnchors(records);
  const texts = new Map(
    files.filter(({ kind }) => kind === 'text').map(({ sha256, bytes }) => [sha256, bytes]),
  );
  for (const article of records.articles) {
    const text = strFromU8(texts.get(article.textSha256) ?? new Uint8Array());
    if (text.length !== article.textLength)
      return { code: 'wrong-text', detail: { name: article.originalName } };
    const wrong = anchors.get(article.id)?.find(({ anchor }) => !holds(anchor, article, text));
    if (wrong !== undefined) return { code: 'wrong-passage', detail: { table: wrong.table, id: wrong.id } };
  }
  return null;
}

type Anchored = { readonly table: string; readonly id: string; readonly anchor: Anchor };

function groupAnchors(records: Records): Map<ArticleId, Anchored[]> {
  const groups = new Map<ArticleId, Anchored[]>();
  for (const table of ['highlights', 'mentions', 'findings'] as const)
    for (const { id, anchor } of records[table]) {
      const group = groups.get(anchor.articleId) ?? [];
      group.push({ table, id, anchor });
      groups.set(anchor.articleId, group);
    }
  return groups;
}

/** An anchor of another state of the text can't be checked here, and waits for review as it did where it came from. */
function holds({ start, end, exact, textSha256 }: Anchor, article: Article, text: string): boolean {
  return textSha256 !== article.textSha256 || text.slice(start, end) === exact;
}
