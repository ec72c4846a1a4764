import { t as say } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { MapPin, Plus, X } from 'lucide-react';
import { useCallback, useState } from 'react';
import { type EventPlace, type GeoPrecision, maxEventPlaces } from '#core/events/event.ts';
import { geoPrecisionOf } from '#core/events/suggest-event.ts';
import type { Place } from '#core/geo/place.ts';
import { fold } from '#core/text/fold.ts';
import { usePlacesNamed } from '#state/place-search.ts';
import { look, showScreen } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { Chooser } from '#ui/Chooser.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './Events.module.css';
import { useEventWords } from './use-event-words.ts';
import { useKnownPlaces } from './use-events.ts';

type WhereFieldsProps = {
  readonly places: readonly EventPlace[];
  readonly onChange: (places: readonly EventPlace[]) => void;
};

/** Places of the gazetteer that are offered. */
const shown = 12;

const precisions = ['1', '2', '3', 'none'] as const;

/**
 * Where an event was: at places accepted in the workspace, which come first, so that each stands for its passage, or at
 * any of the gazetteer.
 */
export function WhereFields({ places, onChange }: WhereFieldsProps) {
  const { t } = useLingui();
  const words = useEventWords();
  const { places: known, isRead } = useKnownPlaces();
  const [isChoosing, setIsChoosing] = useState(false);
  const [query, setQuery] = useState('');
  const named = usePlacesNamed(query, shown);
  const find = useCallback((text: string) => findPlaces(known, named, text), [known, named]);
  const change = (id: string, geoPrecision: GeoPrecision) =>
    onChange(places.map((one) => (one.place.id === id ? { ...one, geoPrecision } : one)));
  const add = (id: string) => {
    const place = [...known, ...named].find((one) => one.id === id);
    if (place === undefined || places.some((one) => one.place.id === id)) return;
    onChange([...places, { place, geoPrecision: geoPrecisionOf(place) }]);
  };
  return (
    <fieldset className={styles.section}>
      <legend>{t`Where`}</legend>
      {places.length === 0 && <p className={styles.soft}>{t`No place yet: it stays off the map.`}</p>}
      <ul className={styles.items}>
        {places.map(({ place, geoPrecision }) => (
          <li key={place.id} className={styles.item}>
            <span className={styles.itemName}>
              {place.name}
              {isRead && !known.some(({ id }) => id === place.id) && (
                <span className={styles.soft}> · {t`not accepted in a text`}</span>
              )}
              {place.lat === null && <span className={styles.soft}> · {t`not located`}</span>}
            </span>
            <Select
              label={t`Geo precision of ${place.name}`}
              hideLabel
              value={geoPrecision === null ? 'none' : (`${geoPrecision}` as const)}
              options={precisions.map((value) => ({
                value,
                label: words.geoPrecision(readPrecision(value)),
              }))}
              onChange={(value) => change(place.id, readPrecision(value))}
            />
            <span className={styles.line}>
              <IconButton
                label={t`Show ${place.name} on the map`}
                icon={MapPin}
                size="small"
                onPress={() => {
                  look.setState({ placeId: place.id });
                  showScreen('map');
                }}
              />
              <IconButton
                label={t`Take ${place.name} out`}
                icon={X}
                size="small"
                onPress={() => onChange(places.filter((one) => one.place.id !== place.id))}
              />
            </span>
          </li>
        ))}
      </ul>
      <div className={styles.line}>
        <Button
          size="small"
          isDisabled={places.length >= maxEventPlaces}
          onPress={() => {
            setQuery('');
            setIsChoosing(true);
          }}
        >
          <Plus size={14} aria-hidden="true" />
          {t`Add a place`}
        </Button>
      </div>
      <Chooser
        title={t`Where was it?`}
        find={find}
        onQuery={setQuery}
        isOpen={isChoosing}
        onChoose={add}
        onClose={() => setIsChoosing(false)}
      />
    </fieldset>
  );
}

/** The accepted places that have what is typed in a name, then those of the gazetteer that go by it. */
function findPlaces(known: readonly Place[], named: readonly Place[], query: string) {
  const wanted = fold(query.normalize('NFC')).trim();
  const own = known.filter(({ name, aliases }) =>
    [name, ...aliases].some((one) => fold(one).includes(wanted)),
  );
  const others = named.filter(({ id }) => !own.some((place) => place.id === id));
  return [...own.map((place) => toChoice(place, false)), ...others.map((place) => toChoice(place, true))];
}

/** The gazetteer has many places of one name: what they are and their points tell them apart. */
function toChoice({ id, name, country, type, lat, lon }: Place, hasPoint: boolean) {
  const units: Readonly<Record<string, string>> = {
    A1: say`region`,
    A2: say`cercle, province or department`,
    country: say`country`,
  };
  const point = lat === null || lon === null ? say`not located` : `${lat.toFixed(2)}, ${lon.toFixed(2)}`;
  const facts = [units[type] ?? '', hasPoint ? point : ''].filter(Boolean);
  return { key: id, label: [country === '' ? name : `${name} (${country})`, ...facts].join(' · ') };
}

function readPrecision(value: (typeof precisions)[number]): GeoPrecision {
  if (value === 'none') return null;
  return value === '1' ? 1 : value === '2' ? 2 : 3;
}
