import { useLingui } from '@lingui/react/macro';
import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { Button as HeadButton } from 'react-aria-components';
import { gridReference } from '#core/geo/grid-reference.ts';
import {
  addWaypoint,
  dateWaypoint,
  followPlace,
  judgeWaypoint,
  moveWaypoint,
  nameWaypoint,
  newWaypoint,
  removeWaypoint,
  shiftWaypoint,
} from '#core/tracks/edit-tracks.ts';
import { type StrayedWaypoint, strayedWaypoints } from '#core/tracks/strayed-waypoints.ts';
import {
  maxTrackName,
  maxWaypoints,
  precisionOf,
  type Track,
  type Waypoint,
  waypointPrecisions,
} from '#core/tracks/track.ts';
import { type Leg, trackLegs } from '#core/tracks/track-legs.ts';
import { useSession } from '#state/session.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Select } from '#ui/Select.tsx';
import { DatingBox } from './DatingBox.tsx';
import { KeptBox } from './KeptBox.tsx';
import { formatPoint } from './map-furniture.ts';
import { PointBox, PointSearch } from './PointSearch.tsx';
import styles from './Tracks.module.css';
import { editTrack, type TrackEdit } from './track-deeds.ts';
import { useOwnPlaces } from './use-place-data.ts';
import { useTrackWords } from './use-track-words.ts';

/** The way of a track: where, when, and how far from each point to the next. */
export function WaypointList({ track }: { readonly track: Track }) {
  const { t } = useLingui();
  const session = useSession();
  const [openAt, setOpenAt] = useState<number | null>(null);
  const places = useOwnPlaces();
  const legs = useMemo(() => trackLegs(track), [track]);
  const strayed = useMemo(
    () => new Map(strayedWaypoints(track, places).map((one) => [one.at, one])),
    [track, places],
  );
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
            strayed={strayed.get(at)}
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
            void edit({ action: 'track.waypoint' }, (way) => addWaypoint(way, newWaypoint(point)))
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
  readonly strayed: StrayedWaypoint | undefined;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly edit: EditWay;
};

function WaypointRow(props: WaypointRowProps) {
  const { track, point, at, leg, strayed, isOpen, onToggle, edit } = props;
  const { t } = useLingui();
  const words = useTrackWords();
  const title = point.name === '' ? formatPoint(point.lat, point.lon) : point.name;
  const change = { action: 'track.waypoint-edit' };
  return (
    <li className={styles.waypoint}>
      <div className={styles.row}>
        <HeadButton className={styles.head ?? ''} aria-expanded={isOpen} onPress={onToggle}>
          <span className={styles.name}>
            {at + 1}. {title}
          </span>
          <span className={styles.soft}>{words.when(point.dating)}</span>
        </HeadButton>
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
      {strayed !== undefined && <StrayedNote title={title} strayed={strayed} edit={edit} />}
      {isOpen && <WaypointFields track={track} point={point} at={at} edit={edit} />}
      {leg !== undefined && (
        <p className={leg.isBackInTime ? styles.warning : styles.soft}>↓ {words.leg(leg)}</p>
      )}
    </li>
  );
}

type StrayedNoteProps = {
  readonly title: string;
  readonly strayed: StrayedWaypoint;
  readonly edit: EditWay;
};

/** Says that a waypoint's place has been corrected since; the waypoint stays until the analyst takes the new point. */
function StrayedNote({ title, strayed: { at, place, km, bearing }, edit }: StrayedNoteProps) {
  const { t } = useLingui();
  const words = useTrackWords();
  const away = words.away(km, bearing);
  return (
    <div className={styles.strayed}>
      <p className={styles.warning}>{t`${title} has been corrected since: it lies ${away} from here.`}</p>
      <Button
        size="small"
        onPress={() => void edit({ action: 'track.follow-place' }, (way) => followPlace(way, at, place))}
      >
        {t`Take the new point of ${title}`}
      </Button>
    </div>
  );
}

function WaypointFields({
  track,
  point,
  at,
  edit,
}: Pick<WaypointRowProps, 'track' | 'point' | 'at' | 'edit'>) {
  const { t } = useLingui();
  const words = useTrackWords();
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
      <Select
        label={t`How exactly it is known`}
        value={precisionOf(point)}
        options={waypointPrecisions.map((value) => ({ value, label: words.waypointPrecision(value) }))}
        onChange={(precision) => void edit(change, (way) => judgeWaypoint(way, at, precision))}
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
