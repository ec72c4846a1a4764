import { Plural, useLingui } from '@lingui/react/macro';
import type { OtherPlace } from '#core/exchange/map-files/plan-map-import.ts';
import { distanceKm } from '#core/geo/distance.ts';
import type { Place, PlacePrecision } from '#core/geo/place.ts';
import { analystAlone } from '#core/geo/place-edits.ts';
import type { PlaceId } from '#core/ids.ts';
import { Button } from '#ui/Button.tsx';
import { CheckBox } from '#ui/CheckBox.tsx';
import styles from './MapExchange.module.css';

type OtherPlacesProps = {
  readonly places: readonly OtherPlace[];
  readonly taken: ReadonlySet<PlaceId>;
  readonly onTake: (taken: ReadonlySet<PlaceId>) => void;
};

/** Rows that are shown to be chosen one by one; a file with more is chosen as a whole. */
const mostRows = 300;

/** Places that are here otherwise than in the file: what differs, and a box to take the file's version. */
export function OtherPlaces({ places, taken, onTake }: OtherPlacesProps) {
  const { t } = useLingui();
  const ids = places.map(({ ours }) => ours.id);
  const further = places.length - mostRows;
  const toggle = (id: PlaceId, isOn: boolean) =>
    onTake(new Set(ids.filter((one) => (one === id ? isOn : taken.has(one)))));
  return (
    <section className={styles.group} aria-label={t`Places that are here otherwise`}>
      <h3>{t`Places that are here otherwise`}</h3>
      <p className={styles.soft}>{t`Yours stays. Tick a place to take what the file says of it.`}</p>
      <ul className={styles.rows}>
        {places.slice(0, mostRows).map(({ ours, theirs }) => (
          <li key={ours.id}>
            <CheckBox isSelected={taken.has(ours.id)} onChange={(isOn) => toggle(ours.id, isOn)}>
              <span>
                <bdi>{ours.name}</bdi>
                <Differences ours={ours} theirs={theirs} />
              </span>
            </CheckBox>
          </li>
        ))}
      </ul>
      {further > 0 && (
        <p className={styles.soft}>
          <Plural
            value={further}
            one="# further place is not listed; All and None count for it too."
            other="# further places are not listed; All and None count for them too."
          />
        </p>
      )}
      {places.length > 1 && (
        <div className={styles.row}>
          <Button size="small" onPress={() => onTake(new Set(ids))}>{t`All`}</Button>
          <Button size="small" onPress={() => onTake(new Set())}>{t`None`}</Button>
        </div>
      )}
    </section>
  );
}

/** What of a place would change, a line each: as it is here, an arrow, as it is in the file. */
function Differences({ ours, theirs }: OtherPlace) {
  const { t } = useLingui();
  const isMoved = ours.lat !== theirs.lat || ours.lon !== theirs.lon;
  const moved = distanceOf(ours, theirs);
  const added = theirs.note.slice(ours.note.length).trim();
  const precisions: Readonly<Record<PlacePrecision, string>> = {
    exact: t`exact`,
    near: t`approximate`,
    area: t`an area`,
    unknown: t`not located`,
  };
  const exactness = `${precisions[ours.precision]} → ${precisions[theirs.precision]}`;
  const [source, theirSource] = [ours, theirs].map((one) =>
    one.source === analystAlone ? t`your entry` : one.source,
  );
  const lines = [
    ours.name === theirs.name ? null : `${ours.name} → ${theirs.name}`,
    isMoved ? `${pointOf(ours) ?? t`not located`} → ${pointOf(theirs) ?? t`not located`}${moved}` : null,
    ours.precision === theirs.precision ? null : t`How exact: ${exactness}`,
    ours.source === theirs.source ? null : t`Known from: ${source} → ${theirSource}`,
    ours.note === theirs.note ? null : t`Note added: ${added}`,
  ].filter((line) => line !== null);
  return lines.map((line) => (
    <bdi key={line} className={styles.difference}>
      {line}
    </bdi>
  ));
}

function pointOf({ lat, lon }: Place): string | null {
  return lat === null || lon === null ? null : `${lat.toFixed(4)}, ${lon.toFixed(4)}`;
}

function distanceOf({ lat, lon }: Place, theirs: Place): string {
  if (lat === null || lon === null || theirs.lat === null || theirs.lon === null) return '';
  const km = distanceKm({ lat, lon }, { lat: theirs.lat, lon: theirs.lon });
  return km < 1 ? ` (${Math.round(km * 1_000)} m)` : ` (${km < 10 ? km.toFixed(1) : Math.round(km)} km)`;
}
