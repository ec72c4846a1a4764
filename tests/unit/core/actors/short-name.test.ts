import { expect, it } from 'vitest';
import { shortName } from '#core/actors/short-name.ts';

it.each([
  ['Group for the Support of Islam and Muslims (JNIM)', 'JNIM'],
  ['Wagner Group', 'Wagner Group'],
  ['Iyad Ag Ghaly', 'Iyad Ag Ghaly'],
  ['Malian Armed Forces (FAMa)', 'FAMa'],
  ['Islamic State – Sahel Province (formerly ISGS)', 'Islamic State – Sahel Province'],
  ['Wagner Group, Africa Corps (Russian auxiliaries)', 'Wagner Group, Africa Corps'],
  ['Al-Qaeda (parent organisation)', 'Al-Qaeda (parent organisation)'],
  ['Economic Community of West African States', 'Economic Community of West…'],
  ['(x)', '(x)'],
])('calls %s %s', (name, short) => {
  expect(shortName(name)).toBe(short);
});
