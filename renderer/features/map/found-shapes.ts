import { createStore } from 'zustand/vanilla';
import type { FoundShape } from './own-layers.ts';

/** What of the analyst's layers lies where the map was clicked. */
export const foundShapes = createStore<{ readonly found: readonly FoundShape[] }>(() => ({ found: [] }));
