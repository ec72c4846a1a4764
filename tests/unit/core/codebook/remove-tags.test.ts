import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '#core/brief/brief.ts';
import { type CodebookEdit, maxTagDescriptionLength } from '#core/codebook/edit-codebook.ts';
import { deleteTags, mergeTags } from '#core/codebook/remove-tags.ts';
import { measureReach } from '#core/codebook/retarget-tags.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import { reverse } from '#core/history/change.ts';
import type { BlockId, BriefId, HighlightId, MemoId, TagGroupId, TagId } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';
import { applyTo, makeHighlight, makeTags, outlineOf } from './make-codebook.ts';

const tags = makeTags(`
attack
  ambush
  raid
assault
  Raïd
    camp
  siege
movement
`);
const highlights = [
  makeHighlight('h1', 'a1', ['assault', 'attack']),
  makeHighlight('h2', 'a1', ['movement', 'assault', 'ambush']),
  makeHighlight('h3', 'a2', ['Raïd']),
  makeHighlight('h4', 'a2', ['movement']),
];
const block: Block = {
  id: 'block' as BlockId,
  briefId: 'brief' as BriefId,
  order: 1,
  content: { kind: 'table', caption: '', tagId: 'assault' as TagId },
};
const uses = { tags, highlights, blocks: [block], memos: [], groups: [] };

function find(name: string): Tag {
  const tag = tags.find((each) => each.name === name);
  if (tag === undefined) throw new Error(`no tag ${name}`);
  return tag;
}

function changesOf(edit: CodebookEdit) {
  if (!edit.ok) throw new Error(`refused: ${edit.reason}`);
  return edit.changes;
}

const tagsOfHighlights = (edit: CodebookEdit) =>
  applyTo('highlights', highlights, changesOf(edit)).map(({ tagIds }) => tagIds.join(' '));

