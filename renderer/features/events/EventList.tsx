import { useLingui } from '@lingui/react/macro';
import { CalendarCheck } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Event } from '#core/events/event.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import styles from './Events.module.css';
import { dropEvent } from './event-deeds.ts';
import { dropDraft, eventDesk, useEventDesk, widenEvents } from './event-desk.ts';
import type { EventShelf } from './use-event-shelf.ts';
import { useEventWords } from './use-event-words.ts';

type EventListProps = { readonly shelf: EventShelf; readonly shown: readonly Event[] };

const rowHeight = 74;

/** The events that pass the filter; choosing one opens its form, Delete takes a saved one away. */
export function EventList({ shelf, shown }: EventListProps) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const openId = useEventDesk((desk) => desk.openId);
  const chosen = shown.findIndex(({ id }) => id === openId);
  const onKeyDown = (event: KeyboardEvent) => {
    const one = shelf.stored.find(({ id }) => id === openId);
    if (event.key !== 'Delete' || one === undefined) return;
    event.preventDefault();
    void dropEvent(session, one).then((isGone) => {
      if (!isGone) return;
      dropDraft(one.id, false);
      void offerUndo(t`Deleted the event “${one.title}”.`);
    });
  };
  if (shelf.all.length === 0)
    return (
      <EmptyState icon={CalendarCheck} title={t`No events yet`}>
        {t`Select words in an article that tell what happened and choose “Event”: its form is filled from them, and the event leads back to them.`}
      </EmptyState>
    );
  if (shown.length === 0)
    return (
      <EmptyState
        icon={CalendarCheck}
        title={t`None of them is like that`}
        action={<Button onPress={() => widenEvents()}>{t`Show all`}</Button>}
      >
        {t`Take a condition away to see more. Words are read as in the search: “exact words”, begin*, -without, this OR that, place:Gao, after:2024-09.`}
      </EmptyState>
    );
  return (
    <div className={styles.list}>
      <VirtualList
        label={t`Events`}
        items={shown}
        keyOf={({ id }) => id}
        rowHeight={rowHeight}
        chosenIndex={chosen}
        onChoose={(index) => eventDesk.setState({ openId: shown[index]?.id ?? null })}
        onKeyDown={onKeyDown}
        renderRow={(event) => <Row event={event} isUnsaved={shelf.unsaved.has(event.id)} />}
      />
    </div>
  );
}

function Row({ event, isUnsaved }: { readonly event: Event; readonly isUnsaved: boolean }) {
  const { t } = useLingui();
  const words = useEventWords();
  const places = event.places.map(({ place }) => place.name).join(', ');
  const who = event.actors.map(({ name }) => name).join(', ');
  const kind = event.subType === null ? t`not coded` : words.subType(event.subType);
  return (
    <div className={styles.row}>
      <span className={styles.rowTitle} dir="auto" title={event.title}>
        {event.title || t`Untitled event`}
      </span>
      {isUnsaved ? (
        <span className={styles.unsaved}>{t`not saved`}</span>
      ) : (
        <span className={styles.origin}>
          {event.origin !== undefined && words.collection(event.origin.collection)}
        </span>
      )}
      <span className={styles.rowMeta}>
        {words.when(event.dating)} · {places || t`no place`}
      </span>
      <span className={styles.rowMeta}>
        {kind}
        {who && ` · ${who}`}
      </span>
    </div>
  );
}
