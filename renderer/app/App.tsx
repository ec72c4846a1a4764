import { useLingui } from '@lingui/react/macro';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { BundleImportDialog } from '#features/brief/BundleImportDialog.tsx';
import { ExportProjectDialog } from '#features/exchange/ExportProjectDialog.tsx';
import { ImportProjectDialog } from '#features/exchange/ImportProjectDialog.tsx';
import { ActivityLog } from '#features/import/ActivityLog.tsx';
import { BatchesDialog } from '#features/import/BatchesDialog.tsx';
import { DropZone } from '#features/import/DropZone.tsx';
import { ImportPanel } from '#features/import/ImportPanel.tsx';
import { useSameTextKeeper } from '#features/import/use-same-text-keeper.ts';
import { PlaceDialog } from '#features/map/PlaceDialog.tsx';
import { useMentionFinder } from '#features/map/use-mention-finder.ts';
import { MapExchange } from '#features/map-exchange/MapExchange.tsx';
import { useFindingFinder } from '#features/mentions/use-finding-finder.ts';
import { SavedSearchDialog } from '#features/search/SavedSearchDialog.tsx';
import { SearchBox } from '#features/search/SearchBox.tsx';
import { useInboxRefresh } from '#features/search/use-inboxes.ts';
import { useSearchIndex } from '#features/search/use-search-index.ts';
import { AboutDialog } from '#features/settings/AboutDialog.tsx';
import { SettingsDialog } from '#features/settings/SettingsDialog.tsx';
import { desktop } from '#state/desktop.ts';
import { saving } from '#state/saving.ts';
import { look, showScreen } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import styles from './App.module.css';
import { CommandPalette } from './CommandPalette.tsx';
import { useCommands } from './commands.ts';
import { HistoryPanel } from './HistoryPanel.tsx';
import type { Opening } from './open-session.ts';
import { Screens } from './Screens.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { useShortcuts } from './shortcuts.ts';
import { TopBar } from './TopBar.tsx';
import { useClosing } from './use-closing.ts';
import { type Layer, useDeeds } from './use-deeds.ts';
import { useOfferImportUndo } from './use-offer-import-undo.ts';
import { useOpeningNotices } from './use-opening-notices.ts';

/** The workbench: where the features meet. */
export function App({ opening }: { readonly opening: Opening }) {
  const searchBox = useRef<HTMLInputElement>(null);
  const [layer, setLayer] = useState<Layer>({ name: 'none' });
  const [findAsked, setFindAsked] = useState(0);
  const canUndo = useStore(saving, (state) => state.canUndo);
  const canRedo = useStore(saving, (state) => state.canRedo);
  const close = () => setLayer({ name: 'none' });

  const deeds = useDeeds({ searchBox, setLayer, setFindAsked });
  const commands = useCommands(deeds, { undo: canUndo, redo: canRedo });
  useShortcuts(commands);
  useMenuCommands(deeds);
  useOpeningNotices(opening);
  useSearchIndex();
  useInboxRefresh();
  useMentionFinder();
  useFindingFinder();
  useSameTextKeeper();
  useClosing();
  useOfferImportUndo();

  const search = (
    <SearchBox
      inputRef={searchBox}
      onCommandMode={(text) => setLayer({ name: 'palette', text })}
      onSearch={() => look.getState().screen !== 'read' && showScreen('read')}
    />
  );
  return (
    <DropZone>
      <div className={styles.app}>
        <TopBar deeds={deeds} search={search} />
        <SaveBanner />
        <main className={styles.main}>
          <Screens deeds={deeds} findAsked={findAsked} onCloseFind={() => setFindAsked(0)} />
        </main>
      </div>
      <CommandPalette
        commands={commands}
        isOpen={layer.name === 'palette'}
        initialText={layer.name === 'palette' ? layer.text : ''}
        onClose={close}
      />
      <SavedSearchDialog />
      <ShortcutSheet isOpen={layer.name === 'shortcuts'} onClose={close} />
      <HistoryPanel
        isOpen={layer.name === 'history'}
        canUndo={canUndo}
        canRedo={canRedo}
        onUndo={deeds['edit.undo']}
        onRedo={deeds['edit.redo']}
        onClose={close}
      />
      <SettingsDialog isOpen={layer.name === 'settings'} onClose={close} />
      <AboutDialog isOpen={layer.name === 'about'} onClose={close} />
      <ActivityLog isOpen={layer.name === 'activity'} onClose={close} />
      <ImportPanel />
      <BatchesDialog />
      <PlaceDialog />
      <BundleImportDialog />
      <ImportProjectDialog />
      <MapExchange />
      <ExportProjectDialog isOpen={layer.name === 'export'} onClose={close} />
    </DropZone>
  );
}

/** Native menu items send the names of commands. */
function useMenuCommands(deeds: Readonly<Record<string, () => void>>): void {
  const current = useRef(deeds);
  current.current = deeds;
  useEffect(() => desktop().on('menuCommand', ({ command }) => current.current[command]?.()), []);
}

/** Stands across the window as long as something could not be kept. */
function SaveBanner() {
  const { t } = useLingui();
  const problem = useStore(saving, (state) => state.problem);
  const broken = useStore(saving, (state) => state.broken);
  const text = useMemo(() => {
    if (broken)
      return t`Your last edit is safe in the journal, but the working copy failed. Open the workspace again to go on.`;
    if (problem?.kind === 'disk-full')
      return t`The disk is full: your last edit was not kept. Make room, then do it again. Nothing that was saved is lost.`;
    return problem === null
      ? null
      : t`Your last edit could not be written: ${problem.message}. Nothing that was saved is lost.`;
  }, [broken, problem, t]);
  if (text === null) return <div />;
  return (
    <div className={styles.banner} role="alert">
      {text}
      {broken && <Button onPress={() => location.reload()}>{t`Open again`}</Button>}
    </div>
  );
}
