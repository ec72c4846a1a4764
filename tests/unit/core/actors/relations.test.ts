import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRegistry } from '#core/actors/parse-actors.ts';
import { addRelation, relationsOf } from '#core/actors/relations.ts';
import type { ActorId, AnalystId, Id } from '#core/ids.ts';

const bundled = JSON.parse(readFileSync('resources/actors.json', 'utf8'));
const { actors, relations } = parseRegistry(bundled);
const same = (id: ActorId) => id;
const by = {
  analystId: 'me' as AnalystId,
  now: '2024-12-01T00:00:00Z',
  newId: <Kind extends string>() => 'new' as Id<Kind>,
};

describe('the bundled relations', () => {
  // The founding statement of 2 March 2017, and the sanctions list's narrative summary of QDe.159.
  it('know who made JNIM, and whom it pledged to', () => {
    const shown = relationsOf('jnim' as ActorId, relations, [], same);
    const members = shown.filter(({ relation, isSubject }) => relation.kind === 'part-of' && !isSubject);
    const groups = members.filter(
      ({ otherId }) => actors.find(({ id }) => id === otherId)?.kind === 'armed-group',
    );

    expect(new Set(groups.map(({ otherId }) => otherId))).toEqual(
      new Set(['ansar-dine', 'macina-katiba', 'al-mourabitoun']),
    );
    expect(groups.every(({ relation }) => relation.since === '2017-03-02')).toBe(true);
    expect(
      shown
        .filter(({ relation, isSubject }) => relation.kind === 'pledged' && isSubject)
        .map(({ otherId }) => otherId)
        .toSorted(),
    ).toEqual(['al-qaeda', 'aqim']);
  });

  it('have a source each, and no two are the same', () => {
    expect(relations.length).toBeGreaterThan(80);
    expect(relations.every(({ source }) => source in bundled.sources)).toBe(true);
  });

  it.each([
    ['an unknown kind', { kind: 'likes' }, /kind of relation/],
    ['an actor that is not there', { to: 'nobody' }, /nobody is no actor/],
    ['one actor twice', { to: 'fla' }, /are one/],
    ['a source that is not there', { source: 'hearsay' }, /not among the sources/],
    ['an end before its beginning', { since: '2024-05', until: '2024-04-30' }, /end before/],
    ['a field it does not know', { when: '2024' }, /unknown field when/],
  ])('are refused with %s', (_, change, message) => {
    const relation = { kind: 'follows', from: 'fla', to: 'csp', source: 'seeds', ...change };
    expect(() => parseRegistry({ ...bundled, relations: [relation] })).toThrow(message);
  });
});

describe('relationsOf', () => {
  it('lists those of an actor that went into another with that one, and none between the two', () => {
    const stands = (id: ActorId) => (id === 'csp' ? ('fla' as ActorId) : id);
    const shown = relationsOf('fla' as ActorId, relations, [], stands);

    expect(shown.some(({ otherId }) => otherId === 'cma')).toBe(true);
    expect(shown.some(({ otherId }) => otherId === 'fla' || otherId === 'csp')).toBe(false);
  });

  it('has the newest first and those without a date last', () => {
    const since = relationsOf('fama' as ActorId, relations, [], same).map(
      ({ relation }) => relation.since ?? '',
    );

    expect(since).toEqual(since.toSorted().toReversed());
  });
});

describe('addRelation', () => {
  const form = { kind: 'allied' as const, from: 'fla' as ActorId, to: 'jnim' as ActorId };
  const undated = { since: '', until: '', note: '' };

  it('keeps what is said, and nothing that is not', () => {
    expect(addRelation(relations, { ...form, ...undated, since: '2025' }, by)).toEqual({
      changes: [
        {
          table: 'relations',
          id: 'new',
          before: null,
          after: {
            ...form,
            id: 'new',
            since: '2025',
            until: null,
            source: '',
            note: '',
            passages: [],
            analystId: 'me',
            createdAt: by.now,
          },
        },
      ],
    });
  });

  it('refuses one actor with itself, wrong dates, and what is there', () => {
    const self = { ...form, ...undated, to: form.from };
    const there = { ...undated, kind: 'follows' as const, from: form.from, to: 'csp' as ActorId };

    expect(addRelation(relations, self, by)).toEqual({ reason: 'same' });
    expect(addRelation(relations, { ...form, ...undated, since: 'May' }, by)).toEqual({ reason: 'bad-date' });
    expect(addRelation(relations, { ...there, since: '2024-11-30' }, by)).toEqual({ reason: 'has-it' });
  });
});
