import type { Event } from './event.ts';

/**
 * Whether an event is ACLED's alone: read from an export, and resting on no passage of the analyst's articles. ACLED's
 * terms do not let it be passed on.
 */
export function isOfAcled({ origin, passages }: Event): boolean {
  return origin?.collection === 'acled' && passages.length === 0;
}

/**
 * What of the events may be passed on: those of ACLED are left out; one of the analyst's that one of ACLED's was merged
 * into goes without ACLED's columns.
 */
export function leaveOutAcled(events: readonly Event[]): Event[] {
  return events
    .filter((event) => !isOfAcled(event))
    .map((event) =>
      event.origin?.collection === 'acled' ? { ...event, origin: { ...event.origin, columns: {} } } : event,
    );
}
