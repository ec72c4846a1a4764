import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '#core/article.ts';
import type { Records } from '#core/exchange/bundle.ts';
import type { CodingProject } from '#core/exchange/coding-project.ts';
import { matchProjectArticles } from '#core/exchange/match-project-articles.ts';
import type { Home } from '#core/exchange/place-project-highlight.ts';
import { planProjectImport } from '#core/exchange/plan-project-import.ts';
import { toCodingProject } from '#core/exchange/to-coding-project.ts';
import type { Change } from '#core/history/change.ts';
import { type ArticleId, idFrom, newId, type TagId } from '#core/ids.ts';
import { caseWorkspace, noRecords, type SampleWorkspace, workspaces } from './sample-workspace.ts';

const now = '2026-11-21T10:00:00.000Z';

function textsOf({ records, files }: SampleWorkspace): Map<ArticleId, string> {
  return new Map(
    records.articles.map(({ id, textSha256 }) => [id, new TextDecoder().decode(files.get(textSha256))]),
  );
}

function projectOf(workspace: SampleWorkspace): CodingProject {
  const articleIds = new Set(workspace.records.articles.map(({ id }) => id));
  return toCodingProject(workspace.records, textsOf(workspace), { name: 'a case', articleIds });
}

/** Every article of the project at its own home: new where `ours` lacks it. */
function homesOf(project: CodingProject, workspace: SampleWorkspace, ours: Records) {
  const matches = matchProjectArticles(project.articles, ours.articles);
  const texts = textsOf(workspace);
  const articles = new Map(workspace.records.articles.map((article) => [article.id, article]));
  const homes = new Map<ArticleId, Home & { readonly isNew: boolean }>();
  for (const { id } of project.articles) {
    const match = matches.get(id);
    const article = match?.kind === 'ours' ? match.article : (articles.get(id) as Article);
    homes.set(id, { article, text: texts.get(id) ?? null, isNew: match?.kind === 'new' });
  }
  return homes;
}

function bringIn(
  project: CodingProject,
  workspace: SampleWorkspace,
  ours: Records,
  take: 'file' | 'ours' = 'file',
) {
  return planProjectImport({ project, ours, homes: homesOf(project, workspace, ours), take, now, newId });
}

/** The records after the changes, by a plain map. */
function apply(ours: Records, changes: readonly Change[]): Records {
  const tables = new Map(
    Object.entries(ours).map(([table, records]) => [
      table,
      new Map<string, unknown>(records.map((record) => [record.id, record])),
    ]),
  );
  for (const { table, id, before, after: made } of changes) {
    const records = tables.get(table);
    expect(records?.get(id) ?? null).toEqual(before);
    if (made === null) records?.delete(id);
    else records?.set(id, made);
  }
  return Object.fromEntries(
    Array.from(tables, ([table, records]) => [table, [...records.values()]]),
  ) as unknown as Records;
}

/** Those that cut no character in two, as none the program makes does. */
function whole(highlights: Records['highlights']) {
  return highlights.filter(({ anchor }) => anchor.exact.isWellFormed());
}

describe('a project of our own', () => {
  it('comes into an empty workspace with every tag, highlight, note and grade as it was', () => {
    fc.assert(
      fc.property(workspaces, (workspace) => {
        const project = projectOf(workspace);
        const plan = bringIn(project, workspace, noRecords);
        const made = apply(noRecords, plan.changes);
        const there = new Set(whole(workspace.records.highlights).map(({ id }) => id));
        expect(made.highlights.filter(({ id }) => there.has(id))).toEqual(
          whole(workspace.records.highlights),
        );
        expect(made.articles).toEqual(workspace.records.articles);
        const plain = (tags: Records['tags']) =>
          new Map(
            tags.map(({ id, parentId, description, color }) => [
              id,
              { parentId, description: description.normalize('NFC').toWellFormed(), color },
            ]),
          );
        expect(plain(made.tags)).toEqual(plain(workspace.records.tags));
      }),
      { numRuns: 30 },
    );
  });

  it('changes nothing where it came from', () => {
    const workspace = caseWorkspace();
    const plan = bringIn(projectOf(workspace), workspace, workspace.records);
    expect(plan.changes).toEqual([]);
    expect(plan.losses).toEqual([]);
    expect(plan.same).toBeGreaterThan(0);
  });

  it('brought in twice makes nothing twice', () => {
    const workspace = caseWorkspace();
    const project = projectOf(workspace);
    const first = apply(noRecords, bringIn(project, workspace, noRecords).changes);
    expect(bringIn(project, workspace, first).changes).toEqual([]);
  });
});

