import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { look } from '#state/workspace.ts';
import type { ShapeTool } from './shapes.ts';

/** What the analyst has in hand for tracks and areas. */
export type TrackDesk = {
  readonly tool: ShapeTool | 'trace' | null;
};

/** `trace`: each click on the map is the next waypoint. Not kept. */
export const trackDesk = createStore<TrackDesk>(() => ({ tool: null }));

/** Follow a part of the desk. */
export function useTrackDesk<Part>(select: (desk: TrackDesk) => Part): Part {
  return useStore(trackDesk, select);
}

/** Take a tool in hand, or lay it aside when it is there already. */
export function takeTool(tool: NonNullable<TrackDesk['tool']>): void {
  trackDesk.setState((desk) => ({ tool: desk.tool === tool ? null : tool }));
}

/** Lay aside whatever is in hand. */
export function layAside(): void {
  trackDesk.setState({ tool: null });
}

// What was in hand was for the shape that was chosen, and for the map.
look.subscribe((now, before) => {
  if (now.shape?.id !== before.shape?.id && before.shape !== null) layAside();
  if (now.screen !== before.screen) layAside();
});
