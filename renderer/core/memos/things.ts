import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Tag, TagColor } from '#core/codebook/tag.ts';
import { searchTags, tagPathText } from '#core/codebook/tag-tree.ts';
import type { ArticleId, HighlightId, MemoId, TagId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import type { Memo, MemoTarget } from './memo.ts';

/** What memos may be on or lead to, by id. */
export type Shelf = {
  readonly articles: ReadonlyMap<ArticleId, Article>;
  readonly tags: ReadonlyMap<TagId, Tag>;
  readonly highlights: ReadonlyMap<HighlightId, Highlight>;
  readonly memos: ReadonlyMap<MemoId, Memo>;
};

/** Something a memo may be on or lead to, as it is named. */
export type Thing = {
  readonly target: MemoTarget;
  /** A title, the path of a tag, the words of a highlight; empty for a memo without any words. */
  readonly name: string;
  /** Where it stands: the article of a highlight, the publisher of an article. */
  readonly where: string;
  readonly color: TagColor | null;
};

/** Put records where they are found by their ids. */
export function createShelf(records: {
  readonly articles: readonly Article[];
  readonly tags: readonly Tag[];
  readonly highlights: readonly Highlight[];
  readonly memos: readonly Memo[];
}): Shelf {
  return {
    articles: new Map(records.articles.map((one) => [one.id, one])),
    tags: new Map(records.tags.map((one) => [one.id, one])),
    highlights: new Map(records.highlights.map((one) => [one.id, one])),
    memos: new Map(records.memos.map((one) => [one.id, one])),
  };
}

/** Name a thing; `null` when it is gone. */
export function nameThing(target: MemoTarget, shelf: Shelf): Thing | null {
  switch (target.kind) {
    case 'article': {
      const article = shelf.articles.get(target.id);
      return article === undefined ? null : nameArticle(article);
    }
    case 'tag': {
      const tag = shelf.tags.get(target.id);
      return tag === undefined ? null : nameTag(tag, shelf.tags);
    }
    case 'highlight': {
      const highlight = shelf.highlights.get(target.id);
      return highlight === undefined ? null : nameHighlight(highlight, shelf.articles);
    }
    case 'memo': {
      const memo = shelf.memos.get(target.id);
      return memo === undefined ? null : nameMemo(memo);
    }
  }
}

const nameLength = 160;

/** What a memo is called: its title, else the beginning of its first line with words; empty when it has none. */
export function memoName({ title, text }: Pick<Memo, 'title' | 'text'>): string {
  return shorten(title.trim() === '' ? (/\S[^\n]*/.exec(text)?.[0] ?? '') : title);
}

/** What is typed to find things: every word of it, folded, in the name or where it stands. */
export type ThingSearch = {
  readonly query: string;
  readonly kinds: readonly MemoTarget['kind'][];
  readonly limit: number;
};

/** A function that finds things on the shelf, best first, the newest of equals; what has to be folded is folded once. */
export function createThingFinder(shelf: Shelf): (search: ThingSearch) => Thing[] {
  const folded = new Map<MemoTarget['kind'], Folded[]>();
  const read = (kind: MemoTarget['kind']) => {
    const known = folded.get(kind) ?? listThings(kind, shelf).map(foldThing);
    folded.set(kind, known);
    return known;
  };
  return ({ query, kinds, limit }) => {
    const wanted = fold(query.normalize('NFC')).trim();
    const words = wanted.split(/\s+/).filter((word) => word !== '');
    const found = kinds.flatMap((kind) =>
      kind === 'tag'
        ? searchTags(query, [...shelf.tags.values()]).map((tag, at) => ({
            thing: nameTag(tag, shelf.tags),
            rank: wanted === '' || at < 3 ? 0 : 1,
          }))
        : read(kind).flatMap((one) => rank(one, wanted, words)),
    );
    return found
      .sort((a, b) => a.rank - b.rank)
      .slice(0, limit)
      .map(({ thing }) => thing);
  };
}

type Folded = { readonly thing: Thing; readonly name: string; readonly where: string };

function foldThing(thing: Thing): Folded {
  return { thing, name: fold(thing.name), where: fold(thing.where) };
}

function rank({ thing, name, where }: Folded, wanted: string, words: readonly string[]) {
  if (name.startsWith(wanted)) return [{ thing, rank: 0 }];
  if (name.includes(wanted)) return [{ thing, rank: 1 }];
  return words.every((word) => name.includes(word) || where.includes(word)) ? [{ thing, rank: 2 }] : [];
}

/** The newest first. */
function listThings(kind: MemoTarget['kind'], shelf: Shelf): Thing[] {
  switch (kind) {
    case 'article':
      return newestFirst(shelf.articles.values()).map(nameArticle);
    case 'tag':
      return [...shelf.tags.values()].map((tag) => nameTag(tag, shelf.tags));
    case 'highlight':
      return newestFirst(shelf.highlights.values()).map((one) => nameHighlight(one, shelf.articles));
    case 'memo':
      return newestFirst(shelf.memos.values()).map(nameMemo);
  }
}

/** Ids sort by the moment they were made. */
function newestFirst<Item extends { readonly id: string }>(items: Iterable<Item>): Item[] {
  return [...items].sort((a, b) => (a.id < b.id ? 1 : -1));
}

function nameArticle({ id, title, publisher, carrier, publishedAt }: Article): Thing {
  const source = (publisher ?? carrier)?.value ?? '';
  const where = [source, publishedAt?.value.iso ?? ''].filter((part) => part !== '').join(' · ');
  return { target: { kind: 'article', id }, name: shorten(title.value), where, color: null };
}

function nameTag(tag: Tag, tags: Shelf['tags']): Thing {
  const target = { kind: 'tag', id: tag.id } as const;
  return { target, name: tagPathText(tag.id, tags), where: '', color: tag.color };
}

function nameHighlight({ id, anchor }: Highlight, articles: Shelf['articles']): Thing {
  const where = shorten(articles.get(anchor.articleId)?.title.value ?? '');
  return { target: { kind: 'highlight', id }, name: shorten(anchor.exact), where, color: null };
}

function nameMemo(memo: Memo): Thing {
  return { target: { kind: 'memo', id: memo.id }, name: memoName(memo), where: '', color: null };
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= nameLength ? line : `${line.slice(0, nameLength - 1).toWellFormed()}…`;
}
