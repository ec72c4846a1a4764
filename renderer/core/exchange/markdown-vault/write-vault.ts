import { strToU8, type Zippable, zipSync } from 'fflate';
import {
  type CodingProject,
  createLossList,
  type LossList,
  type ProjectArticle,
  type ProjectHighlight,
  type ProjectTag,
  type WrittenProject,
} from '#core/exchange/coding-project.ts';
import type { ExportWords } from '#core/exchange/export-words.ts';
import type { Memo } from '#core/memos/memo.ts';
import { writeFrontMatter } from './front-matter.ts';
import { createVaultNames, vaultTag } from './vault-names.ts';
import { articleLink, blockId, describeTag, layOutVault, type Vault, writePassage } from './vault-passage.ts';
import { vaultLine, vaultLink, vaultParagraphs } from './vault-text.ts';

/**
 * Write a project as a folder of Markdown files (a zip), as Obsidian reads it: a file for each article with its passages
 * and its text, or for each tag with the passages that carry it; a file for each memo; and an index of all.
 */
export function writeVault(
  project: CodingProject,
  by: 'article' | 'tag',
  words: ExportWords,
): WrittenProject {
  const losses = createLossList();
  const vault = layOutVault(project, words);
  const files = new Map<string, string>();
  const add = (path: string, content: string) => files.set(`${path}.md`, content);
  if (by === 'article') addArticles(vault, add, losses);
  else addTags(vault, add, losses);
  const memoNames = createVaultNames();
  for (const memo of project.memos)
    add(`memos/${memoNames.name(memo.id, memo.title || memo.text.slice(0, 40))}`, writeMemo(memo, vault));
  add('index', writeIndex([...files.keys()], vault));
  return { bytes: pack(files), losses: losses.list() };
}

type Add = (path: string, content: string) => void;

function addArticles(vault: Vault, add: Add, losses: LossList): void {
  const { project, articleFile } = vault;
  const groups = groupBy(project.highlights, ({ articleId }) => [articleId]);
  for (const article of project.articles)
    add(articleFile(article.id), writeArticle(article, inOrder(groups.get(article.id) ?? [], vault), vault));
  for (const { name, description, guide } of project.tags)
    if (description !== '' || guide !== undefined) losses.add('tag-description-left-out', name);
}

function addTags(vault: Vault, add: Add, losses: LossList): void {
  const { project, words, tagFile } = vault;
  const groups = groupBy(project.highlights, ({ tagIds }) => tagIds);
  for (const tag of project.tags)
    add(tagFile(tag.id), writeTag(tag, inOrder(groups.get(tag.id) ?? [], vault), vault));
  const untagged = inOrder(
    project.highlights.filter(({ tagIds }) => tagIds.length === 0),
    vault,
  );
  if (untagged.length > 0)
    add(
      untaggedFile,
      join([`# ${vaultLine(words.untagged)}`, ...untagged.map((one) => writePassage(one, 'tag', vault))]),
    );
  for (const { title, text } of project.articles) if (text !== null) losses.add('text-not-in-file', title);
}

function groupBy<Key>(
  highlights: readonly ProjectHighlight[],
  keys: (highlight: ProjectHighlight) => readonly Key[],
): Map<Key, ProjectHighlight[]> {
  const groups = new Map<Key, ProjectHighlight[]>();
  for (const highlight of highlights)
    for (const key of new Set(keys(highlight))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [highlight]);
      else group.push(highlight);
    }
  return groups;
}

const untaggedFile = 'untagged';

function writeArticle(article: ProjectArticle, own: readonly ProjectHighlight[], vault: Vault): string {
  const { words, paths } = vault;
  const tags = new Set(own.flatMap(({ tagIds }) => tagIds));
  const front = writeFrontMatter({
    title: article.title,
    source: article.source,
    publisher: article.publisher,
    carrier: article.carrier,
    byline: article.byline,
    date: article.publishedAt,
    language: article.language,
    text_sha256: article.textSha256,
    liptako_id: article.id,
    tags: [...tags].flatMap((id) => {
      const names = (paths.get(id) ?? []).map(({ name }) => name);
      return names.length === 0 ? [] : [vaultTag(names)];
    }),
  });
  const text = article.text === null ? '' : `## ${vaultLine(words.text)}\n\n${vaultParagraphs(article.text)}`;
  return join([
    `${front}\n# ${vaultLine(article.title)}`,
    ...(own.length === 0 ? [] : [`## ${vaultLine(words.highlights)}`]),
    ...own.map((highlight) => writePassage(highlight, 'article', vault)),
    text,
  ]);
}

