import { useLingui } from '@lingui/react/macro';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { gridReference } from '#core/geo/grid-reference.ts';
import { undated } from '#core/time/dating.ts';
import {
  addWaypoint,
  dateWaypoint,
  moveWaypoint,
  nameWaypoint,
  removeWaypoint,
  shiftWaypoint,
} from '#core/tracks/edit-tracks.ts';
import { maxTrackName, maxWaypoints, type Track, type Waypoint } from '#core/tracks/track.ts';
import { type Leg, trackLegs } from '#core/tracks/track-legs.ts';
import { useSession } from '#state/session.ts';
import { IconButton } from '#ui/IconButton.tsx';
import { DatingBox } from './DatingBox.tsx';
import { KeptBox } from './KeptBox.tsx';
import { formatPoint } from './map-furniture.ts';
import { PointBox, PointSearch } from './PointSearch.tsx';
import styles from './Tracks.module.css';
import { editTrack, type TrackEdit } from './track-deeds.ts';
import { useTrackWords } from './use-track-words.ts';

/** The way of a track: where, when, and how far from each point to the next. */
export function WaypointList({ track }: { readonly track: Track }) {
  const { t } = useLingui();
  const session = useSession();
  const [openAt, setOpenAt] = useState<number | null>(null);
  const legs = trackLegs(track);
  const edit: EditWay = (how, change) => editTrack(session, track, how, change);
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t`Waypoints`}</legend>
      <ol className={styles.rows} aria-label={t`Waypoints`}>
        {track.waypoints.map((point, at) => (
          <WaypointRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a waypoint is its place on the way.
            key={at}
            track={track}
            point={point}
            at={at}
            leg={legs[at]}
            isOpen={openAt === at}
            onToggle={() => setOpenAt(openAt === at ? null : at)}
            edit={edit}
          />
        ))}
      </ol>
      {track.waypoints.length < maxWaypoints ? (
        <PointSearch
          label={t`Add a waypoint`}
          onPoint={(point) =>
            void edit({ action: 'track.waypoint' }, (way) => addWaypoint(way, { ...point, dating: undated }))
          }
        />
      ) : (
        <p className={styles.soft}>{t`A track may have ${maxWaypoints} waypoints, no more.`}</p>
      )}
    </fieldset>
  );
}

type EditWay = (how: TrackEdit, change: (track: Track) => Track) => Promise<boolean>;

type WaypointRowProps = {
  readonly track: Track;
  readonly point: Waypoint;
  readonly at: number;
  /** To the next one. */
  readonly leg: Leg | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly edit: EditWay;
};

function WaypointRow({ track, point, at, leg, isOpen, onToggle, edit }: WaypointRowProps) {
  const { t } = useLingui();
  const words = useTrackWords();
  const title = point.name === '' ? formatPoint(point.lat, point.lon) : point.name;
  const change = { action: 'track.waypoint-edit' };
  return (
    <li className={styles.waypoint}>
      <div className={styles.row}>
        <Button className={styles.head ?? ''} aria-expanded={isOpen} onPress={onToggle}>
          <span className={styles.name}>
            {at + 1}. {title}
          </span>
          <span className={styles.soft}>{words.when(point.dating)}</span>
        </Button>
        <IconButton
          label={t`${title} earlier on the way`}
          icon={ArrowUp}
          size="small"
          isDisabled={at === 0}
          onPress={() => void edit(change, (way) => shiftWaypoint(way, at, -1))}
        />
        <IconButton
          label={t`${title} later on the way`}
          icon={ArrowDown}
          size="small"
          isDisabled={at === track.waypoints.length - 1}
          onPress={() => void edit(change, (way) => shiftWaypoint(way, at, 1))}
        />
        <IconButton
          label={t`Take ${title} out`}
          icon={X}
          size="small"
          onPress={() => void edit({ action: 'track.waypoint-remove' }, (way) => removeWaypoint(way, at))}
        />
      </div>
      {isOpen && <WaypointFields track={track} point={point} at={at} edit={edit} />}
      {leg !== undefined && (
        <p className={leg.isBackInTime ? styles.warning : styles.soft}>↓ {words.leg(leg)}</p>
      )}
    </li>
  );
}

function WaypointFields({
  track,
  point,
  at,
  edit,
}: Pick<WaypointRowProps, 'track' | 'point' | 'at' | 'edit'>) {
  const { t } = useLingui();
  const change = { action: 'track.waypoint-edit' };
  const reference = gridReference(point);
  return (
    <div className={styles.fieldset}>
      <KeptBox
        name={`waypoint ${track.id} ${at}`}
        label={t`Name of the waypoint`}
        kept={point.name}
        maxLength={maxTrackName}
        save={(text, group) => edit({ ...change, group }, (way) => nameWaypoint(way, at, text))}
      />
      <PointBox
        label={t`Coordinates`}
        kept={formatPoint(point.lat, point.lon)}
        onPoint={(to) => void edit(change, (way) => moveWaypoint(way, at, to))}
      />
      {reference !== null && <p className={styles.soft}>MGRS {reference}</p>}
      <DatingBox
        label={t`When`}
        dating={point.dating}
        onEnter={(dating) => void edit(change, (way) => dateWaypoint(way, at, dating))}
      />
    </div>
  );
}
