import { app, session } from 'electron';
import { newId } from '#core/ids.ts';
import { channelOf, type EventName, type Events } from '#shared/ipc.ts';
import { answerRequests } from './answer-requests.ts';
import { createAppearance } from './appearance.ts';
import { closePolitely } from './closing.ts';
import { disk } from './files/file-system.ts';
import { flushStorage } from './flush-storage.ts';
import { createHandlers } from './handlers.ts';
import { lockSession } from './lock-down.ts';
import { showMenu } from './menu.ts';
import { endOnFailure, endWith, prepareProgram, wakeOnSecondStart } from './program.ts';
import { serveApp } from './serve-app.ts';
import { createWindow, loadPage } from './window.ts';
import { reviveWindow } from './window-crash.ts';
import { deviceId } from './workspaces/device.ts';
import { systemProcesses } from './workspaces/workspace-lock.ts';
import { createWorkspaces } from './workspaces/workspaces.ts';

// Not awaited: an ES module that waits for "ready" at its top never gets there.
if (prepareProgram()) endOnFailure(app.whenReady().then(start));
else app.exit(0);

async function start(): Promise<void> {
  await lockSession(session.defaultSession);
  const appFolder = app.getAppPath();
  const userData = app.getPath('userData');
  serveApp(session.defaultSession, appFolder);
  flushStorage(session.defaultSession);

  const device = await deviceId(disk, userData, newId);
  const machine = { files: disk, device, processes: systemProcesses(), now: Date.now };
  const window = createWindow(appFolder);
  const tell = <Name extends EventName>(name: Name, value: Events[Name]) => {
    if (!window.isDestroyed()) window.webContents.send(channelOf(name), value);
  };
  const appearance = createAppearance((words) => {
    showMenu(words, (command) => tell('menuCommand', { command }));
  });
  const workspaces = createWorkspaces({
    machine,
    userData,
    newId,
    firstName: appearance.words().firstWorkspace,
  });
  const closing = closePolitely(window, () => tell('closing', null));
  answerRequests(
    window.webContents,
    createHandlers({
      window,
      workspaces,
      files: disk,
      appFolder,
      words: appearance.words,
      setAppearance: appearance.set,
      answerClosing: closing.answer,
    }),
  );
  reviveWindow(window, appearance.words, () => endOnFailure(loadPage(window)));
  wakeOnSecondStart(window);
  endWith(workspaces);
  await loadPage(window);
}
