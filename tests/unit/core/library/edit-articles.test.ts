import { describe, expect, it } from 'vitest';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import {
  correctArticle,
  dateOfRange,
  readDate,
  setFlag,
  setStatus,
  takeOverDate,
} from '#core/library/edit-articles.ts';
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

describe('an address and a translation', () => {
  const told = {
    ...article,
    address: { value: 'https://a.example/1', basis: 'stated', evidence: null, reason: 'meta' },
    translation: {
      value: { by: 'unknown', from: 'fr' },
      basis: 'derived',
      evidence: null,
      reason: 'left-over-words',
    },
  } as const;

  it('are left out once the analyst says that there is none', () => {
    expect(correctArticle(told, { field: 'address', value: ' ' })[0]?.after).not.toHaveProperty('address');
    expect(correctArticle(told, { field: 'translation', value: null })[0]?.after).not.toHaveProperty(
      'translation',
    );
  });

  it('stand as the analyst’s once corrected, and stay when nothing changes', () => {
    const value = { by: 'machine', from: 'fr' } as const;

    expect(correctArticle(told, { field: 'translation', value })[0]?.after).toMatchObject({
      translation: { value, basis: 'analyst' },
    });
    expect(correctArticle(told, { field: 'translation', value: { by: 'unknown', from: 'fr' } })).toEqual([]);
    expect(correctArticle(told, { field: 'address', value: 'https://a.example/1' })).toEqual([]);
    expect(correctArticle(article, { field: 'address', value: '' })).toEqual([]);
    expect(correctArticle(article, { field: 'translation', value: null })).toEqual([]);
  });
});

describe('dateOfRange', () => {
  it.each([
    ['2024-03-05', '2024-03-05', '2024-03-05'],
    ['2024-03-05', '2024-03-09', '2024-03'],
    ['2024-03-05', '2024-11', '2024'],
    ['2024-03', '2024-03-09T10:00', '2024-03'],
    ['2024', '2024-12-31', '2024'],
    ['2024-03-05T10:00', '2024-03-05T10:00:59Z', '2024-03-05T10:00'],
  ])('finds in %s to %s no more than both say', (from, until, iso) => {
    expect(dateOfRange({ from, until })).toMatchObject({ iso });
    expect(readDate(iso)).not.toBeNull();
  });

  it.each([
    ['2023-12-31', '2024-01-01'],
    [null, '2024-01-01'],
    ['2024-01-01', null],
  ])('finds none in %s to %s', (from, until) => {
    expect(dateOfRange({ from, until })).toBeNull();
  });
});

describe('takeOverDate', () => {
  const inferredDate = {
    value: { from: '2024-03-05', until: '2024-03-09' },
    basis: 'derived',
    evidence: { start: 3, end: 8 },
    reason: 'text-and-archived',
  } as const;

  it('makes the suggestion the analyst’s own date and keeps the suggestion', () => {
    expect(takeOverDate({ ...article, inferredDate })[0]?.after).toEqual({
      ...article,
      inferredDate,
      publishedAt: {
        value: { iso: '2024-03', precision: 'month', printed: '2024-03' },
        basis: 'analyst',
        evidence: null,
        reason: 'inferred',
      },
    });
  });

  it('never takes the place of a date that is there', () => {
    const [dated] = correctArticle(article, { field: 'publishedAt', value: readDate('2020') });

    expect(takeOverDate({ ...(dated?.after as Article), inferredDate })).toEqual([]);
    expect(takeOverDate(article)).toEqual([]);
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
