import { plural } from '@lingui/core/macro';
import { countUnsavedForms, type FormKind, formKinds } from '#state/unsaved-forms.ts';

/** Which forms are not saved, and where they are: for a message that asks for them. */
export function unsavedForms(): string {
  return formKinds
    .map((kind) => ({ kind, count: countUnsavedForms(kind) }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => words[kind](count))
    .join(', ');
}

const words: Readonly<Record<FormKind, (count: number) => string>> = {
  event: (count) =>
    plural(count, {
      one: 'the form of # event (under Events)',
      other: 'the forms of # events (under Events)',
    }),
  place: (count) =>
    plural(count, { one: 'the form of # place (on the map)', other: 'the forms of # places (on the map)' }),
};
