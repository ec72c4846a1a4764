import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { creation, removal } from '#core/history/change.ts';
import type { JournalEntry } from '#core/history/edit.ts';
import type { ActorId, WorkspaceId } from '#core/ids.ts';
import {
  type ArticleItem,
  acceptItems,
  forgetFinding,
  rejectEverywhere,
} from '#features/mentions/finding-deeds.ts';
import { createSession } from '#state/create-session.ts';
import type { Session } from '#state/session.ts';
import { Database } from '#storage/database.ts';
import { putText } from '#storage/texts.ts';
import { device, makeArticle } from '#tests/unit/storage/make-records.ts';

const text = 'Fighters of the Group left Kidal. The Group claimed it.';
const spans = [16, 38].map((start) => ({ start, end: start + 5 }));
const articles = ['one', 'two'].map((id) => makeArticle(id, `sha-${id}`, text.length));
const jnim = { id: 'jnim' as ActorId, name: 'JNIM' };
const items = articles.flatMap(({ id: articleId }) =>
  spans.map(
    (span): ArticleItem => ({
      articleId,
      item: {
        id: `f:${span.start}-${span.end}`,
        span,
        exact: 'Group',
        kind: 'actor',
        status: 'suggested',
        actorId: jnim.id,
        item: { ...span, exact: 'Group', kind: 'actor', actorIds: [jnim.id], reasons: ['name'] },
        decided: null,
      },
    }),
  ),
);
let opened = 0;
let db: Database;
let session: Session;

beforeEach(async () => {
  opened += 1;
  db = new Database(`finding-deeds-${opened}`);
  const journal: JournalEntry[] = [];
  session = await createSession({
    db,
    workspace: { id: 'w' as WorkspaceId, name: 'Case', createdAt: '', folderLabel: '' },
    device,
    now: () => '2026-01-01T00:00:00.000Z',
    desktop: {
      appendEdits: async ({ edits }) => {
        const entries = edits.map((edit) => {
          const sequence = journal.length + 1;
          const entry = { device, sequence, time: String(sequence), hash: `h${sequence}`, edit };
          journal.push(entry);
          return entry;
        });
        return { ok: true, entries };
      },
      readEntries: async ({ sequences }) => journal.filter(({ sequence }) => sequences.includes(sequence)),
      readJournal: async () => ({ entries: [], next: null }),
      readKept: async () => null,
    },
  });
  for (const { textSha256 } of articles) await putText(db, textSha256, text);
  await session.commit({ action: 'articles.import', detail: {} }, () =>
    articles.map((article) => creation('articles', article)),
  );
});

async function remove(ids: readonly string[]): Promise<void> {
  await session.commit({ action: 'articles.remove', detail: {} }, () =>
    articles.filter(({ id }) => ids.includes(id)).map((article) => removal('articles', article)),
  );
}

describe('decisions about what is found', () => {
  it('answer how many were written: none of articles that are gone, none a second time', async () => {
    expect(await acceptItems(session, items.slice(0, 1), jnim)).toBe(1);
    await remove(['two']);
    expect(await acceptItems(session, items, jnim)).toBe(1);
    expect(await acceptItems(session, items, jnim)).toBe(0);
    expect((await db.findings.toArray()).map(({ anchor }) => [anchor.articleId, anchor.start])).toEqual([
      ['one', 16],
      ['one', 38],
    ]);
    await remove(['one']);
    expect(await acceptItems(session, items, jnim)).toBe(0);
  });

  it('for everywhere are made once, on any article that is there and has the words', async () => {
    const moved = items.map((one, at): ArticleItem => {
      // The last passage of the last article is the only one where the words still stand.
      const span = at === 3 ? one.item.span : { start: 0, end: 5 };
      return { ...one, item: { ...one.item, span } };
    });
    await remove(['one']);
    expect(await rejectEverywhere(session, moved, jnim)).toBe(1);
    const [rule, ...others] = await db.findings.toArray();
    expect(others).toEqual([]);
    expect(rule).toMatchObject({
      reach: 'everywhere',
      status: 'rejected',
      anchor: { articleId: 'two', start: 38 },
    });
    expect(await rejectEverywhere(session, items, jnim)).toBe(0);

    if (rule === undefined) throw new Error('nothing was decided');
    expect(await forgetFinding(session, rule)).toBe(1);
    expect(await forgetFinding(session, rule)).toBe(0);
    await remove(['two']);
    expect(await rejectEverywhere(session, items, jnim)).toBe(0);
  });
});
