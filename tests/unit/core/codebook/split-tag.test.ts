import { describe, expect, it } from 'vitest';
import { type SplitDraft, splitTag } from '#core/codebook/split-tag.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { HighlightId } from '#core/ids.ts';
import { applyTo, countingIds, makeHighlight, makeTags, outlineOf } from './make-codebook.ts';

const tags = makeTags('attack\n  ambush\n  raid\nmovement');
const highlights = [
  { ...makeHighlight('h1', 'a', ['movement', 'ambush', 'raid']), note: 'seen by two' },
  makeHighlight('h2', 'a', ['ambush']),
  makeHighlight('h3', 'b', ['ambush']),
  makeHighlight('h4', 'b', ['raid']),
];
const ambush = tags[1] as Tag;

function split(draft: Partial<SplitDraft>, chosen: readonly string[]) {
  return splitTag(
    ambush,
    { name: 'IED', where: 'after', keepsOld: false, ...draft },
    new Set(chosen) as Set<HighlightId>,
    { tags, highlights, newId: countingIds() },
  );
}

const carried = (edit: ReturnType<typeof split>) =>
  edit.ok && applyTo('highlights', highlights, edit.changes).map(({ tagIds }) => tagIds.join(' '));

describe('splitTag', () => {
  it('puts the new tag in the place of the old one on the chosen highlights alone', () => {
    const edit = split({}, ['h1', 'h3']);

    expect(carried(edit)).toEqual(['movement new1 raid', 'ambush', 'new1', 'raid']);
    expect(edit.ok && applyTo('highlights', highlights, edit.changes)[0]?.note).toBe('seen by two');
  });

  it('keeps the old tag beside it when asked to', () => {
    expect(carried(split({ keepsOld: true }, ['h1']))).toEqual([
      'movement ambush new1 raid',
      'ambush',
      'ambush',
      'raid',
    ]);
  });

  it.each([
    ['after', 'attack\n  ambush\n  IED\n  raid\nmovement'],
    ['below', 'attack\n  ambush\n    IED\n  raid\nmovement'],
  ] as const)('stands %s the old one, in its colour', (where, outline) => {
    const edit = split({ where }, ['h2']);

    expect(outlineOf(edit.ok ? applyTo('tags', tags, edit.changes) : [])).toBe(outline);
    expect(edit.ok && edit.tag.color).toBe('red');
  });

  it('passes over highlights that don’t carry the tag, and refuses when none is left', () => {
    expect(carried(split({}, ['h2', 'h4', 'gone']))).toEqual([
      'movement ambush raid',
      'new1',
      'ambush',
      'raid',
    ]);
    expect(split({}, ['h4'])).toMatchObject({ ok: false, reason: 'nothing-chosen' });
  });

  it('refuses a name that is taken beside it', () => {
    expect(split({ name: 'Raid' }, ['h2'])).toMatchObject({ ok: false, reason: 'name-taken' });
  });

  it('finds room between two tags that stand close', () => {
    const tight = tags.map((tag) => (tag.parentId === null ? tag : { ...tag, order: 2 }));
    const edit = splitTag(
      tight[1] as Tag,
      { name: 'IED', where: 'after', keepsOld: false },
      new Set(['h2']) as Set<HighlightId>,
      { tags: tight, highlights, newId: countingIds() },
    );

    expect(outlineOf(edit.ok ? applyTo('tags', tight, edit.changes) : [])).toContain(
      '  ambush\n  IED\n  raid',
    );
  });
});
