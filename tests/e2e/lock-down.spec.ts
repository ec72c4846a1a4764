import { resolve } from 'node:path';
import { _electron, type ElectronApplication, expect, test } from '@playwright/test';
import { type Canary, startCanary } from './support/canary.ts';
import { launch, newUserData, root } from './support/launch.ts';
import { inPage, load } from './support/page-script.ts';
import { leavingNames, scriptFor, vectorNames } from './support/vectors.ts';

const pause = (ms: number) => new Promise((go) => setTimeout(go, ms));

/** Fire every vector; `back` brings the page back after those that take it away. */
async function fireAll(app: ElectronApplication, canary: Canary, back: () => Promise<void>): Promise<void> {
  for (const name of vectorNames) await inPage(app, scriptFor(name, canary.targets));
  await pause(2_500);
  for (const name of leavingNames) {
    await inPage(app, scriptFor(name, canary.targets));
    await pause(700);
    await back();
  }
}

/** Start the program, fire every vector in its page and answer which got through. */
async function attack(without: string): Promise<string[]> {
  const canary = await startCanary();
  const { app } = await launch(newUserData(), { LIPTAKO_WITHOUT_LAYER: without });
  try {
    await fireAll(app, canary, async () => {
      if (without.includes('navigation')) await load(app, 'app://workbench/');
    });
    expect(await inPage(app, 'location.origin')).toBe('app://workbench');
    return [...canary.hits.keys()];
  } finally {
    await app.close();
    await canary.stop();
  }
}

test.describe('a hostile page', () => {
  test('reaches nobody', async () => {
    expect(await attack('')).toEqual([]);
  });

  // The layers hold for one another: what one of them lets through, the next one stops.
  for (const layer of ['content-policy', 'requests', 'proxy', 'host-rules', 'navigation,windows']) {
    test(`reaches nobody without ${layer} either`, async () => {
      expect(await attack(layer)).toEqual([]);
    });
  }

  test('gets out by WebRTC alone when nothing but the policies for it are missing', async () => {
    expect(await attack('webrtc')).toEqual(['stun-udp']);
    expect(await attack('proxy,host-rules')).toEqual(['turn-tcp']);
  });

  test('reaches the canary by nearly every way in a window without protection', async () => {
    const canary = await startCanary();
    const page = `${canary.targets.http}/page`;
    const app = await _electron.launch({
      args: [resolve(root, 'tests/e2e/support/bare-window.cjs'), '--log-level=3'],
      cwd: root,
      env: { ...(process.env as Record<string, string>), BARE_USER_DATA: newUserData(), BARE_PAGE: page },
    });
    try {
      await app.firstWindow();
      await fireAll(app, canary, async () => {
        await load(app, page);
      });
      const reached = [...canary.hits.keys()].filter((name) => name !== 'page');
      // Not heard here: a name looked up beforehand, and what Electron does not fetch (icons, manifests).
      expect(reached.length).toBeGreaterThanOrEqual(vectorNames.length + leavingNames.length - 6);
    } finally {
      await app.close();
      await canary.stop();
    }
  });
});
