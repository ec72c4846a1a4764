import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Layers2, Plus } from 'lucide-react';
import { type ChangeEvent, useRef, useState } from 'react';
import { ProgressBar } from 'react-aria-components';
import { useStore } from 'zustand';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { type AddOutcome, addingLayer, addLayerFile } from './add-layer.ts';
import { LayerRow } from './LayerRow.tsx';
import styles from './Layers.module.css';
import { LetGoOfFiles } from './LetGoOfFiles.tsx';
import { useLayerWords } from './use-layer-words.ts';
import { useMapLayers } from './use-map-layers.ts';

/** The analyst's own files on the map: add, show, order, fade, name and take them off. */
export function LayersPanel() {
  const { t } = useLingui();
  const layers = useMapLayers();
  if (layers === undefined) return null;
  return (
    <div className={styles.panel}>
      <AddLayer />
      {layers.length === 0 ? (
        <EmptyState icon={Layers2} title={t`No layers of your own`}>
          <Trans>
            Lay your own maps under the pins: GeoJSON, KML, KMZ or GPX, and tiles as PMTiles or MBTiles. The
            file is copied into the workspace; nothing in it is followed or run.
          </Trans>
        </EmptyState>
      ) : (
        <>
          <p className={styles.soft}>
            <Plural value={layers.length} one="# layer" other="# layers, the topmost first" />
          </p>
          <ul className={styles.list} aria-label={t`Layers`}>
            {layers.map((listed, at) => (
              <LayerRow
                key={listed.layer.id}
                listed={listed}
                isFirst={at === 0}
                isLast={at === layers.length - 1}
              />
            ))}
          </ul>
        </>
      )}
      <LetGoOfFiles />
    </div>
  );
}

function AddLayer() {
  const { t } = useLingui();
  const session = useSession();
  const input = useRef<HTMLInputElement>(null);
  const adding = useStore(addingLayer, (state) => state.adding);
  const [problem, setProblem] = useState<string | null>(null);
  const tell = useOutcomeWords();
  const take = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    // So that the same file can be chosen again.
    event.target.value = '';
    if (file === undefined) return;
    setProblem(null);
    const outcome = await addLayerFile(session, file);
    setProblem(tell(file.name, outcome));
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept=".geojson,.json,.kml,.kmz,.gpx,.pmtiles,.mbtiles"
        onChange={(event) => void take(event)}
      />
      {adding === null ? (
        <Button onPress={() => input.current?.click()}>
          <Plus size={15} aria-hidden="true" />
          {t`Add a layer…`}
        </Button>
      ) : (
        <ProgressBar
          className={styles.progress ?? ''}
          value={adding.share}
          maxValue={1}
          aria-label={
            adding.stage === 'reading' ? t`Reading ${adding.fileName}` : t`Keeping ${adding.fileName}`
          }
        >
          {({ percentage = 0 }) => (
            <>
              <span className={styles.name}>
                {adding.stage === 'reading' ? t`Reading ${adding.fileName}` : t`Keeping ${adding.fileName}`}
              </span>
              <span className={styles.bar} aria-hidden="true">
                <span style={{ width: `${percentage}%` }} />
              </span>
              <Button size="small" onPress={adding.cancel}>{t`Cancel`}</Button>
            </>
          )}
        </ProgressBar>
      )}
      {problem !== null && (
        <div className={styles.problem} role="alert">
          <p>{problem}</p>
          <Button size="small" variant="quiet" onPress={() => setProblem(null)}>{t`Close`}</Button>
        </div>
      )}
    </>
  );
}

/** Says what came of adding a file: good news in the corner, a problem as the answer. */
function useOutcomeWords() {
  const { t } = useLingui();
  const words = useLayerWords();
  return (fileName: string, outcome: AddOutcome): string | null => {
    switch (outcome.kind) {
      case 'cancelled':
        return null;
      case 'known':
        return t`“${fileName}” is on the map already, as “${outcome.layer.name}”.`;
      case 'found-again':
        notify({ kind: 'good', text: t`“${outcome.layer.name}” has its file again.` });
        return null;
      case 'refused':
        return t`“${fileName}” was not added. ${words.problem(outcome.problem)}`;
      case 'unkept':
        return outcome.problem?.kind === 'disk-full'
          ? t`“${fileName}” was not added: the disk has too little room for it.`
          : t`“${fileName}” was not added: it could not be kept. ${outcome.problem?.message ?? ''}`;
      case 'added': {
        const { skipped } = outcome.facts;
        notify({
          kind: skipped > 0 ? 'warn' : 'good',
          text:
            skipped > 0
              ? t`“${fileName}” is on the map. Parts that have no place that can be read, or that only link elsewhere, were left out: ${skipped}`
              : t`“${fileName}” is on the map.`,
        });
        return null;
      }
    }
  };
}
