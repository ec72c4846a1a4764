import { Plural } from '@lingui/react/macro';
import { CalendarCheck } from 'lucide-react';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Event } from '#core/events/event.ts';
import { eventTest } from '#core/events/match-event.ts';
import { useSession } from '#state/session.ts';
import { showScreen } from '#state/workspace.ts';
import { keepRecords } from '#storage/kept-records.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Events.module.css';
import { narrowEvents, widenEvents } from './event-desk.ts';

type FoundEventsProps = { readonly query: string };

/** How many events a query finds, and the way to them; nothing where it finds none. */
export function FoundEvents({ query }: FoundEventsProps) {
  const count = useMatching(query);
  if (count === 0) return null;
  return (
    <div className={styles.found}>
      <Button
        size="small"
        variant="quiet"
        onPress={() => {
          widenEvents();
          narrowEvents({ text: query });
          showScreen('events');
        }}
      >
        <CalendarCheck size={14} aria-hidden="true" />
        <Plural value={count} one="# event has this too: show it" other="# events have this too: show them" />
      </Button>
    </div>
  );
}

/** Typing goes first. */
const restMs = 150;
/** So few are looked at in one go that no key waits for them. */
const atOnce = 500;

const noEvents: readonly Event[] = [];

function useMatching(query: string): number {
  const { subscribe, get } = keepRecords(useSession().db, 'events');
  const events = useSyncExternalStore(subscribe, get) ?? noEvents;
  const [count, setCount] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    const look = async () => {
      await new Promise((resolve) => setTimeout(resolve, restMs));
      const fits = eventTest(query) ?? (() => false);
      let found = 0;
      for (let at = 0; at < events.length && isCurrent; at += atOnce) {
        found += events.slice(at, at + atOnce).filter(fits).length;
        await new Promise((resolve) => setTimeout(resolve));
      }
      if (isCurrent) setCount(found);
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [events, query]);
  return count;
}
