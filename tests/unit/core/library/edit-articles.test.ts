import { describe, expect, it } from 'vitest';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { correctArticle, readDate, setFlag, setStatus } from '#core/library/edit-articles.ts';
import { shownStatus } from '#core/library/shown-status.ts';
import { makeArticle } from '#tests/unit/storage/make-records.ts';

const article = makeArticle('a', 'hash', 10);

const at = '2026-01-02T00:00:00.000Z';
const nothingRead = new Map<ArticleId, string>();

describe('setStatus and setFlag', () => {
  it('change only what differs', () => {
    const read = { ...makeArticle('b', 'hash', 10), status: 'read' as const, flagged: true };

    const changes = setStatus([article, read], { status: 'read', at, lastRead: nothingRead });

    expect(changes.map(({ id }) => id)).toEqual(['a']);
    expect(changes[0]?.after).toEqual({ ...article, status: 'read', statusAt: at });
    expect(setFlag([article, read], true).map(({ id }) => id)).toEqual(['a']);
  });
});

describe('an unread article that was read in', () => {
  const lastRead = new Map([[article.id, '2026-01-01T00:00:00.000Z']]);
  const unread = setStatus([article], { status: 'unread', at, lastRead })[0]?.after as Article;

  it('is being read, without a change of the article', () => {
    expect(shownStatus(article, undefined)).toBe('unread');
    expect(shownStatus(article, lastRead.get(article.id))).toBe('reading');
  });

  it('can be called unread again, until it is read in once more', () => {
    expect(shownStatus(unread, lastRead.get(article.id))).toBe('unread');
    expect(shownStatus(unread, '2026-01-03T00:00:00.000Z')).toBe('reading');
    expect(setStatus([unread], { status: 'unread', at, lastRead })).toEqual([]);
  });

  it('keeps what else was set by hand', () => {
    expect(shownStatus({ ...article, status: 'read' }, at)).toBe('read');
  });
});

describe('correctArticle', () => {
  it('notes the analyst as the ground of a corrected value', () => {
    const [change] = correctArticle(article, { field: 'publisher', value: ' Le Figaro ' });

    expect(change?.after).toMatchObject({
      publisher: { value: 'Le Figaro', basis: 'analyst', evidence: null },
    });
    expect(change?.before).toEqual(article);
  });

  it('takes an emptied name as "not stated", but never empties a title', () => {
    const known = {
      ...article,
      byline: { value: 'X', basis: 'stated', evidence: null, reason: 'byline' } as const,
    };

    expect(correctArticle(known, { field: 'byline', value: '  ' })[0]?.after).toMatchObject({ byline: null });
    expect(correctArticle(article, { field: 'title', value: '' })).toEqual([]);
  });

  it('does nothing when nothing changes', () => {
    expect(correctArticle(article, { field: 'title', value: article.title.value })).toEqual([]);
    expect(correctArticle(article, { field: 'publishedAt', value: null })).toEqual([]);
    expect(correctArticle(article, { field: 'language', value: article.language.value })).toEqual([]);
  });
});

describe('readDate', () => {
  it.each([
    ['2024', 'year'],
    ['2024-09', 'month'],
    ['2024-02-29', 'day'],
    ['2024-09-24T02:56', 'minute'],
    ['2024-09-24 02:56', 'minute'],
  ])('reads %s as far as it goes', (text, precision) => {
    expect(readDate(text)).toMatchObject({ precision, iso: text.replace(' ', 'T') });
  });

  it.each(['', '24', '2024-13', '2023-02-29', '2024-9-4', '24 September', '2024-09-24 25:00', '2024-00'])(
    'refuses %j',
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );
});
