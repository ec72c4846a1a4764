import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { LatLon } from '#core/geo/distance.ts';
import { readPoint } from '#core/geo/read-point.ts';
import type { WaypointPlace } from '#core/tracks/edit-tracks.ts';
import { notify } from '#state/notices.ts';
import { CheckedBox } from './CheckedBox.tsx';
import { PlaceSearch } from './PlaceSearch.tsx';
import styles from './Tracks.module.css';

type PointSearchProps = {
  readonly label: string;
  readonly onPoint: (point: WaypointPlace) => void;
};

/** A point without the mouse: a place by its name, or coordinates as they are printed. */
export function PointSearch({ label, onPoint }: PointSearchProps) {
  const { t } = useLingui();
  const [count, setCount] = useState(0);
  const give = (point: WaypointPlace) => {
    // The boxes begin anew, for the next one.
    setCount((before) => before + 1);
    onPoint(point);
  };
  return (
    <div className={styles.fieldset}>
      <PlaceSearch
        key={count}
        label={label}
        autoFocus={count > 0}
        onChoose={(place) => {
          const { name, lat, lon } = place;
          if (lat !== null && lon !== null) give({ name, lat, lon, place });
          else notify({ kind: 'danger', text: t`Nobody has located ${name}: it can’t be drawn.` });
        }}
      />
      <PointBox
        key={`point ${count}`}
        label={t`Or its coordinates`}
        kept=""
        onPoint={(point) => give({ ...point, name: '' })}
      />
    </div>
  );
}

type PointBoxProps = {
  readonly label: string;
  readonly kept: string;
  readonly onPoint: (point: LatLon) => void;
};

/** Coordinates as they are typed: degrees, with minutes and seconds, or MGRS. */
export function PointBox({ label, kept, onPoint }: PointBoxProps) {
  const { t } = useLingui();
  return (
    <CheckedBox
      label={label}
      kept={kept}
      placeholder={t`16.27, -0.04 or MGRS`}
      error={t`This can’t be read as a point. Write “16.27, -0.04”, “16°16′12″N 0°2′24″W” or an MGRS reference.`}
      read={(typed) => {
        const value = readPoint(typed);
        return value === null ? null : { value };
      }}
      onEnter={onPoint}
    />
  );
}
