import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorRelation, KnownRelation } from '#core/actors/actor.ts';
import { layOutGraph, rowHeight } from '#core/actors/lay-out-graph.ts';
import { parseRegistry } from '#core/actors/parse-actors.ts';
import { graphAround, holdsIn, monthNumber, monthOf, monthsOf } from '#core/actors/relation-graph.ts';
import { linkToRelation, mergeRelations, relationsOf, unlinkFromRelation } from '#core/actors/relations.ts';
import type { Anchor } from '#core/annotations/highlight.ts';
import type { ActorId, AnalystId, ArticleId, Id, RelationId } from '#core/ids.ts';

const registry = parseRegistry(JSON.parse(readFileSync('resources/actors.json', 'utf8')));
const stands = (id: ActorId) => id;
const books = { known: registry.relations, kept: [], stands };
const actor = (id: string) => id as ActorId;

describe('holdsIn', () => {
  it.each([
    ['2017-03-02', null, '2017-02', 'no'],
    ['2017-03-02', null, '2017-03', 'yes'],
    ['2017', null, '2017-01', 'yes'],
    ['2017', '2024', '2024-12', 'yes'],
    ['2017', '2024', '2025-01', 'no'],
    [null, '2024-11-30', '2024-11', 'yes'],
    [null, '2024-11-30', '2024-12', 'no'],
    [null, null, '2024-12', 'undated'],
    [null, null, null, 'undated'],
    ['2017', '2018', null, 'yes'],
  ])('from %s until %s in %s: %s', (since, until, month, expected) => {
    expect(holdsIn({ since, until }, month)).toBe(expected);
  });
});

describe('months', () => {
  it('are counted and named alike', () => {
    expect(monthNumber('2024-01') - monthNumber('2023-12')).toBe(1);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), (n) => void expect(monthNumber(monthOf(n))).toBe(n)),
    );
  });

  it('reach from the first to the last date of an actor', () => {
    const dates = relationsOf(actor('jnim'), registry.relations, [], stands)
      .flatMap(({ relation: { since, until } }) => [since, until])
      .filter((date) => date !== null)
      .map((date) => date.slice(0, 7))
      .toSorted();
    expect(monthsOf(actor('jnim'), books)?.first.startsWith((dates[0] ?? '').slice(0, 4))).toBe(true);
    expect(monthsOf(actor('nobody'), books)).toBeNull();
  });
});

describe('graphAround', () => {
  it('has exactly the relations that the list of an actor has', () => {
    for (const { id } of registry.actors) {
      const listed = relationsOf(id, registry.relations, [], stands).map(({ relation }) => relation.id);
      const graph = graphAround(id, books, { month: null, hasOthers: false });
      expect(graph.edges.map(({ relation }) => relation.id).toSorted()).toEqual(listed.toSorted());
      expect(graph.edges.every(({ from, to }) => from === id || to === id)).toBe(true);
    }
  });

  it('knows who made JNIM only from March 2017 on', () => {
    const at = (month: string) => graphAround(actor('jnim'), books, { month, hasOthers: false });
    const members = ({ edges }: ReturnType<typeof at>) =>
      edges.filter(({ relation, to }) => relation.kind === 'part-of' && to === 'jnim').length;
    expect(members(at('2017-02'))).toBe(0);
    expect(members(at('2017-03'))).toBeGreaterThanOrEqual(3);
  });

  it('shows how neighbours stand to one another when asked, and never a stranger', () => {
    const graph = graphAround(actor('jnim'), books, { month: null, hasOthers: true });
    const shown = new Set([graph.centre, ...graph.neighbours]);
    const expected = registry.relations.filter(({ from, to }) => shown.has(from) && shown.has(to));
    expect(graph.edges).toHaveLength(expected.length);
    expect(graph.edges.some(({ isBeside }) => isBeside)).toBe(true);
  });
});

