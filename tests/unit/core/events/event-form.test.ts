import { expect, it } from 'vitest';
import { announceOn, newEvent } from '#core/events/edit-events.ts';
import type { Event } from '#core/events/event.ts';
import { beginForm, changeStored, type EventForm, goOnFrom, toForm } from '#core/events/event-form.ts';
import type { AnalystId, EventId } from '#core/ids.ts';
import { days, event, passage, takesPart, town } from './events.ts';

const base = event('a', {
  dating: days('2024-09-17'),
  announcedOn: '2024-09-18',
  deaths: { low: null, best: 7, high: null },
  note: 'as it was',
});

/** What the analyst types into an open form. */
function type(form: EventForm, fields: Partial<Event>): EventForm {
  return { ...form, event: { ...form.event, ...fields } };
}

it('saves what was changed in the form and leaves what was changed meanwhile', () => {
  const form = type(toForm(base), { title: 'Convoy', passages: [passage('001', 0, 'one')] });
  const newest: Event = {
    ...base,
    note: 'written elsewhere',
    dating: days('2024-09-19'),
    deaths: { low: 1, best: 2, high: 3 },
    places: [{ place: town('Gao'), geoPrecision: 1 }],
    actors: [takesPart('jnim')],
    subType: 'Attack',
    notSameAs: ['b' as EventId],
    origin: { collection: 'acled', id: 'MLI1', fileName: 'x.csv', readAt: '', columns: {} },
    updatedAt: '2024-10-03T08:00:00.000Z',
  };

  expect(changeStored(newest, form)).toEqual({ ...newest, title: 'Convoy', passages: form.event.passages });
});

it('has the form decide what was changed in both, days and figures too', () => {
  const typed = type(toForm(base), { title: 'Mine' });
  const form: EventForm = {
    ...typed,
    date: { ...typed.date, from: '2024-09-16' },
    deaths: { ...typed.deaths, best: '9' },
  };
  const newest = { ...base, title: 'Theirs', dating: days('2024-09-19'), deaths: null, note: 'theirs' };

  expect(changeStored(newest, form)).toEqual({
    ...newest,
    title: 'Mine',
    dating: days('2024-09-16', '2024-09-17'),
    deaths: { low: null, best: 9, high: null },
  });
});

it('takes away and brings back the day an event was announced only when the form did', () => {
  const { announcedOn: _, ...unannounced } = base;
  const cleared = { ...toForm(base), event: announceOn(base, '') };

  expect(changeStored({ ...base, note: 'n' }, cleared)).toEqual({ ...unannounced, note: 'n' });
  expect(changeStored(unannounced, type(toForm(base), { note: 'n' }))).toEqual({ ...unannounced, note: 'n' });
});

it('does not take for a change what a box only writes in another way', () => {
  // Boxes trim a title, complete a certain day, and show deaths nobody counted as nothing.
  const odd = event('a', {
    title: ' a ',
    dating: days('2024-09-17', null),
    deaths: { low: null, best: null, high: null },
  });
  const newest = { ...odd, title: 'b', dating: days('2024-09-20'), note: 'n' };

  expect(changeStored(newest, toForm(odd))).toEqual(newest);
});

it('keeps all of a form whose event was never kept, and goes on from what was saved of it', () => {
  const maker = { id: 'n' as EventId, analystId: 'a-1' as AnalystId, now: '2024-10-01T08:00:00.000Z' };
  const form = type(beginForm(newEvent(maker)), { title: 'Convoy', note: 'first' });
  const saved = changeStored(form.event, form);
  const later = goOnFrom(type(form, { note: 'first, then more' }), form);

  expect(saved).toEqual(form.event);
  expect(changeStored({ ...saved, title: 'Corrected elsewhere' }, later)).toEqual({
    ...saved,
    title: 'Corrected elsewhere',
    note: 'first, then more',
  });
});
