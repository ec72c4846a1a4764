import { strToU8 } from 'fflate';
import {
  type CodingProject,
  createLossList,
  type ProjectArticle,
  type ProjectTag,
  type WrittenProject,
} from '#core/exchange/coding-project.ts';
import type { ExportWords } from '#core/exchange/export-words.ts';
import { type Markup, markup, nothing } from '#core/exchange/markup.ts';
import { exportPolicy } from '#core/exchange/to-html.ts';
import type { TagId } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';
import { articlesStyle } from './articles-style.ts';
import { markText, type ShownPassage } from './marked-text.ts';
import { colorOf, layOutPage, type Page, tagName, writePassages } from './write-passages.ts';

/**
 * Write the articles of a project as one HTML page that needs nothing else, runs nothing and asks no network: each whole
 * text with its passages marked, what is said of them, the tags with their passages, and the memos. The text's elements
 * hold exactly the canonical text, so that hash and offsets can be checked.
 *
 * @param now ISO 8601 UTC.
 */
export function writeArticlesPage(project: CodingProject, words: ExportWords, now: string): WrittenProject {
  const page = layOutPage(project, words);
  const losses = createLossList();
  for (const { id, exact } of project.highlights)
    if (!page.numbers.has(id)) losses.add('article-not-here', (exact ?? id).slice(0, 80).toWellFormed());
  const { markup: html } = markup`<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${exportPolicy}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${project.name}</title>
<style>${{ markup: articlesStyle }}</style>
</head>
<body>
<header>
<h1 dir="auto">${project.name}</h1>
<dl class="facts">${fact(words.written, now)}${fact(words.articles, String(project.articles.length))}${fact(words.highlights, String(project.highlights.length))}</dl>
${writeContents(page)}
${writeLegend(page)}
<p class="small">${words.checkHelp}</p>
</header>
<main>
${project.articles.map((article, index) => writeArticle(article, index, page))}
</main>
${writeTagIndex(page)}
${writeMemos(page)}
</body>
</html>
`;
  return { bytes: strToU8(html), losses: losses.list() };
}

function writeContents({ project, words }: Page): Markup {
  if (project.articles.length < 2) return nothing;
  return markup`<nav aria-label="${words.contents}"><h3>${words.contents}</h3><ol>${project.articles.map(
    ({ title }, index) => markup`<li><a href="#a-${index + 1}"><bdi>${title}</bdi></a></li>`,
  )}</ol></nav>`;
}

function writeLegend(page: Page): Markup {
  const { project, words } = page;
  if (project.tags.length === 0) return nothing;
  const counts = countTags(page);
  return markup`<h3>${words.tags}</h3><ul class="legend">${project.tags.map(
    ({ id, color }) =>
      markup`<li><span class="dot ${color ?? 'plain'}"></span><a href="#t-${id}"><bdi>${tagName(id, page)}</bdi></a> ${counts.get(id) ?? 0}</li>`,
  )}</ul><p class="small">${words.colorNote}</p>`;
}

