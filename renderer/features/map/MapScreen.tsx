import { Trans, useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Group, useDefaultLayout } from 'react-resizable-panels';
import { useStore } from 'zustand';
import type { LatLon } from '#core/geo/distance.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import type { PlaceId } from '#core/ids.ts';
import type { MapPoint } from '#core/picture/map-point.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import { look, useLook } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { Pane, PaneDivider } from '#ui/Pane.tsx';
import type { MapWidget } from './create-map.ts';
import { type MapExtras, MapLegend } from './MapLegend.tsx';
import { MapTabs, type TabName } from './MapTabs.tsx';
import { MapTools } from './MapTools.tsx';
import { MeasurePanel } from './MeasurePanel.tsx';
import { mentionEngine } from './mention-engine.ts';
import { NarrowingBar } from './NarrowingBar.tsx';
import { PictureMap } from './PictureMap.tsx';
import { PlaceFinder } from './PlaceFinder.tsx';
import styles from './Places.module.css';
import { PlacingForm } from './PlacingForm.tsx';
import { PointList } from './PointList.tsx';
import { pickPoint, usePointShown, useWaitsForPoint } from './placing.ts';
import type { CitePassage } from './ShapePassages.tsx';
import { useAreaTool } from './use-area-tool.ts';
import { type MeasuredEnd, useMeasure } from './use-measure.ts';
import { useDecidedMentions } from './use-mentions.ts';
import { placeUses } from './use-place-data.ts';
import { useRevealShape } from './use-reveal-shape.ts';
import { useShapes } from './use-shapes.ts';
import { useSuggestionGroups } from './use-suggestions.ts';

type MapScreenProps = {
  /** Show what an item leads to. */
  readonly onOpen: (item: PictureItem) => void;
  readonly onCite: CitePassage;
};

/** The map of the whole workspace, and beside it all that it shows as lists. */
export function MapScreen(props: MapScreenProps) {
  const decided = useDecidedMentions();
  return decided === null ? null : <OpenMap decided={decided} {...props} />;
}

