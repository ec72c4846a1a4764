/**
 * Where a command hears its keys: everywhere in the workbench, anywhere in the reader, only in the text of an article,
 * or only in one list.
 */
export type KeyScope =
  | 'workbench'
  | 'reader'
  | 'text'
  | 'highlights'
  | 'codebook'
  | 'library'
  | 'brief'
  | 'compare'
  | 'results'
  | 'inbox';

/** How the commands stand together on the sheet of keys. */
export type KeyGroup =
  | 'workspace'
  | 'edit'
  | 'find'
  | 'go'
  | 'view'
  | 'caret'
  | 'select'
  | 'mark'
  | 'highlight'
  | 'codebook'
  | 'library'
  | 'brief'
  | 'compare'
  | 'inbox';

type KeyCommandRow = {
  readonly id: string;
  readonly scope: KeyScope;
  readonly group: KeyGroup;
  /** The usual keys, as `strokesOf` names them; empty: none until the analyst gives it one. */
  readonly keys: readonly string[];
  /** A list that has the same command. */
  readonly also?: KeyScope;
  /** With Shift held too it selects on the way. */
  readonly selects?: true;
};

/** Every command that has a key or can be given one, in the order of the sheet. */
export const keyCommands = [
  { id: 'import.files', scope: 'workbench', group: 'workspace', keys: ['Ctrl+O'] },
  { id: 'import.paste', scope: 'workbench', group: 'workspace', keys: ['Ctrl+Shift+V'] },
  { id: 'bundle.import', scope: 'workbench', group: 'workspace', keys: [] },
  { id: 'project.import', scope: 'workbench', group: 'workspace', keys: [] },
  { id: 'project.export', scope: 'workbench', group: 'workspace', keys: [] },
  { id: 'geodata.import', scope: 'workbench', group: 'workspace', keys: [] },
  { id: 'geodata.export', scope: 'workbench', group: 'workspace', keys: [] },
  { id: 'map.picture', scope: 'workbench', group: 'workspace', keys: [] },
  { id: 'workspace.new', scope: 'workbench', group: 'workspace', keys: [] },
  { id: 'workspace.open', scope: 'workbench', group: 'workspace', keys: [] },
  { id: 'batches.show', scope: 'workbench', group: 'workspace', keys: [] },
  { id: 'activity.show', scope: 'workbench', group: 'workspace', keys: [] },
  { id: 'texts.group', scope: 'workbench', group: 'workspace', keys: [] },
  { id: 'edit.undo', scope: 'workbench', group: 'edit', keys: ['Ctrl+Z'] },
  { id: 'edit.redo', scope: 'workbench', group: 'edit', keys: ['Ctrl+Shift+Z', 'Ctrl+Y'] },
  { id: 'memo.new', scope: 'workbench', group: 'edit', keys: ['m'] },
  { id: 'article.take-date', scope: 'workbench', group: 'edit', keys: ['y'] },
  { id: 'history.show', scope: 'workbench', group: 'edit', keys: ['Ctrl+H'] },
  { id: 'search.everywhere', scope: 'workbench', group: 'find', keys: ['Ctrl+K', '/'] },
  { id: 'search.article', scope: 'workbench', group: 'find', keys: ['Ctrl+F'] },
  { id: 'search.save', scope: 'workbench', group: 'find', keys: ['Ctrl+D'] },
  { id: 'search.similar', scope: 'workbench', group: 'find', keys: ['Ctrl+L'] },
  { id: 'search.next', scope: 'workbench', group: 'find', keys: ['F3'] },
  { id: 'search.previous', scope: 'workbench', group: 'find', keys: ['Shift+F3'] },
  { id: 'results.next', scope: 'results', group: 'find', keys: ['n'] },
  { id: 'results.previous', scope: 'results', group: 'find', keys: ['p'] },
  { id: 'results.carriers', scope: 'results', group: 'find', keys: ['d'] },
  { id: 'view.palette', scope: 'workbench', group: 'find', keys: ['Ctrl+Shift+P'] },
  { id: 'screen.library', scope: 'workbench', group: 'go', keys: ['Ctrl+1'] },
  { id: 'screen.read', scope: 'workbench', group: 'go', keys: ['Ctrl+2'] },
  { id: 'screen.map', scope: 'workbench', group: 'go', keys: ['Ctrl+3'] },
  { id: 'screen.timeline', scope: 'workbench', group: 'go', keys: ['Ctrl+4'] },
  { id: 'screen.analysis', scope: 'workbench', group: 'go', keys: ['Ctrl+5'] },
  { id: 'screen.brief', scope: 'workbench', group: 'go', keys: ['Ctrl+6'] },
  { id: 'screen.codebook', scope: 'workbench', group: 'go', keys: ['Ctrl+7'] },
  { id: 'screen.memos', scope: 'workbench', group: 'go', keys: ['Ctrl+8'] },
  { id: 'screen.search', scope: 'workbench', group: 'go', keys: ['Ctrl+9'] },
  { id: 'screen.events', scope: 'workbench', group: 'go', keys: [] },
  { id: 'screen.actors', scope: 'workbench', group: 'go', keys: ['Ctrl+Shift+A'] },
  { id: 'article.next', scope: 'workbench', group: 'go', keys: ['j'], also: 'library' },
  { id: 'article.previous', scope: 'workbench', group: 'go', keys: ['k'], also: 'library' },
  { id: 'article.compare', scope: 'workbench', group: 'go', keys: ['b'] },
  { id: 'view.strip', scope: 'workbench', group: 'view', keys: ['Ctrl+M'] },
  { id: 'view.backlight', scope: 'workbench', group: 'view', keys: ['Ctrl+B'] },
  { id: 'view.larger', scope: 'workbench', group: 'view', keys: ['Ctrl++'] },
  { id: 'view.smaller', scope: 'workbench', group: 'view', keys: ['Ctrl+-'] },
  { id: 'view.normal', scope: 'workbench', group: 'view', keys: ['Ctrl+0'] },
  { id: 'view.shortcuts', scope: 'workbench', group: 'view', keys: ['?'] },
  { id: 'view.settings', scope: 'workbench', group: 'view', keys: ['Ctrl+,'] },
  { id: 'help.about', scope: 'workbench', group: 'view', keys: [] },

  { id: 'mark.picker', scope: 'text', group: 'mark', keys: ['Enter'] },
  { id: 'mark.choose', scope: 'text', group: 'mark', keys: ['Space'] },
  { id: 'mark.highlight', scope: 'reader', group: 'mark', keys: ['h'] },
  { id: 'mark.note', scope: 'reader', group: 'mark', keys: ['n'] },
  { id: 'mark.tags', scope: 'reader', group: 'mark', keys: ['t'] },
  { id: 'mark.again', scope: 'reader', group: 'mark', keys: ['q'] },
  { id: 'mark.recent', scope: 'reader', group: 'mark', keys: ['r'] },
  { id: 'mark.words', scope: 'reader', group: 'mark', keys: ['v'] },
  { id: 'mark.noise', scope: 'reader', group: 'mark', keys: ['f'] },
  { id: 'found.open', scope: 'reader', group: 'mark', keys: ['d'] },
  { id: 'damage.next', scope: 'reader', group: 'mark', keys: ['z'] },
  { id: 'damage.dismiss', scope: 'reader', group: 'mark', keys: ['u'] },

  { id: 'highlight.next', scope: 'reader', group: 'highlight', keys: ['.'] },
  { id: 'highlight.previous', scope: 'reader', group: 'highlight', keys: [','] },
  { id: 'highlight.under', scope: 'reader', group: 'highlight', keys: ['o'] },
  { id: 'highlight.list', scope: 'reader', group: 'highlight', keys: ['l'] },
  { id: 'highlight.important', scope: 'reader', group: 'highlight', keys: ['i'], also: 'highlights' },
  { id: 'highlight.translation', scope: 'reader', group: 'highlight', keys: ['e'], also: 'highlights' },
  { id: 'highlight.recode', scope: 'reader', group: 'highlight', keys: ['c'] },
  { id: 'highlight.split', scope: 'reader', group: 'highlight', keys: ['x'] },
  { id: 'highlight.join', scope: 'reader', group: 'highlight', keys: ['g'] },
  { id: 'highlight.start', scope: 'reader', group: 'highlight', keys: ['['] },
  { id: 'highlight.end', scope: 'reader', group: 'highlight', keys: [']'] },
  {
    id: 'highlight.delete',
    scope: 'text',
    group: 'highlight',
    keys: ['Delete', 'Backspace'],
    also: 'highlights',
  },

  { id: 'select.word', scope: 'reader', group: 'select', keys: ['w'] },
  { id: 'select.sentence', scope: 'reader', group: 'select', keys: ['s'] },
  { id: 'select.paragraph', scope: 'reader', group: 'select', keys: ['p'] },
  { id: 'select.all', scope: 'text', group: 'select', keys: ['Ctrl+A'] },

  { id: 'caret.left', scope: 'text', group: 'caret', keys: ['ArrowLeft'], selects: true },
  { id: 'caret.right', scope: 'text', group: 'caret', keys: ['ArrowRight'], selects: true },
  { id: 'caret.up', scope: 'text', group: 'caret', keys: ['ArrowUp'], selects: true },
  { id: 'caret.down', scope: 'text', group: 'caret', keys: ['ArrowDown'], selects: true },
  { id: 'caret.word-left', scope: 'text', group: 'caret', keys: ['Ctrl+ArrowLeft'], selects: true },
  { id: 'caret.word-right', scope: 'text', group: 'caret', keys: ['Ctrl+ArrowRight'], selects: true },
  { id: 'caret.line-start', scope: 'text', group: 'caret', keys: ['Home'], selects: true },
  { id: 'caret.line-end', scope: 'text', group: 'caret', keys: ['End'], selects: true },
  { id: 'caret.sentence-back', scope: 'text', group: 'caret', keys: ['Alt+ArrowUp'], selects: true },
  { id: 'caret.sentence-on', scope: 'text', group: 'caret', keys: ['Alt+ArrowDown'], selects: true },
  { id: 'caret.paragraph-back', scope: 'text', group: 'caret', keys: ['Ctrl+ArrowUp'], selects: true },
  { id: 'caret.paragraph-on', scope: 'text', group: 'caret', keys: ['Ctrl+ArrowDown'], selects: true },
  { id: 'caret.page-up', scope: 'text', group: 'caret', keys: ['PageUp'], selects: true },
  { id: 'caret.page-down', scope: 'text', group: 'caret', keys: ['PageDown'], selects: true },
  { id: 'caret.text-start', scope: 'text', group: 'caret', keys: ['Ctrl+Home'], selects: true },
  { id: 'caret.text-end', scope: 'text', group: 'caret', keys: ['Ctrl+End'], selects: true },

  { id: 'tag.rename', scope: 'codebook', group: 'codebook', keys: ['F2'] },
  { id: 'tag.edit', scope: 'codebook', group: 'codebook', keys: ['Ctrl+E'] },
  { id: 'tag.new', scope: 'codebook', group: 'codebook', keys: ['Insert'] },
  { id: 'tag.up', scope: 'codebook', group: 'codebook', keys: ['Alt+ArrowUp'] },
  { id: 'tag.down', scope: 'codebook', group: 'codebook', keys: ['Alt+ArrowDown'] },
  { id: 'tag.in', scope: 'codebook', group: 'codebook', keys: ['Alt+ArrowRight'] },
  { id: 'tag.out', scope: 'codebook', group: 'codebook', keys: ['Alt+ArrowLeft'] },
  { id: 'tag.color', scope: 'codebook', group: 'codebook', keys: ['F5'] },
  { id: 'tag.move', scope: 'codebook', group: 'codebook', keys: ['F6'] },
  { id: 'tag.merge', scope: 'codebook', group: 'codebook', keys: ['F7'] },
  { id: 'tag.split', scope: 'codebook', group: 'codebook', keys: [] },
  { id: 'tag.groups', scope: 'codebook', group: 'codebook', keys: [] },
  { id: 'tag.archive', scope: 'codebook', group: 'codebook', keys: [] },
  { id: 'tag.delete', scope: 'codebook', group: 'codebook', keys: ['Delete'] },

  { id: 'library.read', scope: 'library', group: 'library', keys: ['r'] },
  { id: 'library.unread', scope: 'library', group: 'library', keys: ['u'] },
  { id: 'library.flag', scope: 'library', group: 'library', keys: ['f'] },
  { id: 'library.carriers', scope: 'library', group: 'library', keys: ['d'] },
  { id: 'library.pick', scope: 'library', group: 'library', keys: ['Space'], selects: true },
  { id: 'library.pick-all', scope: 'library', group: 'library', keys: ['Ctrl+A'] },

  { id: 'compare.next', scope: 'compare', group: 'compare', keys: ['.'] },
  { id: 'compare.previous', scope: 'compare', group: 'compare', keys: [','] },
  { id: 'compare.next-difference', scope: 'compare', group: 'compare', keys: [']', 'd'] },
  { id: 'compare.previous-difference', scope: 'compare', group: 'compare', keys: ['[', 'Shift+D'] },
  { id: 'compare.across', scope: 'compare', group: 'compare', keys: ['Enter'] },
  { id: 'compare.scroll', scope: 'compare', group: 'compare', keys: ['s'] },
  { id: 'compare.swap', scope: 'compare', group: 'compare', keys: ['x'] },
  { id: 'compare.carry', scope: 'compare', group: 'compare', keys: ['h'] },

  { id: 'inbox.accept', scope: 'inbox', group: 'inbox', keys: ['a'] },
  { id: 'inbox.dismiss', scope: 'inbox', group: 'inbox', keys: ['x'] },
  { id: 'inbox.tag', scope: 'inbox', group: 'inbox', keys: ['t'] },
  { id: 'inbox.reopen', scope: 'inbox', group: 'inbox', keys: ['u'] },

  { id: 'block.up', scope: 'brief', group: 'brief', keys: ['Alt+ArrowUp'] },
  { id: 'block.down', scope: 'brief', group: 'brief', keys: ['Alt+ArrowDown'] },
] as const satisfies readonly KeyCommandRow[];

/** The name of a command with a key. */
export type KeyCommandId = (typeof keyCommands)[number]['id'];

/** The commands that work from anywhere, which the palette lists too. */
export type WorkbenchCommandId = Extract<(typeof keyCommands)[number], { scope: 'workbench' }>['id'];

/** A command with a key. */
export type KeyCommand = KeyCommandRow & { readonly id: KeyCommandId };

/** Every command, as plain rows. */
export function listKeyCommands(): readonly KeyCommand[] {
  return keyCommands;
}

/** The command of this name. Throws for a name that is not in the table. */
export function keyCommand(id: KeyCommandId): KeyCommand {
  const found = listKeyCommands().find((command) => command.id === id);
  if (found === undefined) throw new Error(`no command ${id}`);
  return found;
}
