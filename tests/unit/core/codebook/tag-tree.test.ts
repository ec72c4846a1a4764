import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Tag } from '#core/codebook/tag.ts';
import {
  buildTagTree,
  countTags,
  listNodes,
  pruneTree,
  searchTags,
  tagPathText,
  tagsById,
  withDescendants,
} from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { makeHighlight, makeTags } from './make-codebook.ts';

const tags = makeTags(`
attack
  ambush
  air strike
    drone
capture d'otages
déplacement
  raid
`);
const id = (name: string) => name as TagId;
const names = (list: readonly Tag[]) => list.map((tag) => tag.name);

describe('buildTagTree', () => {
  it('puts tags below their parents in their order', () => {
    const shuffled = [...tags].reverse();

    expect(listNodes(buildTagTree(shuffled)).map(({ tag, depth }) => `${depth} ${tag.name}`)).toEqual([
      '0 attack',
      '1 ambush',
      '1 air strike',
      '2 drone',
      "0 capture d'otages",
      '0 déplacement',
      '1 raid',
    ]);
  });

  it('sorts ties by name', () => {
    const tied = makeTags('b\na\nÂ1\nc').map((tag) => ({ ...tag, order: 1 }));

    expect(names(listNodes(buildTagTree(tied)).map((node) => node.tag))).toEqual(['a', 'Â1', 'b', 'c']);
  });

  it('shows every tag once, whatever the parents are', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { maxLength: 12 }), (links) => {
        const any = links.map((link, index) => ({
          ...(tags[0] as Tag),
          id: id(`t${index}`),
          parentId: link === 12 ? null : id(`t${link}`),
        }));

        const shown = listNodes(buildTagTree(any)).map((node) => node.tag.id);

        expect([...shown].sort()).toEqual(any.map((tag) => tag.id).sort());
      }),
    );
  });
});

describe('tagPathText', () => {
  it('names the way from the top', () => {
    expect(tagPathText(id('drone'), tagsById(tags))).toBe('attack / air strike / drone');
  });

  it('is empty for a tag that is gone, and ends in a ring', () => {
    const ring = makeTags('a\nb').map((tag) => ({ ...tag, parentId: id(tag.name === 'a' ? 'b' : 'a') }));

    expect(tagPathText(id('gone'), tagsById(tags))).toBe('');
    expect(tagPathText(id('a'), tagsById(ring))).toBe('b / a');
    expect(withDescendants(id('a'), ring)).toEqual(new Set(['a', 'b']));
  });
});

describe('countTags', () => {
  const highlights = [
    makeHighlight('h1', 'first', ['ambush', 'drone']),
    makeHighlight('h2', 'first', ['drone', 'drone']),
    makeHighlight('h3', 'second', ['attack', 'gone']),
    makeHighlight('h4', 'second', ['raid']),
  ];

  it('counts a highlight once for a tag and once for all above it', () => {
    const counts = countTags(tags, highlights);

    expect(counts.get(id('attack'))).toEqual({
      own: { highlights: 1, articles: 1 },
      whole: { highlights: 3, articles: 2 },
    });
    expect(counts.get(id('drone'))?.own).toEqual({ highlights: 2, articles: 1 });
    expect(counts.get(id('déplacement'))).toMatchObject({ own: { highlights: 0 }, whole: { articles: 1 } });
  });

  it('agrees with counting by hand, tag by tag', () => {
    const carried = fc.array(fc.tuple(fc.nat(3), fc.array(fc.nat(6), { maxLength: 4 })), { maxLength: 20 });
    fc.assert(
      fc.property(carried, (list) => {
        const marked = list.map(([article, of], index) =>
          makeHighlight(
            `h${index}`,
            `a${article}`,
            of.map((each) => tags[each]?.id ?? ''),
          ),
        );
        const counts = countTags(tags, marked);
        for (const tag of tags) {
          const below = withDescendants(tag.id, tags);
          const hit = marked.filter(({ tagIds }) => tagIds.some((each) => below.has(each)));
          expect(counts.get(tag.id)?.whole).toEqual({
            highlights: hit.length,
            articles: new Set(hit.map(({ anchor }) => anchor.articleId)).size,
          });
        }
      }),
    );
  });
});

describe('searchTags', () => {
  it.each([
    { query: 'DEPLACEMENT', found: ['déplacement', 'raid'] },
    {
      query: 'a',
      found: ['attack', 'ambush', 'air strike', "capture d'otages", 'déplacement', 'raid', 'drone'],
    },
    { query: 'otages', found: ["capture d'otages"] },
    { query: 'capture d’', found: ["capture d'otages"] },
    { query: 'strike', found: ['air strike', 'drone'] },
    { query: 'att dro', found: ['drone'] },
    { query: 'attack/ambush', found: ['ambush'] },
    { query: 'zzz', found: [] },
  ])('finds $found for "$query"', ({ query, found }) => {
    expect(names(searchTags(query, tags))).toEqual(found);
  });

  it('answers all tags for an empty query', () => {
    expect(names(searchTags(' ', tags))).toEqual(names(tags));
  });
});

describe('pruneTree', () => {
  it('keeps what is wanted and the way to it', () => {
    const pruned = pruneTree(buildTagTree(tags), new Set([id('drone'), id('déplacement')]));

    expect(names(listNodes(pruned).map((node) => node.tag))).toEqual([
      'attack',
      'air strike',
      'drone',
      'déplacement',
    ]);
  });
});
