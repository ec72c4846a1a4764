import { useLingui } from '@lingui/react/macro';
import { Circle as CircleIcon, Hexagon, Route, Square, Waypoints } from 'lucide-react';
import { memo, useCallback, useEffect, useRef } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Area, Track } from '#core/tracks/track.ts';
import { trackDays } from '#core/tracks/track-legs.ts';
import { useSession } from '#state/session.ts';
import { type ChosenShape, look, useLook } from '#state/workspace.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { AreaDetails } from './AreaDetails.tsx';
import type { CitePassage } from './ShapePassages.tsx';
import type { DrawnOutline } from './shapes.ts';
import { TrackDetails } from './TrackDetails.tsx';
import styles from './Tracks.module.css';
import { beginArea, beginTrack } from './track-deeds.ts';
import { layAside, takeTool, useTrackDesk } from './track-desk.ts';
import { useTrackWords } from './use-track-words.ts';
import { type KnownActors, useKeptShapes, useKnownActors } from './use-tracks.ts';

/** Tracks and areas as a list; the chosen one with everything of it. All the map shows of them is done here by keyboard. */
export function TracksPanel({ onCite }: { readonly onCite: CitePassage }) {
  const { t } = useLingui();
  const { tracks, areas, isShown } = useKeptShapes();
  const { name: nameOf } = useKnownActors();
  const chosen = useLook((state) => state.shape);
  const citing = useRef(onCite);
  citing.current = onCite;
  const cite: CitePassage = useCallback((...passage) => citing.current(...passage), []);
  const shapes: readonly (Track | Area)[] = [...tracks, ...areas];
  useEscape();
  const hidden = shapes.filter(({ id }) => !isShown(id) && id !== chosen?.id).length;
  return (
    <div className={styles.panel}>
      <DrawButtons counts={{ tracks: tracks.length, areas: areas.length }} />
      {shapes.length === 0 && (
        <EmptyState icon={Waypoints} title={t`No track and no area yet`}>
          {t`Draw a movement from place to place with its dates, or the ground somebody holds; link the passages that say so.`}
        </EmptyState>
      )}
      {hidden > 0 && (
        <p
          className={styles.soft}
        >{t`${hidden} lie outside of what the map is narrowed to, and are not drawn.`}</p>
      )}
      <ul aria-label={t`Tracks and areas`} className={styles.shapes}>
        {tracks.map((track) => (
          <TrackEntry
            key={track.id}
            track={track}
            isOpen={chosen?.id === track.id}
            nameOf={nameOf}
            onCite={cite}
          />
        ))}
        {areas.map((area) => (
          <AreaEntry
            key={area.id}
            area={area}
            isOpen={chosen?.id === area.id}
            nameOf={nameOf}
            onCite={cite}
          />
        ))}
      </ul>
    </div>
  );
}

/** Escape lays aside what is in hand wherever the focus is, the map included. */
function useEscape(): void {
  const isBusy = useTrackDesk((desk) => desk.tool !== null);
  // Another list came to the front: what is in hand would have no name there.
  useEffect(() => layAside, []);
  useEffect(() => {
    if (!isBusy) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      layAside();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isBusy]);
}

type Counts = { readonly tracks: number; readonly areas: number };

