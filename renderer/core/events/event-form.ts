import { sameRecord } from '#core/history/same-record.ts';
import { undated } from '#core/time/dating.ts';
import { type DateEntry, type DateProblem, enterDating, toDateEntry } from './enter-dating.ts';
import { type Deaths, type Event, maxEventNote, maxEventTitle } from './event.ts';

/** An event as it stands in the boxes of a form: days and figures as typed. */
export type EventForm = {
  readonly event: Event;
  /** The event as it was kept when the form was begun; `null`: it never was. */
  readonly base: Event | null;
  readonly date: DateEntry;
  readonly deaths: { readonly low: string; readonly best: string; readonly high: string };
};

/** What keeps a form from being saved, by the box it is about. */
export type FormProblem =
  | { readonly field: 'title'; readonly problem: 'empty' | 'too-long' }
  | { readonly field: 'date'; readonly problem: DateProblem }
  | { readonly field: 'deaths'; readonly problem: 'no-figure' | 'out-of-order' }
  | { readonly field: 'note'; readonly problem: 'too-long' };

/** The form of an event that is not kept yet. */
export function beginForm(event: Event): EventForm {
  return { ...toForm(event), base: null };
}

/** The form a kept event is edited in. */
export function toForm(event: Event): EventForm {
  const { low = null, best = null, high = null } = event.deaths ?? {};
  const show = (figure: number | null) => figure?.toString() ?? '';
  return {
    event,
    base: event,
    date: toDateEntry(event.dating),
    deaths: { low: show(low), best: show(best), high: show(high) },
  };
}

/** What is wrong in a form; empty when it can be saved. */
export function checkForm({ event, date, deaths }: EventForm): FormProblem[] {
  const problems: FormProblem[] = [];
  if (event.title.trim() === '') problems.push({ field: 'title', problem: 'empty' });
  if (event.title.length > maxEventTitle) problems.push({ field: 'title', problem: 'too-long' });
  const dating = enterDating(date);
  if (typeof dating === 'string') problems.push({ field: 'date', problem: dating });
  const figures = readDeaths(deaths);
  if (typeof figures === 'string') problems.push({ field: 'deaths', problem: figures });
  if (event.note.length > maxEventNote) problems.push({ field: 'note', problem: 'too-long' });
  return problems;
}

/** The event a form says, as far as its boxes can be read. */
export function fromForm({ event, date, deaths }: EventForm): Event {
  const dating = enterDating(date);
  const figures = readDeaths(deaths);
  return {
    ...event,
    title: event.title.trim(),
    dating: typeof dating === 'string' ? undated : dating,
    deaths: typeof figures === 'string' ? null : figures,
  };
}

/** What a form can change of an event. */
const formFields = [
  'title',
  'dating',
  'announcedOn',
  'places',
  'actors',
  'subType',
  'deaths',
  'note',
  'passages',
] as const satisfies readonly (keyof Event)[];

/**
 * The `newest` record of an event with what was changed in its form. What the form left as it was at its beginning may
 * have changed since and stays as it is in `newest`; of what was changed in both, the form has the word.
 */
export function changeStored(newest: Event, form: EventForm): Event {
  const typed = fromForm(form);
  if (form.base === null) return typed;
  // Read from its boxes as well: what only a box writes in another way is no change.
  const begun = fromForm(toForm(form.base));
  const changed = formFields.filter((field) => !sameRecord(typed[field], begun[field]));
  const result: Record<string, unknown> = { ...newest };
  for (const field of changed) {
    if (typed[field] === undefined) delete result[field];
    else result[field] = typed[field];
  }
  return result as Event;
}

/** What is typed in a form, on from what was `saved` of it while the typing went on. */
export function goOnFrom(form: EventForm, saved: EventForm): EventForm {
  return { ...form, base: fromForm(saved) };
}

function readDeaths(typed: EventForm['deaths']): Deaths | null | 'no-figure' | 'out-of-order' {
  const [low, best, high] = [typed.low, typed.best, typed.high].map((text) => text.trim());
  const read = (text: string | undefined) => (text === undefined || text === '' ? null : Number(text));
  const figures = { low: read(low), best: read(best), high: read(high) };
  const known = Object.values(figures).filter((figure) => figure !== null);
  if (known.length === 0) return null;
  if ([low, best, high].some((text) => text !== undefined && text !== '' && !/^\d{1,7}$/.test(text)))
    return 'no-figure';
  return known.every((figure, at) => at === 0 || (known[at - 1] ?? 0) <= figure) ? figures : 'out-of-order';
}
