import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import type { Article } from '#core/article.ts';
import { type Change, creation, replacement } from '#core/history/change.ts';
import type { ArticleId } from '#core/ids.ts';
import { planRegrouping, type Regrouping } from '#core/import/copies/place-article.ts';
import { applyEntries } from '#storage/apply-changes.ts';
import { Database } from '#storage/database.ts';
import { countUncompared } from '#storage/sketches.ts';
import { putText } from '#storage/texts.ts';
import { changeWords, createRandom, realTexts } from '#tests/unit/core/import/copies/perturb.ts';
import { makeArticle, makeEntry } from '#tests/unit/storage/make-records.ts';
import { type Looking, sameTextApi } from '#workers/same-text-api.ts';

const [text = '', other = '', third = ''] = realTexts;
const job = { signal: new AbortController().signal, report: () => undefined };

let made = 0;

async function openLibrary() {
  made += 1;
  const db = new Database(`same-text-api-${made}`);
  let sequence = 0;
  const edit = (changes: readonly Change[]) => applyEntries(db, [makeEntry(++sequence, changes)]);
  return {
    db,
    edit,
    async bring(id: string, content: string, more: Partial<Article> = {}): Promise<void> {
      await putText(db, `text ${id}`, content);
      await edit([creation('articles', { ...makeArticle(id, `text ${id}`, content.length), ...more })]);
    },
    /** What the window does: look, bring what was found into the workspace, note it. */
    async look(which: Looking['which'] = 'new', meanwhile: () => Promise<void> = async () => {}) {
      await sameTextApi.begin({ name: db.name, which, isGentle: false });
      const all: Regrouping[] = [];
      for (;;) {
        const found = await sameTextApi.next(null, job);
        if (found === null) return all;
        await meanwhile();
        all.push(...found);
        const changes = planRegrouping(found, await db.articles.toArray());
        if (changes.length > 0) await edit(changes);
        await sameTextApi.keep(null);
      }
    },
    async groups(): Promise<Record<string, string | null>> {
      const articles = await db.articles.toArray();
      return Object.fromEntries(articles.map(({ id, sameText }) => [id, sameText?.group ?? null]));
    },
  };
}

describe('sameTextApi', () => {
  it('groups the articles of an older library, and has nothing to do the next time', async () => {
    const library = await openLibrary();
    await library.bring('a', text);
    await library.bring('b', other);
    await library.bring('c', changeWords(text, 0.01, createRandom(1)));
    await library.bring('d', third, {
      sameText: { group: null, basis: 'analyst', reason: 'entered', likeId: null, likeness: 0 },
    });
    await library.bring('e', third);
    expect(await countUncompared(library.db)).toBe(5);

    await library.look();

    expect(await library.groups()).toEqual({ a: null, b: null, c: 'a', d: null, e: null });
    expect((await library.db.articles.get('c' as ArticleId))?.sameText).toMatchObject({
      basis: 'derived',
      reason: 'near',
      likeId: 'a',
    });
    expect(await countUncompared(library.db)).toBe(0);
    expect(await library.look()).toEqual([]);
  });

  it('groups an article whose words are those of another one once its boilerplate is marked, and parts them again', async () => {
    const library = await openLibrary();
    const menu = `${realTexts.slice(1).join('\n')}\n`;
    await library.bring('a', text);
    await library.bring('b', menu + text);
    await library.look();
    expect(await library.groups()).toEqual({ a: null, b: null });
    const b = await library.db.articles.get('b' as ArticleId);
    if (b === undefined) throw new Error('b is gone');
    const marked: Article = { ...b, noise: [{ start: 0, end: menu.length, kind: 'menu', basis: 'analyst' }] };

    await library.edit([replacement('articles', b, marked)]);
    await library.look();
    expect(await library.groups()).toEqual({ a: null, b: 'a' });

    const grouped = await library.db.articles.get('b' as ArticleId);
    if (grouped === undefined) throw new Error('b is gone');
    await library.edit([replacement('articles', grouped, { ...grouped, noise: [] })]);
    await library.look();
    expect(await library.groups()).toEqual({ a: null, b: null });
  });

  it('compares a bundle with what is there, and everything anew when asked', async () => {
    const library = await openLibrary();
    await library.bring('a', text);
    await library.look();
    await library.bring('b', `${text} So it ended.`);
    await library.look();
    expect(await library.groups()).toEqual({ a: null, b: 'a' });

    const b = await library.db.articles.get('b' as ArticleId);
    if (b === undefined) throw new Error('b is gone');
    const { sameText: _, ...bare } = b;
    await library.edit([replacement('articles', b, bare)]);
    expect(await library.look()).toEqual([]);
    await library.look('all');
    expect(await library.groups()).toEqual({ a: null, b: 'a' });
    expect(await library.look('all')).toEqual([]);
  });

  it('leaves out what changes meanwhile, and looks at it again', async () => {
    const library = await openLibrary();
    await library.bring('a', text);
    await library.bring('b', text);
    let isChanged = false;
    await library.look('new', async () => {
      if (isChanged) return;
      isChanged = true;
      const b = await library.db.articles.get('b' as ArticleId);
      if (b === undefined) throw new Error('b is gone');
      await putText(library.db, 'another text', other);
      await library.edit([
        replacement('articles', b, { ...b, textSha256: 'another text', textLength: other.length }),
      ]);
    });
    expect(await library.groups()).toEqual({ a: null, b: null });
    expect(await countUncompared(library.db)).toBe(1);
    await library.look();
    expect(await countUncompared(library.db)).toBe(0);
  });

  it('passes over articles whose texts are not in the working copy', async () => {
    const library = await openLibrary();
    await library.edit([creation('articles', makeArticle('a', 'nowhere', 5))]);
    expect(await library.look()).toEqual([]);
    expect(await countUncompared(library.db)).toBe(1);
  });

  it('groups many carriers of one text among others, as one group', async () => {
    const library = await openLibrary();
    const random = createRandom(2);
    for (let at = 0; at < 120; at++) {
      const name = String(at).padStart(3, '0');
      await library.bring(
        name,
        at % 3 === 0 ? `${changeWords(text, 0.005, random)}` : `${changeWords(other, 0.9, random)}`,
      );
    }
    await library.look();
    const groups = Object.values(await library.groups());
    expect(groups.filter((group) => group === '000')).toHaveLength(39);
    expect(groups.filter((group) => group === null)).toHaveLength(81);
    expect(await library.look('all')).toEqual([]);
  });
});
