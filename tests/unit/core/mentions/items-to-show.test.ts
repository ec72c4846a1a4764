import { describe, expect, it } from 'vitest';
import type { ActorId, ArticleId, Id, NewId } from '#core/ids.ts';
import { decideFinding, forgetFindings } from '#core/mentions/edit-findings.ts';
import type { Finding } from '#core/mentions/finding.ts';
import type { FoundItem } from '#core/mentions/found-item.ts';
import { itemsToShow } from '#core/mentions/items-to-show.ts';

const text = 'The Group met the group of the Front, and the Group left.';
const [jnim, csp] = ['jnim', 'csp'] as [ActorId, ActorId];
const ground = { article: { id: 'one' as ArticleId, textSha256: 'a'.repeat(64) }, text };
const at = (words: string, from = 0) => {
  const start = text.indexOf(words, from);
  return { start, end: start + words.length };
};
const actor = (words: string, actorIds: readonly ActorId[], from = 0): FoundItem => ({
  ...at(words, from),
  exact: words,
  kind: 'actor',
  actorIds,
  reasons: ['name'],
});
let count = 0;
const newId: NewId = <Kind extends string>() => `id${++count}` as Id<Kind>;
const maker = { newId, now: '2026-01-01T00:00:00Z', analystId: 'me' as never };
const decide = (decided: readonly Finding[], word: Partial<Parameters<typeof decideFinding>[1]>) =>
  decideFinding(
    { ...ground, decided },
    {
      span: at('Group'),
      kind: 'actor',
      status: 'accepted',
      origin: 'suggested',
      reach: 'here',
      actorId: jnim,
      name: 'JNIM',
      dating: null,
      reasons: ['name'],
      ...word,
    },
    maker,
  );
const made = (changes: ReturnType<typeof decide>) =>
  changes.flatMap(({ table, after }) => (table === 'findings' && after !== null ? [after] : []));
const found = [actor('Group', [jnim, csp]), actor('Front', [csp]), actor('Group', [jnim, csp], 20)];

describe('itemsToShow', () => {
  it('shows what is suggested until something is decided, and again when that is taken back', () => {
    const [finding] = made(decide([], {}));
    if (finding === undefined) throw new Error('nothing was decided');
    const shown = itemsToShow(found, { here: [finding], everywhere: [] });

    expect(shown.map(({ status, actorId }) => [status, actorId])).toEqual([
      ['accepted', jnim],
      ['suggested', csp],
      ['suggested', jnim],
    ]);
    expect(forgetFindings([finding])).toEqual([
      { table: 'findings', id: finding.id, before: finding, after: null },
    ]);
    expect(itemsToShow(found, { here: [], everywhere: [] }).every(({ decided }) => decided === null)).toBe(
      true,
    );
  });

  it('passes an actor over that was rejected everywhere, wherever the words stand and however they are written', () => {
    const [rule] = made(decide([], { status: 'rejected', reach: 'everywhere' }));
    if (rule === undefined) throw new Error('nothing was decided');
    const elsewhere: FoundItem[] = [{ ...actor('Group', [jnim, csp]), exact: 'GROUP', start: 500, end: 505 }];

    expect(itemsToShow(elsewhere, { here: [], everywhere: [rule] })).toMatchObject([
      // What spoke for the one does not speak for the other.
      { status: 'suggested', actorId: csp, item: { actorIds: [csp], reasons: ['ambiguous'] } },
    ]);
    expect(itemsToShow([actor('Group', [csp, jnim])], { here: [], everywhere: [rule] })).toMatchObject([
      { status: 'suggested', actorId: csp, item: { actorIds: [csp], reasons: ['name'] } },
    ]);
    expect(itemsToShow([actor('Group', [jnim])], { here: [], everywhere: [rule] })).toMatchObject([
      { status: 'rejected', actorId: jnim, decided: { reach: 'everywhere' } },
    ]);
    // Other words of the same actor are not meant.
    expect(itemsToShow([actor('Front', [jnim])], { here: [], everywhere: [rule] })).toMatchObject([
      { status: 'suggested' },
    ]);
  });

  it('passes two actors over that were rejected everywhere one after the other', () => {
    const reject = (decided: readonly Finding[], actorId: ActorId) =>
      decide(decided, { status: 'rejected', reach: 'everywhere', actorId });
    const [first] = made(reject([], jnim));
    if (first === undefined) throw new Error('nothing was decided');
    const second = reject([first], csp);
    expect(second.every(({ before }) => before === null)).toBe(true);
    expect(reject([first, ...made(second)], jnim)).toEqual([]);

    const everywhere = [first, ...made(second)];
    expect(itemsToShow(found, { here: [], everywhere }).map(({ status }) => status)).toEqual([
      'rejected',
      'suggested',
      'rejected',
    ]);
  });

  it('lets a decision here stand against one for everywhere', () => {
    const [rule] = made(decide([], { status: 'rejected', reach: 'everywhere' }));
    const [here] = made(decide(rule === undefined ? [] : [rule], {}));
    if (rule === undefined || here === undefined) throw new Error('nothing was decided');

    expect(itemsToShow([actor('Group', [jnim])], { here: [here, rule], everywhere: [rule] })).toMatchObject([
      { status: 'accepted', actorId: jnim },
    ]);
  });
});

describe('decideFinding', () => {
  it('keeps the record of the same passage, and takes those away that overlap it', () => {
    const [group] = made(decide([], {}));
    const [front] = made(decide([], { span: at('Front'), actorId: csp }));
    if (group === undefined || front === undefined) throw new Error('nothing was decided');
    const changed = decide([group, front], { actorId: csp, name: 'CSP' });
    const wide = decide([group, front], { span: { start: group.anchor.start, end: front.anchor.end } });

    expect(changed).toMatchObject([{ id: group.id, before: group, after: { id: group.id, actorId: csp } }]);
    expect(wide.map(({ before, after }) => [before?.id ?? null, after === null])).toEqual([
      [group.id, true],
      [front.id, true],
      [null, false],
    ]);
    expect(decide([group], {})).toEqual([]);
  });

  it('keeps the words of the text, and refuses what is no passage of it', () => {
    expect(made(decide([], {}))[0]?.anchor).toMatchObject({ exact: 'Group', prefix: 'The ' });
    expect(() => decide([], { span: { start: 5, end: 500 } })).toThrow(RangeError);
    expect(() => decide([], { span: { start: 5, end: 5 } })).toThrow(RangeError);
  });
});
