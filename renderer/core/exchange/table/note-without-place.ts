import type { CodingProject, LossList } from '#core/exchange/coding-project.ts';

/** Note what has no place in a table of highlights: memos, groups, what tags are for, and the texts. */
export function noteWithoutPlace({ memos, groups, tags, articles }: CodingProject, losses: LossList): void {
  for (const { title, text } of memos) losses.add('memo-left-out', title || text.slice(0, 80).toWellFormed());
  for (const { name } of groups) losses.add('group-left-out', name);
  for (const { description, guide, name } of tags)
    if (description !== '' || guide !== undefined) losses.add('tag-description-left-out', name);
  for (const { title, text } of articles) if (text !== null) losses.add('text-not-in-file', title);
}
