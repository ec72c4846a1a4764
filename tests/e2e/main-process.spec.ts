import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type ElectronApplication, expect, test } from '@playwright/test';
import { answerDialogs, launch, newUserData, root, run, workspaceFolder } from './support/launch.ts';
import { inPage } from './support/page-script.ts';

/** The files of the journal of the only workspace, with their sizes. */
function journal(userData: string): [string, number][] {
  const folder = join(workspaceFolder(userData), 'journal');
  return readdirSync(folder).map((name) => [name, statSync(join(folder, name)).size]);
}

/** The window has opened its workspace. */
async function opened(userData: string): Promise<void> {
  await expect.poll(() => existsSync(join(userData, 'workspaces.json'))).toBe(true);
}

test.describe('requests', () => {
  test('with arguments out of shape are refused and change nothing', async () => {
    const { app, userData } = await launch();
    try {
      await opened(userData);
      const before = [journal(userData), readFileSync(join(userData, 'workspaces.json'), 'utf8')];
      const answered = await inPage(
        app,
        `(async () => {
          const cyclic = {}; cyclic.self = cyclic;
          const odd = [null, 0, -1, NaN, '', 'x', '../../etc/passwd', [], [[]], {}, cyclic, { id: '../..' },
            { id: 1 }, { edits: [{}] }, { edits: 'all' }, { files: [{ kind: 'text', sha256: '../../x', bytes: new Uint8Array(1) }] },
            { kind: 'original', sha256: '..' }, { cursor: -1, maxBytes: 1 }, { sequences: [0] }, { action: 'create' },
            { suggestedName: 1, kind: 'pdf', content: '' }, { html: 1, title: '' }, { theme: 'red', language: 'en' },
            new Date(), new Map(), new Uint8Array(3), JSON.parse('{"__proto__": {"id": null}}'), { toString: 1 }];
          const answered = [];
          for (const name of Object.keys(window.desktop).filter((key) => key !== 'on')) {
            for (const value of odd) {
              await window.desktop[name](value).then(() => answered.push([name, String(value)]), () => undefined);
            }
          }
          return answered;
        })()`,
      );

      expect(answered).toEqual([]);
      expect([journal(userData), readFileSync(join(userData, 'workspaces.json'), 'utf8')]).toEqual(before);
    } finally {
      await app.close();
    }
  });

  test('are the only way out of the page, which cannot change them', async () => {
    const { app } = await launch();
    try {
      expect(
        await inPage(
          app,
          `(() => {
            const kept = window.desktop.readAbout;
            try { window.desktop.readAbout = () => 'mine'; } catch {}
            try { window.desktop = {}; } catch {}
            try { window.desktop.on('anything', () => 0); return 'heard'; } catch {}
            return [window.desktop.readAbout === kept, Object.keys(window.desktop).length,
              Object.keys(window).filter((key) => /electron|ipc|require|process/i.test(key))];
          })()`,
        ),
      ).toEqual([true, 21, []]);
    } finally {
      await app.close();
    }
  });
});

test('the page comes with the policy that the tests of the lock-down rely on', async () => {
  const { app } = await launch();
  try {
    expect(
      await inPage(
        app,
        `fetch('/').then(({ headers }) => ['content-security-policy', 'x-content-type-options', 'referrer-policy',
          'cross-origin-opener-policy'].map((name) => headers.get(name)))`,
      ),
    ).toEqual([
      "default-src 'none'; script-src 'self'; style-src 'self' 'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='; " +
        "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'none'; " +
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; frame-src 'none'; object-src 'none'; " +
        "require-trusted-types-for 'script'; trusted-types liptako-workers",
      'nosniff',
      'no-referrer',
      'same-origin',
    ]);
    const statuses = `Promise.all(['/..%2f..%2fpackage.json', '/%2e%2e/%2e%2e/package.json', '/resources/..%2fpackage.json',
      '/resources/geo/gazetteer.tsv'].map((path) => fetch(path).then(({ status }) => status)))`;
    expect(await inPage(app, statuses)).toEqual([404, 404, 404, 200]);
  } finally {
    await app.close();
  }
});

