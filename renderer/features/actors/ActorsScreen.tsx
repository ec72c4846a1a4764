import { useLingui } from '@lingui/react/macro';
import { useState } from 'react';
import { Group, useDefaultLayout } from 'react-resizable-panels';
import { look, useLook } from '#state/workspace.ts';
import { Pane, PaneDivider } from '#ui/Pane.tsx';
import { ActorDetails } from './ActorDetails.tsx';
import { type ActorDialog, ActorDialogs } from './ActorDialogs.tsx';
import { ActorList, everyActor } from './ActorList.tsx';
import styles from './Actors.module.css';
import { useActors } from './use-actors.ts';

/** Who acts: the program's registry of actors and the analyst's own, with names, relations and their sources. */
export function ActorsScreen() {
  const { t } = useLingui();
  const actors = useActors();
  const chosenId = useLook((state) => state.actorId);
  const [dialog, setDialog] = useState<ActorDialog | null>(null);
  const [filter, setFilter] = useState(everyActor);
  const columns = useDefaultLayout({ id: 'actor-columns', panelIds: ['actors', 'actor'] });
  if (actors === null) return <p className={styles.wait} role="status">{t`Reading the actors…`}</p>;
  // One that went into another is shown with that one.
  const actor = actors.all.find(({ id }) => chosenId !== null && id === actors.stands(chosenId));
  return (
    <>
      <Group className={styles.group} id="actor-columns" {...columns}>
        <Pane id="actors" defaultSize="36%" minSize="16rem" ground="surface">
          <ActorList
            actors={actors.all}
            filter={filter}
            onFilter={setFilter}
            chosenId={actor?.id ?? null}
            onChoose={(actorId) => look.setState({ actorId })}
            onCreate={() => setDialog({ kind: 'create' })}
          />
        </Pane>
        <PaneDivider label={t`Width of the list`} />
        <Pane id="actor" minSize="20rem">
          {actor === undefined ? (
            <p className={styles.none}>
              {t`Choose an actor to see its names, its relations and where each is known from.`}
            </p>
          ) : (
            <ActorDetails key={actor.id} actor={actor} actors={actors} onDialog={setDialog} />
          )}
        </Pane>
      </Group>
      {dialog !== null && (
        <ActorDialogs
          dialog={dialog}
          actors={actors}
          onMade={(actorId) => {
            setFilter(everyActor);
            look.setState({ actorId });
          }}
          onClose={() => setDialog(null)}
        />
      )}
    </>
  );
}
