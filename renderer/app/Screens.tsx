import { useLingui } from '@lingui/react/macro';
import {
  BookMarked,
  BookOpen,
  CalendarCheck,
  CalendarRange,
  ChartColumn,
  FileText,
  Library,
  type LucideIcon,
  Map as MapIcon,
  NotebookText,
  TextSearch,
  Users,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { ActorsScreen } from '#features/actors/ActorsScreen.tsx';
import { AnalysisScreen } from '#features/analysis/AnalysisScreen.tsx';
import { BriefScreen } from '#features/brief/BriefScreen.tsx';
import { CodebookManager } from '#features/codebook/CodebookManager.tsx';
import { addStarterCodebook } from '#features/codebook/codebook-deeds.ts';
import { EventsScreen } from '#features/events/EventsScreen.tsx';
import { FirstStart } from '#features/import/FirstStart.tsx';
import { LibraryScreen } from '#features/library/LibraryScreen.tsx';
import { MapScreen } from '#features/map/MapScreen.tsx';
import { MemosScreen } from '#features/memos/MemosScreen.tsx';
import { SuggestedActors } from '#features/mentions/SuggestedActors.tsx';
import { useNewHitCount } from '#features/search/use-inboxes.ts';
import { TimelineScreen } from '#features/timeline/TimelineScreen.tsx';
import starter from '#resources/codebook.json';
import { usePreferences } from '#state/preferences.ts';
import { useSession } from '#state/session.ts';
import { type Screen, showScreen, useLook } from '#state/workspace.ts';
import { ErrorBoundary } from '#ui/ErrorBoundary.tsx';
import styles from './App.module.css';
import type { Deeds } from './commands.ts';
import { openItem } from './open-item.ts';
import { Reading } from './Reading.tsx';
import { noteStorageFailure } from './report-failure.ts';
import { Searching } from './Searching.tsx';
import { useCitePassage } from './use-cite-passage.ts';

type ScreensProps = {
  readonly deeds: Deeds;
  /** 0: the find bar is closed; every other number asks for it anew. */
  readonly findAsked: number;
  readonly onCloseFind: () => void;
};

type Page = {
  readonly id: Screen;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly content: () => ReactNode;
};

/** The tabs of the workbench and the screen that is open. */
export function Screens(props: ScreensProps) {
  const { t } = useLingui();
  const screen = useLook((state) => state.screen);
  const newHits = useNewHitCount();
  const pages: Page[] = [
    {
      id: 'library',
      label: t`Library`,
      icon: Library,
      content: () => <LibraryPage onImport={props.deeds['import.files']} />,
    },
    { id: 'read', label: t`Read`, icon: BookOpen, content: () => <Reading {...props} /> },
    { id: 'map', label: t`Map`, icon: MapIcon, content: () => <MapPage /> },
    {
      id: 'timeline',
      label: t`Timeline`,
      icon: CalendarRange,
      content: () => <TimelineScreen onOpen={openItem} />,
    },
    { id: 'events', label: t`Events`, icon: CalendarCheck, content: () => <EventsScreen /> },
    { id: 'analysis', label: t`Analysis`, icon: ChartColumn, content: () => <AnalysisScreen /> },
    { id: 'brief', label: t`Brief`, icon: FileText, content: () => <BriefScreen /> },
    { id: 'codebook', label: t`Codebook`, icon: BookMarked, content: () => <CodebookManager /> },
    {
      id: 'actors',
      label: t`Actors`,
      icon: Users,
      content: () => <ActorsScreen suggested={() => <SuggestedActors />} />,
    },
    { id: 'memos', label: t`Memos`, icon: NotebookText, content: () => <MemosScreen /> },
    {
      id: 'search',
      label: newHits === 0 ? t`Search` : t`Search (${newHits} new)`,
      icon: TextSearch,
      content: () => <Searching />,
    },
  ];
  return (
    <Tabs
      className={styles.tabs}
      selectedKey={screen}
      onSelectionChange={(key) => {
        const chosen = pages.find(({ id }) => id === key);
        if (chosen !== undefined) showScreen(chosen.id);
      }}
    >
      <TabList className={styles.tablist} aria-label={t`Screens`}>
        {pages.map(({ id, label, icon: Icon }) => (
          <Tab key={id} id={id} className={styles.tab}>
            <Icon size={15} aria-hidden="true" />
            {label}
          </Tab>
        ))}
      </TabList>
      {pages.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={styles.panel}>
          <ErrorBoundary onError={noteStorageFailure}>{content()}</ErrorBoundary>
        </TabPanel>
      ))}
    </Tabs>
  );
}

/** The map; the passages its tracks and areas rest on can be cited from there. */
function MapPage() {
  const cite = useCitePassage();
  return <MapScreen onOpen={openItem} onCite={(articleId, span) => void cite(articleId, span)} />;
}

/** The library; while it is empty, the first start, whose five articles come with a codebook to mark them by. */
function LibraryPage({ onImport }: { readonly onImport: () => void }) {
  const session = useSession();
  const language = usePreferences((state) => state.language);
  const addCodebook = () => void addStarterCodebook(session, starter, language);
  return <LibraryScreen firstStart={<FirstStart onSeeds={addCodebook} />} onImport={onImport} />;
}
