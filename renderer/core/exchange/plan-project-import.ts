import { maxAnalystNameLength } from '#core/analyst.ts';
import { type Highlight, maxNoteLength, ungraded } from '#core/annotations/highlight.ts';
import { tagChanges } from '#core/codebook/edit-codebook.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import { tagsById } from '#core/codebook/tag-tree.ts';
import type { Change, TableName } from '#core/history/change.ts';
import type { AnalystId, ArticleId, HighlightId, NewId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import type { Records } from './bundle.ts';
import {
  type CodingProject,
  createLossList,
  type Loss,
  type LossList,
  type ProjectHighlight,
} from './coding-project.ts';
import { type Home, type PlacedHighlight, placeProjectHighlight } from './place-project-highlight.ts';
import { keepRest, planMemos } from './plan-project-memos.ts';
import { planProjectTags } from './plan-project-tags.ts';
import { createLedger, instant, type Ledger, type Names } from './project-ledger.ts';
import { settlePassages } from './settle-passages.ts';
import type { Take } from './take.ts';

/** What bringing a project in will do. */
export type ProjectPlan = {
  readonly changes: readonly Change[];
  /** Records made and records changed, by table. */
  readonly added: Readonly<Partial<Record<TableName, number>>>;
  readonly changed: Readonly<Partial<Record<TableName, number>>>;
  /** Records that are here already, word for word. */
  readonly same: number;
  /** Tags and groups taken for ours because they read the same. */
  readonly joined: number;
  /** Names and quotes of what is here otherwise, whichever version stands. */
  readonly differing: readonly string[];
  /** Articles whose foreign text is kept, as passages on it wait for review. */
  readonly keptTexts: ReadonlySet<ArticleId>;
  /** Passages that wait for review. */
  readonly toReview: number;
  readonly losses: readonly Loss[];
};

export type ProjectImport = {
  readonly project: CodingProject;
  /** The workspace as it is. */
  readonly ours: Records;
  /** Where each article of the project belongs; one that is not here is brought in anew when `isNew`. */
  readonly homes: ReadonlyMap<ArticleId, Home & { readonly isNew: boolean }>;
  /** Whose version stands where a record is known and differs. */
  readonly take: Take;
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly newId: NewId;
};

/**
 * Plan to bring a project of any coding program into the workspace. Ids are kept, so that a second import changes what
 * the first one made. Nothing of ours is ever taken away, and what can't be carried is in `losses`.
 */
export function planProjectImport(job: ProjectImport): ProjectPlan {
  const { project, ours, homes, take } = job;
  const book = createLedger(ours, take);
  const losses = createLossList();
  const analystIds = planAnalysts(job, book);

  const tagPlan = planProjectTags(project, ours.tags, take, losses);
  const before = tagsById(ours.tags);
  book.note('tags', tagChanges(ours.tags, tagsById(tagPlan.tags)));
  for (const tag of tagPlan.tags) if (!before.has(tag.id)) book.put('tags', tag, tag.name);
  book.differ(tagPlan.differing);

  const joinedGroups = planGroups(job, tagPlan.ids, book);
  for (const [, home] of homes) if (home.isNew) book.put('articles', home.article, home.article.originalName);
  const names: Names = { tagIds: tagPlan.ids, analystIds };
  const { keptTexts, toReview, placedIds } = planHighlights(job, names, { book, losses });
  planMemos(project.memos, { ...names, homes, placedIds }, { book, losses, now: job.now });
  return {
    ...book.close(),
    joined: tagPlan.joined + joinedGroups,
    keptTexts,
    toReview,
    losses: losses.list(),
  };
}

/** A nameless analyst of ours takes the name the file has; one of another id and the same name is another person. */
function planAnalysts({ project, ours }: ProjectImport, book: Ledger): Map<AnalystId, AnalystId> {
  const known = new Map(ours.analysts.map((analyst) => [analyst.id, analyst]));
  for (const { id, name } of project.analysts) {
    const existing = known.get(id);
    if (existing === undefined || existing.name === '')
      book.put('analysts', { id, name: name.slice(0, maxAnalystNameLength).toWellFormed() }, name);
  }
  return new Map(project.analysts.map(({ id }) => [id, id]));
}

/** Groups by id, else by name; members are added, never taken out. Answers how many were joined by name. */
function planGroups({ project, ours }: ProjectImport, tagIds: Names['tagIds'], book: Ledger): number {
  const byName = new Map(ours.tagGroups.map((group) => [fold(group.name), group]));
  let joined = 0;
  for (const group of project.groups) {
    const members = group.tagIds.flatMap((id) => tagIds.get(id) ?? []);
    const byId = book.find('tagGroups', group.id);
    const twin = byId ?? byName.get(fold(group.name.normalize('NFC'))) ?? null;
    if (byId === null && twin !== null) joined += 1;
    const merged: TagGroup = {
      ...(twin ?? group),
      ...(byId === null ? {} : { name: group.name, description: group.description || byId.description }),
      tagIds: [...new Set([...(twin?.tagIds ?? []), ...members])],
    };
    book.put('tagGroups', merged, group.name);
  }
  return joined;
}

type Desk = { readonly book: Ledger; readonly losses: LossList };

function planHighlights(job: ProjectImport, names: Names, { book, losses }: Desk) {
  const { project, homes } = job;
  const articles = new Map(project.articles.map((article) => [article.id, article]));
  const keptTexts = new Set<ArticleId>();
  const placedIds = new Set<HighlightId>();
  let toReview = 0;
  for (const highlight of settleAll(job)) {
    const article = articles.get(highlight.articleId);
    const home = homes.get(highlight.articleId);
    if (article === undefined || home === undefined) {
      losses.add('article-not-here', article?.title ?? quoteOf(highlight));
      continue;
    }
    const placed = placeProjectHighlight(highlight, article, home);
    if (placed.kind === 'lost') {
      losses.add(`passage-${placed.code}`, quoteOf(highlight));
      continue;
    }
    if (placed.kind === 'review') {
      toReview += 1;
      keptTexts.add(article.id);
    }
    placedIds.add(highlight.id);
    const made = makeHighlight(job, names, { highlight, anchor: placed.anchor, losses, book });
    book.put('highlights', made, quoteOf(highlight));
  }
  return { keptTexts, toReview, placedIds };
}

/** The passages in the terms of the texts we have, in the order of the file. */
function settleAll({ project, homes }: ProjectImport): readonly ProjectHighlight[] {
  const groups = new Map<ArticleId, ProjectHighlight[]>();
  for (const highlight of project.highlights) {
    const group = groups.get(highlight.articleId);
    if (group === undefined) groups.set(highlight.articleId, [highlight]);
    else group.push(highlight);
  }
  const settled = new Map<HighlightId, ProjectHighlight>();
  for (const [id, group] of groups) {
    const text = homes.get(id)?.text ?? null;
    if (text === null) continue;
    for (const highlight of settlePassages(group, text)) settled.set(highlight.id, highlight);
  }
  return project.highlights.map((highlight) => settled.get(highlight.id) ?? highlight);
}

type Making = Desk & {
  readonly highlight: ProjectHighlight;
  readonly anchor: Extract<PlacedHighlight, { kind: 'placed' }>['anchor'];
};

/** The highlight as the file has it; what the file can't say is as it was, or as in a new one. */
function makeHighlight({ project, now, newId }: ProjectImport, names: Names, making: Making): Highlight {
  const { anchor, losses, book } = making;
  const known = book.find('highlights', making.highlight.id);
  const highlight = withKnown(making.highlight, known, project.untold);
  const { id, grade, marks } = highlight;
  const tagIds = [...new Set(highlight.tagIds.flatMap((tagId) => names.tagIds.get(tagId) ?? []))];
  if (tagIds.length < new Set(highlight.tagIds).size) losses.add('tag-not-there', anchor.exact.slice(0, 80));
  const tellsTags = known === null || !project.untold?.includes('tags');
  const analystId = highlight.analystId === null ? undefined : names.analystIds.get(highlight.analystId);
  const note = highlight.note.toWellFormed();
  if (note.length > maxNoteLength && known === null) keepRest(note, id, { book, now, newId });
  const made: Highlight = {
    id,
    anchor: known !== null && isSamePlace(known, anchor) ? known.anchor : anchor,
    tagIds: tellsTags ? tagIds : known.tagIds,
    note: note.slice(0, maxNoteLength).toWellFormed(),
    grade: grade ?? known?.grade ?? ungraded,
    ...(marks.length > 0 ? { marks } : {}),
    ...((analystId ?? known?.analystId) ? { analystId: analystId ?? known?.analystId } : {}),
    ...(known?.firstAnchor ? { firstAnchor: known.firstAnchor } : {}),
    ...timesOf(highlight, known, now),
  } as Highlight;
  return made;
}

/** What the file has no place for, as it is known. */
function withKnown(
  highlight: ProjectHighlight,
  known: Highlight | null,
  untold: CodingProject['untold'],
): ProjectHighlight {
  if (known === null) return highlight;
  return {
    ...highlight,
    ...(untold?.includes('note') ? { note: known.note } : {}),
    ...(untold?.includes('marks') ? { marks: known.marks ?? [] } : {}),
  };
}

function timesOf({ createdAt, updatedAt }: ProjectHighlight, known: Highlight | null, now: string) {
  const created = instant(createdAt);
  return {
    createdAt: created ?? known?.createdAt ?? now,
    updatedAt: instant(updatedAt) ?? known?.updatedAt ?? created ?? now,
  };
}

function isSamePlace({ anchor }: Highlight, { start, end, textSha256 }: Highlight['anchor']): boolean {
  return anchor.start === start && anchor.end === end && anchor.textSha256 === textSha256;
}

function quoteOf({ exact, start, end }: ProjectHighlight): string {
  return exact === null ? `${start}–${end}` : exact.slice(0, 80).toWellFormed();
}