describe('a second import', () => {
  const workspace = caseWorkspace();
  const project = projectOf(workspace);
  const edited: CodingProject = {
    ...project,
    highlights: project.highlights.map((highlight, index) =>
      index === 0 ? { ...highlight, note: 'seen again' } : highlight,
    ),
    tags: project.tags.map((tag, index) => (index === 0 ? { ...tag, name: 'another name' } : tag)),
  };

  it('changes what differs, and only that, when the file’s version stands', () => {
    const plan = bringIn(edited, workspace, workspace.records);
    expect(plan.changes.map(({ table, id }) => [table, id])).toEqual([
      ['tags', project.tags[0]?.id],
      ['highlights', project.highlights[0]?.id],
    ]);
    expect(plan.differing).toHaveLength(2);
  });

  it('changes nothing when ours stands, and names what differs', () => {
    const plan = bringIn(edited, workspace, workspace.records, 'ours');
    expect(plan.changes).toEqual([]);
    expect(plan.differing).toHaveLength(2);
  });
});

describe('what can not be carried', () => {
  const workspace = caseWorkspace();
  const project = projectOf(workspace);
  const [first] = project.highlights;
  if (first === undefined) throw new Error('the case has highlights');

  it('is named: a passage without words, one of an article that is not here, a tag nobody has', () => {
    const broken: CodingProject = {
      ...project,
      highlights: [
        { ...first, id: idFrom('empty'), start: 5, end: 5 },
        { ...first, id: idFrom('elsewhere'), articleId: idFrom('nowhere') },
        { ...first, id: idFrom('tagless'), tagIds: [idFrom<'tag'>('no tag') as TagId] },
      ],
    };
    const plan = bringIn(broken, workspace, workspace.records);
    expect(plan.losses.map(({ code, count }) => [code, count])).toEqual([
      ['passage-empty', 1],
      ['article-not-here', 1],
      ['tag-not-there', 1],
    ]);
    expect(plan.added.highlights).toBe(1);
  });

  it('waits for review when it was made on a text that is not ours', () => {
    const [article] = project.articles;
    if (article === undefined) throw new Error('the case has articles');
    const elsewhere: CodingProject = {
      ...project,
      articles: [{ ...article, text: 'Quite another text.', textSha256: '0'.repeat(64) }],
      highlights: [
        { ...first, id: idFrom('elsewhere'), articleId: article.id, start: 6, end: 13, exact: 'another' },
      ],
      memos: [],
    };
    const plan = bringIn(elsewhere, workspace, workspace.records);
    expect(plan.toReview).toBe(1);
    expect([...plan.keptTexts]).toEqual([article.id]);
    const [made] = plan.changes.flatMap(({ table, after: record }) =>
      table === 'highlights' ? [record] : [],
    );
    expect(made).toMatchObject({ anchor: { exact: 'another', textSha256: '0'.repeat(64) } });
  });
});

describe('words alone', () => {
  const workspace = caseWorkspace();
  const project = projectOf(workspace);
  const pointing: CodingProject = {
    ...project,
    articles: project.articles.map((article) => ({ ...article, text: null, textSha256: null })),
    highlights: project.highlights.map((highlight) => ({ ...highlight, start: null, end: null })),
  };

  it('find their place in our text, where their context leaves no doubt', () => {
    const bare = { ...workspace.records, highlights: [] };
    const plan = bringIn(pointing, workspace, bare);
    const made = apply(bare, plan.changes).highlights;
    const lost = plan.losses.reduce((sum, { count }) => sum + count, 0);
    expect(made.length + lost).toBe(project.highlights.length);
    for (const { id, anchor } of made)
      expect(anchor).toEqual(workspace.records.highlights.find((one) => one.id === id)?.anchor);
    expect(made.length).toBeGreaterThan(0);
  });
});

it('keeps every word of a memo that is longer than a memo may be, twice alike', () => {
  const workspace = caseWorkspace();
  const text = 'Une longue pensée. '.repeat(2_000);
  const memo = {
    id: idFrom<'memo'>('long'),
    title: 'long',
    text,
    subject: { kind: 'workspace' as const },
    links: [],
    createdAt: now,
    updatedAt: now,
  };
  const project: CodingProject = { ...projectOf(workspace), memos: [memo] };
  const first = apply(noRecords, bringIn(project, workspace, noRecords).changes);
  expect(first.memos.map((one) => one.text).join('')).toBe(text);
  expect(first.memos.length).toBeGreaterThan(2);
  expect(bringIn(project, workspace, first).changes).toEqual([]);
});
