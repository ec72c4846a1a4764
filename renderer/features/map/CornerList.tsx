import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { addCorner, type Corner, moveCorner, removeCorner } from '#core/tracks/edit-areas.ts';
import type { Area } from '#core/tracks/track.ts';
import { useSession } from '#state/session.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { formatPoint } from './map-furniture.ts';
import { PointBox, PointSearch } from './PointSearch.tsx';
import styles from './Tracks.module.css';
import { editArea } from './track-deeds.ts';

/** More corners than this are better pulled on the map than typed. */
const listed = 60;

/** The corners of an area's outline, to be entered without the mouse. */
export function CornerList({ area }: { readonly area: Area }) {
  const { t } = useLingui();
  const session = useSession();
  const outer = area.rings[0] ?? [];
  const holes = area.rings.length - 1;
  const [isOpen, setIsOpen] = useState(outer.length < 3);
  const change = (how: (before: Area) => Area) =>
    void editArea(session, area, { action: 'area.corner' }, how);
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t`Outline`}</legend>
      <Button className={styles.head ?? ''} aria-expanded={isOpen} onPress={() => setIsOpen(!isOpen)}>
        <span className={styles.name}>{plural(outer.length, { one: '# corner', other: '# corners' })}</span>
        {holes > 0 && (
          <span className={styles.soft}>{plural(holes, { one: '# hole', other: '# holes' })}</span>
        )}
      </Button>
      {outer.length < 3 && <p className={styles.soft}>{t`It is an area from three corners on.`}</p>}
      {isOpen && (
        <>
          <ol className={styles.rows} aria-label={t`Corners`}>
            {outer.slice(0, listed).map((corner, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a corner is its place in the outline.
              <li key={at} className={styles.row}>
                <CornerBox
                  corner={corner}
                  at={at}
                  onMove={(to) => change((before) => moveCorner(before, at, to))}
                />
                <IconButton
                  label={t`Take corner ${at + 1} out`}
                  icon={X}
                  size="small"
                  onPress={() => change((before) => removeCorner(before, at))}
                />
              </li>
            ))}
          </ol>
          {outer.length > listed && (
            <p className={styles.soft}>{t`The other corners are pulled on the map.`}</p>
          )}
          <PointSearch
            label={t`Add a corner`}
            onPoint={({ lat, lon }) => change((before) => addCorner(before, [lon, lat]))}
          />
        </>
      )}
    </fieldset>
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
