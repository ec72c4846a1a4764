import { expect, it } from 'vitest';
import { countUnsavedForms, watchForms } from '#state/unsaved-forms.ts';

it('counts the unsaved forms of all kinds as they are when it is asked', () => {
  let open = 0;
  watchForms('event', () => open);
  watchForms('place', () => 2);

  expect(countUnsavedForms()).toBe(2);
  open = 3;
  expect(countUnsavedForms()).toBe(5);
  expect([countUnsavedForms('event'), countUnsavedForms('place')]).toEqual([3, 2]);
});

it('asks a kind that is made known again once', () => {
  watchForms('event', () => 1);
  watchForms('event', () => 1);
  watchForms('place', () => 0);

  expect(countUnsavedForms()).toBe(1);
});