test('a second start wakes the first and ends', async () => {
  const { app, userData } = await launch();
  try {
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
    const electron: string = createRequire(import.meta.url)('electron');
    const args = ['.', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
    const second = spawn(electron, args, {
      cwd: root,
      env: { ...process.env, LIPTAKO_USER_DATA: userData },
      stdio: 'ignore',
    });
    const [code] = await once(second, 'exit');

    expect(code).toBe(0);
    expect(
      await app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((window) => window.isMinimized()),
      ),
    ).toEqual([false]);
  } finally {
    await app.close();
  }
});

test.describe('closing', () => {
  test('asks the window, lets it write, and leaves the folder unlocked', async () => {
    const { app, userData } = await launch();
    const child = app.process();
    await opened(userData);
    await inPage(
      app,
      'void (window.heard = new Promise((tell) => window.desktop.on("closing", () => tell("closing"))))',
    );
    const heard = inPage(app, 'window.heard');
    const gone = once(child, 'exit');
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    expect(await heard).toBe('closing');
    const [code] = await gone;

    expect(code).toBe(0);
    expect(readdirSync(workspaceFolder(userData))).not.toContain('lock');
  });

  test('waits three seconds for a window that hangs, and no longer', async () => {
    const { app, userData } = await launch();
    const child = app.process();
    await opened(userData);
    void inPage(app, 'for (;;);').catch(() => undefined);
    await new Promise((go) => setTimeout(go, 500));
    const gone = once(child, 'exit');
    const since = Date.now();
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await gone;

    expect(Date.now() - since).toBeGreaterThan(2_500);
    expect(Date.now() - since).toBeLessThan(8_000);
  });

  test('after a kill, the next start takes the lock over and says so', async () => {
    const first = await launch();
    await opened(first.userData);
    await first.kill();
    expect(readdirSync(workspaceFolder(first.userData))).toContain('lock');

    const { app, userData } = await launch(first.userData);
    try {
      await expect
        .poll(() => JSON.parse(readFileSync(join(workspaceFolder(userData), 'lock'), 'utf8')).pid)
        .toBe(await app.evaluate(() => process.pid));
    } finally {
      await app.close();
    }
  });
});

test('a page whose process died is loaded again, and the analyst is told', async () => {
  const { app, page, userData } = await launch();
  const told = () => app.evaluate(() => (globalThis as unknown as { told: string[] }).told);
  const crash = () =>
    app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      setTimeout(() => contents?.forcefullyCrashRenderer(), 10);
    });
  // Playwright waits for ever on a page that dies while it is being loaded.
  await opened(userData);
  await page.waitForLoadState();
  try {
    await app.evaluate(({ dialog }) => {
      const told: string[] = [];
      Object.assign(globalThis, { told });
      dialog.showMessageBox = ((_window: unknown, { message }: { message: string }) => {
        told.push(message);
        return Promise.resolve({ response: 0, checkboxChecked: false });
      }) as never;
    });
    await crash();
    await expect.poll(told).toEqual(['The window stopped working and was loaded again.']);
    await expect
      .poll(() => inPage(app, 'location.href + typeof window.desktop'))
      .toBe('app://workbench/object');

    await crash();
    await expect.poll(told).toEqual([expect.any(String), 'The window stopped working again.']);
    await expect
      .poll(() => inPage(app, 'location.href + typeof window.desktop'))
      .toBe('app://workbench/object');
  } finally {
    await app.close();
  }
});

