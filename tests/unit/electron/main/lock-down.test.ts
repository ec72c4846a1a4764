import { describe, expect, it, vi } from 'vitest';
import { contentsLayers } from '#main/lock-down/contents-layers.ts';
import { isLayerOn, layersOn } from '#main/lock-down/layer.ts';
import { processLayers } from '#main/lock-down/process-layers.ts';
import { refusedSwitch } from '#main/lock-down/refused-switch.ts';
import { mayBeRequested, sessionLayers } from '#main/lock-down/session-layers.ts';
import { devServer } from '#main/own-pages.ts';

const { app } = vi.hoisted(() => ({ app: { isPackaged: false } }));
vi.mock('electron', () => ({ app }));

function fakeProgram(given: string[]) {
  const switches = new Map<string, string>(given.map((name) => [name, '']));
  const calls: string[] = [];
  return {
    switches,
    calls,
    enableSandbox: () => calls.push('enableSandbox'),
    commandLine: {
      hasSwitch: (name: string) => switches.has(name),
      getSwitchValue: (name: string) => switches.get(name) ?? '',
      appendSwitch: (name: string, value = '') => switches.set(name, value),
    },
  };
}

function applyAll(program: ReturnType<typeof fakeProgram>) {
  for (const { apply } of processLayers) void apply(program as never);
}

describe('before the program is ready', () => {
  it('every page is sandboxed and no host has an address', () => {
    const program = fakeProgram([]);
    applyAll(program);

    expect(program.calls).toEqual(['enableSandbox']);
    expect(program.switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND');
    expect([...program.switches.keys()]).toEqual(
      expect.arrayContaining(['disable-background-networking', 'disable-component-update', 'no-pings']),
    );
  });

  it('a program that can only run without the sandbox is left able to', () => {
    const program = fakeProgram(['no-sandbox']);
    applyAll(program);

    expect(program.calls).toEqual([]);
  });

  it('features that were switched off before stay off', () => {
    const program = fakeProgram([]);
    program.switches.set('disable-features', 'Mine');
    applyAll(program);

    expect(program.switches.get('disable-features')?.split(',')).toEqual(
      expect.arrayContaining(['Mine', 'MediaRouter']),
    );
  });
});

describe('a session', () => {
  it('gives no device, no screen and no permission but to keep what is stored', async () => {
    type Given = (...sent: never[]) => unknown;
    const given = new Map<string, Given>();
    const keep = (name: string) => (handler: Given) => given.set(name, handler);
    const session = {
      setSpellCheckerLanguages: (languages: string[]) => expect(languages).toEqual([]),
      setPermissionRequestHandler: keep('ask'),
      setPermissionCheckHandler: keep('check'),
      setDevicePermissionHandler: keep('device'),
      setDisplayMediaRequestHandler: keep('screen'),
      webRequest: { onBeforeRequest: keep('request') },
      on: (name: string, handler: Given) => given.set(name, handler),
      setProxy: () => Promise.resolve(),
    };
    for (const { apply } of sessionLayers) await apply(session as never);
    const call = (name: string, ...sent: unknown[]) =>
      (given.get(name) as (...sent: unknown[]) => unknown)(...sent);
    const answers: unknown[] = [];

    expect(call('device', { deviceType: 'usb' })).toBe(false);
    for (const name of [
      'media',
      'geolocation',
      'persistent-storage',
      'clipboard-sanitized-write',
      'unknown',
    ]) {
      answers.push(call('check', null, name));
      call('ask', null, name, (answer: boolean) => answers.push(answer));
    }
    call('screen', {}, (streams: object) => answers.push(streams));

    expect(answers).toEqual([false, false, false, false, true, true, false, false, false, false, {}]);
  });
});

describe('the layers', () => {
  it('are these, each proved by a test that takes it away', () => {
    const names = [processLayers, sessionLayers, contentsLayers].flatMap((layers) =>
      layers.map(({ name }: { name: string }) => name),
    );

    expect(names).toEqual([
      'sandbox',
      'host-rules',
      'background-services',
      'spelling',
      'permissions',
      'devices',
      'display-media',
      'requests',
      'downloads',
      'proxy',
      'navigation',
      'windows',
      'webviews',
      'webrtc',
    ]);
  });

  it('can be taken away for a test, but never from a packaged program', () => {
    vi.stubEnv('LIPTAKO_WITHOUT_LAYER', 'proxy,webrtc');
    vi.stubEnv('ELECTRON_RENDERER_URL', 'http://localhost:5173');
    expect(isLayerOn('proxy')).toBe(false);
    expect(isLayerOn('requests')).toBe(true);
    expect(layersOn(contentsLayers)).toHaveLength(contentsLayers.length - 1);
    expect(devServer()?.host).toBe('localhost:5173');

    app.isPackaged = true;

    expect(isLayerOn('proxy')).toBe(true);
    expect(devServer()).toBeNull();
    app.isPackaged = false;
    vi.unstubAllEnvs();
  });
});

describe('a packaged program', () => {
  it.each([
    '--remote-debugging-port=9222',
    '--remote-debugging-port',
    '--REMOTE-DEBUGGING-PIPE',
    '-remote-debugging-port=0',
    '/remote-debugging-port=0',
    '--remote-allow-origins=*',
    '--inspect',
    '--inspect=0',
    '--inspect-brk=127.0.0.1:1',
    '--inspect-publish-uid=http',
    '--debug-port=1',
    '--js-flags=--allow-natives-syntax',
    '--proxy-server=1.2.3.4',
    '--proxy-pac-url=http://x',
    '--no-proxy-server',
    '--host-resolver-rules=MAP * 1.2.3.4',
    '--host-rules=x',
    '--disable-web-security',
    '--load-extension=/tmp/x',
    '--renderer-cmd-prefix=xterm',
  ])('does not start with %s', (argument) => {
    expect(refusedSwitch(['--lang=fr', argument])).toBe(argument);
  });

  it.each([
    '--lang=fr',
    '--no-sandbox',
    '--user-data-dir=/x',
    '--log-net-log=x',
    'inspect',
    '/home/inspect/x.txt',
    '--',
  ])('starts with %s', (argument) => {
    expect(refusedSwitch([argument])).toBeNull();
  });
});

describe('what a page may ask for', () => {
  it.each([
    ['app://workbench/assets/x.js', true],
    ['app://print/1', true],
    ['data:image/png;base64,AA', true],
    ['blob:app://workbench/1', true],
    ['app://evil/', false],
    ['app://workbench.evil/', false],
    ['app://workbench@evil/', false],
    ['blob:https://evil/1', false],
    ['http://127.0.0.1:5173/', false],
    ['https://example.org/', false],
    ['ws://localhost:5173/', false],
    ['file:///etc/passwd', false],
    ['devtools://devtools/x', false],
    ['chrome://gpu/', false],
    ['nonsense', false],
  ])('%s: %s', (url, may) => {
    expect(mayBeRequested(url, null)).toBe(may);
  });

  it('during development holds the server of that, and no other', () => {
    const server = new URL('http://localhost:5173');

    expect(mayBeRequested('http://localhost:5173/@vite/client', server)).toBe(true);
    expect(mayBeRequested('ws://localhost:5173/', server)).toBe(true);
    expect(mayBeRequested('http://localhost:5174/', server)).toBe(false);
    expect(mayBeRequested('https://example.org/', server)).toBe(false);
  });
});
