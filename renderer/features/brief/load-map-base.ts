import { decodeBase, type MapBase, type Topology } from '#core/brief/map-base.ts';

let loading: Promise<MapBase> | null = null;

/** The base of map figures; read once, and tried again when that failed. */
export function loadMapBase(): Promise<MapBase> {
  loading ??= read().catch((error: unknown) => {
    loading = null;
    throw error;
  });
  return loading;
}

async function read(): Promise<MapBase> {
  const answer = await fetch('/resources/geo/sahel_base.topojson');
  if (!answer.ok) throw new Error(`the base of the map: ${answer.status}`);
  // Our own file, shipped with the program.
  return decodeBase((await answer.json()) as Topology);
}
