import { Plural, useLingui } from '@lingui/react/macro';
import { useEffect, useRef } from 'react';
import { Button } from 'react-aria-components';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import { holdsIn } from '#core/actors/relation-graph.ts';
import { relationsOf, type ShownRelation } from '#core/actors/relations.ts';
import type { RelationId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { look } from '#state/workspace.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import type { ActorDialog } from './ActorDialogs.tsx';
import styles from './Actors.module.css';
import { dropRelation } from './actor-deeds.ts';
import { relationWord, sourceWords, spanWords } from './actor-words.ts';
import { RelationPassages } from './RelationPassages.tsx';
import type { Actors } from './use-actor-registry.ts';

type ActorRelationsProps = {
  readonly actor: JoinedActor;
  readonly actors: Actors;
  /** Only those that held then, or may have; `null`: of any time. */
  readonly month: string | null;
  /** The relation that was chosen in the drawing. */
  readonly chosenId: RelationId | null;
  readonly onDialog: (dialog: ActorDialog) => void;
};

/** How an actor stands to others, since when and who says so; the other actor is one press away. */
export function ActorRelations(props: ActorRelationsProps) {
  const { actor, actors, month, chosenId } = props;
  const { t } = useLingui();
  const all = relationsOf(actor.id, actors.known, actors.kept, actors.stands);
  const shown = all.filter(({ relation }) => holdsIn(relation, month) !== 'no');
  const chosen = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (chosenId !== null) chosen.current?.scrollIntoView({ block: 'nearest' });
  }, [chosenId]);
  if (all.length === 0) return <p className={styles.soft}>{t`No relation to another actor is known.`}</p>;
  const hidden = all.length - shown.length;
  return (
    <>
      <ul className={styles.plain} aria-label={t`Relations of ${actor.name}`}>
        {shown.map((one) => (
          <li
            key={one.relation.id}
            ref={one.relation.id === chosenId ? chosen : null}
            className={styles.relation}
            data-chosen={one.relation.id === chosenId || undefined}
          >
            <Sentence shown={one} {...props} />
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <p className={styles.soft}>
          <Plural value={hidden} one="# relation did not hold then." other="# relations did not hold then." />
        </p>
      )}
    </>
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
      {kept !== null && kept.passages.length > 0 && <RelationPassages relation={kept} />}
    </>
  );
}
