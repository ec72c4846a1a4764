import { useLingui } from '@lingui/react/macro';
import { ArrowLeftRight, MousePointerClick, Spline, Trash2 } from 'lucide-react';
import { turnRound } from '#core/tracks/edit-tracks.ts';
import { unlinkFromTrack } from '#core/tracks/link-passage.ts';
import { maxTrackName, maxTrackNote, type Track } from '#core/tracks/track.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { ActorChips } from './ActorChips.tsx';
import { CheckedBox } from './CheckedBox.tsx';
import { KeptBox } from './KeptBox.tsx';
import { type CitePassage, ShapePassages } from './ShapePassages.tsx';
import styles from './Tracks.module.css';
import { dropTrack, editTrack } from './track-deeds.ts';
import { takeTool, useTrackDesk } from './track-desk.ts';
import { WaypointList } from './WaypointList.tsx';

type TrackDetailsProps = { readonly track: Track; readonly onCite: CitePassage };

/** Everything of a track, each part kept as it is entered. */
export function TrackDetails({ track, onCite }: TrackDetailsProps) {
  const { t } = useLingui();
  const session = useSession();
  const edit = (change: (way: Track) => Track, action = 'track.edit') =>
    editTrack(session, track, { action }, change);
  return (
    <div className={styles.details}>
      <TrackTools track={track} />
      <KeptBox
        name={`track ${track.id} name`}
        label={t`Name`}
        kept={track.name}
        maxLength={maxTrackName}
        save={(name, group) =>
          editTrack(session, track, { action: 'track.edit', group }, (way) => ({ ...way, name }))
        }
      />
      <WaypointList track={track} />
      <CheckedBox
        label={t`Uncertainty, km to each side`}
        description={t`Drawn as a band along the way. Empty: nobody says how far off it may have been.`}
        kept={track.uncertaintyKm === null ? '' : String(track.uncertaintyKm)}
        read={readKilometres}
        error={t`Write a number of kilometres from 0 to 1000, or leave it empty.`}
        onEnter={(uncertaintyKm) => void edit((way) => ({ ...way, uncertaintyKm }))}
      />
      <ActorChips
        actorIds={track.actorIds}
        onChange={(change) => void edit((way) => ({ ...way, actorIds: change(way.actorIds) }))}
      />
      <ShapePassages
        passages={track.passages}
        onUnlink={(passage) => void edit((way) => unlinkFromTrack(way, passage), 'track.unlink')}
        onCite={onCite}
      />
      <KeptBox
        name={`track ${track.id} note`}
        label={t`Note`}
        kept={track.note}
        maxLength={maxTrackNote}
        multiline
        save={(note, group) =>
          editTrack(session, track, { action: 'track.edit', group }, (way) => ({ ...way, note }))
        }
      />
    </div>
  );
}

function TrackTools({ track }: { readonly track: Track }) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const tool = useTrackDesk((desk) => desk.tool);
  const remove = async () => {
    if (await dropTrack(session, track)) await offerUndo(t`Deleted the track “${track.name}”.`);
  };
  return (
    <div className={styles.tools}>
      <Button size="small" aria-pressed={tool === 'trace'} onPress={() => takeTool('trace')}>
        <MousePointerClick size={14} aria-hidden="true" />
        {tool === 'trace' ? t`Done` : t`Add by clicks`}
      </Button>
      <Button
        size="small"
        aria-pressed={tool === 'reshape'}
        isDisabled={track.waypoints.length < 2}
        onPress={() => takeTool('reshape')}
      >
        <Spline size={14} aria-hidden="true" />
        {tool === 'reshape' ? t`Done` : t`Pull the way`}
      </Button>
      <IconButton
        label={t`Turn the way round`}
        icon={ArrowLeftRight}
        size="small"
        isDisabled={track.waypoints.length < 2}
        onPress={() => void editTrack(session, track, { action: 'track.edit' }, turnRound)}
      />
      <span className={styles.gap} />
      <IconButton label={t`Delete the track`} icon={Trash2} size="small" onPress={() => void remove()} />
      {tool === 'trace' && (
        <p
          className={styles.hint}
        >{t`Each click on the map is the next waypoint; on a place, with its name.`}</p>
      )}
      {tool === 'reshape' && (
        <p className={styles.hint}>
          {t`Pull a point, or the small one between two for a new one; the right button takes one away.`}
        </p>
      )}
    </div>
  );
}

function readKilometres(typed: string): { readonly value: number | null } | null {
  const text = typed.trim().replace(',', '.');
  if (text === '') return { value: null };
  const value = Number(text);
  return /^\d+(\.\d+)?$/.test(text) && value <= 1_000 ? { value } : null;
}
