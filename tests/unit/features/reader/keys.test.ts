import { describe, expect, it } from 'vitest';
import { digitOf } from '#features/reader/keys.ts';

const plain = { ctrlKey: false, metaKey: false, altKey: false, key: '&' };

describe('digitOf', () => {
  it.each([
    ['Digit1', 1],
    ['Digit9', 9],
    ['Digit0', null],
    ['KeyA', null],
    ['F1', null],
  ])('reads the key at %s as %j, whatever is printed on it', (code, digit) => {
    expect(digitOf({ ...plain, code })).toBe(digit);
  });

  it('reads the number pad only while it writes digits', () => {
    expect(digitOf({ ...plain, key: '4', code: 'Numpad4' })).toBe(4);
    expect(digitOf({ ...plain, key: 'ArrowLeft', code: 'Numpad4' })).toBeNull();
  });

  it('leaves keys with Ctrl, Alt or Meta to others', () => {
    expect(digitOf({ ...plain, ctrlKey: true, code: 'Digit1' })).toBeNull();
    expect(digitOf({ ...plain, altKey: true, code: 'Digit1' })).toBeNull();
    expect(digitOf({ ...plain, metaKey: true, code: 'Digit1' })).toBeNull();
  });
});