function OpenMap({ decided, onOpen, onCite }: MapScreenProps & { readonly decided: readonly Mention[] }) {
  const { t } = useLingui();
  const widget = useRef<MapWidget | null>(null);
  const layout = useDefaultLayout({ id: 'map-columns', panelIds: ['map', 'side'] });
  const groups = useSuggestionGroups(decided);
  const uses = useMemo(() => placeUses(decided), [decided]);
  // Chosen once: accepting the first suggestion must not take the list away.
  const [tab, setTab] = useState<TabName>(uses.length === 0 ? 'suggested' : 'accepted');
  const [overlapping, setOverlapping] = useState<readonly PlaceId[]>([]);
  const [extras, setExtras] = useState<MapExtras>({ hasGraticule: false, hasOutline: true });
  const measure = useMeasure();
  const area = useAreaTool(widget, () => setTab('selected'));
  const shapes = useShapes();
  const placeId = useLook((state) => state.placeId);
  const hoverId = useLook((state) => state.hoverPlaceId);
  const picked = usePointShown();

  const strong = useMemo(() => groups.filter(({ strength }) => strength >= 0.5), [groups]);
  const known = new Map<PlaceId, Place>([...strong, ...uses].map(({ place }) => [place.id, place]));
  useReveal(widget, known, placeId);
  useRevealShape(widget, shapes.onMap, () => setTab('tracks'));

  // A passage that waits for its place takes the clicks first.
  const isPlacing = useWaitsForPoint();
  const isMeasuring = measure.isOn && !isPlacing;
  const isTracing = shapes.isTracing && !isPlacing && !measure.isOn;
  const isSelecting = area.way !== null && !isPlacing;
  /** Give a point to what waits for one; answers whether anything does. */
  const take = ({ lat, lon, name }: MeasuredEnd, place?: Place) => {
    if (isSelecting) area.pick({ lat, lon });
    else if (isMeasuring) measure.pick({ lat, lon, name });
    else if (isTracing)
      shapes.trace({ lat, lon, name: name ?? '', ...(place === undefined ? {} : { place }) });
    return isSelecting || isMeasuring || isTracing;
  };
  const overlays = useMemo(() => ({ ...extras, measured: measure.points }), [extras, measure.points]);

  const choose = (ids: readonly PlaceId[]) => {
    const [first] = ids;
    const place = first === undefined ? undefined : known.get(first);
    if (place && isLocated(place) && take(place, place)) return;
    setOverlapping(ids.length > 1 ? ids : []);
    if (first === undefined) return;
    setTab(uses.some(({ place }) => place.id === first) ? 'accepted' : 'suggested');
    look.setState({ placeId: first });
  };

  const openPoint = ({ item, placeId: at }: MapPoint) => {
    if (item === null) choose([at]);
    else onOpen(item);
  };

  return (
    <Group className={styles.screen} id="map-columns" {...layout}>
      <Pane id="map" minSize="20rem">
        <NarrowingBar />
        <PictureMap
          widget={widget}
          label={t`Map: arrow keys move it, + and − zoom, Home goes back. All places are in the list beside it.`}
          memory="screen"
          isSavable
          accepted={uses}
          suggested={strong}
          chosenId={placeId}
          hoverId={hoverId}
          isPicking={isPlacing || isSelecting || isMeasuring || isTracing}
          selection={area.selection}
          picked={picked}
          overlays={overlays}
          shapes={shapes.onMap}
          onShape={shapes.onShape}
          onPoint={openPoint}
          onChoose={choose}
          onHover={(id) => look.setState({ hoverPlaceId: id })}
          onPick={(point) => take({ ...point, name: null }) || pickPoint(point)}
          tools={<MapTools measure={measure} area={area} />}
        >
          <MapLegend extras={extras} onExtras={setExtras} />
        </PictureMap>
      </Pane>
      <PaneDivider label={t`Width of the list of places`} />
      <Pane id="side" defaultSize="32%" minSize="17rem" ground="surface">
        <FinderState />
        <PlaceFinder onShow={(point) => widget.current?.centre(point, 8)} />
        <PointList onOpen={openPoint} />
        <PlacingForm />
        {measure.isOn && <MeasurePanel measure={measure} />}
        <Overlapping ids={overlapping} known={known} onChoose={(id) => look.setState({ placeId: id })} />
        <MapTabs
          selected={tab}
          onSelect={setTab}
          uses={uses}
          groups={groups}
          decided={decided}
          toDecide={strong.length}
          onCite={onCite}
          area={area}
          onOpen={onOpen}
        />
      </Pane>
    </Group>
  );
}

function isLocated<Point extends Pick<Place, 'lat' | 'lon'>>(point: Point): point is Point & LatLon {
  return point.lat !== null && point.lon !== null;
}

/** Bring the chosen place into the view, whoever chose it. */
function useReveal(
  widget: React.RefObject<MapWidget | null>,
  known: ReadonlyMap<PlaceId, Place>,
  placeId: PlaceId | null,
): void {
  const place = placeId === null ? undefined : known.get(placeId);
  const lat = place?.lat ?? null;
  const lon = place?.lon ?? null;
  useEffect(() => {
    if (lat !== null && lon !== null) widget.current?.reveal({ lat, lon });
  }, [widget, lat, lon]);
}

type OverlappingProps = {
  readonly ids: readonly PlaceId[];
  readonly known: ReadonlyMap<PlaceId, Place>;
  readonly onChoose: (id: PlaceId) => void;
};

/** Where pins lie on one another, their names side by side. */
function Overlapping({ ids, known, onChoose }: OverlappingProps) {
  const { t } = useLingui();
  const places = ids.flatMap((id) => known.get(id) ?? []);
  if (places.length < 2) return null;
  return (
    <section className={styles.progress} aria-label={t`Places under the pointer`}>
      <Trans>Here lie {places.length} places:</Trans>
      <div className={styles.actions}>
        {places.map((place) => (
          <Button key={place.id} size="small" onPress={() => onChoose(place.id)}>
            {place.name}
          </Button>
        ))}
      </div>
    </section>
  );
}

/** How far the finder is, or why it stopped. */
function FinderState() {
  const { t } = useLingui();
  const { progress, failure } = useStore(mentionEngine);
  if (failure !== null)
    return (
      <p className={styles.problem} role="alert">
        {t`Looking for place names stopped: ${failure}`}
      </p>
    );
  if (progress === null || progress.total < 30) return null;
  return (
    <p className={styles.progress} role="status">
      {t`Looking for place names: ${progress.done} of ${progress.total} articles`}
    </p>
  );
}
