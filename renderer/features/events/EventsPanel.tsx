import { useLingui } from '@lingui/react/macro';
import { ArrowLeft } from 'lucide-react';
import { useMemo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { arrangeEvents, everyEvent } from '#core/events/arrange-events.ts';
import type { Event } from '#core/events/event.ts';
import { useLook } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { EventEditor } from './EventEditor.tsx';
import styles from './Events.module.css';
import { eventDesk } from './event-desk.ts';
import { useEventShelf } from './use-event-shelf.ts';
import { useEventWords } from './use-event-words.ts';

/** Beside the reader: the events that rest on the open article, or the form of the one that is open. */
export function EventsPanel() {
  const { t } = useLingui();
  const articleId = useLook((state) => state.articleId);
  const shelf = useEventShelf();
  const all = shelf?.all;
  const here = useMemo(
    () => (all === undefined || articleId === null ? [] : arrangeEvents(all, { ...everyEvent, articleId })),
    [all, articleId],
  );
  if (shelf === null) return null;
  if (shelf.open !== null)
    return (
      <div className={styles.panel}>
        <div>
          <Button variant="quiet" size="small" onPress={() => eventDesk.setState({ openId: null })}>
            <ArrowLeft size={14} aria-hidden="true" />
            {t`Events in this article`}
          </Button>
        </div>
        <EventEditor key={shelf.open.form.event.id} {...shelf.open} />
      </div>
    );
  return (
    <div className={styles.panel}>
      {here.length === 0 ? (
        <p className={styles.soft}>
          {t`No event rests on this article. Select the words that tell what happened and choose “Event”.`}
        </p>
      ) : (
        <ul className={styles.items}>
          {here.map((event) => (
            <li key={event.id}>
              <Entry event={event} isUnsaved={shelf.unsaved.has(event.id)} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Entry({ event, isUnsaved }: { readonly event: Event; readonly isUnsaved: boolean }) {
  const { t } = useLingui();
  const words = useEventWords();
  const places = event.places.map(({ place }) => place.name).join(', ');
  return (
    <AriaButton className={styles.entry ?? ''} onPress={() => eventDesk.setState({ openId: event.id })}>
      <span className={styles.itemName}>{event.title || t`Untitled event`}</span>
      <span className={styles.soft}>
        {[words.when(event.dating), places].filter((part) => part !== '').join(' · ')}
      </span>
      {isUnsaved && <span className={styles.unsaved}>{t`not saved`}</span>}
    </AriaButton>
  );
}
