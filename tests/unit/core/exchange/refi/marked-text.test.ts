import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMarkedText, writeMarkedText } from '#core/exchange/refi/marked-text.ts';

const marks = ['Include', 'Exclude'];
const tricky = fc.array(
  fc.constantFrom(
    '[Include]',
    '[Exclude] ',
    '\\',
    '\n',
    '\r',
    ' ',
    'a',
    '[',
    ']',
    'Include',
    '\u2028',
    '[Other]',
  ),
  { maxLength: 12 },
);
const anyText = tricky.map((parts) => parts.join(''));

describe('writeMarkedText', () => {
  it('comes back exactly, whatever the texts read like', () => {
    fc.assert(
      fc.property(anyText, fc.option(anyText), fc.option(anyText), (text, include, exclude) => {
        const read = readMarkedText(writeMarkedText(text, { Include: include, Exclude: exclude }), marks);
        expect(read.text).toBe(text);
        expect(read.values.get('Include') ?? null).toBe(include);
        expect(read.values.get('Exclude') ?? null).toBe(exclude);
      }),
      { numRuns: 3000 },
    );
  });

  it('reads like a text with lines after it', () => {
    const written = writeMarkedText('An attack', { Include: 'ambushes\nand mines', Exclude: null });
    expect(written).toBe('An attack\n\n[Include] ambushes\nand mines');
  });
});

describe('readMarkedText', () => {
  it('leaves the text of another program as it is', () => {
    const text = 'Rules:\nInclude: all [Included] things';
    expect(readMarkedText(text, marks)).toEqual({ text, values: new Map() });
  });
});
