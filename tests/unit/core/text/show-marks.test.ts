import { expect, it } from 'vitest';
import { showMarks } from '#core/text/show-marks.ts';

it('shows what can’t be seen of a difference, and leaves alone what both texts have', () => {
  const text = 'a\r\n\tb\u00a0c\ufeff\u0001\u200f\u00ad';
  expect(showMarks([{ kind: 'gone', text }])).toEqual([{ kind: 'gone', text: 'a␍↵\n⇥b⍽c[BOM]␁[U+200F][-]' }]);
  expect(showMarks([{ kind: 'same', text }])).toEqual([{ kind: 'same', text }]);
  expect(showMarks([{ kind: 'new', text: 'é ’' }])).toEqual([{ kind: 'new', text: 'é ’' }]);
});