describe('layOutGraph', () => {
  const ids = fc.uniqueArray(
    fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd', 'e'), minLength: 1, maxLength: 4 }),
    {
      maxLength: 60,
    },
  );

  it('lets no two names lie on one another, keeps all inside, and comes out the same in any order', () => {
    fc.assert(
      fc.property(ids, (names) => {
        const known = names.map((name) => relation(`r ${name}`, 'centre', name));
        const graphOf = (relations: readonly KnownRelation[]) =>
          graphAround(
            actor('centre'),
            { known: relations, kept: [], stands },
            { month: null, hasOthers: true },
          );
        const order = names.map(actor);
        const laid = layOutGraph(graphOf(known), order);
        expect(layOutGraph(graphOf(known.toReversed()), order)).toEqual(laid);
        expect(laid.nodes).toHaveLength(names.length + 1);
        expect(laid.edges).toHaveLength(names.length);
        for (const side of ['left', 'right']) {
          const rows = laid.nodes
            .filter((node) => node.side === side)
            .map(({ y }) => y)
            .toSorted((a, b) => a - b);
          for (const [at, y] of rows.entries())
            if (at > 0) expect(y - (rows[at - 1] ?? 0)).toBeGreaterThanOrEqual(rowHeight - 1e-9);
        }
        for (const { x, y } of laid.nodes) {
          expect(Math.abs(x)).toBeLessThanOrEqual(laid.halfWidth);
          expect(Math.abs(y)).toBeLessThanOrEqual(laid.halfHeight);
        }
      }),
    );
  });

  it('bends relations of one pair apart, whichever way they run', () => {
    const known = [relation('a', 'x', 'y'), relation('b', 'y', 'x'), relation('c', 'x', 'y')];
    const graph = graphAround(actor('x'), { known, kept: [], stands }, { month: null, hasOthers: false });
    const { edges } = layOutGraph(graph, []);
    const bends = edges.map(({ bend }) => `${bend.x.toFixed(1)} ${bend.y.toFixed(1)}`);
    expect(new Set(bends).size).toBe(3);
  });
});

describe('passages of relations', () => {
  const by = {
    analystId: 'me' as AnalystId,
    now: '2024-12-01T00:00:00Z',
    newId: <Kind extends string>() => 'new' as Id<Kind>,
  };
  const passage = (start: number, exact = 'They pledged.'): Anchor => ({
    articleId: 'article' as ArticleId,
    textSha256: 'hash',
    start,
    end: start + exact.length,
    exact,
    prefix: '',
    suffix: '',
  });
  const [pledge] = registry.relations;
  if (pledge === undefined) throw new Error('no relation');
  const link = (stored: ActorRelation | null, one: Anchor) => {
    const made = linkToRelation(pledge, stored, one, by);
    if ('reason' in made) return made.reason;
    return made.changes[0]?.after as ActorRelation | undefined;
  };

  it('make an entry of the analyst under the id of the program’s relation, which stands for it from then on', () => {
    const entry = link(null, passage(5));
    expect(entry).toMatchObject({
      id: pledge.id,
      source: pledge.source,
      passages: [{ start: 5 }],
      analystId: 'me',
    });
    if (entry === undefined || typeof entry === 'string') throw new Error('no entry');
    const shown = relationsOf(pledge.from, registry.relations, [entry], stands);
    expect(shown).toHaveLength(relationsOf(pledge.from, registry.relations, [], stands).length);
    expect(shown.find(({ relation: { id } }) => id === pledge.id)?.kept).toBe(entry);
    expect(mergeRelations(registry.relations, [entry])).toHaveLength(registry.relations.length);
    expect(link(entry, passage(5))).toBeUndefined();
    const more = link(entry, passage(50));
    expect(more).toMatchObject({ passages: [{ start: 5 }, { start: 50 }] });
    expect(unlinkFromRelation(entry, passage(5))).toMatchObject({ changes: [{ after: { passages: [] } }] });
  });

  it('are neither too many nor too long', () => {
    const full = {
      ...pledge,
      passages: Array.from({ length: 20 }, (_, at) => passage(at)),
      createdAt: by.now,
    };
    expect(link(full, passage(99))).toBe('too-many-passages');
    expect(link(null, passage(0, 'x'.repeat(100_000)))).toBe('passage-too-long');
  });
});

function relation(id: string, from: string, to: string): KnownRelation {
  return {
    id: id as RelationId,
    kind: 'allied',
    from: actor(from),
    to: actor(to),
    since: null,
    until: null,
    source: 'test',
    note: '',
  };
}
