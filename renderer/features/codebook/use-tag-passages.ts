import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { TagId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { findArticles } from '#storage/articles.ts';
import { listSomeTagged } from '#storage/tags.ts';

/** A highlight of a tag with the title of its article. */
export type TaggedPassage = {
  readonly highlight: Highlight;
  /** Empty when the article is gone. */
  readonly title: string;
};

/** The passages that carry one of some tags. */
export type TagPassages = {
  /** `null` until they have been read. */
  readonly passages: readonly TaggedPassage[] | null;
  /** Whether there are more than were asked for. */
  readonly hasMore: boolean;
};

/** Follow the first `limit` passages of tags, in the order of the articles' titles and then of the text. */
export function useTagPassages(tagIds: readonly TagId[], limit: number): TagPassages {
  const { db } = useSession();
  const found = useLiveQuery(async () => {
    const { highlights, hasMore } = await listSomeTagged(db, tagIds, limit);
    const articles = await findArticles(db, new Set(highlights.map(({ anchor }) => anchor.articleId)));
    const titles = new Map(articles.map(({ id, title }) => [id, title.value]));
    const passages = highlights.map((highlight): TaggedPassage => {
      return { highlight, title: titles.get(highlight.anchor.articleId) ?? '' };
    });
    return { key: tagIds.join(), passages: passages.sort(compare), hasMore };
  }, [db, tagIds.join(), limit]);
  return useMemo(
    // What was read for other tags is not shown under these.
    () => (found?.key === tagIds.join() ? found : { passages: null, hasMore: false }),
    [found, tagIds],
  );
}

const collator = new Intl.Collator(['en', 'fr'], { sensitivity: 'base', numeric: true });

function compare(a: TaggedPassage, b: TaggedPassage): number {
  const [left, right] = [a.highlight.anchor, b.highlight.anchor];
  if (left.articleId === right.articleId) return left.start - right.start || left.end - right.end;
  return collator.compare(a.title, b.title) || (left.articleId < right.articleId ? -1 : 1);
}