describe('mergeTags', () => {
  const edit = mergeTags([find('assault')], find('attack'), uses);

  it('moves the children, merging one that has a namesake there', () => {
    expect(outlineOf(applyTo('tags', tags, changesOf(edit)))).toBe(
      'attack\n  ambush\n  raid\n    camp\n  siege\nmovement',
    );
  });

  it('gives the highlights the other tag once, in its place', () => {
    expect(tagsOfHighlights(edit)).toEqual(['attack', 'movement attack ambush', 'raid', 'movement']);
  });

  it('lets tables of a brief show the other tag', () => {
    expect(applyTo('blocks', [block], changesOf(edit))).toMatchObject([{ content: { tagId: 'attack' } }]);
  });

  it('leaves alone what carries neither', () => {
    expect(changesOf(edit).map(({ id }) => id)).not.toContain('h4');
  });

  it('keeps both descriptions', () => {
    const source = { ...find('siege'), description: 'no food gets in' };
    const target = { ...find('camp'), description: 'soldiers live there' };
    const described = tags.map((tag) => [source, target].find(({ id }) => id === tag.id) ?? tag);

    const merged = mergeTags([source], target, { ...uses, tags: described });

    expect(merged.ok && merged.tag.description).toBe('soldiers live there\n\nno food gets in');
  });

  it('merges several at once, each into the one asked for and not into a namesake below it', () => {
    const many = makeTags(`
theatre
  north
    camp
  raid
south
  camp
    gate
`);
    const from = (name: string, parent: string) =>
      many.find((tag) => tag.name === name && tag.parentId === parent) as Tag;
    // Ids are names: the two camps need their own.
    const [first, second] = [from('camp', 'north'), from('camp', 'south')];
    const tagsOf = many.map((tag) => {
      if (tag === first) return { ...tag, id: 'camp-1' as TagId };
      if (tag === second) return { ...tag, id: 'camp-2' as TagId };
      return tag.parentId === 'camp' ? { ...tag, parentId: 'camp-2' as TagId } : tag;
    });
    const marked = [makeHighlight('h1', 'a', ['camp-1']), makeHighlight('h2', 'a', ['camp-2', 'gate'])];
    const byId = (id: string) => tagsOf.find((tag) => tag.id === id) as Tag;

    const merge = (ids: readonly string[]) => {
      const sources = ids.map(byId);
      const edit = mergeTags(sources, byId('south'), { ...uses, tags: tagsOf, highlights: marked });
      const carried = applyTo('highlights', marked, changesOf(edit)).map(({ tagIds }) => tagIds.join(' '));
      return [outlineOf(applyTo('tags', tagsOf, changesOf(edit))), ...carried];
    };

    // North's camp meets its namesake in the south, which itself goes into the south.
    expect(merge(['north', 'camp-2'])).toEqual(['theatre\n  raid\nsouth\n  gate', 'south', 'south gate']);
    // North's camp is asked into the south itself.
    expect(merge(['north', 'camp-1'])).toEqual([
      'theatre\n  raid\nsouth\n  camp\n    gate',
      'south',
      'camp-2 gate',
    ]);
  });

  it('takes memos, their links and groups along, each once', () => {
    const memo: Memo = {
      id: 'm1' as MemoId,
      title: 'Is an assault an attack?',
      text: 'See both.',
      subject: { kind: 'tag', id: 'assault' as TagId },
      links: [
        { kind: 'tag', id: 'attack' as TagId },
        { kind: 'highlight', id: 'h1' as HighlightId },
        { kind: 'tag', id: 'assault' as TagId },
      ],
      createdAt: '',
      updatedAt: '',
    };
    const other: Memo = { ...memo, id: 'm2' as MemoId, subject: { kind: 'free' }, links: [] };
    const group: TagGroup = {
      id: 'g' as TagGroupId,
      name: 'force',
      description: '',
      tagIds: ['assault', 'movement', 'attack'] as TagId[],
    };

    const merged = mergeTags([find('assault')], find('attack'), {
      ...uses,
      memos: [memo, other],
      groups: [group],
    });

    expect(applyTo('memos', [memo, other], changesOf(merged))).toEqual([
      {
        ...memo,
        subject: { kind: 'tag', id: 'attack' },
        links: [
          { kind: 'tag', id: 'attack' },
          { kind: 'highlight', id: 'h1' },
        ],
      },
      other,
    ]);
    expect(applyTo('tagGroups', [group], changesOf(merged))[0]?.tagIds).toEqual(['attack', 'movement']);
    expect(measureReach(changesOf(merged))).toEqual({
      highlights: 3,
      notes: 0,
      memos: 1,
      groups: 1,
      blocks: 1,
    });
  });

  it('joins the guides part by part, and refuses what would no longer fit', () => {
    const guide = (include: string) => ({ include, exclude: 'both say this', example: '' });
    const said = tags.map((tag) => {
      if (tag.name === 'assault') return { ...tag, guide: guide('with ladders') };
      return tag.name === 'attack' ? { ...tag, guide: guide('with guns') } : tag;
    });
    const long = said.map((tag) =>
      tag.name === 'assault' ? { ...tag, description: 'x'.repeat(maxTagDescriptionLength) } : tag,
    );
    const full = long.map((tag) => (tag.name === 'attack' ? { ...tag, description: 'y' } : tag));

    const merged = mergeTags([find('assault')], find('attack'), { ...uses, tags: said });

    expect(merged.ok && merged.tag.guide).toEqual({
      include: 'with guns\n\nwith ladders',
      exclude: 'both say this',
      example: '',
    });
    expect(mergeTags([find('assault')], find('attack'), { ...uses, tags: long }).ok).toBe(true);
    expect(mergeTags([find('assault')], find('attack'), { ...uses, tags: full })).toMatchObject({
      reason: 'description-too-long',
    });
  });

  it('merges a child into its parent', () => {
    const merged = mergeTags([find('Raïd')], find('assault'), uses);

    expect(outlineOf(applyTo('tags', tags, changesOf(merged)))).toContain('assault\n  siege\n  camp');
  });

  it.each([
    { source: 'attack', target: 'attack', reason: 'same-tag' },
    { source: 'assault', target: 'camp', reason: 'cycle' },
  ])('refuses $source into $target', ({ source, target, reason }) => {
    expect(mergeTags([find(source)], find(target), uses)).toMatchObject({ ok: false, reason });
  });

  it('refuses a tag that is gone', () => {
    const without = { ...uses, tags: tags.filter((tag) => tag.id !== find('attack').id) };

    expect(mergeTags([find('assault')], find('attack'), without)).toMatchObject({ reason: 'missing-tag' });
  });

  it('is taken back by its reverse', () => {
    const merged = applyTo('tags', tags, changesOf(edit));
    const restored = applyTo('tags', merged, reverse(changesOf(edit)));

    expect(outlineOf(restored)).toBe(outlineOf(tags));
    expect(new Set(restored)).toEqual(new Set(tags));
  });
});

