import { expect, it } from 'vitest';
import { beginForm, toForm } from '#core/events/event-form.ts';
import { dropDraft, keepDraft } from '#features/events/event-desk.ts';
import { countUnsavedForms } from '#state/unsaved-forms.ts';
import { event } from '#tests/unit/core/events/events.ts';

it('has the closing window count each event form until it is saved or discarded', () => {
  const [fresh, stored] = [event('a'), event('b')];
  expect(countUnsavedForms()).toBe(0);

  keepDraft(beginForm(fresh));
  keepDraft(toForm(stored));
  keepDraft({ ...toForm(stored), event: { ...stored, title: 'typed' } });
  expect(countUnsavedForms()).toBe(2);

  dropDraft(stored.id, true);
  dropDraft(fresh.id, false);
  expect(countUnsavedForms()).toBe(0);
});
