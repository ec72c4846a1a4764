import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { look, type SearchPageId, useLook } from '#state/workspace.ts';
import styles from './SearchScreen.module.css';

/** One page of the screen. */
export type SearchPage = {
  readonly id: SearchPageId;
  readonly label: string;
  /** Drawn while the page is open. */
  readonly content: () => ReactNode;
};

/** The searches that take a screen of their own. */
export function SearchScreen({ pages }: { readonly pages: readonly SearchPage[] }) {
  const { t } = useLingui();
  const page = useLook((state) => state.searchPage);
  return (
    <Tabs
      className={styles.main ?? ''}
      selectedKey={page}
      onSelectionChange={(key) => {
        const chosen = pages.find(({ id }) => id === key);
        if (chosen !== undefined) look.setState({ searchPage: chosen.id });
      }}
    >
      <TabList className={styles.tabs ?? ''} aria-label={t`Kind of search`}>
        {pages.map(({ id, label }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {label}
          </Tab>
        ))}
      </TabList>
      {pages.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.panel ?? ''}>
          {content()}
        </TabPanel>
      ))}
    </Tabs>
  );
}
