import { Trans, useLingui } from '@lingui/react/macro';
import { TriangleAlert } from 'lucide-react';
import { distanceKm } from '#core/geo/distance.ts';
import type { Place } from '#core/geo/place.ts';
import { analystAlone } from '#core/geo/place-edits.ts';
import styles from './Places.module.css';
import { usePlaceDoubt } from './use-place-doubt.ts';
import { usePlaceWords } from './use-place-words.ts';

/** What is noted of a place, where it is known from, what the program has instead, and what speaks against its point. */
export function PlaceFacts({ place }: { readonly place: Place }) {
  const { t } = useLingui();
  const words = usePlaceWords();
  const doubt = usePlaceDoubt(place);
  const { original, note, unit } = place;
  const source = place.source === analystAlone ? t`your entry` : place.source;
  return (
    <>
      {doubt !== null && (
        <p className={doubt.kind === 'outside' ? styles.doubt : styles.soft}>
          {doubt.kind === 'outside' && <TriangleAlert size={14} aria-hidden="true" />}
          <span>{words.doubt(doubt)}</span>
        </p>
      )}
      {note !== '' && <p className={styles.note}>{note}</p>}
      {unit !== undefined && (
        <p className={styles.soft}>
          <Trans>Said to lie in: {unit}</Trans>
        </p>
      )}
      <p className={styles.soft}>
        <Trans>Source: {source}</Trans>
      </p>
      {original !== undefined && <Original place={place} original={original} />}
    </>
  );
}

type OriginalProps = { readonly place: Place; readonly original: NonNullable<Place['original']> };

function Original({ place, original }: OriginalProps) {
  const { t } = useLingui();
  const words = usePlaceWords();
  const km = kmBetween(place, original);
  return (
    <p className={styles.soft}>
      {t`You have said otherwise than the program, which has: ${original.name}, ${words.point(original)}, ${words.precision(original.precision)} (${original.source}).`}{' '}
      {km !== null && km >= 0.1 && t`Your point is ${km.toFixed(1)} km from that one.`}
    </p>
  );
}

function kmBetween(a: Pick<Place, 'lat' | 'lon'>, b: Pick<Place, 'lat' | 'lon'>): number | null {
  if (a.lat === null || a.lon === null || b.lat === null || b.lon === null) return null;
  return distanceKm({ lat: a.lat, lon: a.lon }, { lat: b.lat, lon: b.lon });
}
