import { createStore } from 'zustand/vanilla';
import type { MapTable } from '#core/exchange/map-files/map-feature.ts';

/** What a screen asks of the exchange of map files; a new object asks again, `null`: nothing. */
export type MapExchangeAsked =
  | { readonly kind: 'import' }
  | { readonly kind: 'export'; readonly tables: readonly MapTable[] };

/** What was asked last; the dialogs of the exchange answer it and take it away. */
export const mapExchange = createStore<{ readonly asked: MapExchangeAsked | null }>(() => ({ asked: null }));

/** Let the analyst pick a file of events, places, lines or areas, and see what it would do. */
export function askForMapImport(): void {
  mapExchange.setState({ asked: { kind: 'import' } });
}

/** Let the analyst save records for other programs; these tables are chosen at first. */
export function askForMapExport(tables: readonly MapTable[]): void {
  mapExchange.setState({ asked: { kind: 'export', tables } });
}
