import { expect, it } from 'vitest';
import { countUnsavedForms, watchForms } from '#state/unsaved-forms.ts';

it('counts the unsaved forms of all kinds as they are when it is asked', () => {
  let open = 0;
  watchForms('one', () => open);
  watchForms('other', () => 2);

  expect(countUnsavedForms()).toBe(2);
  open = 3;
  expect(countUnsavedForms()).toBe(5);
});

it('asks a kind that is made known again once', () => {
  watchForms('one', () => 1);
  watchForms('one', () => 1);
  watchForms('other', () => 0);

  expect(countUnsavedForms()).toBe(1);
});
