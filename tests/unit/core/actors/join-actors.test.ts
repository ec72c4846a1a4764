import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ActorEntry } from '#core/actors/actor.ts';
import {
  type ActorBooks,
  type ActorEdit,
  addName,
  createActor,
  editActor,
  forgetActor,
  mergeActors,
  removeName,
  restoreName,
  splitActor,
} from '#core/actors/edit-actors.ts';
import { joinActors, standIn } from '#core/actors/join-actors.ts';
import { parseActors } from '#core/actors/parse-actors.ts';
import { type Change, reverse } from '#core/history/change.ts';
import type { ActorId, AnalystId, Id } from '#core/ids.ts';
import { expandQuery } from '#core/search/names/alias-expansion.ts';
import { createAliasRegistry } from '#core/search/names/alias-registry.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';

const program = parseActors(JSON.parse(readFileSync('resources/actors.json', 'utf8')));
const jnim = 'jnim' as ActorId;
const fla = 'fla' as ActorId;
const csp = 'csp' as ActorId;

const nothing: ActorBooks = { program, entries: [], relations: [] };
let made = 0;
const by = {
  analystId: 'me' as AnalystId,
  now: '2024-12-01T00:00:00Z',
  newId: <Kind extends string>() => `00000000-0000-7000-8000-${String(++made).padStart(12, '0')}` as Id<Kind>,
};
const name = (text: string) => ({ text, language: 'any' as const, from: '', until: '', note: '' });

function apply(books: ActorBooks, changes: readonly Change[]): ActorBooks {
  const entries = new Map(books.entries.map((entry) => [entry.id, entry]));
  for (const change of changes) {
    if (change.table !== 'actors') continue;
    if (change.after === null) entries.delete(change.id);
    else entries.set(change.id, change.after);
  }
  return { ...books, entries: [...entries.values()] };
}

function done(edit: ActorEdit): readonly Change[] {
  if ('reason' in edit) throw new Error(edit.reason);
  return edit.changes;
}

function joined(books: ActorBooks) {
  return joinActors(books.program, books.entries);
}

function textsOf(books: ActorBooks, id: string) {
  return joined(books)
    .find((actor) => actor.id === id)
    ?.aliases.map(({ text }) => text);
}

/** What else a query is searched as. */
function spellings(books: ActorBooks, query: string) {
  const registry = createAliasRegistry(joined(books), null);
  return expandQuery(parseQuery(query), registry, { expands: true, withoutAliases: [] }).chips;
}

describe('joinActors', () => {
  it('is the program’s registry while the analyst has said nothing', () => {
    expect(joined(nothing)).toEqual(
      program.map((actor) => ({ ...actor, isKnown: true, entry: null, merged: [] })),
    );
  });

  it('searches for the other spellings of an actor by a name the analyst gave it', () => {
    const books = apply(nothing, done(addName(nothing, jnim, name('Les hommes de Farouk'), by)));

    expect(spellings(nothing, 'les hommes de farouk')).toEqual([]);
    expect(spellings(books, 'les hommes de farouk')[0]?.also).toContain('GSIM');
    expect(spellings(books, 'GSIM')[0]?.also).toContain('Les hommes de Farouk');
  });

  it('finds an actor the analyst made by its id', () => {
    const edit = createActor(nothing, { name: 'Katiba Serma', kind: 'armed-group', note: '' }, by);
    const books = apply(nothing, done(edit));
    const id = 'actorId' in edit ? edit.actorId : '';

    expect(spellings(books, `actor:${id}`)[0]).toMatchObject({ entry: id, also: ['Katiba Serma'] });
  });

  it('leaves out a name that was taken away, until it is given back', () => {
    const without = apply(nothing, done(removeName(nothing, jnim, 'RVIM', by)));
    const back = apply(without, done(restoreName(without, jnim, 'RVIM', by)));

    expect(textsOf(without, jnim)).not.toContain('RVIM');
    expect(spellings(without, 'RVIM')).toEqual([]);
    expect(textsOf(back, jnim)).toEqual(textsOf(nothing, jnim));
  });

  it('makes two actors one, with the names of both, and two again', () => {
    const one = apply(nothing, done(mergeActors(nothing, csp, fla, by)));
    const two = apply(one, done(splitActor(one, csp, by)));

    expect(joined(one).some(({ id }) => id === csp)).toBe(false);
    expect(textsOf(one, fla)).toEqual(expect.arrayContaining(['CSP', 'FLA']));
    expect(spellings(one, 'FLA')[0]?.also).toContain('CSP');
    expect(standIn(joined(one))(csp)).toBe(fla);
    expect(textsOf(two, fla)).toEqual(textsOf(nothing, fla));
    expect(textsOf(two, csp)).toEqual(textsOf(nothing, csp));
  });

  it('leaves a name open for both when it is given to a second actor', () => {
    const books = apply(nothing, done(addName(nothing, fla, name('gsim'), by)));
    const [chip, ...others] = spellings(books, 'GSIM');

    expect(others).toEqual([]);
    expect(chip?.also).toEqual([]);
    expect(chip?.mayMean?.map(({ entry }) => entry)).toEqual(expect.arrayContaining(['jnim', 'fla']));
  });

  it('lists every actor once or as merged, whatever was merged into whatever', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'] as ActorId[];
    const into = fc.option(fc.constantFrom(...ids, 'nobody' as ActorId));
    fc.assert(
      fc.property(fc.tuple(into, into, into, into, into), (targets) => {
        const entries = ids.map((id, at): ActorEntry => {
          const said = { name: id, kind: 'person' as const, note: '', aliases: [], without: [] };
          return { id, ...said, mergedInto: targets[at] ?? null, createdAt: by.now, updatedAt: by.now };
        });
        const all = joinActors([], entries);
        const listed = all.flatMap(({ id, merged }) => [id, ...merged.map((other) => other.id)]);

        expect(listed.toSorted()).toEqual(ids);
        // The order in which two laptops' entries come makes no difference.
        const other = joinActors([], entries.toReversed());
        expect(new Set(other.map(({ id }) => id))).toEqual(new Set(all.map(({ id }) => id)));
      }),
    );
  });
});

