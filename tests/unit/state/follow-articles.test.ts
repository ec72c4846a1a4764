import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import { creation } from '#core/history/change.ts';
import type { ArticleId } from '#core/ids.ts';
import { followArticles } from '#state/follow-articles.ts';
import { importing } from '#state/importing.ts';
import { applyEntries } from '#storage/apply-changes.ts';
import { Database } from '#storage/database.ts';
import { makeArticle, makeEntry } from '#tests/unit/storage/make-records.ts';

let opened = 0;
let db: Database;

beforeEach(() => {
  opened += 1;
  db = new Database(`follow-${opened}`);
  importing.setState({ isAtWork: false });
});

async function follow() {
  const seen: (readonly ArticleId[])[] = [];
  let rests = 0;
  const stop = followArticles(db, {
    onAll: () => Promise.resolve(),
    onSome: async (ids) => void seen.push(ids),
    onRest: () => {
      rests += 1;
    },
    onFail: (error) => {
      throw error;
    },
    isSame: () => false,
  });
  await expect.poll(() => rests).toBe(1);
  return { seen, stop };
}

function add(sequence: number, id: string): Promise<void> {
  return applyEntries(db, [makeEntry(sequence, [creation('articles', makeArticle(id, id, 5))])]);
}

const longEnough = () => new Promise((resolve) => setTimeout(resolve, 800));

it('works on what comes while nothing is imported', async () => {
  const { seen, stop } = await follow();
  await add(1, 'one');
  await expect.poll(() => seen).toEqual([['one']]);
  stop();
});

it('waits with the articles of an import until it rests or is over, and then forgets none', async () => {
  const { seen, stop } = await follow();
  importing.setState({ isAtWork: true });
  await add(1, 'one');
  await longEnough();
  await add(2, 'two');
  expect(seen).toEqual([]);

  importing.setState({ isAtWork: false });
  await expect.poll(() => seen).toEqual([['one', 'two']]);
  stop();
});

it('does nothing any more when it is stopped while it waits', async () => {
  const { seen, stop } = await follow();
  importing.setState({ isAtWork: true });
  await add(1, 'one');
  await longEnough();
  stop();
  importing.setState({ isAtWork: false });
  await longEnough();
  expect(seen).toEqual([]);
});
