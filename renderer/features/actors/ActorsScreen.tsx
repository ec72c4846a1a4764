import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Group, useDefaultLayout } from 'react-resizable-panels';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { look, useLook } from '#state/workspace.ts';
import { Pane, PaneDivider } from '#ui/Pane.tsx';
import { ActorDetails } from './ActorDetails.tsx';
import { type ActorDialog, ActorDialogs } from './ActorDialogs.tsx';
import { ActorList, everyActor } from './ActorList.tsx';
import styles from './Actors.module.css';
import { useActorRegistry } from './use-actor-registry.ts';

type ActorTab = 'registry' | 'suggested';

/** The page that was open last comes up again. */
const tabs = createStore<{ readonly tab: ActorTab }>(() => ({ tab: 'registry' }));

type ActorsScreenProps = {
  /** Who is suggested in the articles, to be decided about. */
  readonly suggested: () => ReactNode;
};

/** Who acts: the registry of actors, and who is suggested in the articles. */
export function ActorsScreen({ suggested }: ActorsScreenProps) {
  const { t } = useLingui();
  const { tab } = useStore(tabs);
  const pages: readonly {
    readonly id: ActorTab;
    readonly title: string;
    readonly content: () => ReactNode;
  }[] = [
    { id: 'registry', title: t`Registry`, content: () => <Registry /> },
    { id: 'suggested', title: t`Suggested in the articles`, content: suggested },
  ];
  return (
    <Tabs
      className={styles.tabs ?? ''}
      selectedKey={tab}
      onSelectionChange={(key) => tabs.setState({ tab: key === 'suggested' ? 'suggested' : 'registry' })}
    >
      <TabList className={styles.tablist ?? ''} aria-label={t`Who acts`}>
        {pages.map(({ id, title }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {title}
          </Tab>
        ))}
      </TabList>
      {pages.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.tabpanel ?? ''}>
          {content()}
        </TabPanel>
      ))}
    </Tabs>
  );
}

/** The program's registry of actors and the analyst's own, with names, relations and their sources. */
function Registry() {
  const { t } = useLingui();
  const actors = useActorRegistry();
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
