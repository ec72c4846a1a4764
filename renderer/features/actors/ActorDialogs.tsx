import { useLingui } from '@lingui/react/macro';
import type { ActorRelation } from '#core/actors/actor.ts';
import { findActors } from '#core/actors/find-actors.ts';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { ActorId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { look } from '#state/workspace.ts';
import { Chooser } from '#ui/Chooser.tsx';
import { ActorFormDialog } from './ActorFormDialog.tsx';
import { changeActor, joinInto, makeActor } from './actor-deeds.ts';
import { NameDialog } from './NameDialog.tsx';
import { RelationDialog } from './RelationDialog.tsx';
import type { Actors } from './use-actor-registry.ts';

/** A question about an actor that is open. */
export type ActorDialog =
  | { readonly kind: 'create' }
  | { readonly kind: 'edit' | 'name' | 'merge'; readonly actor: JoinedActor }
  | { readonly kind: 'relation'; readonly actor: JoinedActor; readonly before: ActorRelation | null };

type ActorDialogsProps = {
  readonly dialog: ActorDialog;
  readonly actors: Actors;
  readonly onMade: (id: ActorId) => void;
  readonly onClose: () => void;
};

/** The window of the question that is open. */
export function ActorDialogs({ dialog, actors, onMade, onClose }: ActorDialogsProps) {
  const { t } = useLingui();
  const session = useSession();
  switch (dialog.kind) {
    case 'create':
      return (
        <ActorFormDialog
          title={t`New actor`}
          confirmLabel={t`Make it`}
          initial={{ name: '', kind: 'armed-group', note: '' }}
          onSave={async (form) => {
            const outcome = await makeActor(session, form);
            if (outcome.kind === 'done') onMade(outcome.actorId);
            return outcome;
          }}
          onClose={onClose}
        />
      );
    case 'edit':
      return (
        <ActorFormDialog
          title={t`Edit ${dialog.actor.name}`}
          confirmLabel={t`Save`}
          initial={dialog.actor}
          onSave={(form) => changeActor(session, dialog.actor, form)}
          onClose={onClose}
        />
      );
    case 'name':
      return <NameDialog actor={dialog.actor} onClose={onClose} />;
    case 'relation':
      return <RelationDialog {...dialog} actors={actors} onClose={onClose} />;
    case 'merge':
      return <MergeDialog actor={dialog.actor} actors={actors} onClose={onClose} />;
  }
}

type MergeDialogProps = {
  readonly actor: JoinedActor;
  readonly actors: Actors;
  readonly onClose: () => void;
};

function MergeDialog({ actor, actors, onClose }: MergeDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const others = actors.all.filter(({ id }) => id !== actor.id);
  const merge = async (id: string) => {
    const into = others.find((one) => one.id === id);
    if (into === undefined) return;
    const { kind } = await joinInto(session, actor, into);
    if (kind !== 'done') return;
    look.setState({ actorId: into.id });
    await offerUndo(t`Merged “${actor.name}” into “${into.name}”, which has its names and relations now.`);
  };
  return (
    <Chooser
      title={t`Merge ${actor.name} into`}
      isOpen
      find={(query) =>
        findActors(others, query, null).map(({ actor: one, by }) => ({
          key: one.id,
          label: by === null ? one.name : `${one.name} (${by})`,
        }))
      }
      onChoose={(id) => void merge(id)}
      onClose={onClose}
    />
  );
}
