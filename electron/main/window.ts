import { join } from 'node:path';
import { app, BrowserWindow, nativeTheme } from 'electron';
import { isLayerOn } from './lock-down/layer.ts';
import { devServer, START_PAGE } from './own-pages.ts';

/** The one window, still empty and unseen; it shows itself when its page has something to show. */
export function createWindow(appFolder: string): BrowserWindow {
  const isolated = isLayerOn('isolation');
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 900,
    minHeight: 600,
    show: false,
    title: 'Liptako',
    // The page's own ground, so that nothing flashes while it loads.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#15181c' : '#ffffff',
    webPreferences: {
      preload: join(appFolder, 'out', 'preload', 'index.cjs'),
      contextIsolation: isolated,
      sandbox: isolated,
      nodeIntegration: !isolated,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: !app.isPackaged,
    },
  });
  window.once('ready-to-show', () => window.show());
  return window;
}

/** Load the window's page: ours, or that of `npm run dev`. */
export function loadPage(window: BrowserWindow): Promise<void> {
  return window.loadURL(devServer()?.href ?? START_PAGE);
}
