import { useLingui } from '@lingui/react/macro';
import { Search } from 'lucide-react';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { look, showScreen } from '#state/workspace.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { kindWord } from '#ui/actor-kind-word.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import type { ActorDialog } from './ActorDialogs.tsx';
import { ActorNames } from './ActorNames.tsx';

import styles from './Actors.module.css';
import { forget, splitAgain } from './actor-deeds.ts';
import { RelationsView } from './RelationsView.tsx';
import type { Actors } from './use-actor-registry.ts';

type ActorDetailsProps = {
  readonly actor: JoinedActor;
  readonly actors: Actors;
  readonly onDialog: (dialog: ActorDialog) => void;
};

/** An actor with all its names and relations, and what can be done about it. */
export function ActorDetails({ actor, actors, onDialog }: ActorDetailsProps) {
  const { t } = useLingui();
  return (
    <article className={styles.details} aria-label={actor.name}>
      <header className={styles.head}>
        <h2 className={styles.title}>{actor.name}</h2>
        <Chip>{kindWord(actor.kind)}</Chip>
        <Deeds actor={actor} onDialog={onDialog} />
      </header>
      {actor.note !== '' && <p className={styles.note}>{actor.note}</p>}
      {actor.merged.length > 0 && <Merged actor={actor} />}
      <section className={styles.section} aria-label={t`Relations`}>
        <div className={styles.sectionHead}>
          <h3>{t`Relations`}</h3>
          <Button size="small" onPress={() => onDialog({ kind: 'relation', actor, before: null })}>
            {t`Add a relation…`}
          </Button>
        </div>
        <RelationsView actor={actor} actors={actors} onDialog={onDialog} />
      </section>
      <section className={styles.section} aria-label={t`Names`}>
        <div className={styles.sectionHead}>
          <h3>{t`Names`}</h3>
          <Button size="small" onPress={() => onDialog({ kind: 'name', actor })}>{t`Add a name…`}</Button>
        </div>
        <ActorNames actor={actor} actors={actors} />
      </section>
    </article>
  );
}

function Deeds({ actor, onDialog }: Pick<ActorDetailsProps, 'actor' | 'onDialog'>) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const drop = async () => {
    const { kind } = await forget(session, actor);
    if (kind !== 'done') return;
    await offerUndo(
      actor.isKnown ? t`“${actor.name}” is as the program has it.` : t`Deleted “${actor.name}”.`,
    );
  };
  const search = () => {
    look.setState({ query: `actor:${actor.id}` });
    showScreen('read');
  };
  return (
    <div className={styles.deeds}>
      <Button size="small" onPress={search}>
        <Search size={14} aria-hidden="true" />
        {t`Find in the articles`}
      </Button>
      <ActionMenu
        label={t`More about ${actor.name}`}
        actions={[
          { id: 'edit', label: t`Edit…`, onAction: () => onDialog({ kind: 'edit', actor }) },
          {
            id: 'merge',
            label: t`Merge into another actor…`,
            onAction: () => onDialog({ kind: 'merge', actor }),
          },
          {
            id: 'forget',
            label: actor.isKnown ? t`Back to what the program has` : t`Delete`,
            isDisabled: actor.entry === null,
            isDanger: true,
            onAction: () => void drop(),
          },
        ]}
      />
    </div>
  );
}

/** The actors that are the same as this one. */
function Merged({ actor }: Pick<ActorDetailsProps, 'actor'>) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const split = async (other: JoinedActor['merged'][number]) => {
    const { kind } = await splitAgain(session, other);
    if (kind === 'done') await offerUndo(t`“${other.name}” stands for itself again.`);
  };
  return (
    <ul className={styles.plain} aria-label={t`Merged into it`}>
      {actor.merged.map((other) => (
        <li key={other.id} className={styles.line}>
          <span>{t`Also stands for ${other.name}`}</span>
          <Button size="small" onPress={() => void split(other)}>
            {t`Split off again`}
          </Button>
        </li>
      ))}
    </ul>
  );
}
