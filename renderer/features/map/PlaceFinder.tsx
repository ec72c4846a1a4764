import { Trans, useLingui } from '@lingui/react/macro';
import { MapPinPlus, PencilLine, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { LatLon } from '#core/geo/distance.ts';
import { look } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { PlaceFacts } from './PlaceFacts.tsx';
import { PlaceSearch } from './PlaceSearch.tsx';
import styles from './Places.module.css';
import { openPlace, showFound, stopAsking, useFoundPlace, usePlaceDesk } from './place-desk.ts';
import { UnsavedPlaces } from './UnsavedPlaces.tsx';
import { usePlaceWords } from './use-place-words.ts';

type PlaceFinderProps = { readonly onShow: (point: LatLon) => void };

/** Search the gazetteer from the map, see what is found there and say otherwise, or make a place. */
export function PlaceFinder({ onShow }: PlaceFinderProps) {
  const { t } = useLingui();
  const moving = usePlaceDesk((desk) => desk.moving);
  const [typed, setTyped] = useState('');
  // Another search begins with an empty box.
  const [round, setRound] = useState(0);
  if (moving !== null) return <Waiting name={moving.draft.name} />;
  return (
    <section className={styles.finder} aria-label={t`Gazetteer`}>
      <div className={styles.finderLine}>
        <PlaceSearch
          key={round}
          label={t`Find a place on the map`}
          onText={setTyped}
          onChoose={(place) => {
            setTyped('');
            setRound(round + 1);
            showFound(place);
            look.setState({ placeId: place.id });
            if (place.lat !== null && place.lon !== null) onShow({ lat: place.lat, lon: place.lon });
          }}
        />
        <IconButton
          label={t`Make a new place…`}
          icon={MapPinPlus}
          size="small"
          onPress={() => openPlace(null, typed.trim())}
        />
      </div>
      <Found />
      <UnsavedPlaces />
    </section>
  );
}

function Found() {
  const { t } = useLingui();
  const words = usePlaceWords();
  const place = useFoundPlace();
  if (place === null) return null;
  return (
    <section className={styles.facts} aria-label={t`The place found: ${place.name}`}>
      <div className={styles.finderLine}>
        <p>
          <span className={styles.name}>{place.name}</span>{' '}
          <span className={styles.soft}>
            {words.kind(place)} · {words.point(place)} · {words.precision(place.precision)}
          </span>
        </p>
        <IconButton label={t`Put away`} icon={X} size="small" onPress={() => showFound(null)} />
      </div>
      {place.aliases.length > 0 && (
        <p className={styles.soft}>
          <Trans>Also: {place.aliases.join(', ')}</Trans>
        </p>
      )}
      <PlaceFacts place={place} />
      <div>
        <PlaceButton place={place} />
      </div>
    </section>
  );
}

/** Opens the window of a place. */
export function PlaceButton({ place }: { readonly place: Parameters<typeof openPlace>[0] & object }) {
  const { t } = useLingui();
  return (
    <Button size="small" onPress={() => openPlace(place)} aria-label={t`Correct or add to ${place.name}`}>
      <PencilLine size={14} aria-hidden="true" />
      {t`Correct or add…`}
    </Button>
  );
}

/** Escape goes back to the window wherever the focus is, the map included. */
function Waiting({ name }: { readonly name: string }) {
  const { t } = useLingui();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) stopAsking();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <section className={styles.panel} aria-label={t`Point of a place`} role="status">
      <p>
        <Trans>
          Click on the map where <strong>{name}</strong> is.
        </Trans>
      </p>
      <div className={styles.actions}>
        <Button size="small" onPress={stopAsking}>{t`Back without a point`}</Button>
      </div>
    </section>
  );
}
