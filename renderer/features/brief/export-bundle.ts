import { leaveOutAcled } from '#core/events/leave-out-acled.ts';
import { heavyLayers, type WrittenBundle, writeBundle } from '#core/exchange/bundle.ts';
import type { MapLayer } from '#core/layers/map-layer.ts';
import type { SaveAnswer } from '#shared/ipc.ts';
import { desktop } from '#state/desktop.ts';
import type { Session } from '#state/session.ts';
import { listArticles } from '#storage/articles.ts';
import { listMapLayers } from '#storage/map-layers.ts';
import { listRecords } from '#storage/records.ts';
import { sha256 } from './sha256.ts';

/** What came of writing a bundle; `null` when the analyst cancelled it. */
export type BundleOutcome = SaveAnswer | Extract<WrittenBundle, { ok: false }> | null;

type BundleHow = {
  /** Whether events of ACLED go along: its terms let nobody pass them on. */
  readonly withAcled: boolean;
  /** How many events stay behind. */
  readonly onLeftOut: (count: number) => void;
  /** The names of layers whose file could not go along after all. */
  readonly onWithoutFile: (names: readonly string[]) => void;
  readonly onProgress: (done: number, total: number) => void;
};

/** A map layer of which a bundle takes the name only, and why. */
export type LayerLeft = { readonly layer: MapLayer; readonly why: 'too-large' | 'missing' };

/** The map layers whose files would stay behind if a bundle were written now. */
export async function listLayersLeft(session: Session): Promise<LayerLeft[]> {
  const mapLayers = await listMapLayers(session.db);
  if (mapLayers.length === 0) return [];
  const heavy = new Set(heavyLayers({ articles: await listArticles(session.db), mapLayers }));
  const left: LayerLeft[] = [];
  for (const layer of mapLayers) {
    if (heavy.has(layer)) left.push({ layer, why: 'too-large' });
    else if (await isGone(layer)) left.push({ layer, why: 'missing' });
  }
  return left;
}

async function isGone({ sha256 }: MapLayer): Promise<boolean> {
  return (await desktop().readKept({ kind: 'original', sha256, part: { start: 0, end: 1 } })) === null;
}

/** Write the whole workspace into a bundle and save it where the analyst chooses. */
export async function exportBundle(
  session: Session,
  { withAcled, onLeftOut, onWithoutFile, onProgress }: BundleHow,
): Promise<BundleOutcome> {
  // An empty edit has its turn after all that was asked for before it.
  await session.commit({ action: 'brief.write', detail: {} }, () => []);
  const { version } = await desktop().readAbout();
  const records = await listRecords(session.db);
  const events = withAcled ? records.events : leaveOutAcled(records.events);
  onLeftOut(records.events.length - events.length);
  const written = await writeBundle({
    appVersion: version,
    now: new Date().toISOString(),
    workspaceName: session.workspace.name,
    records: { ...records, events },
    readFile: (which) => desktop().readKept(which),
    sha256,
    onProgress,
  });
  if (!written.ok) return written;
  onWithoutFile(written.withoutFile);
  return desktop().saveFile({
    suggestedName: session.workspace.name,
    kind: 'bundle',
    content: written.bytes,
  });
}
