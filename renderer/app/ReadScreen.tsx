import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { Group, useDefaultLayout } from 'react-resizable-panels';
import { usePreferences } from '#state/preferences.ts';
import { Pane, PaneDivider } from '#ui/Pane.tsx';
import styles from './ReadScreen.module.css';

/** One page of the inspector. */
export type InspectorPage = { readonly id: string; readonly title: string; readonly content: ReactNode };

type ReadScreenProps = {
  readonly list: ReactNode;
  readonly article: ReactNode;
  readonly inspector: readonly InspectorPage[];
  /** The page asked for last; a new object asks again. */
  readonly wantedPage: { readonly page: string } | null;
  /** Under the article; not drawn while switched off. */
  readonly strip: ReactNode;
};

/** List, article and inspector side by side, and the strip below; the panes keep the sizes they were given. */
export function ReadScreen({ list, article, inspector, wantedPage, strip }: ReadScreenProps) {
  const { t } = useLingui();
  const showStrip = usePreferences((state) => state.showStrip);
  const columns = useDefaultLayout({ id: 'read-columns', panelIds: ['list', 'middle', 'inspector'] });
  const rows = useDefaultLayout({ id: 'read-rows', panelIds: ['article', 'strip'] });
  return (
    <Group className={styles.group} id="read-columns" {...columns}>
      <Pane id="list" defaultSize="22%" minSize="12rem" ground="surface">
        {list}
      </Pane>
      <PaneDivider label={t`Width of the list`} />
      <Pane id="middle" minSize="22rem">
        {showStrip ? (
          <Group orientation="vertical" className={styles.group} id="read-rows" {...rows}>
            <Pane id="article" minSize="8rem">
              {article}
            </Pane>
            <PaneDivider label={t`Height of the map strip`} isFlat />
            <Pane id="strip" defaultSize="26%" minSize="6rem">
              {strip}
            </Pane>
          </Group>
        ) : (
          article
        )}
      </Pane>
      <PaneDivider label={t`Width of the inspector`} />
      <Pane id="inspector" defaultSize="27%" minSize="15rem" ground="surface">
        <Inspector pages={inspector} wantedPage={wantedPage} />
      </Pane>
    </Group>
  );
}

function Inspector({
  pages,
  wantedPage,
}: {
  readonly pages: readonly InspectorPage[];
  readonly wantedPage: { readonly page: string } | null;
}) {
  const { t } = useLingui();
  const [chosen, setChosen] = useState({ page: pages[0]?.id ?? '', wanted: wantedPage });
  // What was asked for last wins over what was chosen before it.
  const asked = wantedPage !== null && wantedPage !== chosen.wanted ? wantedPage.page : chosen.page;
  // A page may go while it is open: the review's, with its last passage.
  const page = pages.some(({ id }) => id === asked) ? asked : (pages[0]?.id ?? '');
  return (
    <Tabs
      className={styles.inspector}
      selectedKey={page}
      onSelectionChange={(key) => setChosen({ page: String(key), wanted: wantedPage })}
    >
      <TabList className={styles.tablist} aria-label={t`Inspector`}>
        {pages.map(({ id, title }) => (
          <Tab key={id} id={id} className={styles.tab}>
            {title}
          </Tab>
        ))}
      </TabList>
      {pages.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.panel}>
          {content}
        </TabPanel>
      ))}
    </Tabs>
  );
}
