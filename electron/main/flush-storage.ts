import type { Session } from 'electron';

/** Chromium writes what the window likes (theme, pane sizes) half a minute later; a crash may come before that. */
const everyMs = 2_000;

/** Have what the window keeps in its local storage written to the disk soon after every change, until the program ends. */
export function flushStorage(session: Pick<Session, 'flushStorageData'>): void {
  setInterval(() => session.flushStorageData(), everyMs).unref();
}
