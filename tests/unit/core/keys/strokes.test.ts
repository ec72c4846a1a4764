import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  digitByPlace,
  isSingleKey,
  isStroke,
  type Pressed,
  splitStroke,
  strokesOf,
} from '#core/keys/strokes.ts';

type Fields = Partial<Omit<Pressed, 'getModifierState'>> & { altGraph?: true };

/** A key press with the fields that Chromium gives on the keyboard named in the test. */
function press({ altGraph, ...fields }: Fields): Pressed {
  return {
    key: '',
    code: '',
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    shiftKey: false,
    getModifierState: () => altGraph === true,
    ...fields,
  };
}

describe('strokesOf on an English keyboard', () => {
  it.each<[Fields, string[]]>([
    [{ key: 'h', code: 'KeyH' }, ['h']],
    [{ key: 'H', code: 'KeyH', shiftKey: true }, ['Shift+H']],
    [{ key: 'z', code: 'KeyZ', ctrlKey: true }, ['Ctrl+Z']],
    [{ key: 'Z', code: 'KeyZ', ctrlKey: true, shiftKey: true }, ['Ctrl+Shift+Z']],
    [{ key: 'k', code: 'KeyK', metaKey: true }, ['Ctrl+K']],
    [{ key: '?', code: 'Slash', shiftKey: true }, ['?']],
    [{ key: '/', code: 'Slash' }, ['/']],
    [{ key: '[', code: 'BracketLeft' }, ['[']],
    [{ key: '1', code: 'Digit1', ctrlKey: true }, ['Ctrl+1']],
    [{ key: '%', code: 'Digit5', shiftKey: true }, ['%', 'Shift+5']],
    [{ key: '=', code: 'Equal', ctrlKey: true }, ['Ctrl+=', 'Ctrl++']],
    [{ key: '+', code: 'Equal', ctrlKey: true, shiftKey: true }, ['Ctrl++']],
    [{ key: '+', code: 'NumpadAdd', ctrlKey: true }, ['Ctrl++']],
    [{ key: ' ', code: 'Space' }, ['Space']],
    [{ key: 'ArrowUp', code: 'ArrowUp', altKey: true, shiftKey: true }, ['Alt+Shift+ArrowUp']],
    [{ key: 'F3', code: 'F3', shiftKey: true }, ['Shift+F3']],
    [{ key: '7', code: 'Numpad7' }, ['7']],
    // NumLock off: the same key is Home.
    [{ key: 'Home', code: 'Numpad7' }, ['Home']],
    // CapsLock on, and CapsLock on with Shift.
    [{ key: 'H', code: 'KeyH' }, ['h']],
    [{ key: 'h', code: 'KeyH', shiftKey: true }, ['Shift+H']],
    [{ key: 'Shift', code: 'ShiftLeft', shiftKey: true }, []],
    [{ key: 'Control', code: 'ControlLeft', ctrlKey: true }, []],
    [{ key: 'Dead', code: 'Quote' }, []],
    [{ key: 'Process', code: 'KeyA' }, []],
  ])('reads %o as %j', (fields, names) => expect(strokesOf(press(fields))).toEqual(names));
});

describe('strokesOf on a French keyboard (AZERTY)', () => {
  it.each<[string, Fields, string[]]>([
    ['a digit without Shift', { key: '&', code: 'Digit1' }, ['1', '&']],
    ['a digit with Shift', { key: '1', code: 'Digit1', shiftKey: true }, ['1', 'Shift+1']],
    ['Ctrl and a digit', { key: 'à', code: 'Digit0', ctrlKey: true }, ['Ctrl+0', 'Ctrl+À']],
    [
      'Ctrl and the minus, which is the six',
      { key: '-', code: 'Digit6', ctrlKey: true },
      ['Ctrl+6', 'Ctrl+-'],
    ],
    ['q, where English has a', { key: 'q', code: 'KeyA' }, ['q']],
    ['Ctrl+Z, where English has w', { key: 'z', code: 'KeyW', ctrlKey: true }, ['Ctrl+Z']],
    ['Alt+Q, where English has a', { key: 'q', code: 'KeyA', altKey: true }, ['Alt+Q']],
    ['a question mark', { key: '?', code: 'KeyM', shiftKey: true }, ['?']],
    ['a comma', { key: ',', code: 'KeyM' }, [',']],
    ['a full stop', { key: '.', code: 'Comma', shiftKey: true }, ['.']],
    [
      'a bracket by AltGr, on Windows',
      { key: '[', code: 'Digit5', ctrlKey: true, altKey: true, altGraph: true },
      ['['],
    ],
    ['a bracket by AltGr, on Linux', { key: '[', code: 'Digit5', altGraph: true }, ['[']],
  ])('%s: %o is %j', (_what, fields, names) => expect(strokesOf(press(fields))).toEqual(names));
});

