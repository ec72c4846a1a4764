import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import type { LatLon } from '#core/geo/distance.ts';
import { adjustCircle, circleCorners, makeCircle, reshapeArea } from '#core/tracks/edit-areas.ts';
import { type Area, type Circle, maxRadiusKm } from '#core/tracks/track.ts';
import { useSession } from '#state/session.ts';
import { Button } from '#ui/Button.tsx';
import { CheckedBox } from './CheckedBox.tsx';
import { formatPoint } from './map-furniture.ts';
import { PointBox, PointSearch } from './PointSearch.tsx';
import styles from './Tracks.module.css';
import { editArea } from './track-deeds.ts';

/** The middle and the radius of a circle; of an area without any corners, the way to make it one. */
export function CircleFields({ area }: { readonly area: Area }) {
  const { t } = useLingui();
  const session = useSession();
  const keep = (change: (before: Area) => Area) =>
    void editArea(session, area, { action: 'area.circle' }, change);
  const { circle } = area;
  if (circle === undefined)
    return <NewCircle onMake={(made) => keep((before) => makeCircle(before, made))} />;
  return (
    <div className={styles.fieldset}>
      <PointBox
        label={t`Middle of the circle`}
        kept={formatPoint(circle.lat, circle.lon)}
        onPoint={({ lat, lon }) => keep((before) => adjustCircle(before, { lat, lon }))}
      />
      <RadiusBox
        kept={circle.radiusKm}
        onEnter={(radiusKm) => keep((before) => adjustCircle(before, { radiusKm }))}
      />
      <p className={styles.soft}>
        {t`Measured on the globe; drawn and exported as a ring of ${circleCorners} corners.`}
      </p>
      <Button size="small" onPress={() => keep((before) => reshapeArea(before, before.rings))}>
        {t`Make its ${circleCorners} corners the outline`}
      </Button>
    </div>
  );
}

/** First how far, then around what: nothing is drawn with a radius nobody gave. */
function NewCircle({ onMake }: { readonly onMake: (circle: Circle) => void }) {
  const { t } = useLingui();
  const [radiusKm, setRadiusKm] = useState<number | null>(null);
  return (
    <div className={styles.fieldset}>
      <RadiusBox kept={radiusKm} onEnter={setRadiusKm} />
      {radiusKm !== null && (
        <PointSearch
          label={t`Around which place`}
          onPoint={({ lat, lon }: LatLon) => onMake({ lat, lon, radiusKm })}
        />
      )}
    </div>
  );
}

type RadiusBoxProps = { readonly kept: number | null; readonly onEnter: (km: number) => void };

function RadiusBox({ kept, onEnter }: RadiusBoxProps) {
  const { t } = useLingui();
  return (
    <CheckedBox
      label={t`Radius of a circle, km`}
      kept={kept === null ? '' : String(kept)}
      read={readRadius}
      error={t`Write a number of kilometres above 0, up to ${maxRadiusKm}.`}
      onEnter={onEnter}
    />
  );
}

function readRadius(typed: string): { readonly value: number } | null {
  const text = typed.trim().replace(',', '.');
  const value = Number(text);
  return /^\d+(\.\d+)?$/.test(text) && value > 0 && value <= maxRadiusKm ? { value } : null;
}
