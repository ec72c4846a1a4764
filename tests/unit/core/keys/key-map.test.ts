import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KeyCommandId, keyCommand, listKeyCommands } from '#core/keys/key-commands.ts';
import {
  chosenKeys,
  commandFor,
  conflictsOf,
  giveKeys,
  type KeyChoices,
  readKeyChoices,
  refuseKey,
  switchOff,
  workingKeys,
} from '#core/keys/key-map.ts';
import { isStroke } from '#core/keys/strokes.ts';

const ids = listKeyCommands().map(({ id }) => id);
const usual = { choices: {}, singleKeys: true };

/** Every pair of commands that hear the same key at the same place, found by pressing every key everywhere. */
function clashes(choices: KeyChoices): string[] {
  return ids.flatMap((id) =>
    workingKeys(id, { choices, singleKeys: true }).flatMap((stroke) =>
      conflictsOf(id, [stroke], choices).map((other) => `${stroke}: ${id} and ${other}`),
    ),
  );
}

describe('the usual keys', () => {
  it('never mean two things at one place', () => expect(clashes({})).toEqual([]));

  it('have every command once, and only names of keys', () => {
    expect(new Set(ids).size).toBe(ids.length);
    for (const { keys } of listKeyCommands()) expect(keys.every(isStroke)).toBe(true);
  });

  it('could all be given by the analyst too', () => {
    for (const { id, keys } of listKeyCommands())
      for (const stroke of keys) expect([id, stroke, refuseKey(id, stroke)]).toEqual([id, stroke, null]);
  });

  it.each<[string[], Parameters<typeof commandFor>[1], KeyCommandId | null]>([
    [['h'], 'reader', 'mark.highlight'],
    [['h'], 'workbench', null],
    [['r'], 'reader', 'mark.recent'],
    [['r'], 'library', 'library.read'],
    [['j'], 'library', 'article.next'],
    [['j'], 'workbench', 'article.next'],
    [['Ctrl+6', 'Ctrl+-'], 'workbench', 'screen.brief'],
    [['1', '&'], 'workbench', null],
    [['Shift+ArrowLeft'], 'text', 'caret.left'],
    [['Alt+Shift+ArrowDown'], 'text', 'caret.sentence-on'],
    [['Shift+Delete'], 'text', null],
    [['Alt+ArrowDown'], 'codebook', 'tag.down'],
  ])('%j in the %s: %s', (strokes, scope, id) => expect(commandFor(strokes, scope, usual)).toBe(id));
});

describe('switching off', () => {
  it('leaves only keys that write no character when single keys are off', () => {
    const off = { choices: {}, singleKeys: false };
    expect(commandFor(['h'], 'reader', off)).toBeNull();
    expect(workingKeys('search.everywhere', off)).toEqual(['Ctrl+K']);
    expect(commandFor(['Enter'], 'text', off)).toBe('mark.picker');
  });

  it('silences one command and keeps its keys for later', () => {
    const given = giveKeys('mark.again', ['Ctrl+Q'], {});
    const off = switchOff('mark.again', given);
    expect(workingKeys('mark.again', { choices: off, singleKeys: true })).toEqual([]);
    expect(chosenKeys('mark.again', off)).toEqual(['Ctrl+Q']);
    expect(giveKeys('mark.again', chosenKeys('mark.again', off), off)).toEqual(given);
    const undoOff = switchOff('edit.undo', {});
    expect(giveKeys('edit.undo', chosenKeys('edit.undo', undoOff), undoOff)).toEqual({});
  });

  it('frees the key for another', () => {
    expect(conflictsOf('mark.note', ['h'], {})).toEqual(['mark.highlight']);
    expect(conflictsOf('mark.note', ['h'], switchOff('mark.highlight', {}))).toEqual([]);
  });
});

describe('other keys', () => {
  it.each<[KeyCommandId, string, KeyCommandId[]]>([
    ['mark.note', 'h', ['mark.highlight']],
    // The library and the reader are never in front at once.
    ['library.flag', 'h', []],
    ['mark.note', 'j', ['article.next']],
    ['article.next', 'r', ['mark.recent', 'library.read']],
    // The arrows select with Shift.
    ['history.show', 'Shift+ArrowUp', ['caret.up']],
    ['caret.up', 'Alt+ArrowDown', ['caret.sentence-on']],
    ['tag.edit', 'F3', ['search.next']],
  ])('%s by %s would also be heard by %j', (id, stroke, others) =>
    expect(conflictsOf(id, [stroke], {})).toEqual(others),
  );

  it.each<[KeyCommandId, string, string | null]>([
    ['mark.highlight', 'Escape', 'reserved'],
    ['mark.highlight', 'Shift+Tab', 'reserved'],
    ['history.show', 'Ctrl+C', 'reserved'],
    ['mark.highlight', 'Enter', 'needed-in-lists'],
    ['mark.picker', 'Space', null],
    ['history.show', 'Shift+ArrowUp', 'needed-in-lists'],
    ['tag.edit', 'e', 'finds-tags'],
    ['tag.edit', 'Ctrl+E', null],
  ])('%s by %s: %s', (id, stroke, refusal) => expect(refuseKey(id, stroke)).toBe(refusal));

  const step = fc.record({
    id: fc.constantFrom(...ids),
    deed: fc.constantFrom('give' as const, 'off' as const, 'on' as const, 'restore' as const),
    stroke: fc.constantFrom(
      'h',
      'j',
      'Shift+H',
      'Ctrl+1',
      'F2',
      'Alt+ArrowUp',
      'ArrowUp',
      'Shift+ArrowUp',
      'Delete',
    ),
  });

  it('never mean two things however they are given, taken and given back', () =>
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let choices: KeyChoices = {};
        for (const { id, deed, stroke } of steps) {
          const wanted = {
            give: [stroke],
            restore: keyCommand(id).keys,
            on: chosenKeys(id, choices),
            off: [],
          }[deed];
          const before = ids.map((each) => [each, workingKeys(each, { choices, singleKeys: true })] as const);
          const named = deed === 'off' ? [] : conflictsOf(id, wanted, choices);
          choices = deed === 'off' ? switchOff(id, choices) : giveKeys(id, wanted, choices);
          expect(workingKeys(id, { choices, singleKeys: true })).toEqual(wanted);
          // Nobody loses a key without having been named.
          for (const [each, keys] of before)
            if (each !== id && !named.includes(each))
              expect(workingKeys(each, { choices, singleKeys: true })).toEqual(keys);
          expect(clashes(choices)).toEqual([]);
        }
        expect(readKeyChoices(JSON.parse(JSON.stringify(choices)))).toEqual(choices);
      }),
    ));
});

describe('readKeyChoices', () => {
  it.each([
    [null, {}],
    ['x', {}],
    [{ 'edit.undo': 3 }, {}],
    [{ 'edit.undo': { keys: ['Ctrl+U', 7, 'Meta+x'] } }, { 'edit.undo': { keys: ['Ctrl+U'] } }],
    [{ 'edit.undo': { isOff: 'yes' } }, {}],
    [{ 'of.a-newer-version': { isOff: true } }, { 'of.a-newer-version': { isOff: true } }],
  ])('reads %j as %j', (stored, choices) => expect(readKeyChoices(stored)).toEqual(choices));
});
