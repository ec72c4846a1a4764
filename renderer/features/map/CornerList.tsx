import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { addCorner, type Corner, moveCorner, removeCorner } from '#core/tracks/edit-areas.ts';
import type { Area } from '#core/tracks/track.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { formatPoint } from './map-furniture.ts';
import { PointBox, PointSearch } from './PointSearch.tsx';
import styles from './Tracks.module.css';

/** More corners than this are better pulled on the map than typed. */
const listed = 60;

type CornerListProps = {
  readonly ring: readonly Corner[];
  readonly label: string;
  /** What was done to the ring, for whichever of the area's it is. */
  readonly onChange: (how: (area: Area, ring: number) => Area) => void;
};

/** The corners of a ring, to be entered without the mouse. */
export function CornerList({ ring, label, onChange }: CornerListProps) {
  const { t } = useLingui();
  return (
    <>
      <ol className={styles.rows} aria-label={label}>
        {ring.slice(0, listed).map((corner, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the outline.
          <li key={at} className={styles.row}>
            <CornerBox
              corner={corner}
              at={at}
              onMove={(to) => onChange((area, of) => moveCorner(area, at, to, of))}
            />
            <IconButton
              label={t`Take corner ${at + 1} out`}
              icon={X}
              size="small"
              onPress={() => onChange((area, of) => removeCorner(area, at, of))}
            />
          </li>
        ))}
      </ol>
      {ring.length > listed && <p className={styles.soft}>{t`The other corners are pulled on the map.`}</p>}
      <PointSearch
        label={t`Add a corner`}
        onPoint={({ lat, lon }) => onChange((area, of) => addCorner(area, [lon, lat], of))}
      />
    </>
  );
}

type CornerBoxProps = {
  readonly corner: Corner;
  readonly at: number;
  readonly onMove: (to: Corner) => void;
};

function CornerBox({ corner: [lon, lat], at, onMove }: CornerBoxProps) {
  const { t } = useLingui();
  return (
    <PointBox
      label={t`Corner ${at + 1}`}
      kept={formatPoint(lat, lon)}
      onPoint={(point) => onMove([point.lon, point.lat])}
    />
  );
}
