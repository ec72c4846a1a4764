import { useLingui } from '@lingui/react/macro';
import { useMemo, useRef } from 'react';
import type { AreaId } from '#core/ids.ts';
import { type Corner, makeCircle } from '#core/tracks/edit-areas.ts';
import { addWaypoint, newWaypoint, type WaypointPlace } from '#core/tracks/edit-tracks.ts';
import { type Area, type Circle, maxRadiusKm } from '#core/tracks/track.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { look, useLook } from '#state/workspace.ts';
import { describeShapes } from './describe-shapes.ts';
import type { ShapeDeed, ShapesOnMap } from './shapes.ts';
import { useShownKinds } from './shown-kinds.ts';
import { beginArea, beginTrack, cutHoleInto, editTrack, keepReshaped } from './track-deeds.ts';
import { layAside, useTrackDesk } from './track-desk.ts';
import { useTrackWords } from './use-track-words.ts';
import { useKeptShapes, useKnownActors } from './use-tracks.ts';

/** Tracks and areas on the map: what it shows of them, and what its clicks do to them. */
export type MapShapes = {
  readonly onMap: ShapesOnMap;
  readonly onShape: (deed: ShapeDeed) => void;
  /** Whether the next click on the map is a waypoint. */
  readonly isTracing: boolean;
  readonly trace: (point: WaypointPlace) => void;
};

/** Bring tracks and areas onto the map. */
export function useShapes(): MapShapes {
  const { t } = useLingui();
  const session = useSession();
  const kept = useKeptShapes();
  const words = useTrackWords();
  const actors = useKnownActors();
  const chosen = useLook((state) => state.shape);
  const tool = useTrackDesk((desk) => desk.tool);
  const { tracks, areas, isShown } = kept;
  const { kinds } = useShownKinds();
  // biome-ignore lint/correctness/useExhaustiveDependencies: words are made anew each time; their language is that of `t`.
  const describe = useMemo(() => describeShapes(words, actors.name, t`Untitled track`), [actors, t]);
  const onMap = useMemo((): ShapesOnMap => {
    const isDrawn = (kind: 'track' | 'area', id: string) =>
      (kinds.has(kind) && isShown(id)) || id === chosen?.id;
    return {
      tracks: tracks.filter(({ id }) => isDrawn('track', id)).map(describe.track),
      areas: areas
        .filter((area) => isDrawn('area', area.id) && area.rings.some((ring) => ring.length > 1))
        .map(describe.area),
      chosen,
      captions: tracks.find(({ id }) => id === chosen?.id)?.waypoints.map(describe.waypoint) ?? [],
      tool: tool === 'trace' ? null : tool,
    };
  }, [tracks, areas, isShown, kinds, chosen, tool, describe]);

  /** Clicks are kept one after the other. */
  const last = useRef(Promise.resolve());
  const nameOf = (id: string) => [...tracks, ...areas].find((shape) => shape.id === id)?.name ?? '';
  const drawArea = async (fill: (area: Area) => Area) => {
    layAside();
    const id = await beginArea(session, t`Area ${areas.length + 1}`, fill);
    if (id !== null) look.setState({ shape: { kind: 'area', id } });
  };
  const drawCircle = async (circle: Circle) => {
    // A second click on the same spot draws nothing.
    if (circle.radiusKm > 0 && circle.radiusKm <= maxRadiusKm)
      return drawArea((area) => makeCircle(area, circle));
    layAside();
    notify({ kind: 'danger', text: t`A circle has a radius of more than 0 and at most ${maxRadiusKm} km.` });
  };
  const drawHole = async (id: AreaId, ring: readonly Corner[]) => {
    layAside();
    const problem = await cutHoleInto(session, { id, name: nameOf(id) }, ring);
    if (problem !== null) notify({ kind: 'danger', text: words.holeRefused(problem) });
  };
  const onShape = async (deed: ShapeDeed): Promise<void> => {
    switch (deed.kind) {
      case 'choose':
        return look.setState({ shape: deed.shape });
      case 'draw-area':
        return drawArea((area) => ({ ...area, rings: [deed.ring] }));
      case 'draw-circle':
        return drawCircle(deed.circle);
      case 'cut-hole':
        return drawHole(deed.id, deed.ring);
      default:
        // What could not be kept is not left standing on the map.
        if (!(await keepReshaped(session, deed, nameOf(deed.id)))) layAside();
    }
  };
  const trace = async ({ lat, lon, name, place }: WaypointPlace) => {
    const point = newWaypoint({ lat, lon, name, ...(place === undefined ? {} : { place }) });
    // As it is by now: the click before this one may have made the track.
    const { shape } = look.getState();
    if (shape?.kind === 'track') {
      const track = { id: shape.id, name: nameOf(shape.id) };
      await editTrack(session, track, { action: 'track.waypoint' }, (way) => addWaypoint(way, point));
      return;
    }
    const id = await beginTrack(session, t`Track ${tracks.length + 1}`, (track) => addWaypoint(track, point));
    if (id !== null) look.setState({ shape: { kind: 'track', id } });
  };
  return {
    onMap,
    onShape: (deed) => void onShape(deed),
    isTracing: tool === 'trace',
    trace: (point) => {
      last.current = last.current.then(() => trace(point));
    },
  };
}
