import { type Dispatch, type RefObject, type SetStateAction, useEffect, useMemo, useState } from 'react';
import type { LatLon } from '#core/geo/distance.ts';
import { boxShape, type DrawnKind, drawShape, outlineOf, pointsNeeded } from '#core/picture/draw-shape.ts';
import type { MapShape } from '#core/picture/narrowing.ts';
import { narrowing, useNarrowing } from '#state/narrowing.ts';
import { type UnitLevel, unitAt } from './admin-units.ts';
import type { MapWidget } from './create-map.ts';
import type { MapSelection } from './selection-layer.ts';

/** How a part of the map is selected by clicks: drawn, or the region or district that is clicked. */
export type AreaWay = DrawnKind | UnitLevel;

/** Selecting a part of the map. */
export type AreaTool = {
  /** `null`: clicks select nothing now. */
  readonly way: AreaWay | null;
  readonly points: readonly LatLon[];
  /** Where a click met no region or district. */
  readonly hasMissed: boolean;
  /** What is selected and drawn, for the map. */
  readonly selection: MapSelection;
  begin(way: AreaWay): void;
  /** Select the part of the earth that the map shows. */
  selectView(): void;
  pick(point: LatLon): void;
  removeLast(): void;
  /** Whether there are points enough for a polygon. */
  readonly canFinish: boolean;
  finish(): void;
  cancel(): void;
};

type State = {
  readonly way: AreaWay | null;
  readonly points: readonly LatLon[];
  readonly hasMissed: boolean;
};
const idle: State = { way: null, points: [], hasMissed: false };

/** Select a part of the map by clicks; `onBegin` is told whenever that begins, or something is selected. */
export function useAreaTool(widget: RefObject<MapWidget | null>, onBegin: () => void): AreaTool {
  const [{ way, points, hasMissed }, setState] = useState(idle);
  const shape = useNarrowing((state) => state.shape);
  const drawn = way === 'region' || way === 'district' ? null : way;
  const selection = useMemo(
    () => ({ shape, draft: drawn === null ? null : { kind: drawn, points } }),
    [shape, drawn, points],
  );
  useKeys(way !== null, setState);
  useEffect(() => {
    if (shape !== null) widget.current?.revealAll(outlineOf(shape).flat());
  }, [shape, widget]);
  const select = (made: MapShape | null) => {
    if (made === null) return;
    setState(idle);
    selectShape(made);
    onBegin();
  };
  const selectUnit = async (level: UnitLevel, point: LatLon) => {
    const unit = await unitAt(level, point);
    if (unit === null) setState((state) => ({ ...state, hasMissed: true }));
    else select(unit.shape);
  };
  return {
    way,
    points,
    hasMissed,
    selection,
    canFinish: way === 'polygon' && points.length >= pointsNeeded.polygon,
    begin(chosen) {
      setState({ ...idle, way: chosen });
      onBegin();
    },
    selectView() {
      const box = widget.current?.shown();
      if (box !== undefined) select(boxShape(box));
    },
    pick(point) {
      if (way === 'region' || way === 'district') return void selectUnit(way, point);
      if (way === null) return;
      const last = points.at(-1);
      // Twice the same point, by a double click or Enter, closes a polygon.
      if (last?.lat === point.lat && last.lon === point.lon) return select(drawShape(way, points));
      const all = [...points, point];
      if (way === 'polygon' || all.length < pointsNeeded[way])
        setState({ way, points: all, hasMissed: false });
      else select(drawShape(way, all));
    },
    removeLast: () => setState((state) => ({ ...state, points: state.points.slice(0, -1) })),
    finish: () => select(way === 'polygon' ? drawShape(way, points) : null),
    cancel: () => setState(idle),
  };
}

/** Escape ends the drawing; Backspace on the map takes the last point back. */
function useKeys(isOn: boolean, setState: Dispatch<SetStateAction<State>>): void {
  useEffect(() => {
    if (!isOn) return;
    const onKeyDown = (event: KeyboardEvent) => {
      const isOnMap = event.target instanceof Element && event.target.matches('.leaflet-container');
      if (event.key === 'Escape') setState(idle);
      if (event.key === 'Backspace' && isOnMap)
        setState((state) => ({ ...state, points: state.points.slice(0, -1) }));
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [isOn, setState]);
}

/** Narrow map and timeline down to a shape. */
export function selectShape(shape: MapShape): void {
  narrowing.setState({ shape });
}
