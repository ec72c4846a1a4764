import { beforeEach, describe, expect, it, vi } from 'vitest';
import { noticeBoard, notify } from '#state/notices.ts';

const shown = () => noticeBoard.getState().notices.map(({ text }) => text);

beforeEach(() => {
  vi.useFakeTimers();
  noticeBoard.setState({ notices: [] });
});

describe('notify', () => {
  it('never lets good news push a warning away', () => {
    notify({ kind: 'danger', text: 'two texts are missing' });
    for (const number of [1, 2, 3, 4, 5, 6]) notify({ kind: 'good', text: `done ${number}` });

    expect(shown()).toEqual(['two texts are missing', 'done 3', 'done 4', 'done 5', 'done 6']);
  });

  it('says the same thing once', () => {
    for (let times = 0; times < 50; times++) notify({ kind: 'danger', text: 'it failed' });

    expect(shown()).toEqual(['it failed']);
  });

  it('puts what is on the same thing in the place of what was said of it before', () => {
    notify({ kind: 'good', text: 'saved' });
    notify({ kind: 'good', topic: 'undo', text: 'undone: a' });
    notify({ kind: 'good', topic: 'undo', text: 'undone: b' });

    expect(shown()).toEqual(['saved', 'undone: b']);
  });

  it('takes good news away by itself, and leaves the rest', () => {
    notify({ kind: 'warn', text: 'look' });
    notify({ kind: 'good', text: 'done' });

    vi.advanceTimersByTime(10_000);

    expect(shown()).toEqual(['look']);
  });
});
