import type { Highlight } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { Change } from '#core/history/change.ts';
import type { ArticleId, HighlightId, Id, NewId, TagId } from '#core/ids.ts';

/** Tags from lines indented by two spaces a level; the id of each is its name. */
export function makeTags(outline: string): Tag[] {
  const path: string[] = [];
  return outline
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line, index, lines) => {
      const base = lines[0]?.search(/\S/) ?? 0;
      const depth = (line.search(/\S/) - base) / 2;
      const name = line.trim();
      path.splice(depth, path.length, name);
      return {
        id: name as TagId,
        parentId: (path[depth - 1] ?? null) as TagId | null,
        name,
        description: '',
        color: 'red',
        order: index + 1,
      };
    });
}

/** A highlight in `article` that carries tags. */
export function makeHighlight(id: string, article: string, tagIds: readonly string[]): Highlight {
  return {
    id: id as HighlightId,
    anchor: {
      articleId: article as ArticleId,
      textSha256: '',
      start: 0,
      end: 5,
      exact: 'quote',
      prefix: '',
      suffix: '',
    },
    tagIds: tagIds as readonly TagId[],
    note: '',
    grade: { reliability: 'F', credibility: 6 },
    createdAt: '2024-09-24T12:00:00.000Z',
    updatedAt: '2024-09-24T12:00:00.000Z',
  };
}

/** Ids that count: `new1`, `new2` … */
export function countingIds(): NewId {
  let last = 0;
  return <Kind extends string>() => {
    last += 1;
    return `new${last}` as Id<Kind>;
  };
}

/** The records of one table after `changes`; each change must start from what is there. */
export function applyTo<Kept extends { readonly id: string }>(
  table: Change['table'],
  records: readonly Kept[],
  changes: readonly Change[],
): Kept[] {
  const stored = new Map<string, unknown>(records.map((record) => [record.id, record]));
  for (const change of changes) {
    if (change.table !== table) continue;
    const before = JSON.stringify(stored.get(change.id) ?? null);
    if (before !== JSON.stringify(change.before))
      throw new Error(
        `the change of ${change.id} starts from ${JSON.stringify(change.before)}, not ${before}`,
      );
    if (change.after === null) stored.delete(change.id);
    else stored.set(change.id, change.after);
  }
  return [...stored.values()] as Kept[];
}

/** The tree of `tags` as indented lines, written without the code under test. */
export function outlineOf(tags: readonly Tag[]): string {
  const write = (parentId: TagId | null, indent: string): string[] =>
    tags
      .filter((tag) => tag.parentId === parentId)
      .sort((a, b) => a.order - b.order)
      .flatMap((tag) => [`${indent}${tag.name}`, ...write(tag.id, `${indent}  `)]);
  return write(null, '').join('\n');
}
