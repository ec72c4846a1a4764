import { describe, expect, it } from 'vitest';
import { nextStart, previousStart, type TextUnit, unitAt } from '#core/reader/text-units.ts';

const text = 'Armed men came. They left! Why?\nSecond line here.';
const arabic = 'وصل المسلحون. ثم غادروا.';

describe('unitAt', () => {
  it.each<[string, number, TextUnit, string | null]>([
    [text, 2, 'word', 'Armed'],
    // Between two words the one that follows; at the end of a line the one before.
    [text, 5, 'word', 'men'],
    [text, 31, 'word', 'Why'],
    [text, 0, 'sentence', 'Armed men came.'],
    [text, 17, 'sentence', 'They left!'],
    [text, 31, 'sentence', 'Why?'],
    [text, 3, 'paragraph', 'Armed men came. They left! Why?'],
    [text, 32, 'paragraph', 'Second line here.'],
    [arabic, 16, 'sentence', 'ثم غادروا.'],
    ['', 0, 'word', null],
    ['a\n\nb', 2, 'paragraph', null],
  ])('in %j at %i: the %s %j', (within, offset, unit, expected) => {
    const span = unitAt(within, offset, unit);
    expect(span === null ? null : within.slice(span.start, span.end)).toBe(expected);
  });
});

describe('nextStart and previousStart', () => {
  it.each<TextUnit>(['word', 'sentence', 'paragraph'])('go through every %s and back again', (unit) => {
    const starts: number[] = [];
    for (let at: number | null = -1; at !== null; ) {
      at = nextStart(text, at, unit);
      if (at !== null) starts.push(at);
    }
    const expected = {
      word: ['Armed', 'men', 'came', 'They', 'left', 'Why', 'Second', 'line', 'here'],
      sentence: ['Armed', 'They', 'Why', 'Second'],
      paragraph: ['Armed', 'Second'],
    }[unit];
    expect(starts.map((start) => /^\w+/.exec(text.slice(start))?.[0])).toEqual(expected);
    const back: number[] = [];
    for (let at: number | null = text.length; at !== null; ) {
      at = previousStart(text, at, unit);
      if (at !== null) back.unshift(at);
    }
    expect(back).toEqual(starts);
  });
});
