import type {
  CodingProject,
  ProjectArticle,
  ProjectHighlight,
  ProjectTag,
} from '#core/exchange/coding-project.ts';
import type { ExportWords } from '#core/exchange/export-words.ts';
import { type TagPath, tagPaths } from '#core/exchange/table/tag-cell.ts';
import type { AnalystId, ArticleId, HighlightId, TagId } from '#core/ids.ts';
import { createVaultNames, vaultTag } from './vault-names.ts';
import { vaultLine, vaultLink, vaultParagraphs, vaultQuote } from './vault-text.ts';

/** Where everything of a project stands in the vault, and how it is said. */
export type Vault = {
  readonly project: CodingProject;
  readonly words: ExportWords;
  readonly paths: ReadonlyMap<TagId, TagPath>;
  readonly articles: ReadonlyMap<ArticleId, ProjectArticle>;
  readonly articleOrder: ReadonlyMap<ArticleId, number>;
  readonly analysts: ReadonlyMap<AnalystId, string>;
  /** The paths of files from the top of the vault, without their ending. */
  articleFile(id: ArticleId): string;
  tagFile(id: TagId): string;
};

/** Give everything its file. */
export function layOutVault(project: CodingProject, words: ExportWords): Vault {
  const articles = new Map(project.articles.map((article) => [article.id, article]));
  const paths = tagPaths(project.tags);
  const articleNames = createVaultNames();
  const tagNames = createVaultNames();
  const articleFile = (id: ArticleId) =>
    `articles/${articleNames.name(id, articles.get(id)?.title || articles.get(id)?.source || id)}`;
  const tagFile = (id: TagId) =>
    `tags/${tagNames.name(id, (paths.get(id) ?? []).map(({ name }) => name).join(' - '))}`;
  // In the order of the project, so that the same project has the same names.
  for (const { id } of project.articles) articleFile(id);
  for (const { id } of project.tags) tagFile(id);
  const analysts = new Map(project.analysts.map(({ id, name }) => [id, name]));
  const articleOrder = new Map(project.articles.map(({ id }, index) => [id, index]));
  return { project, words, paths, articles, articleOrder, analysts, articleFile, tagFile };
}

/** The mark by which other files link to a passage. */
export function blockId(id: HighlightId): string {
  return `q-${id.replace(/[^a-zA-Z0-9-]/g, '')}`;
}

/**
 * A passage with all that is said of it, and the mark that links to it.
 *
 * @param context what stands above it already: an article's passages name no article, and a tag's no tag.
 */
export function writePassage(highlight: ProjectHighlight, context: 'article' | 'tag', vault: Vault): string {
  const { words } = vault;
  const facts = [
    ...(context === 'tag' ? [`${words.source}: ${articleLink(highlight, vault)}`] : []),
    ...(highlight.tagIds.length > 0 ? [`${words.tags}: ${tagList(highlight.tagIds, vault)}`] : []),
    ...judgement(highlight, vault),
  ];
  return [
    vaultQuote(highlight.exact ?? ''),
    `^${blockId(highlight.id)}`,
    facts.map((fact) => `- ${fact}`).join('\n'),
    vaultParagraphs(highlight.note),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

/** An article, by its title. */
export function articleLink({ articleId }: Pick<ProjectHighlight, 'articleId'>, vault: Vault): string {
  return vaultLink(vault.articleFile(articleId), vault.articles.get(articleId)?.title ?? '');
}

function tagList(ids: readonly TagId[], { paths, tagFile }: Vault): string {
  return ids
    .flatMap((id) => {
      const names = (paths.get(id) ?? []).map(({ name }) => name);
      return names.length === 0 ? [] : [`#${vaultTag(names)} (${vaultLink(tagFile(id), names.join(' / '))})`];
    })
    .join(', ');
}

function judgement(
  { grade, marks, analystId, start, end, createdAt }: ProjectHighlight,
  vault: Vault,
): string[] {
  const { words, analysts } = vault;
  const analyst = analystId === null ? '' : (analysts.get(analystId) ?? '');
  const facts: [label: string, value: string][] = [
    [words.grade, grade === null ? '' : `${grade.reliability}${grade.credibility}`],
    [words.about, marks.map((mark) => words.marks[mark]).join(', ')],
    [words.analyst, [analyst, createdAt?.slice(0, 10) ?? ''].filter(Boolean).join(', ')],
    [words.place, start === null || end === null ? '' : `${start}–${end}`],
  ];
  return facts.flatMap(([label, value]) => (value === '' ? [] : [`${label}: ${vaultLine(value)}`]));
}

/** What a tag is for, line by line. */
export function describeTag({ description, guide }: ProjectTag, words: ExportWords): string {
  const rules: [label: string, text: string][] = [
    [words.include, guide?.include ?? ''],
    [words.exclude, guide?.exclude ?? ''],
    [words.example, guide?.example ?? ''],
  ];
  const written = rules.flatMap(([label, text]) =>
    text === '' ? [] : [`**${vaultLine(label)}:** ${vaultLine(text)}`],
  );
  return [vaultParagraphs(description), ...written].filter((part) => part !== '').join('\n\n');
}
