import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { Mention } from '#core/geo/mention.ts';
import type { PictureItem } from '#core/picture/picture-item.ts';
import { AcceptedPlaces } from './AcceptedPlaces.tsx';
import { LayersPanel } from './LayersPanel.tsx';
import styles from './Places.module.css';
import { SelectedArea } from './SelectedArea.tsx';
import type { CitePassage } from './ShapePassages.tsx';
import { SuggestedPlaces } from './SuggestedPlaces.tsx';
import { TracksPanel } from './TracksPanel.tsx';
import type { AreaTool } from './use-area-tool.ts';
import { type PlaceUse, useArticlesById } from './use-place-data.ts';
import type { useSuggestionGroups } from './use-suggestions.ts';

/** The pages beside the map. */
export type TabName = 'accepted' | 'suggested' | 'unlocated' | 'tracks' | 'layers' | 'selected';

type MapTabsProps = {
  readonly selected: TabName;
  readonly onSelect: (tab: TabName) => void;
  readonly uses: readonly PlaceUse[];
  readonly groups: ReturnType<typeof useSuggestionGroups>;
  readonly decided: readonly Mention[];
  /** How many places wait for a decision. */
  readonly toDecide: number;
  readonly onCite: CitePassage;
  readonly area: AreaTool;
  readonly onOpen: (item: PictureItem) => void;
};

type Page = { readonly id: TabName; readonly title: string; readonly content: ReactNode };

/** All that the map shows, as lists and forms. */
export function MapTabs(props: MapTabsProps) {
  const { selected, onSelect, uses, groups, decided, toDecide, onCite, area, onOpen } = props;
  const { t } = useLingui();
  const articles = useArticlesById();
  const located = uses.filter(({ place }) => place.precision !== 'unknown');
  const unlocated = uses.filter(({ place }) => place.precision === 'unknown');
  const pages: readonly Page[] = [
    {
      id: 'accepted',
      title: t`Accepted (${located.length})`,
      content: (
        <AcceptedPlaces
          label={t`Accepted places`}
          uses={located}
          articles={articles}
          empty={{
            title: t`No place is accepted yet`,
            text: t`Decide about what is suggested, or select words in an article and place them.`,
          }}
        />
      ),
    },
    {
      id: 'suggested',
      title: t`To decide (${toDecide})`,
      content: <SuggestedPlaces groups={groups} decided={decided} articles={articles} />,
    },
    {
      id: 'unlocated',
      title: t`Unlocated (${unlocated.length})`,
      content: (
        <AcceptedPlaces
          label={t`Unlocated places`}
          uses={unlocated}
          articles={articles}
          empty={{
            title: t`No unlocated places`,
            text: t`Places that are accepted but that nobody has located are listed here. They are never drawn.`,
          }}
        />
      ),
    },
    { id: 'tracks', title: t`Tracks and areas`, content: <TracksPanel onCite={onCite} /> },
    { id: 'layers', title: t`Layers`, content: <LayersPanel /> },
    {
      id: 'selected',
      title: t`Selected area`,
      content: <SelectedArea tool={area} onOpen={onOpen} />,
    },
  ];
  return (
    <Tabs
      className={styles.tabs ?? ''}
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(pages.find(({ id }) => id === key)?.id ?? selected)}
    >
      <TabList className={styles.tablist ?? ''} aria-label={t`Places`}>
        {pages.map(({ id, title }) => (
          <Tab key={id} id={id} className={styles.tab ?? ''}>
            {title}
          </Tab>
        ))}
      </TabList>
      {pages.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.tabpanel ?? ''}>
          {content}
        </TabPanel>
      ))}
    </Tabs>
  );
}