test.describe('the working copy', () => {
  const databases = `indexedDB.databases().then((found) => found.map(({ name }) => name))`;
  const make = `new Promise((done) => {
    const open = indexedDB.open('probe', 1);
    open.onupgradeneeded = () => open.result.createObjectStore('a');
    open.onsuccess = () => done('made');
  })`;
  const storeOf = (userData: string) => join(userData, 'IndexedDB', 'app_workbench_0.indexeddb.leveldb');

  test('can be thrown away while it is open', async () => {
    const { app, page } = await launch();
    try {
      // What is still being opened could be made anew in the very moment it is thrown away.
      await expect(page.getByRole('main')).toBeVisible();
      await expect.poll(async () => String(await inPage(app, databases))).toContain('liptako-index-');
      expect(await inPage(app, make)).toBe('made');
      expect(await inPage(app, 'window.desktop.resetWorkingCopy()')).toBe(true);
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
      await expect.poll(() => inPage(app, databases)).not.toContain('probe');
      expect(await inPage(app, make)).toBe('made');
    } finally {
      await app.close();
    }
  });

  test('can be thrown away when it is too damaged to be opened', async () => {
    const first = await launch();
    await inPage(first.app, make);
    await first.kill();
    for (const name of readdirSync(storeOf(first.userData))) {
      if (/^(?:CURRENT|MANIFEST)/.test(name)) writeFileSync(join(storeOf(first.userData), name), 'damaged');
    }
    const { app } = await launch(first.userData);
    try {
      // The program itself, which cannot open it either, may be making a new one in the same moment.
      await expect.poll(() => inPage(app, 'window.desktop.resetWorkingCopy()')).toBe(true);
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.reload());
      await expect.poll(() => inPage(app, make)).toBe('made');
    } finally {
      await app.close();
    }
  });
});

test.describe('a printed page', () => {
  /** Print in the program and answer the text of the PDF and its bytes. */
  async function print(app: ElectronApplication, html: string) {
    const bytes = (await inPage(
      app,
      `window.desktop.printPdf({ html: ${JSON.stringify(html)}, title: 'Note' }).then((pdf) => Array.from(pdf))`,
    )) as number[];
    const path = join(newUserData(), 'page.pdf');
    writeFileSync(path, Buffer.from(bytes));
    return { path, raw: Buffer.from(bytes).toString('latin1') };
  }

  test('has its text, pages, tags and outline, and nothing in it runs', async () => {
    const { app } = await launch();
    try {
      const { path, raw } = await print(
        app,
        `<!doctype html><html lang="fr"><title>Note Djibo</title><style>h1 { break-before: page }</style>
         <body onload="document.body.textContent = 'pwned'"><p>Né à Djibo – مرحبا</p><h1>Deux</h1><h1>Trois</h1>
         <script>document.body.textContent = 'pwned'</script><meta http-equiv="refresh" content="0; url=app://workbench/">`,
      );

      expect(raw.startsWith('%PDF-')).toBe(true);
      expect(raw).toContain('/StructTreeRoot');
      expect(raw).toContain('/Outlines');
      const text = await run('pdftotext', ['-layout', path, '-']).catch(() => null);
      test.skip(text === null, 'pdftotext is not here to read it');
      expect(text).toContain('Né à Djibo');
      expect(text).toMatch(/3\s*\/\s*3/);
      expect(text).not.toContain('pwned');
    } finally {
      await app.close();
    }
  });

  test('may ask for nothing, while several are printed at once', async () => {
    const { app } = await launch();
    try {
      await inPage(
        app,
        `Promise.all([1, 2, 3].map((number) => window.desktop.printPdf({ title: '', html:
          '<title>' + number + '</title><img src="app://workbench/resources/geo/relief_bmng.webp"><iframe src="app://workbench/"></iframe>' })))
          .then((pdfs) => pdfs.map(({ length }) => length > 1000))`,
      ).then((answers) => expect(answers).toEqual([true, true, true]));
      expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    } finally {
      await app.close();
    }
  });
});

test('files are saved under a safe name, whole, where the dialog says', async () => {
  const { app } = await launch();
  const folder = newUserData();
  try {
    await app.evaluate(({ dialog }) => {
      const original = dialog.showSaveDialog;
      Object.assign(globalThis, { suggested: null, original });
    });
    await answerDialogs(app, { save: join(folder, 'note.md') });
    const save = (name: string) =>
      inPage(
        app,
        `window.desktop.saveFile({ suggestedName: ${JSON.stringify(name)}, kind: 'markdown', content: 'é' })`,
      );
    expect(await save('../../x')).toEqual({ ok: true, fileLabel: join(folder, 'note.md') });
    expect(readFileSync(join(folder, 'note.md'), 'utf8')).toBe('é');
    await answerDialogs(app, { save: join(folder, 'no', 'such', 'folder.md') });
    expect(await save('x')).toMatchObject({ ok: false, problem: { kind: 'failed' } });
    expect(readdirSync(folder)).toEqual(['note.md']);
  } finally {
    await app.close();
  }
});
