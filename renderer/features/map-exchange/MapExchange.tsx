import { useEffect } from 'react';
import { useStore } from 'zustand';
import { mapExchange } from '#state/map-exchange.ts';
import { useSession } from '#state/session.ts';
import { MapExportDialog } from './MapExportDialog.tsx';
import { MapImportDialog } from './MapImportDialog.tsx';
import { importMapFile } from './map-import.ts';

/** Answers what screens ask of the exchange of map files. Drawn once, wherever the window is. */
export function MapExchange() {
  const session = useSession();
  const asked = useStore(mapExchange, (state) => state.asked);
  useEffect(() => {
    if (asked?.kind !== 'import') return;
    forget();
    void importMapFile(session);
  }, [asked, session]);
  return (
    <>
      <MapImportDialog />
      {asked?.kind === 'export' && <MapExportDialog tables={asked.tables} onClose={forget} />}
    </>
  );
}

function forget(): void {
  mapExchange.setState({ asked: null });
}
