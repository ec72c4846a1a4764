import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type ClosingWindow, closePolitely } from '#main/closing.ts';

beforeEach(() => {
  vi.useFakeTimers();
});

/** A window as closing sees it; `close` is the analyst's wish. */
function makeWindow() {
  const events = new EventEmitter();
  let isDestroyed = false;
  let isCrashed = false;
  let asked = 0;
  const window = {
    on: (name: 'close', listener: (event: { preventDefault(): void }) => void) => events.on(name, listener),
    once: (name: string, listener: () => void) => events.once(name, listener),
    isDestroyed: () => isDestroyed,
    destroy: () => {
      isDestroyed = true;
      events.emit('closed');
    },
    webContents: { isCrashed: () => isCrashed, isDestroyed: () => isDestroyed },
  } as unknown as ClosingWindow;
  const { answer } = closePolitely(window, () => {
    asked += 1;
  });
  return {
    answer,
    asked: () => asked,
    isGone: () => isDestroyed,
    crash: () => {
      isCrashed = true;
    },
    close: () => {
      const event = { preventDefault: vi.fn() };
      events.emit('close', event);
      return event.preventDefault.mock.calls.length === 0;
    },
  };
}

describe('closePolitely', () => {
  it('lets the window go once it says that all is kept', () => {
    const { close, answer, asked, isGone } = makeWindow();

    expect(close()).toBe(false);
    expect([asked(), isGone()]).toEqual([1, false]);
    answer({ mayClose: true });
    vi.runAllTimers();

    expect(isGone()).toBe(true);
  });

  it('waits three seconds for a window that does not answer, however often it is closed', () => {
    const { close, asked, isGone } = makeWindow();

    close();
    vi.advanceTimersByTime(2_000);
    close();
    expect([asked(), isGone()]).toEqual([1, false]);
    vi.advanceTimersByTime(1_100);

    expect(isGone()).toBe(true);
  });

  it('leaves a window that holds the only copy of something, and asks it again the next time', () => {
    const { close, answer, asked, isGone } = makeWindow();

    close();
    answer({ mayClose: false });
    vi.advanceTimersByTime(60_000);
    expect(isGone()).toBe(false);
    close();
    expect(asked()).toBe(2);
    answer({ mayClose: false });
    answer({ mayClose: true });
    vi.runAllTimers();

    expect(isGone()).toBe(true);
  });

  it('closes nothing that the analyst did not want closed', () => {
    const { answer, isGone } = makeWindow();

    answer({ mayClose: true });
    vi.runAllTimers();

    expect(isGone()).toBe(false);
  });

  it('does not wait for a window that has crashed', () => {
    const { close, crash } = makeWindow();

    crash();

    expect(close()).toBe(true);
  });
});
