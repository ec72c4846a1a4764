import { type ElectronApplication, expect, test } from '@playwright/test';
import { startCanary } from './support/canary.ts';
import { launch, newUserData } from './support/launch.ts';
import { inPage } from './support/page-script.ts';

/**
 * For every layer a direct question to the running program: what it answers with the layer, and what without. A
 * layer that is taken out of the code answers as if it were switched off, and its test fails.
 */
type Probe = {
  readonly ask: (app: ElectronApplication) => Promise<unknown>;
  readonly locked: unknown;
  readonly open: unknown;
  /** A layer that answers before this one, and has to be away for this one to be seen. */
  readonly behind?: string;
};

const probes: Record<string, Probe> = {
  'host-rules': {
    ask: (app) =>
      app.evaluate(({ session }) =>
        session.defaultSession.resolveHost('localhost').then(
          () => 'resolved',
          (error: Error) => /ERR_\w+/.exec(error.message)?.[0],
        ),
      ),
    locked: 'ERR_NAME_NOT_RESOLVED',
    open: 'resolved',
  },
  'background-services': {
    ask: (app) =>
      app.evaluate(({ app: { commandLine } }) => commandLine.hasSwitch('disable-domain-reliability')),
    locked: true,
    open: false,
  },
  spelling: {
    ask: (app) => app.evaluate(({ session }) => session.defaultSession.getSpellCheckerLanguages()),
    locked: [],
    open: ['en-GB'],
  },
  permissions: {
    ask: (app) =>
      inPage(
        app,
        `Promise.all(['geolocation', 'camera', 'notifications', 'persistent-storage', 'clipboard-read']
          .map((name) => navigator.permissions.query({ name }).then(({ state }) => state)))`,
      ),
    locked: ['denied', 'denied', 'denied', 'granted', 'denied'],
    open: ['granted', 'granted', 'granted', 'granted', 'granted'],
  },
  'display-media': {
    ask: (app) =>
      inPage(app, 'navigator.mediaDevices.getDisplayMedia().then(() => "given", (error) => error.name)'),
    behind: 'permissions',
    locked: 'AbortError',
    open: 'NotSupportedError',
  },
  requests: {
    ask: async (app) => {
      const canary = await startCanary();
      const failure = await app.evaluate(async ({ BrowserWindow }, url) => {
        const window = new BrowserWindow({ show: false });
        const code = await window.loadURL(url).then(
          () => 'loaded',
          (error: { code: string }) => error.code,
        );
        window.destroy();
        return code;
      }, canary.targets.http);
      await canary.stop();
      return failure;
    },
    locked: 'ERR_BLOCKED_BY_CLIENT',
    open: 'ERR_PROXY_CONNECTION_FAILED',
  },
  proxy: {
    ask: (app) =>
      app.evaluate(({ session }) =>
        Promise.all(
          ['https://example.org/', 'http://127.0.0.1/', 'http://localhost/'].map((url) =>
            session.defaultSession.resolveProxy(url),
          ),
        ),
      ),
    locked: Array(3).fill('SOCKS5 127.0.0.1:9'),
    open: Array(3).fill('DIRECT'),
  },
  downloads: {
    ask: (app) =>
      app.evaluate(async ({ BrowserWindow, session }) => {
        const prevented = new Promise((tell) => {
          session.defaultSession.once('will-download', (event) => {
            tell(event.defaultPrevented);
            event.preventDefault();
          });
        });
        BrowserWindow.getAllWindows()[0]?.webContents.downloadURL('app://workbench/index.html');
        return prevented;
      }),
    locked: true,
    open: false,
  },
  navigation: {
    ask: async (app) => {
      await app.evaluate(({ BrowserWindow }) => {
        const asked: unknown[] = [];
        Object.assign(globalThis, { asked });
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.on('will-frame-navigate', (event) => {
          asked.push([event.isMainFrame, event.defaultPrevented]);
          event.preventDefault();
        });
      });
      await inPage(app, 'void (location.href = "app://workbench/resources/geo/gazetteer.tsv")');
      await inPage(app, 'void (location.href = "https://example.org/")');
      await inPage(
        app,
        'void document.body.append(Object.assign(document.createElement("iframe"), { src: "app://workbench/" }))',
      );
      await new Promise((go) => setTimeout(go, 500));
      return app.evaluate(() => (globalThis as unknown as { asked: unknown }).asked);
    },
    locked: [
      [true, true],
      [true, true],
    ],
    open: [
      [true, false],
      [true, false],
    ],
  },
  windows: {
    ask: async (app) => {
      await inPage(app, 'void window.open("about:blank")');
      return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
    },
    locked: 1,
    open: 2,
  },
  webviews: {
    ask: (app) =>
      app.evaluate(async ({ BrowserWindow }) => {
        const window = new BrowserWindow({ show: false, webPreferences: { webviewTag: true } });
        const attached = new Promise((tell) => {
          window.webContents.once('did-attach-webview', () => tell(true));
          setTimeout(() => tell(false), 1_500);
        });
        await window.loadURL('data:text/html,<webview src="data:text/html,x"></webview>');
        const answer = await attached;
        window.destroy();
        return answer;
      }),
    locked: false,
    open: true,
  },
  webrtc: {
    ask: (app) =>
      app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.getWebRTCIPHandlingPolicy(),
      ),
    locked: 'disable_non_proxied_udp',
    open: '',
  },
  isolation: {
    ask: (app) => inPage(app, '[typeof process, typeof require]'),
    locked: ['undefined', 'undefined'],
    open: ['object', 'function'],
  },
  'content-policy': {
    ask: (app) =>
      inPage(
        app,
        `(() => {
          const answers = [];
          try { answers.push(new Function('return 1')()); } catch { answers.push('refused'); }
          try { document.createElement('p').innerHTML = '<b>'; answers.push('markup'); } catch { answers.push('refused'); }
          try { trustedTypes.createPolicy('other', {}); answers.push('policy'); } catch { answers.push('refused'); }
          return answers;
        })()`,
      ),
    locked: ['refused', 'refused', 'refused'],
    open: [1, 'markup', 'policy'],
  },
  sender: {
    // Another window with our own preload and our own page: it is not the one that may ask.
    ask: (app) =>
      app.evaluate(async ({ BrowserWindow, app: program }) => {
        const preload = `${program.getAppPath()}/out/preload/index.cjs`;
        const answers = [];
        for (const url of ['app://workbench/', 'data:text/html,x']) {
          const window = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
          await window.loadURL(url);
          answers.push(
            await window.webContents.executeJavaScript(
              `window.desktop.readAbout().then(() => 'answered', () => 'refused')`,
            ),
          );
          window.destroy();
        }
        return answers;
      }),
    locked: ['refused', 'refused'],
    open: ['answered', 'answered'],
  },
};

/** Ask a program that was started without some layers. */
async function askWithout(layers: readonly string[], names: readonly string[]): Promise<unknown> {
  const { app } = await launch(newUserData(), { LIPTAKO_WITHOUT_LAYER: layers.join(',') });
  try {
    const answers: Record<string, unknown> = {};
    for (const name of names) answers[name] = await probes[name]?.ask(app);
    return answers;
  } finally {
    await app.close();
  }
}

const expected = (names: readonly string[], state: 'locked' | 'open') =>
  Object.fromEntries(names.map((name) => [name, probes[name]?.[state]]));

test('every layer is there', async () => {
  const names = Object.keys(probes).filter((name) => probes[name]?.behind === undefined);

  expect(await askWithout([], names)).toEqual(expected(names, 'locked'));
});

test.describe('a layer that is taken away is missed:', () => {
  for (const [name, { behind }] of Object.entries(probes)) {
    test(name, async () => {
      if (behind !== undefined) {
        expect(await askWithout([behind], [name])).toEqual(expected([name], 'locked'));
      }
      expect(await askWithout([name, behind ?? name], [name])).toEqual(expected([name], 'open'));
    });
  }
});
