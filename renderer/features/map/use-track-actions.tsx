import { useLingui } from '@lingui/react/macro';
import { type LucideIcon, Waypoints } from 'lucide-react';
import { type ReactNode, useCallback, useState } from 'react';
import { maxLinkedLength } from '#core/events/event.ts';
import type { ArticleId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import type { TextSpan } from '#core/text/span.ts';
import { maxTrackPassages } from '#core/tracks/track.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { type ChosenShape, openShape } from '#state/workspace.ts';
import { Chooser } from '#ui/Chooser.tsx';
import { beginArea, beginTrack, type LinkOutcome, linkPassageTo } from './track-deeds.ts';
import { useTracksAndAreas } from './use-tracks.ts';

type Passage = { readonly articleId: ArticleId; readonly span: TextSpan };

/** What a selected passage can do for tracks and areas. */
export type TrackActions = {
  readonly actions: readonly {
    readonly id: string;
    readonly label: string;
    readonly icon: LucideIcon;
    readonly run: (articleId: ArticleId, span: TextSpan) => void;
  }[];
  /** To be drawn somewhere: asks which one. */
  readonly dialog: ReactNode;
};

const newTrackKey = 'new track';
const newAreaKey = 'new area';

/** Link a selected passage to a track or an area: one that is there, or a new one. */
export function useTrackActions(): TrackActions {
  const { t } = useLingui();
  const session = useSession();
  const [passage, setPassage] = useState<Passage | null>(null);
  const { tracks, areas } = useTracksAndAreas();
  const [newTrack, newArea] = [t`A new track`, t`A new area`];
  const find = useCallback(
    (query: string) => {
      const wanted = fold(query.normalize('NFC')).trim();
      return [
        ...[...tracks, ...areas].map(({ id, name }) => ({ key: id as string, label: name })),
        { key: newTrackKey, label: newTrack },
        { key: newAreaKey, label: newArea },
      ].filter(({ label }) => fold(label).includes(wanted));
    },
    [tracks, areas, newTrack, newArea],
  );
  const tell = (outcome: LinkOutcome, shape: ChosenShape) => {
    if (outcome === 'too-long')
      notify({
        kind: 'danger',
        text: t`A passage of a track may hold ${maxLinkedLength} characters. Select fewer words.`,
      });
    if (outcome === 'too-many')
      notify({ kind: 'danger', text: t`A track may rest on ${maxTrackPassages} passages, no more.` });
    if (outcome === 'ok')
      notify({
        kind: 'good',
        text: t`Linked the passage.`,
        action: { label: t`Show on the map`, run: () => openShape(shape) },
      });
  };
  const choose = async (key: string) => {
    if (passage === null) return;
    const shape = await shapeOf(key);
    if (shape !== null) tell(await linkPassageTo(session, shape, passage), shape);
  };
  const shapeOf = async (key: string): Promise<ChosenShape | null> => {
    if (key === newTrackKey) {
      const id = await beginTrack(session, t`Track ${tracks.length + 1}`);
      return id === null ? null : { kind: 'track', id };
    }
    if (key === newAreaKey) {
      const id = await beginArea(session, t`Area ${areas.length + 1}`);
      return id === null ? null : { kind: 'area', id };
    }
    const track = tracks.find(({ id }) => id === key);
    if (track !== undefined) return { kind: 'track', id: track.id };
    const area = areas.find(({ id }) => id === key);
    return area === undefined ? null : { kind: 'area', id: area.id };
  };
  return {
    actions: [
      {
        id: 'track',
        label: t`Add to track…`,
        icon: Waypoints,
        run: (articleId, span) => setPassage({ articleId, span }),
      },
    ],
    dialog: (
      <Chooser
        title={t`Which track or area?`}
        find={find}
        isOpen={passage !== null}
        onChoose={(key) => void choose(key)}
        onClose={() => setPassage(null)}
      />
    ),
  };
}
