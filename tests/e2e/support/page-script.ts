import type { ElectronApplication } from '@playwright/test';

/** Run a script in the page of the first window, with the rights of a click. Does not wait for refused navigations. */
export function inPage(app: ElectronApplication, script: string): Promise<unknown> {
  return app.evaluate(({ BrowserWindow }, code) => {
    const [window] = BrowserWindow.getAllWindows();
    return Promise.race([
      window?.webContents.executeJavaScript(code, true),
      new Promise((go) => setTimeout(() => go('no answer'), 3_000)),
    ]).catch(String);
  }, script);
}

/** Load a page in the first window, as its own program does. */
export function load(app: ElectronApplication, page: string): Promise<void> {
  return app.evaluate(async ({ BrowserWindow }, url) => {
    await BrowserWindow.getAllWindows()[0]?.loadURL(url);
  }, page);
}
