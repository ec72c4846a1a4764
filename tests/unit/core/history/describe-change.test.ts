import { describe, expect, it } from 'vitest';
import { creation, removal, replacement } from '#core/history/change.ts';
import { describeChange } from '#core/history/describe-change.ts';
import { groupLabel } from '#core/history/group-label.ts';
import { makeArticle, makeTag } from '#tests/unit/storage/make-records.ts';

const noNames = () => null;

describe('describeChange', () => {
  const article = makeArticle('Gao', 'hash', 10);

  it('names what was made and what was removed', () => {
    expect(describeChange(creation('tags', makeTag('convoy')), noNames)).toEqual({
      kind: 'made',
      name: 'convoy',
      fields: [],
    });
    expect(describeChange(removal('articles', article), noNames)).toMatchObject({
      kind: 'removed',
      name: 'Gao',
    });
  });

  it('gives the fields that changed, deep ones by their path, and no others', () => {
    const after = {
      ...article,
      title: { ...article.title, value: 'Ménaka' },
      flagged: true,
      statusAt: '2026-01-01T00:00:00.000Z',
    };

    expect(describeChange(replacement('articles', article, after), noNames)).toEqual({
      kind: 'changed',
      name: 'Ménaka',
      fields: [
        { path: ['title', 'value'], before: 'Gao', after: 'Ménaka' },
        { path: ['flagged'], before: 'false', after: 'true' },
      ],
    });
  });

  it('says ids by the names they stand for, and that there was nothing', () => {
    const tag = makeTag('raid');
    const moved = { ...tag, parentId: 'attack-id' as typeof tag.id };
    const nameId = (id: string) => (id === 'attack-id' ? 'attack' : null);

    expect(describeChange(replacement('tags', tag, moved), nameId).fields).toEqual([
      { path: ['parentId'], before: null, after: 'attack' },
    ]);
  });
});

describe('groupLabel', () => {
  it('adds up the parts of an import, and keeps the last of anything else', () => {
    const part = (imported: number) => ({ action: 'articles.import', detail: { imported, duplicates: 1 } });

    expect(groupLabel([part(25), part(7)])).toEqual({
      action: 'articles.import',
      detail: { imported: 32, duplicates: 2 },
    });
    expect(groupLabel([1, 2].map((records) => ({ action: 'history.restore', detail: { records } })))).toEqual(
      {
        action: 'history.restore',
        detail: { records: 2 },
      },
    );
    expect(groupLabel([])).toBeNull();
  });
});
