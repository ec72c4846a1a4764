import { Plural, useLingui } from '@lingui/react/macro';
import { ArrowLeftRight, Plus } from 'lucide-react';
import type { Event } from '#core/events/event.ts';
import { type EventType, eventTypes } from '#core/events/event-types.ts';
import { isOfAcled } from '#core/events/leave-out-acled.ts';
import { askForMapExport, askForMapImport } from '#state/map-exchange.ts';
import { useSession } from '#state/session.ts';
import { look, useLook } from '#state/workspace.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import styles from './Events.module.css';
import { beginEvent } from './event-deeds.ts';
import { narrowEvents, useEventDesk, widenEvents } from './event-desk.ts';
import type { EventShelf } from './use-event-shelf.ts';
import { useEventWords } from './use-event-words.ts';
import { useSaveEvents } from './use-save-events.ts';

type EventFiltersProps = { readonly shelf: EventShelf; readonly shown: readonly Event[] };

const types = Object.keys(eventTypes) as EventType[];

/** What the list of events is narrowed to, and what can be done with those that pass. */
export function EventFilters({ shelf, shown }: EventFiltersProps) {
  const { t } = useLingui();
  const session = useSession();
  const words = useEventWords();
  const save = useSaveEvents();
  const filter = useEventDesk((desk) => desk.filter);
  const placeId = useLook((state) => state.eventsAtId);
  const place = shelf.all.flatMap(({ places }) => places).find((one) => one.place.id === placeId)?.place;
  const stored = new Set(shelf.stored.map(({ id }) => id));
  // ACLED's own rows are no export of the analyst's.
  const saved = shown.filter((event) => stored.has(event.id) && !isOfAcled(event));
  const collections = [...new Set(shelf.all.flatMap(({ origin }) => origin?.collection ?? []))];
  const isNarrowed =
    filter.text.trim() !== '' || filter.type !== null || filter.from !== null || placeId !== null;
  return (
    <div className={styles.filters}>
      <div className={styles.line}>
        <div className={styles.grow}>
          <TextField
            label={t`Words in events`}
            hideLabel
            type="search"
            placeholder={t`Words in events`}
            value={filter.text}
            onChange={(text) => narrowEvents({ text })}
          />
        </div>
        <Button variant="primary" onPress={() => beginEvent(session)}>
          <Plus size={15} aria-hidden="true" />
          {t`New event`}
        </Button>
      </div>
      <Select
        label={t`Type`}
        hideLabel
        value={filter.type ?? 'any'}
        options={[
          { value: 'any', label: t`Any type` },
          ...types.map((value) => ({ value, label: words.type(value) })),
          { value: 'open', label: t`Not coded` },
        ]}
        onChange={(type) => narrowEvents({ type: type === 'any' ? null : type })}
      />
      {collections.length > 0 && (
        <Select
          label={t`Where from`}
          hideLabel
          value={filter.from ?? 'any'}
          options={[
            { value: 'any', label: t`From anywhere` },
            { value: 'own', label: t`Yours` },
            ...collections.map((value) => ({ value, label: words.collection(value) })),
          ]}
          onChange={(from) => narrowEvents({ from: from === 'any' ? null : from })}
        />
      )}
      {placeId !== null && (
        <div className={styles.line}>
          <Chip name={place?.name ?? t`the place`} onRemove={() => look.setState({ eventsAtId: null })}>
            {t`At ${place?.name ?? t`a place`}`}
          </Chip>
        </div>
      )}
      <div className={styles.line}>
        <span className={styles.soft} role="status">
          {isNarrowed ? (
            <Plural
              value={shelf.all.length}
              one={`${shown.length} of # event`}
              other={`${shown.length} of # events`}
            />
          ) : (
            <Plural value={shelf.all.length} one="# event" other="# events" />
          )}
        </span>
        {isNarrowed && <Button variant="quiet" size="small" onPress={widenEvents}>{t`Show all`}</Button>}
        <span className={styles.gap} />
        <ActionMenu
          label={t`Exchange events`}
          actions={[
            { id: 'import', label: t`Import events…`, onAction: askForMapImport },
            { id: 'export', label: t`Export events and more…`, onAction: () => askForMapExport(['events']) },
            {
              id: 'acled',
              label: t`Save those shown as ACLED CSV…`,
              isDisabled: saved.length === 0,
              onAction: () => void save(saved),
            },
          ]}
        >
          <ArrowLeftRight size={14} aria-hidden="true" />
          {t`Exchange`}
        </ActionMenu>
      </div>
    </div>
  );
}
