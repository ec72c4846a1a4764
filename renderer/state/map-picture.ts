import { createStore } from 'zustand/vanilla';
import { showScreen } from './workspace.ts';

/** Whether the ways to save a picture of the map are offered right now. */
export const mapPicture = createStore<{ readonly isOffered: boolean }>(() => ({ isOffered: false }));

/** Show the map, and offer the ways to save a picture of it: what is saved is what the analyst sees. */
export function askForMapPicture(): void {
  showScreen('map');
  mapPicture.setState({ isOffered: true });
}
