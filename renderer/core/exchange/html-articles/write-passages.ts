import type { TagColor } from '#core/codebook/tag.ts';
import type { CodingProject, ProjectHighlight, ProjectTag } from '#core/exchange/coding-project.ts';
import type { ExportWords } from '#core/exchange/export-words.ts';
import { type Markup, markup, nothing } from '#core/exchange/markup.ts';
import { type TagPath, tagPaths } from '#core/exchange/table/tag-cell.ts';
import type { AnalystId, ArticleId, HighlightId, TagId } from '#core/ids.ts';
import { findAgain } from './find-again.ts';

/** What the parts of a page share. */
export type Page = {
  readonly project: CodingProject;
  readonly words: ExportWords;
  readonly tags: ReadonlyMap<TagId, ProjectTag>;
  readonly paths: ReadonlyMap<TagId, TagPath>;
  readonly analysts: ReadonlyMap<AnalystId, string>;
  /** Of each article in the order of its text. */
  readonly passages: ReadonlyMap<ArticleId, readonly ProjectHighlight[]>;
  /** Passages counted through the page, from 1. */
  readonly numbers: ReadonlyMap<HighlightId, number>;
};

/** Count the passages through the page, article by article. */
export function layOutPage(project: CodingProject, words: ExportWords): Page {
  const passages = new Map<ArticleId, ProjectHighlight[]>(project.articles.map(({ id }) => [id, []]));
  for (const highlight of project.highlights) passages.get(highlight.articleId)?.push(highlight);
  const at = ({ start }: ProjectHighlight) => start ?? Number.MAX_SAFE_INTEGER;
  const numbers = new Map<HighlightId, number>();
  for (const own of passages.values()) {
    own.sort((a, b) => at(a) - at(b) || (b.end ?? 0) - (a.end ?? 0));
    for (const { id } of own) numbers.set(id, numbers.size + 1);
  }
  return {
    project,
    words,
    tags: new Map(project.tags.map((tag) => [tag.id, tag])),
    paths: tagPaths(project.tags),
    analysts: new Map(project.analysts.map(({ id, name }) => [id, name])),
    passages,
    numbers,
  };
}

/** The colour of a passage: that of its first tag. */
export function colorOf({ tagIds }: ProjectHighlight, { tags }: Page): TagColor | null {
  const [first] = tagIds;
  return (first === undefined ? undefined : tags.get(first)?.color) ?? null;
}

/** The names on the way to a tag, as a person reads them. */
export function tagName(id: TagId, { paths }: Page): string {
  return (paths.get(id) ?? []).map(({ name }) => name).join(' / ');
}

/** What is said of an article's passages. */
export function writePassages(own: readonly ProjectHighlight[], page: Page): Markup {
  if (own.length === 0) return nothing;
  return markup`<ol class="said">${own.map((highlight) => writePassage(highlight, page))}</ol>`;
}

function writePassage(highlight: ProjectHighlight, page: Page): Markup {
  const { words } = page;
  const number = page.numbers.get(highlight.id) ?? 0;
  const color = colorOf(highlight, page) ?? 'plain';
  const tags = highlight.tagIds.flatMap((id) => {
    const name = tagName(id, page);
    return name === '' ? [] : [writeChip(name, page.tags.get(id)?.color ?? null)];
  });
  const note = highlight.note === '' ? nothing : markup`<p class="note" dir="auto">${highlight.note}</p>`;
  return markup`<li id="q-${number}" style="--edge:var(--${color})"><strong>${number}</strong> ${tags.length === 0 ? markup`<span class="chip">${words.untagged}</span>` : tags}
<blockquote dir="auto">${highlight.exact ?? ''}</blockquote>${note}${writeFacts(highlight, page)}${writeProof(highlight, number, words)}</li>
`;
}

function writeChip(name: string, color: TagColor | null): Markup {
  return markup`<span class="chip"><span class="dot ${color ?? 'plain'}"></span><bdi>${name}</bdi></span>`;
}

function writeFacts(
  { grade, marks, analystId, createdAt }: ProjectHighlight,
  { words, analysts }: Page,
): Markup {
  const analyst = analystId === null ? '' : (analysts.get(analystId) ?? '');
  const facts = [
    grade === null ? '' : `${words.grade} ${grade.reliability}${grade.credibility}`,
    ...marks.map((mark) => words.marks[mark]),
    [analyst, createdAt?.slice(0, 10) ?? ''].filter((part) => part !== '').join(', '),
  ].filter((fact) => fact !== '');
  return facts.length === 0 ? nothing : markup`<p class="small"><bdi>${facts.join(' · ')}</bdi></p>`;
}

/** Where the passage stands, and how to see for oneself that it does. */
function writeProof(highlight: ProjectHighlight, number: number, words: ExportWords): Markup {
  const { start, end } = highlight;
  if (start === null || end === null) return markup`<p class="small">${words.unplaced}</p>`;
  return markup`<p class="small"><a href="#h-${number}">${words.show}</a><a href="${findAgain(highlight)}" target="_blank" rel="noopener">${words.check}</a>${words.place} ${start}–${end}</p>`;
}
