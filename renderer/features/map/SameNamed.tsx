import { useLingui } from '@lingui/react/macro';
import { useEffect, useState } from 'react';
import { nameKey } from '#core/geo/name-key.ts';
import type { Place } from '#core/geo/place.ts';
import { Button } from '#ui/Button.tsx';
import { searchPlaces } from './mention-engine.ts';
import styles from './Places.module.css';
import { openPlace } from './place-desk.ts';
import { usePlaceWords } from './use-place-words.ts';

const shown = 4;
const looked = 12;

/** The other places of a name, when a new one is made: none is merged with one of them silently. */
export function SameNamed({ name, place }: { readonly name: string; readonly place: Place | null }) {
  const { t } = useLingui();
  const words = usePlaceWords();
  const [found, setFound] = useState<readonly Place[]>([]);
  useEffect(() => {
    if (place !== null) return;
    let isCurrent = true;
    void searchPlaces(name, looked).then((places) => {
      const key = nameKey(name);
      const same = places.filter((one) => [one.name, ...one.aliases].some((other) => nameKey(other) === key));
      if (isCurrent) setFound(same.slice(0, shown));
    });
    return () => {
      isCurrent = false;
    };
  }, [name, place]);
  if (place !== null || found.length === 0) return null;
  return (
    <section aria-label={t`Places of this name`} className={styles.facts}>
      <p>{t`The gazetteer knows this name already. A new place stands beside these; open one to correct it instead.`}</p>
      {found.map((one) => (
        <div key={one.id} className={styles.actions}>
          <Button size="small" onPress={() => openPlace(one)}>
            {one.name}
          </Button>
          <span className={styles.soft}>
            {words.kind(one)} · {words.point(one)}
          </span>
        </div>
      ))}
    </section>
  );
}