describe('strokesOf on keyboards of other scripts', () => {
  it.each<[string, Fields, string[]]>([
    ['Arabic alif-hamza where h is', { key: 'ا', code: 'KeyH' }, ['h']],
    ['Arabic with Ctrl, where z is', { key: 'ئ', code: 'KeyZ', ctrlKey: true }, ['Ctrl+Z']],
    ['Arabic lam-alif, two letters on one key', { key: 'لا', code: 'KeyB' }, ['b']],
    ['Arabic question mark', { key: '؟', code: 'Slash', shiftKey: true }, ['?']],
    ['Arabic with Shift, where h is', { key: 'أ', code: 'KeyH', shiftKey: true }, ['Shift+H']],
    ['Arabic waw, where the comma is', { key: 'و', code: 'Comma' }, [',']],
    ['Arabic jim, where the bracket is', { key: 'ج', code: 'BracketLeft' }, ['[']],
    ['an Arabic digit', { key: '٣', code: 'Digit3' }, ['3']],
    ['Russian ze, where p is', { key: 'з', code: 'KeyP' }, ['p']],
    ['Greek eta, where h is', { key: 'η', code: 'KeyH' }, ['h']],
    // A Latin letter with an accent is not foreign: it is what is printed there.
    ['German ö', { key: 'ö', code: 'Semicolon' }, ['ö']],
  ])('%s: %o is %j', (_what, fields, names) => expect(strokesOf(press(fields))[0]).toBe(names[0]));

  it('takes the place of the letter on a Mac, where Alt writes other signs', () => {
    expect(strokesOf(press({ key: '˙', code: 'KeyH', altKey: true }))).toEqual(['Alt+H']);
  });
});

describe('names of keys', () => {
  const modifier = fc.subarray(['Ctrl', 'Alt', 'Shift']);
  const key = fc.constantFrom('H', '+', '?', '1', 'ArrowUp', 'F2', 'Space', 'É', 'ب');

  it('come apart into what they were put together from', () =>
    fc.assert(
      fc.property(modifier, key, (modifiers, last) => {
        const stroke = [...modifiers, last].join('+');
        expect(splitStroke(stroke)).toEqual({ modifiers, key: last });
        expect(isStroke(stroke)).toBe(true);
      }),
    ));

  it.each([
    ['h', true],
    ['Shift+H', true],
    ['?', true],
    ['1', true],
    ['Ctrl+H', false],
    ['Alt+1', false],
    ['Space', false],
    ['F3', false],
  ])('%s writes a character: %s', (stroke, isSingle) => expect(isSingleKey(stroke)).toBe(isSingle));

  it.each([null, 3, '', 'Ctrl+', 'Meta+H', 'two words', 'arrowup', {}])('%j is none', (value) =>
    expect(isStroke(value)).toBe(false),
  );
});

describe('digitByPlace', () => {
  it.each([
    [{ key: '&', code: 'Digit1' }, '1'],
    [{ key: '1', code: 'Digit1' }, '1'],
    [{ key: '7', code: 'Numpad7' }, '7'],
    [{ key: 'Home', code: 'Numpad7' }, null],
    [{ key: '1', code: 'KeyH' }, null],
  ])('%o: %j', (pressed, digit) => expect(digitByPlace(pressed)).toBe(digit));
});
