import { useLingui } from '@lingui/react/macro';

/** Something the analyst can do from anywhere: by menu, palette or key. */
export type Command = {
  /** Also the name the native menu sends. */
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** As printed on keyboards, `Ctrl+Shift+Z`; several ways apart by two spaces. */
  readonly keys: string;
  readonly run: () => void;
  readonly isDisabled?: boolean;
};

/** What each command does; App binds them to the session and the features. */
export type Deeds = Record<CommandId, () => void>;

export type CommandId =
  | 'workspace.new'
  | 'workspace.open'
  | 'import.files'
  | 'import.paste'
  | 'bundle.import'
  | 'project.import'
  | 'project.export'
  | 'edit.undo'
  | 'edit.redo'
  | 'history.show'
  | 'activity.show'
  | 'search.everywhere'
  | 'search.article'
  | 'search.next'
  | 'search.previous'
  | 'screen.library'
  | 'screen.read'
  | 'screen.map'
  | 'screen.timeline'
  | 'screen.analysis'
  | 'screen.brief'
  | 'screen.codebook'
  | 'article.next'
  | 'article.previous'
  | 'view.palette'
  | 'view.shortcuts'
  | 'view.strip'
  | 'view.larger'
  | 'view.smaller'
  | 'view.normal'
  | 'view.settings'
  | 'help.about';

/** All commands, in the order the palette and the shortcuts sheet list them. */
export function useCommands(
  deeds: Deeds,
  can: { readonly undo: boolean; readonly redo: boolean },
): Command[] {
  const { t } = useLingui();
  const groups = {
    work: t`Workspace`,
    edit: t`Edit`,
    find: t`Find`,
    go: t`Go to`,
    view: t`View`,
  };
  const rows: [CommandId, string, string, string][] = [
    ['import.files', groups.work, t`Import files…`, 'Ctrl+O'],
    ['import.paste', groups.work, t`Paste an article…`, 'Ctrl+Shift+V'],
    ['bundle.import', groups.work, t`Import a bundle…`, ''],
    ['project.import', groups.work, t`Import a coding project…`, ''],
    ['project.export', groups.work, t`Export the coding…`, ''],
    ['workspace.new', groups.work, t`New workspace…`, ''],
    ['workspace.open', groups.work, t`Open workspace…`, ''],
    ['activity.show', groups.work, t`Activity log`, ''],
    ['edit.undo', groups.edit, t`Undo`, 'Ctrl+Z'],
    ['edit.redo', groups.edit, t`Redo`, 'Ctrl+Shift+Z  Ctrl+Y'],
    ['history.show', groups.edit, t`History of all edits`, 'Ctrl+H'],
    ['search.everywhere', groups.find, t`Search everything`, 'Ctrl+K  /'],
    ['search.article', groups.find, t`Find in the article`, 'Ctrl+F'],
    ['search.next', groups.find, t`Next hit of the search`, 'F3'],
    ['search.previous', groups.find, t`Previous hit of the search`, 'Shift+F3'],
    ['view.palette', groups.find, t`Run a command`, 'Ctrl+Shift+P'],
    ['screen.library', groups.go, t`Library`, 'Ctrl+1'],
    ['screen.read', groups.go, t`Read`, 'Ctrl+2'],
    ['screen.map', groups.go, t`Map`, 'Ctrl+3'],
    ['screen.timeline', groups.go, t`Timeline`, 'Ctrl+4'],
    ['screen.analysis', groups.go, t`Analysis`, 'Ctrl+5'],
    ['screen.brief', groups.go, t`Brief`, 'Ctrl+6'],
    ['screen.codebook', groups.go, t`Codebook`, 'Ctrl+7'],
    ['article.next', groups.go, t`Next article`, 'j'],
    ['article.previous', groups.go, t`Previous article`, 'k'],
    ['view.strip', groups.view, t`Show or hide the map strip`, 'Ctrl+M'],
    ['view.larger', groups.view, t`Larger text`, 'Ctrl++'],
    ['view.smaller', groups.view, t`Smaller text`, 'Ctrl+-'],
    ['view.normal', groups.view, t`Normal text size`, 'Ctrl+0'],
    ['view.shortcuts', groups.view, t`Keyboard shortcuts`, '?'],
    ['view.settings', groups.view, t`Settings`, 'Ctrl+,'],
    ['help.about', groups.view, t`About Liptako`, ''],
  ];
  const disabled: Partial<Record<CommandId, boolean>> = { 'edit.undo': !can.undo, 'edit.redo': !can.redo };
  return rows.map(([id, group, label, keys]) => ({
    id,
    group,
    label,
    keys,
    run: deeds[id],
    isDisabled: disabled[id] ?? false,
  }));
}
