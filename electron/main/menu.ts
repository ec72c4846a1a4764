import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import type { Words } from './words.ts';

const isMac = process.platform === 'darwin';

/** Show the program's menu; choosing an item of ours calls `onCommand` with the window's name for it. */
export function showMenu(words: Words, onCommand: (command: string) => void): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(words, onCommand)));
}

/** The menus, as plain data. */
export function menuTemplate(
  words: Words,
  onCommand: (command: string) => void,
): MenuItemConstructorOptions[] {
  // The window hears its keys itself; the menu only shows them, or each would count twice.
  const item = (command: string, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id: command,
    label,
    click: () => onCommand(command),
    ...(accelerator === undefined ? {} : { accelerator, registerAccelerator: false }),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(isMac ? [{ role: 'appMenu' as const }] : []),
    {
      label: words.file,
      submenu: [
        item('workspace.new', words.newWorkspace),
        item('workspace.open', words.openWorkspace),
        line,
        item('import.files', words.importFiles, 'CmdOrCtrl+O'),
        item('import.paste', words.importPaste, 'CmdOrCtrl+Shift+V'),
        item('bundle.import', words.importBundle),
        item('project.import', words.importProject),
        item('project.export', words.exportProject),
        line,
        item('geodata.import', words.importGeodata),
        item('geodata.export', words.exportGeodata),
        item('map.picture', words.savePicture),
        line,
        isMac ? { role: 'close', label: words.close } : { role: 'quit', label: words.quit },
      ],
    },
    {
      label: words.edit,
      submenu: [
        item('edit.undo', words.undo, 'CmdOrCtrl+Z'),
        item('edit.redo', words.redo, 'CmdOrCtrl+Shift+Z'),
        line,
        { role: 'cut', label: words.cut },
        { role: 'copy', label: words.copy },
        { role: 'paste', label: words.paste },
        { role: 'selectAll', label: words.selectAll },
        line,
        item('search.everywhere', words.searchEverywhere, 'CmdOrCtrl+K'),
        item('search.article', words.searchArticle, 'CmdOrCtrl+F'),
      ],
    },
    {
      label: words.view,
      submenu: [
        item('screen.library', words.library),
        item('screen.read', words.read),
        item('screen.map', words.map),
        item('screen.timeline', words.timeline),
        item('screen.analysis', words.analysis),
        item('screen.brief', words.brief),
        item('screen.codebook', words.codebook),
        line,
        item('view.palette', words.palette, 'CmdOrCtrl+Shift+P'),
        item('view.larger', words.larger, 'CmdOrCtrl+Plus'),
        item('view.smaller', words.smaller, 'CmdOrCtrl+-'),
        item('view.normal', words.normal, 'CmdOrCtrl+0'),
        { role: 'togglefullscreen', label: words.fullScreen },
        ...developerItems(),
      ],
    },
    {
      label: words.help,
      submenu: [item('view.shortcuts', words.shortcuts), item('help.about', words.about)],
    },
  ];
}

/** Never in a packaged program: reloading loses what is in the boxes, and tools are a way in. */
function developerItems(): MenuItemConstructorOptions[] {
  return app.isPackaged ? [] : [{ type: 'separator' }, { role: 'reload' }, { role: 'toggleDevTools' }];
}
