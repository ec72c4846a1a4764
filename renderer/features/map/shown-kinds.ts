import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { PointKind } from '#core/picture/map-point.ts';

/** Which kinds of the work the map draws, and how: until the program is closed. */
export type ShownKinds = {
  readonly kinds: ReadonlySet<PointKind>;
  /** Drawn as warmth instead of as symbols. */
  readonly isHeat: boolean;
};

/** Articles lie at every place they name, and would cover all else. */
export const shownKinds = createStore<ShownKinds>(() => ({
  kinds: new Set<PointKind>(['mention', 'event', 'highlight', 'track', 'area', 'suggested']),
  isHeat: false,
}));

/** Follow what the map draws. */
export function useShownKinds(): ShownKinds {
  return useStore(shownKinds);
}

/** Draw a kind from now on, or no longer. */
export function showKind(kind: PointKind, isShown: boolean): void {
  const kinds = new Set(shownKinds.getState().kinds);
  if (isShown) kinds.add(kind);
  else kinds.delete(kind);
  shownKinds.setState({ kinds });
}
