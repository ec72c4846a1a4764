import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import { fold } from '#core/text/fold.ts';
import { words } from '#core/text/words.ts';
import { type Block, collectBlocks } from './collect-blocks.ts';
import { collectFacts } from './collect-facts.ts';
import type { PageFacts } from './page-facts.ts';
import { type HtmlReader, scanHtml } from './scan-html.ts';
import { authorName } from './weigh-facts.ts';

export type ExtractedPage = {
  readonly blocks: readonly Block[];
  readonly facts: PageFacts;
  /** `article`: the main text was told from the rest; `body`: all text of the page, as no main text was found. */
  readonly from: 'article' | 'body';
};

/** The little of a DOM node that is looked at here. */
type Node = {
  readonly nodeType: number;
  readonly localName: string;
  readonly data: string;
  readonly childNodes: Iterable<Node>;
  readonly attributes: Iterable<{ readonly name: string; readonly value: string }>;
};

/** Past these the search for the main text takes time out of proportion: such a page is read from its source. */
const limits = { tags: 120_000, depth: 150, work: 6_000_000 };

/**
 * The text of a page as lines, with what it says of itself. Nothing of it is ever run or kept as markup. The page's own
 * heading comes first when the main text was found without it.
 */
export function extractHtml(html: string): ExtractedPage {
  const collector = collectFacts();
  scanHtml(html, collector);
  const { tags, depth, ...facts } = collector.finish();
  const small = tags <= limits.tags && depth <= limits.depth && tags * depth <= limits.work;
  const article = small ? readArticle(html) : null;
  if (article) {
    const blocks = withHeading(article.blocks, facts.heading);
    return { blocks, facts: withByline(facts, article.byline), from: 'article' };
  }
  const body = collectBlocks();
  scanHtml(html, body);
  return { blocks: body.finish(), facts, from: 'body' };
}

type MainText = { readonly blocks: Block[]; readonly byline: string | null };

/** The main text of a page; `null` when none stands out or the page defeats the search. */
function readArticle(html: string): MainText | null {
  try {
    const { document } = parseHTML(html);
    const options = { serializer: (root: unknown) => root as Node };
    const found = new Readability(document, options).parse();
    if (!found?.content) return null;
    const collector = collectBlocks();
    walk(found.content, collector);
    const blocks = collector.finish();
    return blocks.length > 0 ? { blocks, byline: bylineOf(found.byline ?? null) } : null;
  } catch {
    // Broken trees make the library throw; the text of the whole page is still there to be read.
    return null;
  }
}

function walk(node: Node, reader: HtmlReader): void {
  if (node.nodeType === 3) reader.text(node.data);
  if (node.nodeType !== 1) return;
  reader.open(node.localName, new Map(Array.from(node.attributes, ({ name, value }) => [name, value])));
  for (const child of node.childNodes) walk(child, reader);
  reader.close(node.localName);
}

/** An author whom a line of the page names, when its markup states none. */
function withByline(facts: PageFacts, byline: string | null): PageFacts {
  if (facts.byline !== null || byline === null) return facts;
  return { ...facts, byline, grounds: { ...facts.grounds, byline: 'page-byline' } };
}

/** The first part of a line of authors, as dates, agencies and buttons follow it; `null` for what is no name. */
function bylineOf(line: string | null): string | null {
  const parts = (line ?? '')
    .replace(/\u00a0/g, ' ')
    .split(/\s*[\n\t|•·]\s*|(?<=\p{Ll})(?=\d)|\s{3,}/u)
    .map((part) => part.replace(/^(?:written by|by|par|de|von|por|author|auteur)\b\s*:?\s*/iu, '').trim());
  const name = parts.find((part) => part !== '');
  if (name === undefined || !/^[\p{Lu}\p{Lo}]/u.test(name)) return null;
  return /[\d@]|https?:|updated|publi|follow|share|comment/iu.test(name) ? null : authorName(name);
}

/** A heading of one or two words is the site's name rather than the article's title. */
function withHeading(blocks: Block[], heading: string | null): Block[] {
  if (heading === null || words(heading).length < 3) return blocks;
  const folded = fold(heading);
  const hasIt = blocks.slice(0, 5).some(({ text }) => fold(text) === folded);
  return hasIt ? blocks : [{ text: heading, noise: null }, ...blocks];
}
