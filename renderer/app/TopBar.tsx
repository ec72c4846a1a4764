import { useLingui } from '@lingui/react/macro';
import { CircleAlert, CircleCheck, Keyboard, Loader, Moon, Redo2, Settings, Sun, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { preferences, usePreferences } from '#state/preferences.ts';
import { saving } from '#state/saving.ts';
import { useSession } from '#state/session.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import type { Deeds } from './commands.ts';
import styles from './TopBar.module.css';

/** The bar along the top: workspace, search, undo and redo, whether all is saved, theme and settings. */
export function TopBar({ deeds, search }: { readonly deeds: Deeds; readonly search: ReactNode }) {
  const { t } = useLingui();
  const { workspace } = useSession();
  const canUndo = useStore(saving, (state) => state.canUndo);
  const canRedo = useStore(saving, (state) => state.canRedo);
  const theme = usePreferences((state) => state.theme);
  const isDark =
    theme === 'dark' || (theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches);
  const actions = [
    { id: 'import.files', label: t`Import files…` },
    { id: 'import.paste', label: t`Paste an article…` },
    { id: 'bundle.import', label: t`Import a bundle…` },
    { id: 'project.import', label: t`Import a coding project…` },
    { id: 'project.export', label: t`Export the coding…` },
    { id: 'geodata.import', label: t`Import events and places…` },
    { id: 'geodata.export', label: t`Export events and places…` },
    { id: 'workspace.new', label: t`New workspace…` },
    { id: 'workspace.open', label: t`Open workspace…` },
    { id: 'batches.show', label: t`List of imports` },
    { id: 'texts.group', label: t`Look for same texts` },
    { id: 'activity.show', label: t`Activity log` },
    { id: 'history.show', label: t`History of all edits` },
    { id: 'help.about', label: t`About Liptako` },
  ] as const;
  return (
    <header className={styles.bar}>
      <div className={styles.left}>
        <h1 className={styles.name}>Liptako</h1>
        <ActionMenu
          label={t`Workspace ${workspace.name}`}
          actions={actions.map((action) => ({ ...action, onAction: deeds[action.id] }))}
        >
          <span className={styles.workspace}>{workspace.name} ▾</span>
        </ActionMenu>
      </div>
      {search}
      <div className={styles.right}>
        <SavedState />
        <IconButton label={t`Undo`} icon={Undo2} onPress={deeds['edit.undo']} isDisabled={!canUndo} />
        <IconButton label={t`Redo`} icon={Redo2} onPress={deeds['edit.redo']} isDisabled={!canRedo} />
        <IconButton
          label={isDark ? t`Light theme` : t`Dark theme`}
          icon={isDark ? Sun : Moon}
          onPress={() => preferences.setState({ theme: isDark ? 'light' : 'dark' })}
        />
        <IconButton label={t`Keyboard shortcuts`} icon={Keyboard} onPress={deeds['view.shortcuts']} />
        <IconButton label={t`Settings`} icon={Settings} onPress={deeds['view.settings']} />
      </div>
    </header>
  );
}

/** "Saved" stands there only when everything is on the disk. */
function SavedState() {
  const { t } = useLingui();
  const isPending = useStore(saving, (state) => state.pending > 0);
  const problem = useStore(saving, (state) => state.problem);
  if (problem !== null) {
    return (
      <span className={styles.saved} data-problem="">
        <CircleAlert size={14} aria-hidden="true" />
        {t`Not saved`}
      </span>
    );
  }
  const Icon = isPending ? Loader : CircleCheck;
  return (
    <span className={styles.saved}>
      <Icon size={14} aria-hidden="true" />
      {isPending ? t`Saving…` : t`Saved`}
    </span>
  );
}