function writeTag(tag: ProjectTag, own: readonly ProjectHighlight[], vault: Vault): string {
  const { words, project, paths, tagFile } = vault;
  const names = (paths.get(tag.id) ?? []).map(({ name }) => name);
  const below = project.tags.filter(({ parentId }) => parentId === tag.id);
  const front = writeFrontMatter({
    title: names.join(' / '),
    color: tag.color,
    archived: tag.isArchived ? 'yes' : null,
    liptako_id: tag.id,
    tags: [vaultTag(names)],
  });
  return join([
    `${front}\n# ${vaultLine(names.join(' / '))}`,
    describeTag(tag, words),
    below.map(({ id, name }) => `- ${vaultLink(tagFile(id), name)}`).join('\n'),
    ...own.map((highlight) => writePassage(highlight, 'tag', vault)),
  ]);
}

/** Article by article, as they stand in the texts. */
function inOrder(highlights: readonly ProjectHighlight[], { articleOrder }: Vault): ProjectHighlight[] {
  const place = ({ articleId }: ProjectHighlight) => articleOrder.get(articleId) ?? articleOrder.size;
  const at = ({ start }: ProjectHighlight) => start ?? Number.MAX_SAFE_INTEGER;
  return [...highlights].sort((a, b) => place(a) - place(b) || at(a) - at(b) || (a.end ?? 0) - (b.end ?? 0));
}

function writeMemo(memo: Memo, vault: Vault): string {
  const { words, analysts } = vault;
  const front = writeFrontMatter({
    title: memo.title,
    created: memo.createdAt,
    updated: memo.updatedAt,
    analyst: memo.analystId === undefined ? null : (analysts.get(memo.analystId) ?? null),
    liptako_id: memo.id,
  });
  const links = [memo.subject, ...memo.links].flatMap((target) => targetLink(target, vault));
  return join([
    `${front}\n# ${vaultLine(memo.title || memo.text.slice(0, 40))}`,
    links.length === 0 ? '' : `${vaultLine(words.about)}: ${links.join(', ')}`,
    vaultParagraphs(memo.text),
  ]);
}

function targetLink(target: Memo['subject'], vault: Vault): string[] {
  if (!('id' in target)) return [];
  if (target.kind === 'article') return [articleLink({ articleId: target.id }, vault)];
  if (target.kind === 'tag') {
    const names = (vault.paths.get(target.id) ?? []).map(({ name }) => name);
    return [vaultLink(vault.tagFile(target.id), names.join(' / '))];
  }
  if (target.kind === 'memo') return [];
  const highlight = vault.project.highlights.find(({ id }) => id === target.id);
  if (highlight === undefined) return [];
  const file = vault.articleFile(highlight.articleId);
  return [vaultLink(`${file}#^${blockId(highlight.id)}`, highlight.exact?.slice(0, 60) ?? '')];
}

function writeIndex(names: readonly string[], { project, words, paths, tagFile }: Vault): string {
  const links = names.map((name) => name.slice(0, -'.md'.length)).map((path) => `- ${vaultLink(path, path)}`);
  const groups = project.groups.map(({ name, tagIds }) => {
    const tags = tagIds.flatMap((id) => {
      const path = paths.get(id);
      return path === undefined ? [] : [vaultLink(tagFile(id), path.map((tag) => tag.name).join(' / '))];
    });
    return `- ${vaultLine(name)}: ${tags.join(', ')}`;
  });
  return join([
    `# ${vaultLine(project.name)}`,
    links.join('\n'),
    ...(groups.length === 0 ? [] : [`## ${vaultLine(words.groups)}`, groups.join('\n')]),
  ]);
}

function join(parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function pack(files: ReadonlyMap<string, string>): Uint8Array {
  // Zip knows no dates before 1980; a fixed one makes the same content the same bytes.
  const mtime = new Date(1980, 0, 1, 12);
  const zippable: Zippable = {};
  for (const [path, content] of files) zippable[path] = [strToU8(content), { mtime, level: 6 }];
  return zipSync(zippable);
}
