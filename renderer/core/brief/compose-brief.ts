import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { ArticleId, HighlightId } from '#core/ids.ts';
import type { Area, Track } from '#core/tracks/track.ts';
import type { Block, BlockContent, Brief } from './brief.ts';
import type { BriefWords } from './brief-words.ts';
import { numberCitations, parseProse } from './citations.ts';
import { arrange, citedByBlock, type Shelf, tableRows } from './cited-highlights.ts';
import { composeMap } from './compose-map.ts';
import type {
  Citation,
  ComposedBlock,
  ComposedBrief,
  ComposedLine,
  ComposedRow,
  Endnote,
  Fact,
  Run,
} from './composed-brief.ts';
import { describeField, describeProof, describeSource, isUngraded } from './describe-source.ts';
import type { MapBase } from './map-base.ts';

/** All that a brief is made of. */
export type BriefMaterial = {
  readonly brief: Brief;
  /** Those of the brief, in order. */
  readonly blocks: readonly Block[];
  readonly highlights: readonly Highlight[];
  readonly articles: readonly Article[];
  readonly tags: readonly Tag[];
  readonly mentions: readonly Mention[];
  readonly tracks: readonly Track[];
  readonly areas: readonly Area[];
  /** `null`: figures are drawn without a base. */
  readonly base: MapBase | null;
  readonly words: BriefWords;
};

/**
 * Number the citations of a brief and choose its words. A citation of a highlight that is gone keeps its number and
 * a note that says so.
 */
export function composeBrief(material: BriefMaterial): ComposedBrief {
  const { brief, blocks, words } = material;
  const shelf = arrange(material);
  const cited = blocks.flatMap((block) => citedByBlock(block, shelf));
  const numbers = numberCitations(cited);
  const citations = createCounter(numbers);
  const citedArticles = new Set(cited.flatMap((id) => shelf.highlights.get(id)?.anchor.articleId ?? []));
  const context: Context = { shelf, words, citations, material, citedArticles, figures: 0, tables: 0 };
  const composed = blocks.map((block) => ({ blockId: block.id, ...composeContent(block.content, context) }));
  return {
    language: words.language,
    title: brief.title.trim() === '' ? words.untitled : brief.title,
    tlp: { label: brief.tlp, meaning: words.tlpMeanings[brief.tlp] },
    author: brief.author,
    facts: composeHead(brief, words),
    blocks: composed,
    notesTitle: words.notes,
    notes: Array.from(numbers, ([id, number]) => composeNote(id, number, { shelf, words, citations })),
    page: { page: words.page, of: words.of },
    backLabel: words.back,
  };
}

type Context = {
  readonly shelf: Shelf;
  readonly words: BriefWords;
  readonly citations: ReturnType<typeof createCounter>;
  readonly material: BriefMaterial;
  readonly citedArticles: ReadonlySet<ArticleId>;
  /** How many there were so far. */
  figures: number;
  tables: number;
};

type Composed = ComposedBlock extends infer Kind
  ? Kind extends unknown
    ? Omit<Kind, 'blockId'>
    : never
  : never;

function composeContent(content: BlockContent, context: Context): Composed {
  const { shelf, words, citations, material } = context;
  switch (content.kind) {
    case 'heading':
      return { kind: 'heading', runs: composeRuns(content.text.replace(/\s*\n\s*/g, ' '), citations.next) };
    case 'paragraph':
      return { kind: 'paragraph', lines: composeLines(content.text, citations.next) };
    case 'quote':
      return composeQuote(content.highlightId, shelf, words, citations.next);
    case 'map':
      context.figures += 1;
      return composeMap(content.caption, context.figures, {
        ...material,
        citedArticles: context.citedArticles,
      });
    case 'table':
      context.tables += 1;
      return {
        kind: 'table',
        label: words.table(context.tables),
        caption: content.caption,
        columns: words.tableColumns,
        rows: tableRows(content.tagId, shelf).map((row) => composeRow(row, shelf, words, citations.next)),
        empty: words.noRows,
      };
  }
}

type NextCitation = (id: HighlightId) => Citation;

/** Hands out citations and counts how often each number was cited. */
function createCounter(numbers: ReadonlyMap<HighlightId, number>) {
  const counts = new Map<HighlightId, number>();
  return {
    next: (id: HighlightId): Citation => {
      const occurrence = (counts.get(id) ?? 0) + 1;
      counts.set(id, occurrence);
      return { number: numbers.get(id) ?? 0, occurrence };
    },
    countOf: (id: HighlightId) => counts.get(id) ?? 0,
  };
}

function composeHead(brief: Brief, words: BriefWords): Fact[] {
  const facts = [
    { label: words.author, value: brief.author.trim() },
    { label: words.cutOff, value: brief.cutOff === '' ? '' : words.dateTime(brief.cutOff) },
  ];
  return facts.filter(({ value }) => value !== '');
}

function composeRuns(text: string, next: NextCitation): Run[] {
  return parseProse(text).map((part) =>
    part.kind === 'text' ? part : { kind: 'citation', ...next(part.highlightId) },
  );
}

/** Each line is a paragraph of its own; one that starts with a dash or a bullet is an item of a list. */
function composeLines(text: string, next: NextCitation): ComposedLine[] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const item = /^\s*[-–•*]\s+(.*)$/.exec(line);
      return { bullet: item !== null, runs: composeRuns(item?.[1] ?? line.trim(), next) };
    });
}

function composeQuote(id: HighlightId, shelf: Shelf, words: BriefWords, next: NextCitation) {
  const highlight = shelf.highlights.get(id);
  const citation = next(id);
  if (highlight === undefined)
    return { kind: 'quote', citation, passage: words.missingPassage, missing: true, source: '' } as const;
  const article = shelf.articles.get(highlight.anchor.articleId);
  return {
    kind: 'quote',
    citation,
    passage: highlight.anchor.exact,
    missing: false,
    source: describeSource(article, words),
  } as const;
}

function composeRow(highlight: Highlight, shelf: Shelf, words: BriefWords, next: NextCitation): ComposedRow {
  const article = shelf.articles.get(highlight.anchor.articleId);
  const names = new Map(shelf.tags.map((tag) => [tag.id, tag.name]));
  const { reliability, credibility } = highlight.grade;
  return {
    citation: next(highlight.id),
    cells: [
      highlight.anchor.exact,
      describeSource(article, words),
      highlight.tagIds.flatMap((id) => names.get(id) ?? []).join(', '),
      `${reliability}${credibility}`,
    ],
    missing: false,
  };
}

function composeNote(
  id: HighlightId,
  number: number,
  {
    shelf,
    words,
    citations,
  }: { shelf: Shelf; words: BriefWords; citations: ReturnType<typeof createCounter> },
): Endnote {
  const highlight = shelf.highlights.get(id);
  const common = { number, highlightId: id, occurrences: citations.countOf(id) };
  if (highlight === undefined)
    return {
      ...common,
      passage: words.missingPassage,
      missing: true,
      ungraded: false,
      title: '',
      facts: [{ label: words.highlightId, value: id }],
    };
  const article = shelf.articles.get(highlight.anchor.articleId);
  return {
    ...common,
    passage: highlight.anchor.exact,
    missing: false,
    ungraded: isUngraded(highlight.grade),
    title: article ? describeField(article.title, words) : words.missingArticle,
    facts: describeProof(highlight, article, words),
  };
}
