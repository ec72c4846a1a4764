import { useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import { relationsOf, type ShownRelation } from '#core/actors/relations.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { look } from '#state/workspace.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import type { ActorDialog } from './ActorDialogs.tsx';
import styles from './Actors.module.css';
import { dropRelation } from './actor-deeds.ts';
import { relationWord, sourceWords, spanWords } from './actor-words.ts';
import type { Actors } from './use-actors.ts';

type ActorRelationsProps = {
  readonly actor: JoinedActor;
  readonly actors: Actors;
  readonly onDialog: (dialog: ActorDialog) => void;
};

/** How an actor stands to others, since when and who says so; the other actor is one press away. */
export function ActorRelations({ actor, actors, onDialog }: ActorRelationsProps) {
  const { t } = useLingui();
  const shown = relationsOf(actor.id, actors.known, actors.kept, actors.stands);
  if (shown.length === 0) return <p className={styles.soft}>{t`No relation to another actor is known.`}</p>;
  return (
    <ul className={styles.plain}>
      {shown.map((one) => (
        <li key={one.relation.id} className={styles.relation}>
          <Sentence shown={one} actor={actor} actors={actors} onDialog={onDialog} />
        </li>
      ))}
    </ul>
  );
}

function Sentence({
  shown,
  actor,
  actors,
  onDialog,
}: ActorRelationsProps & { readonly shown: ShownRelation }) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const { relation, isSubject, otherId, kept } = shown;
  const other = actors.all.find(({ id }) => id === otherId)?.name ?? t`an actor that was deleted`;
  const time = spanWords(relation.since, relation.until);
  const drop = async () => {
    if (kept === null) return;
    const { kind } = await dropRelation(session, kept);
    if (kind === 'done') await offerUndo(t`Took away the relation with ${other}.`);
  };
  return (
    <>
      <div className={styles.sentence}>
        <span>{relationWord(relation.kind, isSubject)}</span>
        <Button className={styles.link ?? ''} onPress={() => look.setState({ actorId: otherId })}>
          {other}
        </Button>
        {time !== '' && <span className={styles.time}>{time}</span>}
        {kept !== null && (
          <ActionMenu
            label={t`The relation with ${other}`}
            actions={[
              {
                id: 'edit',
                label: t`Edit…`,
                onAction: () => onDialog({ kind: 'relation', actor, before: kept }),
              },
              { id: 'delete', label: t`Take away`, isDanger: true, onAction: () => void drop() },
            ]}
          />
        )}
      </div>
      <p className={styles.soft}>
        {[relation.note, sourceWords(relation.source, actors.sources)].filter(Boolean).join(' — ')}
      </p>
    </>
  );
}
