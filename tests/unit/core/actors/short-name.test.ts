import { expect, it } from 'vitest';
import { shortName } from '#core/actors/short-name.ts';

it.each([
  ['Group for the Support of Islam and Muslims (JNIM)', 'JNIM'],
  ['Wagner Group', 'Wagner Group'],
  ['Iyad Ag Ghaly', 'Iyad Ag Ghaly'],
  ['Economic Community of West African States', 'Economic Community of…'],
  ['(x)', '(x)'],
])('calls %s %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});
