import { describe, expect, it } from 'vitest';
import { containsWords } from '#app/contains-words.ts';
import { describeKey } from '#app/shortcuts.ts';

const none = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

describe('describeKey', () => {
  it.each([
    [{ key: 'z', code: 'KeyW', ctrlKey: true }, 'Ctrl+Z'],
    [{ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, 'Ctrl+Shift+Z'],
    [{ key: 'k', code: 'KeyK', metaKey: true }, 'Ctrl+K'],
    // A French keyboard gives other signs on the digits' row.
    [{ key: '&', code: 'Digit1', ctrlKey: true }, 'Ctrl+1'],
    [{ key: '?', code: 'Comma', shiftKey: true }, '?'],
    [{ key: '/', code: 'Slash' }, '/'],
    [{ key: 'j', code: 'KeyJ' }, 'j'],
    [{ key: '=', code: 'Equal', ctrlKey: true }, 'Ctrl++'],
    [{ key: '+', code: 'Equal', ctrlKey: true, shiftKey: true }, 'Ctrl++'],
    [{ key: '-', code: 'Minus', ctrlKey: true }, 'Ctrl+-'],
    [{ key: ',', code: 'Comma', ctrlKey: true }, 'Ctrl+,'],
    [{ key: 'à', code: 'Digit0', ctrlKey: true }, 'Ctrl+0'],
    [{ key: 'Enter', code: 'Enter', shiftKey: true }, 'Shift+Enter'],
  ])('reads %o as %s', (event, name) => {
    expect(describeKey({ ...none, ...event })).toBe(name);
  });
});

describe('containsWords', () => {
  it.each([
    ['Étiqueter élément 2', 'etiq 2', true],
    ['Workspace Import files…', 'imp', true],
    ['Workspace Import files…', 'imp x', false],
    ['Anything', '', true],
  ])('%s for "%s": %s', (offered, typed, fits) => {
    expect(containsWords(offered, typed)).toBe(fits);
  });
});