describe('deleteTags', () => {
  it('takes the tags below away as well', () => {
    const edit = deleteTags([find('assault')], uses, { children: 'delete' });

    expect(outlineOf(applyTo('tags', tags, changesOf(edit)))).toBe('attack\n  ambush\n  raid\nmovement');
    expect(tagsOfHighlights(edit)).toEqual(['attack', 'movement ambush', '', 'movement']);
  });

  it('puts the tags below in its place', () => {
    const edit = deleteTags([find('assault')], uses, { children: 'lift' });

    expect(outlineOf(applyTo('tags', tags, changesOf(edit)))).toBe(
      'attack\n  ambush\n  raid\nRaïd\n  camp\nsiege\nmovement',
    );
    expect(tagsOfHighlights(edit)).toEqual(['attack', 'movement ambush', 'Raïd', 'movement']);
  });

  it('takes several away at once, and what stands below them up to the next that stays', () => {
    const edit = deleteTags([find('assault'), find('Raïd')], uses, { children: 'lift' });

    expect(outlineOf(applyTo('tags', tags, changesOf(edit)))).toBe(
      'attack\n  ambush\n  raid\ncamp\nsiege\nmovement',
    );
    expect(tagsOfHighlights(edit)).toEqual(['attack', 'movement ambush', '', 'movement']);
  });

  it('takes them out of their groups, and leaves memos where they are', () => {
    const group: TagGroup = {
      id: 'g' as TagGroupId,
      name: 'force',
      description: '',
      tagIds: ['siege', 'attack', 'camp'] as TagId[],
    };
    const edit = deleteTags([find('assault')], { ...uses, groups: [group] }, { children: 'delete' });

    expect(applyTo('tagGroups', [group], changesOf(edit))[0]?.tagIds).toEqual(['attack']);
  });

  it('refuses to lift a tag beside a namesake', () => {
    const twin = { ...find('movement'), id: 'twin' as TagId, parentId: find('attack').id };

    const edit = deleteTags([find('attack')], { ...uses, tags: [...tags, twin] }, { children: 'lift' });

    expect(edit).toEqual({ ok: false, reason: 'name-taken', by: find('movement') });
  });

  it('refuses a tag that is gone', () => {
    const edit = deleteTags([find('attack')], { ...uses, tags: [] }, { children: 'lift' });

    expect(edit).toMatchObject({ reason: 'missing-tag' });
  });
});

describe('merging and deleting any tags', () => {
  const step = fc.record({
    do: fc.constantFrom('merge', 'delete', 'lift'),
    tag: fc.nat(30),
    target: fc.nat(30),
  });
  const parents = fc.array(fc.nat(20), { minLength: 2, maxLength: 16 });
  const carried = fc.array(fc.array(fc.nat(15), { maxLength: 4 }), { maxLength: 8 });

  it('never leaves a tag without its parent, a highlight with a tag that is gone, or one twice', () => {
    fc.assert(
      fc.property(parents, carried, fc.array(step, { maxLength: 12 }), (links, tagged, steps) => {
        // Few names, so that namesakes meet; a parent is always an earlier tag, so there is no ring.
        let codebook: Tag[] = links.map((link, index) => ({
          id: `t${index}` as TagId,
          parentId: (link < index ? `t${link}` : null) as TagId | null,
          name: `${'abc'[index % 3]}${Math.min(link, index)}`,
          description: '',
          color: 'red',
          order: index,
        }));
        let marked = tagged.map((list, index) => {
          const ids = [...new Set(list)].filter((each) => each < links.length).map((each) => `t${each}`);
          return makeHighlight(`h${index}`, 'a', ids);
        });
        for (const each of steps) {
          const tag = codebook[each.tag % codebook.length];
          const target = codebook[each.target % codebook.length];
          if (tag === undefined || target === undefined) break;
          const now = { tags: codebook, highlights: marked, blocks: [], memos: [], groups: [] };
          const edit =
            each.do === 'merge'
              ? mergeTags([tag], target, now)
              : deleteTags([tag], now, { children: each.do === 'lift' ? 'lift' : 'delete' });
          if (!edit.ok) continue;
          const before = new Map(marked.map((highlight) => [highlight.id, highlight]));
          codebook = applyTo('tags', codebook, edit.changes);
          marked = applyTo('highlights', marked, edit.changes);

          const ids = new Set<TagId | null>(codebook.map(({ id }) => id)).add(null);
          expect(codebook.every(({ parentId }) => ids.has(parentId))).toBe(true);
          expect(outlineOf(codebook).split('\n').filter(Boolean)).toHaveLength(codebook.length);
          expect(ids.has(tag.id)).toBe(false);
          for (const { id, tagIds } of marked) {
            expect(tagIds.every((carriedId) => ids.has(carriedId))).toBe(true);
            expect(new Set(tagIds).size).toBe(tagIds.length);
            if (each.do === 'merge' && before.get(id)?.tagIds.includes(tag.id))
              expect(tagIds).toContain(target.id);
            if (each.do === 'merge') expect(tagIds.length > 0).toBe((before.get(id)?.tagIds.length ?? 0) > 0);
          }
          const changed = edit.changes.map(({ table, id }) => `${table}/${id}`);
          expect(new Set(changed).size).toBe(changed.length);
        }
      }),
    );
  });
});
