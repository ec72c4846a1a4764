import { useLingui } from '@lingui/react/macro';
import { House, Minus, Plus } from 'lucide-react';
import { memo, type ReactNode, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { usePreferences } from '#state/preferences.ts';
import { openEventsAt } from '#state/workspace.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { createMap, type MapWidget } from './create-map.ts';
import { FoundShapes } from './FoundShapes.tsx';
import styles from './Map.module.css';
import type { MapData, MapOptions } from './map-data.ts';
import { askTowns } from './mention-engine.ts';
import { describePoints } from './point-words.ts';
import { SavePicture } from './SavePicture.tsx';
import { creditsOf, drawnLayers, useMapLayers } from './use-map-layers.ts';

/** What a map is given. */
export type MapViewProps = Omit<MapData, 'language' | 'layers'> &
  Pick<MapOptions, 'label' | 'memory' | 'onChoose' | 'onHover' | 'onPick' | 'onShape'> &
  Partial<PointDeeds> & {
    /** Where the owner finds the widget, to centre it. */
    readonly widget: RefObject<MapWidget | null>;
    /** Whether a picture of it can be saved. */
    readonly isSavable?: boolean;
    /** More buttons below the others. */
    readonly tools?: ReactNode;
    /** Over the map. */
    readonly children?: ReactNode;
  };

/** What happens to the points of the work; left out where there are none. */
export type PointDeeds = Pick<MapOptions['points'], 'onPoint' | 'onPile'> & Pick<MapOptions, 'onMove'>;

/** As the licences of the data ask; names, not words to translate. */
const attribution =
  'Natural Earth (public domain) · Who’s On First · GeoNames (CC BY 4.0) · Mesoshapes (CC0) · Quattroshapes (CC BY) · NASA Blue Marble';

/** A map with its buttons. The lists beside it say and do the same by keyboard. */
export function MapView({
  widget,
  children,
  tools,
  isSavable = false,
  label,
  memory,
  onChoose,
  onHover,
  onPick,
  onPoint,
  onPile,
  onMove,
  onShape,
  ...data
}: MapViewProps) {
  const { t } = useLingui();
  const element = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const language = usePreferences((state) => state.language);
  const [isBroken, setIsBroken] = useState(false);
  const given = { onChoose, onHover, onPick, onShape, onPoint, onPile, onMove };
  const listeners = useRef(given);
  listeners.current = given;

  useEffect(() => {
    if (element.current === null) return;
    const made = createMap(element.current, {
      label,
      memory,
      loadTowns: askTowns,
      onChoose: (ids) => listeners.current.onChoose(ids),
      onHover: (id) => listeners.current.onHover(id),
      onPick: (point) => listeners.current.onPick(point),
      onShape: (deed) => listeners.current.onShape(deed),
      onEvents: openEventsAt,
      onMove: () => listeners.current.onMove?.(),
      points: {
        onPoint: (point) => listeners.current.onPoint?.(point),
        onPile: (points) => listeners.current.onPile?.(points),
        describe: describePoints,
      },
      onFailure: () => setIsBroken(true),
    });
    widget.current = made;
    return () => {
      widget.current = null;
      made.destroy();
    };
  }, [label, memory, widget]);

  const listed = useMapLayers();
  const layers = useMemo(() => drawnLayers(listed ?? []), [listed]);
  const credits = [attribution, ...creditsOf(layers)].join(' · ');

  useEffect(() => widget.current?.update({ ...data, layers, language }));

  return (
    <div ref={frame} className={styles.frame}>
      <div ref={element} className={styles.map} />
      {children}
      <FoundShapes />
      <div className={styles.controls} data-over-map>
        <ViewButtons widget={widget} />
        {tools}
        {isSavable && <SaveButton frame={frame} credits={credits} />}
      </div>
      {isBroken && (
        <p className={styles.banner} role="alert">
          {t`The base of the map can’t be read. Places and passages are not affected.`}
        </p>
      )}
      <p className={styles.attribution} data-over-map title={credits}>
        {credits}
      </p>
    </div>
  );
}

/** Not made anew at each step of the time slider. */
const SaveButton = memo(SavePicture);

const ViewButtons = memo(function ViewButtons({ widget }: Pick<MapViewProps, 'widget'>) {
  const { t } = useLingui();
  return (
    <>
      <IconButton label={t`Zoom in`} icon={Plus} size="small" onPress={() => widget.current?.zoomBy(1)} />
      <IconButton label={t`Zoom out`} icon={Minus} size="small" onPress={() => widget.current?.zoomBy(-1)} />
      <IconButton
        label={t`Back to the three borders`}
        icon={House}
        size="small"
        onPress={() => widget.current?.goHome()}
      />
    </>
  );
});
