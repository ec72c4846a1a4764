import { RelationPassageDialog } from '#features/actors/RelationPassageDialog.tsx';
import { useRelationAction } from '#features/actors/use-relation-action.ts';
import { useEventActions } from '#features/events/use-event-actions.ts';
import { useTrackActions } from '#features/map/use-track-actions.tsx';

/** What a selected passage can be kept with: an event, a track or area, a relation; `dialogs` ask which one. */
export function usePassageActions() {
  const events = useEventActions();
  const tracks = useTrackActions();
  const relation = useRelationAction();
  return {
    actions: [...events, ...tracks.actions, relation],
    dialogs: (
      <>
        {tracks.dialog}
        <RelationPassageDialog />
      </>
    ),
  };
}
