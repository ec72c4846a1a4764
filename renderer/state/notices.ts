import { createStore } from 'zustand/vanilla';
import type { RepeatOutcome } from './session.ts';

/** A short message in the corner. */
export type Notice = {
  readonly id: number;
  readonly kind: 'good' | 'warn' | 'danger';
  readonly text: string;
  readonly action?: { readonly label: string; readonly run: () => void };
  /** Undoes what the message tells of; `changed`: not done, as something else was changed after it. */
  readonly takeBack?: () => Promise<RepeatOutcome | 'changed' | null>;
  /** Messages on the same thing take each other's place: what was just undone, step after step. */
  readonly topic?: string;
};

type Notices = {
  readonly notices: readonly Notice[];
  readonly announcement: string;
};

/** What is shown in the corner, and what was last said to screen readers. */
export const noticeBoard = createStore<Notices>(() => ({
  notices: [],
  announcement: '',
}));

let lastId = 0;

/**
 * Show a message in the corner. Good news leaves by itself, or for newer ones; a warning or danger stays until it is
 * closed, and stands there once however often it is said.
 */
export function notify(notice: Omit<Notice, 'id'>): void {
  lastId += 1;
  const id = lastId;
  noticeBoard.setState(({ notices }) => {
    const others = notices.filter(
      ({ kind, text, topic }) =>
        (kind !== notice.kind || text !== notice.text) && (topic === undefined || topic !== notice.topic),
    );
    const old = others.filter(({ kind }) => kind === 'good').slice(0, -3);
    return { notices: [...others.filter((other) => !old.includes(other)), { ...notice, id }] };
  });
  if (notice.kind === 'good') setTimeout(() => dismiss(id), 6_000);
}

/** Take a message away. */
export function dismiss(id: number): void {
  noticeBoard.setState(({ notices }) => ({
    notices: notices.filter((notice) => notice.id !== id),
  }));
}

/** Say something to screen readers without showing it. */
export function announce(text: string): void {
  noticeBoard.setState({ announcement: text });
}
