import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { nameKey } from '#core/geo/name-key.ts';
import type { Place } from '#core/geo/place.ts';
import { announce } from '#state/notices.ts';
import { TextField } from '#ui/TextField.tsx';
import { searchPlaces } from './mention-engine.ts';
import styles from './Places.module.css';
import { usePlaceWords } from './use-place-words.ts';

type PlaceSearchProps = {
  readonly label: string;
  readonly initialText?: string;
  readonly autoFocus?: boolean;
  readonly onChoose: (place: Place) => void;
  /** What was typed, for a place that has to be made. */
  readonly onText?: (text: string) => void;
};

const shown = 8;

/** Find a place of the gazetteer or one of the analyst's: type, arrow keys, Enter. */
export function PlaceSearch({
  label,
  initialText = '',
  autoFocus = false,
  onChoose,
  onText,
}: PlaceSearchProps) {
  const { t } = useLingui();
  const words = usePlaceWords();
  const [text, setText] = useState(initialText);
  const [found, setFound] = useState<readonly Place[]>([]);
  const [at, setAt] = useState(0);
  useEffect(() => {
    let isCurrent = true;
    void searchPlaces(text, shown).then((places) => {
      if (!isCurrent) return;
      setFound(places);
      setAt(0);
    });
    return () => {
      isCurrent = false;
    };
  }, [text]);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      const next = (at + step + found.length) % Math.max(1, found.length);
      const chosen = found[next];
      setAt(next);
      // The list has no focus of its own, so that typing goes on.
      if (chosen !== undefined) announce(`${chosen.name}, ${words.kind(chosen)}, ${words.point(chosen)}`);
    }
    const place = found[at];
    if (event.key !== 'Enter' || place === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChoose(place);
  };

  return (
    <div className={styles.search}>
      <TextField
        label={label}
        value={text}
        type="search"
        autoFocus={autoFocus}
        placeholder={t`Name of a place`}
        onKeyDown={onKeyDown}
        onChange={(value) => {
          setText(value);
          onText?.(value);
        }}
      />
      {found.length > 0 && (
        <div role="listbox" aria-label={t`Places found`} className={styles.found}>
          {found.map((place, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the box above takes the keys for the list.
            <div
              key={place.id}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className={styles.option}
              onClick={() => onChoose(place)}
            >
              <span>
                <span className={styles.name}>{place.name}</span>
                <OtherName place={place} typed={text} />
              </span>
              <span className={styles.soft}>
                {words.kind(place)} · {words.point(place)}
              </span>
            </div>
          ))}
        </div>
      )}
      {text.trim() !== '' && found.length === 0 && (
        <p className={styles.soft}>{t`Nothing found under this name.`}</p>
      )}
    </div>
  );
}

/** The other name by which a place was found, so that the analyst sees why it is offered. */
function OtherName({ place, typed }: { readonly place: Place; readonly typed: string }) {
  const key = nameKey(typed);
  if (key === '' || nameKey(place.name).includes(key)) return null;
  const other = place.aliases.find((alias) => nameKey(alias).includes(key));
  return other === undefined ? null : <span className={styles.soft}> ({other})</span>;
}
