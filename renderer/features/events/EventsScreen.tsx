import { useLingui } from '@lingui/react/macro';
import { CalendarCheck } from 'lucide-react';
import { useMemo } from 'react';
import { Group, useDefaultLayout } from 'react-resizable-panels';
import { arrangeEvents } from '#core/events/arrange-events.ts';
import { useSession } from '#state/session.ts';
import { useLook } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Pane, PaneDivider } from '#ui/Pane.tsx';
import { EventEditor } from './EventEditor.tsx';
import { EventFilters } from './EventFilters.tsx';
import { EventList } from './EventList.tsx';
import styles from './Events.module.css';
import { beginEvent } from './event-deeds.ts';
import { useEventDesk } from './event-desk.ts';
import { LikelyPairs } from './LikelyPairs.tsx';
import { type EventShelf, useEventShelf } from './use-event-shelf.ts';

/** All that happened: a list to be narrowed, the form of the one that is open, and what may be told twice. */
export function EventsScreen() {
  const { t } = useLingui();
  const shelf = useEventShelf();
  const columns = useDefaultLayout({ id: 'event-columns', panelIds: ['events', 'event'] });
  return (
    <Group className={styles.screen} id="event-columns" {...columns}>
      <Pane id="events" defaultSize="40%" minSize="18rem" ground="surface">
        {shelf !== null && <Listing shelf={shelf} />}
      </Pane>
      <PaneDivider label={t`Width of the list of events`} />
      <Pane id="event" minSize="20rem">
        {shelf !== null && <Desk shelf={shelf} />}
      </Pane>
    </Group>
  );
}

function Listing({ shelf }: { readonly shelf: EventShelf }) {
  const filter = useEventDesk((desk) => desk.filter);
  const placeId = useLook((state) => state.eventsAtId);
  const shown = useMemo(() => arrangeEvents(shelf.all, { ...filter, placeId }), [shelf.all, filter, placeId]);
  return (
    <>
      <EventFilters shelf={shelf} shown={shown} />
      <LikelyPairs events={shelf.stored} />
      <EventList shelf={shelf} shown={shown} />
    </>
  );
}

function Desk({ shelf }: { readonly shelf: EventShelf }) {
  const { t } = useLingui();
  const session = useSession();
  if (shelf.open !== null)
    return (
      <div className={styles.desk}>
        <EventEditor key={shelf.open.form.event.id} {...shelf.open} />
      </div>
    );
  return (
    <div className={styles.desk}>
      <EmptyState
        icon={CalendarCheck}
        title={t`Choose an event to see it`}
        action={<Button onPress={() => beginEvent(session)}>{t`New event`}</Button>}
      >
        {t`An event says what happened, when, where and who took part, and rests on the passages that tell it.`}
      </EmptyState>
    </div>
  );
}
