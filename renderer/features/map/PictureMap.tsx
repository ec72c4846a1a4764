import { useLingui } from '@lingui/react/macro';
import { ListTree } from 'lucide-react';
import { useEffect } from 'react';
import type { SuggestionGroup } from '#core/geo/group-suggestions.ts';
import type { MapPoint } from '#core/picture/map-point.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { MapView, type MapViewProps } from './MapView.tsx';
import { closePointList, listedPoints, listPoints, useListedPoints } from './point-pile.ts';
import { UnitLegend } from './UnitLegend.tsx';
import { usePictureMarks } from './use-picture-marks.ts';
import type { PlaceUse } from './use-place-data.ts';
import { useUnitCounts } from './use-unit-counts.ts';

type PictureMapProps = Omit<MapViewProps, 'pins' | 'events' | 'points' | 'onPile' | 'onMove'> & {
  readonly accepted: readonly PlaceUse[];
  readonly suggested: readonly SuggestionGroup[];
  readonly onPoint: (point: MapPoint) => void;
};

const noUnits: NonNullable<MapViewProps['units']> = [];

/** The map with all of the work on it: drawn anew at each step of the time slider, apart from the lists beside it. */
export function PictureMap({ accepted, suggested, tools, children, ...map }: PictureMapProps) {
  const { t } = useLingui();
  const marks = usePictureMarks(accepted, suggested);
  const units = useUnitCounts();
  const isListing = useListedPoints()?.of === 'view';
  const list = () => listPoints('view', map.widget.current?.pointsInView() ?? []);
  const follow = () => {
    if (listedPoints.getState().listed?.of === 'view') list();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other points are listed anew, not other listeners.
  useEffect(follow, [marks.points]);
  useEffect(() => closePointList, []);
  return (
    <MapView
      {...map}
      {...marks}
      units={units?.counted ?? noUnits}
      onPile={(points) => listPoints('pile', points)}
      onMove={follow}
      tools={
        <>
          {tools}
          <IconButton
            label={t`List what the map shows`}
            icon={ListTree}
            size="small"
            isOn={isListing}
            onPress={isListing ? closePointList : list}
          />
        </>
      }
    >
      {children}
      {units !== null && <UnitLegend picture={units} />}
    </MapView>
  );
}