function countTags({ project }: Page): Map<TagId, number> {
  const counts = new Map<TagId, number>();
  for (const { tagIds } of project.highlights)
    for (const id of new Set(tagIds)) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

function writeArticle(article: ProjectArticle, index: number, page: Page): Markup {
  const { words, passages } = page;
  const own = passages.get(article.id) ?? [];
  const shown = own.flatMap((highlight): ShownPassage[] => {
    const { start, end } = highlight;
    if (start === null || end === null || start >= end) return [];
    const number = page.numbers.get(highlight.id) ?? 0;
    const tags = highlight.tagIds.map((id) => tagName(id, page)).join('; ');
    const label = `${number}: ${tags === '' ? words.untagged : tags}`;
    return [{ start, end, number, color: colorOf(highlight, page), label }];
  });
  const text =
    article.text === null
      ? nothing
      : markup`<div class="text" data-article="${article.id}"${language(article)}>${markText(article.text, shown)}</div>`;
  return markup`<article id="a-${index + 1}">
<h2 dir="auto">${article.title}</h2>
<dl class="facts">${fact(words.publisher, article.publisher)}${fact(words.carrier, article.carrier)}${fact(words.byline, article.byline)}${fact(words.date, article.publishedAt)}${fact(words.source, article.source)}${hash(article.textSha256)}</dl>
<div class="columns">${text}
<section aria-label="${words.highlights}">${writePassages(own, page)}</section></div>
</article>
`;
}

function language({ language: code }: ProjectArticle): Markup {
  return code === null ? nothing : markup` lang="${code}"`;
}

function fact(label: string, value: string | null): Markup {
  return value === null || value === '' ? nothing : markup`<dt>${label}</dt><dd><bdi>${value}</bdi></dd>`;
}

function hash(sha256: string | null): Markup {
  return sha256 === null ? nothing : markup`<dt>SHA-256</dt><dd class="hash">${sha256}</dd>`;
}

/** Every tag with what it is for and where it was given. */
function writeTagIndex(page: Page): Markup {
  const { project, words } = page;
  if (project.tags.length === 0) return nothing;
  const carrying = new Map<TagId, number[]>();
  for (const { id, tagIds } of project.highlights)
    for (const tagId of new Set(tagIds)) {
      const own = carrying.get(tagId);
      const number = page.numbers.get(id) ?? 0;
      if (own === undefined) carrying.set(tagId, [number]);
      else own.push(number);
    }
  const groups = project.groups.map(
    ({ name, description, tagIds }) =>
      markup`<li><strong><bdi>${name}</bdi></strong> ${description} <bdi>${tagIds.map((id) => tagName(id, page)).join('; ')}</bdi></li>`,
  );
  return markup`<section><h2>${words.tags}</h2><ul class="tags">${project.tags.map((tag) => writeTag(tag, carrying.get(tag.id) ?? [], page))}</ul>${groups.length === 0 ? nothing : markup`<h3>${words.groups}</h3><ul class="tags">${groups}</ul>`}</section>`;
}

function writeTag(tag: ProjectTag, numbers: readonly number[], page: Page): Markup {
  const { words } = page;
  const { description, guide, isArchived } = tag;
  return markup`<li id="t-${tag.id}"><span class="dot ${tag.color ?? 'plain'}"></span><strong><bdi>${tagName(tag.id, page)}</bdi></strong>${isArchived ? markup` (${words.archived})` : nothing} <span class="refs">${[
    ...numbers,
  ]
    .sort((a, b) => a - b)
    .map((number) => markup`<a href="#q-${number}">${number}</a>`)}</span>
<dl class="facts">${fact(words.description, description)}${fact(words.include, guide?.include ?? null)}${fact(words.exclude, guide?.exclude ?? null)}${fact(words.example, guide?.example ?? null)}</dl></li>
`;
}

function writeMemos(page: Page): Markup {
  const { project, words } = page;
  if (project.memos.length === 0) return nothing;
  const entries = project.memos.map(
    (memo) =>
      markup`<section id="m-${memo.id}"><h3 dir="auto">${memo.title === '' ? memo.createdAt.slice(0, 10) : memo.title}</h3><p class="small">${[memo.subject, ...memo.links].map((target) => writeTarget(target, page))}</p><p class="memo" dir="auto">${memo.text}</p></section>`,
  );
  return markup`<section><h2>${words.memos}</h2>${entries}</section>`;
}

function writeTarget(target: Memo['subject'], page: Page): Markup {
  switch (target.kind) {
    case 'article': {
      const index = page.project.articles.findIndex(({ id }) => id === target.id);
      const title = page.project.articles[index]?.title ?? '';
      return index === -1 ? nothing : markup`<a href="#a-${index + 1}"><bdi>${title}</bdi></a>`;
    }
    case 'tag':
      return markup`<a href="#t-${target.id}"><bdi>${tagName(target.id, page)}</bdi></a>`;
    case 'highlight': {
      const number = page.numbers.get(target.id);
      return number === undefined ? nothing : markup`<a href="#q-${number}">${number}</a>`;
    }
    case 'memo':
      return markup`<a href="#m-${target.id}">${page.words.memos}</a>`;
    default:
      return nothing;
  }
}
