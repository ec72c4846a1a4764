import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { LatLon } from '#core/geo/distance.ts';
import type { Place } from '#core/geo/place.ts';
import { maxPlaceName, type NewPlace } from '#core/geo/place-edits.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { type Look, look, showScreen, useLook } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { formatPoint } from './map-furniture.ts';
import { addPlace, placePassage } from './mention-deeds.ts';
import { PlaceSearch } from './PlaceSearch.tsx';
import styles from './Places.module.css';
import { endPlacing, placingPoint } from './placing.ts';
import { usePassageLine } from './use-place-data.ts';
import { usePlaceWords } from './use-place-words.ts';

/** Give the passage that waits its place: by name, by a click on the map, or as one nobody has located. */
export function PlacingForm() {
  const placing = useLook((state) => state.placing);
  if (placing === null) return null;
  const { articleId, span } = placing;
  return <Form key={`${articleId} ${span.start}-${span.end}`} placing={placing} />;
}

function Form({ placing }: { readonly placing: NonNullable<Look['placing']> }) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const line = usePassageLine(placing.articleId, placing.span);
  const point = useStore(placingPoint, (state) => state.point);
  const screen = useLook((state) => state.screen);
  const [typed, setTyped] = useState<string | null>(null);
  const quote = line?.exact.slice(0, maxPlaceName) ?? '';
  const name = typed ?? quote;
  useEscape();

  const done = (place: Place | null) => {
    if (place === null) return;
    endPlacing();
    look.setState({ placeId: place.id });
    void offerUndo(t`The passage is placed at ${place.name}.`);
  };
  const choose = async (place: Place) => done((await placePassage(session, placing, place)) ? place : null);
  const make = async (form: NewPlace) => done(await addPlace(session, form, placing));
  const unlocated: NewPlace = { name, aliases: [], country: '', point: null, precision: 'near', note: '' };

  if (line === null) return null;
  return (
    <section className={styles.panel} aria-label={t`Place this passage`}>
      <p>
        <strong>{t`Place this passage`}</strong>
      </p>
      <p className={styles.words}>
        {line.before}
        <mark className={styles.mark}>{line.exact}</mark>
        {line.after}
      </p>
      {point === null ? (
        <>
          <PlaceSearch
            label={t`Search the gazetteer`}
            initialText={quote}
            autoFocus
            onChoose={(place) => void choose(place)}
            onText={setTyped}
          />
          <p className={styles.soft}>
            <Trans>Or click on the map where it is.</Trans>
          </p>
          <div className={styles.actions}>
            {screen !== 'map' && (
              <Button size="small" onPress={() => showScreen('map')}>{t`Use the large map`}</Button>
            )}
            <Button size="small" isDisabled={name.trim() === ''} onPress={() => void make(unlocated)}>
              {t`Nobody has located it`}
            </Button>
            <Button size="small" variant="quiet" onPress={endPlacing}>{t`Cancel`}</Button>
          </div>
        </>
      ) : (
        <NewPlaceForm name={name} point={point} onMake={(form) => void make(form)} />
      )}
    </section>
  );
}

type NewPlaceFormProps = {
  readonly name: string;
  readonly point: LatLon;
  readonly onMake: (form: NewPlace) => void;
};

function NewPlaceForm({ name: suggestedName, point, onMake }: NewPlaceFormProps) {
  const { t } = useLingui();
  const words = usePlaceWords();
  const [name, setName] = useState(suggestedName);
  const [precision, setPrecision] = useState<NewPlace['precision']>('near');
  const [note, setNote] = useState('');
  return (
    <>
      <TextField
        label={t`Name of the new place`}
        value={name}
        onChange={setName}
        autoFocus
        maxLength={maxPlaceName}
      />
      <p className={styles.soft}>
        <Trans>At {formatPoint(point.lat, point.lon)}; click again to move it.</Trans>
      </p>
      <Select
        label={t`How exact is this point?`}
        value={precision}
        onChange={setPrecision}
        options={(['exact', 'near', 'area'] as const).map((value) => ({
          value,
          label: words.precision(value),
        }))}
      />
      <TextField label={t`How do you know?`} value={note} onChange={setNote} multiline />
      <div className={styles.actions}>
        <Button
          variant="primary"
          isDisabled={name.trim() === ''}
          onPress={() => onMake({ name, aliases: [], country: '', point, precision, note })}
        >
          {t`Make the place`}
        </Button>
        <Button onPress={() => placingPoint.setState({ point: null })}>{t`Back`}</Button>
        <Button variant="quiet" onPress={endPlacing}>{t`Cancel`}</Button>
      </div>
    </>
  );
}

/** Escape ends the placing wherever the focus is, the map included. */
function useEscape(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented) endPlacing();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
}
