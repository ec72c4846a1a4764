import { useMemo } from 'react';
import type { Event } from '#core/events/event.ts';
import { type EventForm, fromForm, toForm } from '#core/events/event-form.ts';
import type { EventId } from '#core/ids.ts';
import { useEventDesk } from './event-desk.ts';
import { useEvents } from './use-events.ts';

/** All events there are, saved or not. */
export type EventShelf = {
  readonly stored: readonly Event[];
  /** As a list shows them: what is typed and was never saved among those that are kept. */
  readonly all: readonly Event[];
  readonly open: { readonly form: EventForm; readonly stored: Event | null } | null;
  readonly unsaved: ReadonlySet<EventId>;
};

/** Follow the events and what is typed in their forms; `null` until they are read. */
export function useEventShelf(): EventShelf | null {
  const stored = useEvents();
  const drafts = useEventDesk((desk) => desk.drafts);
  const openId = useEventDesk((desk) => desk.openId);
  return useMemo(() => {
    if (stored === null) return null;
    const byId = new Map(stored.map((event) => [event.id, event]));
    const fresh = [...drafts.values()].filter(({ event }) => !byId.has(event.id)).map(fromForm);
    const kept = openId === null ? null : (byId.get(openId) ?? null);
    const form =
      openId === null ? undefined : (drafts.get(openId) ?? (kept === null ? undefined : toForm(kept)));
    return {
      stored,
      all: [...stored, ...fresh],
      open: form === undefined ? null : { form, stored: kept },
      unsaved: new Set(drafts.keys()),
    };
  }, [stored, drafts, openId]);
}
