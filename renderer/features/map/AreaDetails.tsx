import { useLingui } from '@lingui/react/macro';
import { Move, Spline, SquareDashed, Trash2 } from 'lucide-react';
import { unlinkFromTrack } from '#core/tracks/link-passage.ts';
import { type Area, areaKinds, maxTrackName, maxTrackNote } from '#core/tracks/track.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Select } from '#ui/Select.tsx';
import { ActorChips } from './ActorChips.tsx';
import { AreaOutline } from './AreaOutline.tsx';
import { DatingBox } from './DatingBox.tsx';
import { KeptBox } from './KeptBox.tsx';
import { type CitePassage, ShapePassages } from './ShapePassages.tsx';
import styles from './Tracks.module.css';
import { dropArea, editArea } from './track-deeds.ts';
import { takeTool, useTrackDesk } from './track-desk.ts';
import { useTrackWords } from './use-track-words.ts';

type AreaDetailsProps = { readonly area: Area; readonly onCite: CitePassage };

/** Everything of an area, each part kept as it is entered. */
export function AreaDetails({ area, onCite }: AreaDetailsProps) {
  const { t } = useLingui();
  const session = useSession();
  const words = useTrackWords();
  const edit = (change: (before: Area) => Area, action = 'area.edit') =>
    editArea(session, area, { action }, change);
  return (
    <div className={styles.details}>
      <AreaTools area={area} />
      <KeptBox
        name={`area ${area.id} name`}
        label={t`Name`}
        kept={area.name}
        maxLength={maxTrackName}
        save={(name, group) =>
          editArea(session, area, { action: 'area.edit', group }, (before) => ({ ...before, name }))
        }
      />
      <Select
        label={t`What it says`}
        value={area.kind}
        options={areaKinds.map((value) => ({ value, label: words.areaKind(value) }))}
        onChange={(kind) => void edit((before) => ({ ...before, kind }))}
      />
      <DatingBox
        label={t`Since when, until when`}
        dating={area.dating}
        onEnter={(dating) => void edit((before) => ({ ...before, dating }))}
      />
      <ActorChips
        actorIds={area.actorIds}
        onChange={(change) => void edit((before) => ({ ...before, actorIds: change(before.actorIds) }))}
      />
      <AreaOutline area={area} />
      <ShapePassages
        passages={area.passages}
        onUnlink={(passage) => void edit((before) => unlinkFromTrack(before, passage), 'area.unlink')}
        onCite={onCite}
      />
      <KeptBox
        name={`area ${area.id} note`}
        label={t`Note`}
        kept={area.note}
        maxLength={maxTrackNote}
        multiline
        save={(note, group) =>
          editArea(session, area, { action: 'area.edit', group }, (before) => ({ ...before, note }))
        }
      />
    </div>
  );
}

function AreaTools({ area }: { readonly area: Area }) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const tool = useTrackDesk((desk) => desk.tool);
  const isBare = (area.rings[0]?.length ?? 0) < 3;
  const remove = async () => {
    if (await dropArea(session, area)) await offerUndo(t`Deleted the area “${area.name}”.`);
  };
  return (
    <div className={styles.tools}>
      <Button
        size="small"
        aria-pressed={tool === 'reshape'}
        isDisabled={isBare}
        onPress={() => takeTool('reshape')}
      >
        <Spline size={14} aria-hidden="true" />
        {tool === 'reshape' ? t`Done` : t`Pull the outline`}
      </Button>
      <Button
        size="small"
        aria-pressed={tool === 'move'}
        isDisabled={isBare}
        onPress={() => takeTool('move')}
      >
        <Move size={14} aria-hidden="true" />
        {tool === 'move' ? t`Done` : t`Move the whole`}
      </Button>
      <Button
        size="small"
        aria-pressed={tool === 'hole'}
        isDisabled={isBare}
        onPress={() => takeTool('hole')}
      >
        <SquareDashed size={14} aria-hidden="true" />
        {tool === 'hole' ? t`Stop cutting` : t`Cut a hole`}
      </Button>
      <span className={styles.gap} />
      <IconButton label={t`Delete the area`} icon={Trash2} size="small" onPress={() => void remove()} />
      {tool === 'reshape' && (
        <p className={styles.hint}>
          {area.circle === undefined
            ? t`Pull a corner, or the small one between two for a new one; the right button takes one away.`
            : t`Pull the middle to move the circle, the point of its edge to change its radius.`}
        </p>
      )}
      {tool === 'hole' && (
        <p className={styles.hint}>
          {t`Click the corners of the hole one after the other; the first one again, or a double click, cuts it out.`}
        </p>
      )}
      {tool === 'move' && <p className={styles.hint}>{t`Drag the area to where it belongs.`}</p>}
    </div>
  );
}