function DrawButtons({ counts }: { readonly counts: Counts }) {
  const { t } = useLingui();
  const session = useSession();
  const tool = useTrackDesk((desk) => desk.tool);
  const draw = (wanted: 'trace' | DrawnOutline) => {
    layAside();
    look.setState({ shape: null });
    takeTool(wanted);
  };
  const track = async () => {
    const id = await beginTrack(session, t`Track ${counts.tracks + 1}`);
    if (id !== null) look.setState({ shape: { kind: 'track', id } });
  };
  const area = async () => {
    const id = await beginArea(session, t`Area ${counts.areas + 1}`);
    if (id !== null) look.setState({ shape: { kind: 'area', id } });
  };
  const hints = {
    trace: t`Click where the way begins, then each next point; a place gives it its name.`,
    polygon: t`Click the corners one after the other; the first one again, or a double click, ends it.`,
    rectangle: t`Click two corners that lie opposite.`,
    circle: t`Click the middle, then a point of the edge.`,
  };
  return (
    <div className={styles.tools}>
      <Button size="small" onPress={() => draw('trace')}>
        <Route size={14} aria-hidden="true" />
        {t`Draw a track`}
      </Button>
      <Button size="small" onPress={() => draw('polygon')}>
        <Hexagon size={14} aria-hidden="true" />
        {t`Draw an area`}
      </Button>
      <Button size="small" onPress={() => draw('rectangle')}>
        <Square size={14} aria-hidden="true" />
        {t`Rectangle`}
      </Button>
      <Button size="small" onPress={() => draw('circle')}>
        <CircleIcon size={14} aria-hidden="true" />
        {t`Circle`}
      </Button>
      <ActionMenu
        label={t`Begin without the mouse`}
        actions={[
          { id: 'track', label: t`New track from names or coordinates`, onAction: () => void track() },
          { id: 'area', label: t`New area from names or coordinates`, onAction: () => void area() },
        ]}
      />
      {tool !== null && tool in hints && (
        <p className={styles.hint} role="status">
          {hints[tool as keyof typeof hints]}{' '}
          <Button size="small" onPress={layAside}>{t`Stop drawing`}</Button>
        </p>
      )}
    </div>
  );
}

type EntryProps = {
  readonly isOpen: boolean;
  readonly nameOf: KnownActors['name'];
  readonly onCite: CitePassage;
};

/** A thousand of them are listed: one that is as it was is left alone. */
const TrackEntry = memo(function TrackEntry({
  track,
  isOpen,
  nameOf,
  onCite,
}: EntryProps & { readonly track: Track }) {
  const { t } = useLingui();
  const words = useTrackWords();
  const facts = [words.when(trackDays(track)), track.actorIds.map(nameOf).join(', ')];
  return (
    <Entry
      shape={{ kind: 'track', id: track.id }}
      title={track.name || t`Untitled track`}
      facts={facts}
      isOpen={isOpen}
    >
      <TrackDetails key={track.id} track={track} onCite={onCite} />
    </Entry>
  );
});

const AreaEntry = memo(function AreaEntry({
  area,
  isOpen,
  nameOf,
  onCite,
}: EntryProps & { readonly area: Area }) {
  const { t } = useLingui();
  const words = useTrackWords();
  const facts = [words.areaKind(area.kind), words.when(area.dating), area.actorIds.map(nameOf).join(', ')];
  return (
    <Entry
      shape={{ kind: 'area', id: area.id }}
      title={area.name || t`Untitled area`}
      facts={facts}
      isOpen={isOpen}
    >
      <AreaDetails key={area.id} area={area} onCite={onCite} />
    </Entry>
  );
});

type ShapeEntryProps = {
  readonly shape: ChosenShape;
  readonly title: string;
  readonly facts: readonly string[];
  readonly isOpen: boolean;
  readonly children: React.ReactNode;
};

function Entry({ shape, title, facts, isOpen, children }: ShapeEntryProps) {
  const item = useRef<HTMLLIElement>(null);
  // Chosen on the map, it may lie out of sight here.
  useEffect(() => {
    if (isOpen) item.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  const Icon = shape.kind === 'track' ? Route : Hexagon;
  return (
    <li ref={item} className={styles.shape} data-chosen={isOpen || undefined}>
      <AriaButton
        className={styles.head ?? ''}
        aria-expanded={isOpen}
        onPress={() => look.setState({ shape: isOpen ? null : shape })}
      >
        <Icon size={15} aria-hidden="true" />
        <span className={styles.name}>{title}</span>
        <span className={styles.soft}>{facts.filter((fact) => fact !== '').join(' · ')}</span>
      </AriaButton>
      {isOpen && children}
    </li>
  );
}
