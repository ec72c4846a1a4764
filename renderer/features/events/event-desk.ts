import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { type EventFilter, everyEvent } from '#core/events/arrange-events.ts';
import type { EventForm } from '#core/events/event-form.ts';
import type { EventId } from '#core/ids.ts';
import { watchForms } from '#state/unsaved-forms.ts';
import { look, showScreen } from '#state/workspace.ts';

/** Which event is open, what is typed but not saved, and how the list is narrowed: kept while out of sight. */
export type EventDesk = {
  readonly openId: EventId | null;
  /** Forms with something in them that is not saved. */
  readonly drafts: ReadonlyMap<EventId, EventForm>;
  readonly filter: EventFilter;
};

export const eventDesk = createStore<EventDesk>(() => ({
  openId: null,
  drafts: new Map(),
  filter: everyEvent,
}));

watchForms('event', () => eventDesk.getState().drafts.size);

/** Follow a part of the desk. */
export function useEventDesk<Part>(select: (desk: EventDesk) => Part): Part {
  return useStore(eventDesk, select);
}

/** Keep what is typed, until it is saved or discarded. */
export function keepDraft(form: EventForm): void {
  eventDesk.setState(({ drafts }) => ({ drafts: new Map(drafts).set(form.event.id, form) }));
}

/** Forget what was typed; an event that was never saved closes with it. */
export function dropDraft(id: EventId, isStored: boolean): void {
  eventDesk.setState(({ drafts, openId }) => {
    const others = new Map(drafts);
    others.delete(id);
    return { drafts: others, openId: openId === id && !isStored ? null : openId };
  });
}

/** Narrow the list further, or wider. */
export function narrowEvents(change: Partial<EventFilter>): void {
  eventDesk.setState(({ filter }) => ({ filter: { ...filter, ...change } }));
}

/** Take every condition off the list. */
export function widenEvents(): void {
  eventDesk.setState({ filter: everyEvent });
  look.setState({ eventsAtId: null });
}

/** Show an event on the screen of events. */
export function openEvent(id: EventId): void {
  eventDesk.setState({ openId: id });
  showScreen('events');
}
