import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answerRequests, type Handlers } from '#main/answer-requests.ts';
import { channelOf, requestNames } from '#shared/ipc.ts';

type Handle = (event: unknown, ...sent: unknown[]) => unknown;
const { handlers } = vi.hoisted(() => ({ handlers: new Map<string, Handle>() }));
vi.mock('electron', () => ({
  app: { isPackaged: true },
  ipcMain: { handle: (channel: string, handle: Handle) => handlers.set(channel, handle) },
}));

const contents = {};
const frame = { url: 'app://workbench/', parent: null };
const asked: unknown[] = [];

beforeEach(() => {
  asked.length = 0;
  const answering = Object.fromEntries(
    requestNames.map((name) => [
      name,
      (argument: unknown) => {
        asked.push([name, argument]);
        return 'answer';
      },
    ]),
  );
  answerRequests(contents as never, answering as unknown as Handlers);
});

const ask = (event: unknown, ...sent: unknown[]) =>
  handlers.get(channelOf('openWorkspace'))?.(event, ...sent);

describe('requests', () => {
  it('have one handler each, and nothing else has', () => {
    expect([...handlers.keys()]).toEqual(requestNames.map(channelOf));
  });

  it('of our own page are answered', () => {
    expect(ask({ sender: contents, senderFrame: frame }, { id: null })).toBe('answer');
    expect(asked).toEqual([['openWorkspace', { id: null }]]);
  });

  it.each([
    ['a frame that is gone', { sender: contents, senderFrame: null }],
    ['a frame inside the page', { sender: contents, senderFrame: { ...frame, parent: frame } }],
    ['another window', { sender: {}, senderFrame: frame }],
    ['another host of ours', { sender: contents, senderFrame: { ...frame, url: 'app://print/x' } }],
    [
      'a host that begins alike',
      { sender: contents, senderFrame: { ...frame, url: 'app://workbench.evil/' } },
    ],
    ['the web', { sender: contents, senderFrame: { ...frame, url: 'https://workbench/' } }],
    ['an empty page', { sender: contents, senderFrame: { ...frame, url: 'about:blank' } }],
    ['a file', { sender: contents, senderFrame: { ...frame, url: 'file:///workbench/' } }],
    [
      'the server of a developer',
      { sender: contents, senderFrame: { ...frame, url: 'http://localhost:5173/' } },
    ],
  ])('of %s are refused before anything is done', (_who, event) => {
    expect(() => ask(event, { id: null })).toThrow('refused');
    expect(asked).toEqual([]);
  });

  it('with a wrong argument, or more than one, are refused before anything is done', () => {
    const event = { sender: contents, senderFrame: frame };

    expect(() => ask(event, { id: '../x' })).toThrow();
    expect(() => ask(event, { id: null }, 2)).toThrow('one argument');
    expect(() => ask(event)).toThrow();
    expect(asked).toEqual([]);
  });
});
