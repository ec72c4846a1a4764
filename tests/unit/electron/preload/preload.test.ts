import { resolve } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type Desktop, type eventNames, requestNames } from '#shared/ipc.ts';

type Listener = (event: unknown, value: unknown) => void;
const { exposed, invoked, listeners } = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoked: [] as unknown[][],
  listeners: new Map<string, Set<(event: unknown, value: unknown) => void>>(),
}));

vi.mock('electron', () => ({
  contextBridge: { exposeInMainWorld: (name: string, value: unknown) => exposed.set(name, value) },
  ipcRenderer: {
    invoke: (...sent: unknown[]) => {
      invoked.push(sent);
      return Promise.resolve('answer');
    },
    on: (channel: string, listener: Listener) =>
      listeners.set(channel, new Set([...(listeners.get(channel) ?? []), listener])),
    off: (channel: string, listener: Listener) => listeners.get(channel)?.delete(listener),
  },
}));

// The entry is nobody's neighbour, and is imported by nobody.
await import(resolve(import.meta.dirname, '..', '..', '..', '..', 'electron', 'preload', 'index.ts'));
const desktop = exposed.get('desktop') as Desktop;

describe('window.desktop', () => {
  it('has the requests of the contract, `on`, and nothing else', () => {
    expect([...exposed.keys()]).toEqual(['desktop']);
    expect(Object.keys(desktop).sort()).toEqual([...requestNames, 'on'].sort());
    expect(Object.isFrozen(desktop)).toBe(true);
  });

  it('asks on the channel of the request with one argument, whatever is passed', async () => {
    const readKept = desktop.readKept as (...sent: unknown[]) => Promise<unknown>;

    expect(await readKept({ kind: 'text', sha256: 'x' }, 'more')).toBe('answer');
    expect(invoked).toEqual([['liptako:readKept', { kind: 'text', sha256: 'x' }]]);
  });

  it('hears the events of the contract until told not to, and no other channel', () => {
    const heard: unknown[] = [];
    const stop = desktop.on('menuCommand', (value) => heard.push(value));
    const send = (value: unknown) => {
      for (const listener of listeners.get('liptako:menuCommand') ?? [])
        listener({ sender: 'secret' }, value);
    };
    send({ command: 'edit.undo' });
    stop();
    send({ command: 'edit.redo' });

    expect(heard).toEqual([{ command: 'edit.undo' }]);
    expect(() => desktop.on('openWorkspace' as (typeof eventNames)[number], () => undefined)).toThrow();
    expect([...listeners.keys()]).toEqual(['liptako:menuCommand']);
  });
});