describe('edits of actors', () => {
  it('are taken back by their reverse', () => {
    const edits = [
      addName(nothing, jnim, name('Farouk'), by),
      removeName(nothing, jnim, 'GSIM', by),
      editActor(nothing, jnim, { name: 'JNIM', kind: 'alliance', note: 'n' }, by),
      mergeActors(nothing, csp, fla, by),
      createActor(nothing, { name: 'Katiba Serma', kind: 'armed-group', note: '' }, by),
    ];
    for (const edit of edits) {
      const after = apply(nothing, done(edit));
      expect(after.entries).toHaveLength(1);
      expect(apply(after, reverse(done(edit))).entries).toEqual([]);
    }
  });

  it('let those stand for themselves again whose actor is deleted, and take its relations along', () => {
    const made = createActor(nothing, { name: 'Katiba Serma', kind: 'armed-group', note: '' }, by);
    const own = 'actorId' in made ? made.actorId : jnim;
    const one = apply(nothing, done(made));
    const merged = apply(one, done(mergeActors(one, csp, own, by)));
    const relation = {
      id: 'r' as Id<'relation'>,
      kind: 'part-of' as const,
      from: own,
      to: jnim,
      since: null,
      until: null,
      source: '',
      note: '',
      passages: [],
      createdAt: by.now,
    };
    const changes = done(forgetActor({ ...merged, relations: [relation] }, own));

    expect(changes.map(({ table, id }) => [table, id])).toEqual([
      ['actors', own],
      ['actors', csp],
      ['relations', 'r'],
    ]);
    expect(textsOf(apply(merged, changes), csp)).toEqual(textsOf(nothing, csp));
  });

  it.each([
    ['an empty name', () => addName(nothing, jnim, name('  '), by), 'no-name'],
    ['a name without a word', () => addName(nothing, jnim, name('«»'), by), 'no-word'],
    ['a name it has', () => addName(nothing, jnim, name('gsím'), by), 'has-it'],
    ['a wrong date', () => addName(nothing, jnim, { ...name('x'), from: '2024-02-30' }, by), 'bad-date'],
    [
      'an end before the start',
      () => addName(nothing, jnim, { ...name('x'), from: '2024-02-03', until: '2024-01' }, by),
      'ends-first',
    ],
    ['itself', () => mergeActors(nothing, jnim, jnim, by), 'same'],
    ['nobody', () => mergeActors(nothing, jnim, 'nobody' as ActorId, by), 'gone'],
    ['a name another has', () => createActor(nothing, { ...form, name: 'boko haram (jas)' }, by), 'taken'],
    ['a name too long', () => addName(nothing, jnim, name('x'.repeat(201)), by), 'too-long'],
  ])('refuse %s', (_, edit, reason) => {
    expect(edit()).toMatchObject({ reason });
  });
});

const form = { name: '', kind: 'person' as const, note: '' };
