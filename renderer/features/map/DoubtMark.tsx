import { TriangleAlert } from 'lucide-react';
import type { Place } from '#core/geo/place.ts';
import styles from './Places.module.css';
import { usePlaceDoubt } from './use-place-doubt.ts';
import { usePlaceWords } from './use-place-words.ts';

/** A sign beside a place whose point lies outside of where it is said to be; nothing for all others. */
export function DoubtMark({ place }: { readonly place: Place }) {
  const words = usePlaceWords();
  const doubt = usePlaceDoubt(place);
  if (doubt?.kind !== 'outside') return null;
  const text = words.doubt(doubt);
  return (
    <span className={styles.doubtMark} role="img" aria-label={text} title={text}>
      <TriangleAlert size={13} aria-hidden="true" />
    </span>
  );
}
