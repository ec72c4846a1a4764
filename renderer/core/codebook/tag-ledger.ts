import type { Highlight } from '#core/annotations/highlight.ts';
import type { ArticleId, HighlightId, TagId } from '#core/ids.ts';
import type { Tag } from './tag.ts';
import { type TagCount, type TagUse, tagPath, tagsById } from './tag-tree.ts';

/** What the ledger has to know of a highlight. */
type Carrier = Pick<Highlight, 'id' | 'anchor' | 'tagIds'>;

/** Tags of one highlight, each once; highlights with the same ones share the list. */
type TagList = readonly TagId[];

type Line = { readonly articleId: ArticleId; readonly list: TagList };

/**
 * How often each tag is used, kept up with highlights as they come, change and go, so that one more costs nothing
 * however many there are. Answers the same as `countTags` over all of them.
 */
export class TagLedger {
  readonly #lines = new Map<HighlightId, Line>();
  readonly #lists = new Map<string, TagList>();
  readonly #articleIds = new Map<string, ArticleId>();
  readonly #groups = new Map<ArticleId, ArticleId>();
  readonly #own = new Tally(this.#groups);
  #tree: Tree = growTree([]);
  #whole = new Tally(this.#groups);

  /** Note a highlight, new or changed. */
  put({ id, anchor, tagIds }: Carrier): void {
    const list = this.#share(tagIds);
    const old = this.#lines.get(id);
    if (old?.list === list && old.articleId === anchor.articleId) return;
    this.drop(id);
    const articleId = keepFirst(this.#articleIds, anchor.articleId, anchor.articleId);
    const line = { articleId, list };
    this.#lines.set(id, line);
    this.#add(line, 1);
  }

  /** Forget a highlight; nothing happens when it is not there. */
  drop(id: HighlightId): void {
    const line = this.#lines.get(id);
    if (line === undefined) return;
    this.#lines.delete(id);
    this.#add(line, -1);
  }

  /** Note the group of the same text that an article was put into; `null`: it is on its own, or the first of one. */
  group(articleId: ArticleId, group: ArticleId | null): void {
    if (group === null) this.#groups.delete(articleId);
    else this.#groups.set(articleId, group);
  }

  /** How often each of `tags` is used. Only another shape of the tree costs a pass over all highlights. */
  count(tags: readonly Tag[]): Map<TagId, TagCount> {
    if (!this.#tree.fits(tags)) {
      this.#tree = growTree(tags);
      this.#whole = new Tally(this.#groups);
      for (const { articleId, list } of this.#lines.values())
        for (const id of this.#tree.reach(list)) this.#whole.add(id, articleId, 1);
    }
    return new Map(tags.map(({ id }) => [id, { own: this.#own.read(id), whole: this.#whole.read(id) }]));
  }

  #add({ articleId, list }: Line, by: 1 | -1): void {
    for (const id of list) this.#own.add(id, articleId, by);
    for (const id of this.#tree.reach(list)) this.#whole.add(id, articleId, by);
  }

  #share(tagIds: readonly TagId[]): TagList {
    return keepFirst(this.#lists, tagIds.join(' '), [...new Set(tagIds)]);
  }
}

type Tree = {
  /** Whether these tags stand below one another as they did when the tree was grown. */
  fits(tags: readonly Tag[]): boolean;
  /** The tags of a list and all above them, each once. */
  reach(list: TagList): readonly TagId[];
};

function growTree(tags: readonly Tag[]): Tree {
  const byId = tagsById(tags);
  const above = new Map(tags.map((tag) => [tag.id, tagPath(tag.id, byId).map(({ id }) => id)]));
  const reached = new Map<TagList, readonly TagId[]>();
  return {
    fits: (others) =>
      others.length === byId.size &&
      others.every(({ id, parentId }) => byId.has(id) && byId.get(id)?.parentId === parentId),
    reach(list) {
      const known = reached.get(list);
      if (known !== undefined) return known;
      const all = [...new Set(list.flatMap((id) => above.get(id) ?? []))];
      reached.set(list, all);
      return all;
    },
  };
}

class Tally {
  readonly #groups: ReadonlyMap<ArticleId, ArticleId>;
  readonly #uses = new Map<TagId, { highlights: number; readonly articles: Map<ArticleId, number> }>();

  constructor(groups: ReadonlyMap<ArticleId, ArticleId>) {
    this.#groups = groups;
  }

  add(id: TagId, articleId: ArticleId, by: 1 | -1): void {
    const use = this.#uses.get(id) ?? { highlights: 0, articles: new Map<ArticleId, number>() };
    this.#uses.set(id, use);
    use.highlights += by;
    const left = (use.articles.get(articleId) ?? 0) + by;
    if (left === 0) use.articles.delete(articleId);
    else use.articles.set(articleId, left);
  }

  read(id: TagId): TagUse {
    const use = this.#uses.get(id);
    if (use === undefined) return { highlights: 0, articles: 0 };
    const { highlights, articles } = use;
    const texts = this.#countTexts(articles);
    return { highlights, articles: articles.size, ...(texts < articles.size ? { texts } : {}) };
  }

  #countTexts(articles: ReadonlyMap<ArticleId, number>): number {
    if (this.#groups.size === 0 || articles.size < 2) return articles.size;
    const texts = new Set<ArticleId>();
    for (const id of articles.keys()) texts.add(this.#groups.get(id) ?? id);
    return texts.size;
  }
}

/** What was kept first under a key: equal strings and lists take their room once. */
function keepFirst<Value>(kept: Map<string, Value>, key: string, value: Value): Value {
  const known = kept.get(key);
  if (known !== undefined) return known;
  kept.set(key, value);
  return value;
}
