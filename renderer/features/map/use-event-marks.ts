import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { eventMarks } from '#core/events/event-marks.ts';
import { useSession } from '#state/session.ts';
import { listEvents } from '#storage/events.ts';
import type { TitledEventMark } from './event-layer.ts';
import { useNarrowedEvents } from './use-narrowed-places.ts';
import { usePlaceWords } from './use-place-words.ts';

/** The places where saved events were, with what is said of each. */
export function useEventMarks(): readonly TitledEventMark[] {
  const { i18n } = useLingui();
  const { db } = useSession();
  const words = usePlaceWords();
  const events = useNarrowedEvents(useLiveQuery(() => listEvents(db), [db]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words change with the language alone.
  return useMemo(
    () =>
      eventMarks(events).map((mark) => {
        const count = plural(mark.count, { one: '# event', other: '# events' });
        return { ...mark, title: `${mark.name} · ${count} · ${words.precision(mark.precision)}` };
      }),
    [events, i18n.locale],
  );
}
