import { createStore } from 'zustand/vanilla';
import { joinActors } from '#core/actors/join-actors.ts';
import type { Event } from '#core/events/event.ts';
import { likelyDuplicates } from '#core/events/likely-duplicates.ts';
import { type ActorNames, listActorNames } from '#core/exchange/collections/actor-names.ts';
import type { CollectionName } from '#core/exchange/collections/collection.ts';
import {
  type CollectionPlan,
  planCollectionImport,
} from '#core/exchange/collections/plan-collection-import.ts';
import type { CollectionFilter, CollectionSurvey } from '#core/exchange/collections/read-collection.ts';
import type { PointsAs } from '#core/exchange/map-files/make-records.ts';
import type { MapFeature, RowProblem } from '#core/exchange/map-files/map-feature.ts';
import { type MapPlan, planMapImport } from '#core/exchange/map-files/plan-map-import.ts';
import type { MapForm } from '#core/exchange/map-files/read-map-file.ts';
import type { Take } from '#core/exchange/take.ts';
import type { Change } from '#core/history/change.ts';
import type { PlaceId } from '#core/ids.ts';
import type { WriteProblem } from '#shared/ipc.ts';
import { desktop } from '#state/desktop.ts';
import { loadRegistry } from '#state/load-registry.ts';
import type { Session } from '#state/session.ts';
import { listActorEntries } from '#storage/actors.ts';
import { listEvents } from '#storage/events.ts';
import { readMapRecords } from '#storage/map-records.ts';
import { type MapEngine, type ReadingProgress, startMapEngine } from './map-engine.ts';

/** A map file that was read, and what it would do. */
export type ReadyFile = {
  readonly step: 'file';
  readonly fileName: string;
  readonly session: Session;
  readonly form: MapForm;
  readonly features: readonly MapFeature[];
  readonly problems: readonly RowProblem[];
  readonly take: Take;
  readonly pointsAs: PointsAs;
  /** Places of ours that take what the file says of them. */
  readonly takenPlaces: ReadonlySet<PlaceId>;
  readonly plan: MapPlan;
};

/** An export of a collection that was looked through. */
export type SurveyedFile = {
  readonly step: 'survey';
  readonly fileName: string;
  readonly session: Session;
  readonly survey: CollectionSurvey;
  readonly names: ActorNames;
};

/** Events of a collection as they would be taken. */
export type TakenEvents = Omit<SurveyedFile, 'step'> & {
  readonly step: 'taken';
  readonly filter: CollectionFilter;
  readonly events: readonly Event[];
  readonly plan: CollectionPlan;
  /** Titles of ours that may be the same as one of those that are new. */
  readonly likely: readonly string[];
};

/** How far the import of a file of events or places is. */
export type MapImportState =
  | { readonly step: 'idle' }
  | {
      readonly step: 'terms';
      readonly fileName: string;
      readonly session: Session;
      readonly collection: CollectionName;
    }
  | { readonly step: 'reading'; readonly fileName: string; readonly progress: ReadingProgress | null }
  | {
      readonly step: 'refused';
      readonly fileName: string;
      readonly code: string;
      readonly detail: Readonly<Record<string, string | number>>;
    }
  | ReadyFile
  | SurveyedFile
  | TakenEvents
  | { readonly step: 'writing'; readonly fileName: string }
  | { readonly step: 'failed'; readonly fileName: string; readonly problem: WriteProblem }
  | { readonly step: 'done'; readonly fileName: string; readonly ready: ReadyFile | TakenEvents };

/** The import under way; the dialog shows it. */
export const mapImport = createStore<MapImportState>(() => ({ step: 'idle' }));

let engine: MapEngine | null = null;

/** Let the analyst pick a file; the dialog then shows what it holds and what it would do. */
export async function importMapFile(session: Session): Promise<void> {
  const { step } = mapImport.getState();
  if (step === 'reading' || step === 'writing') return;
  const file = (await desktop().pickFiles({ kind: 'geodata' }))?.[0];
  if (file === undefined) return;
  const { name: fileName, bytes, sizeBytes } = file;
  if (bytes === null) {
    const code = sizeBytes > 0 ? 'too-large' : 'unreadable';
    show({ step: 'refused', fileName, code, detail: { sizeBytes } });
    return;
  }
  await run(fileName, async (worker) => {
    const opened = await worker.call('open', { bytes: bytes as Uint8Array<ArrayBuffer> });
    if (opened.kind === 'collection')
      return { step: 'terms', fileName, session, collection: opened.collection };
    const { form, answer } = opened;
    if (!answer.ok || form === null) {
      const { code, detail } = answer.ok ? { code: 'unknown-format', detail: {} } : answer;
      return { step: 'refused', fileName, code, detail };
    }
    const { features, problems } = answer;
    const asRead = { take: 'file', pointsAs: 'events', takenPlaces: new Set<PlaceId>() } as const;
    const how = { session, fileName, form, features, ...asRead };
    return { step: 'file', ...how, problems, plan: await planFile(how) };
  });
}

/** The terms are agreed to: look through the export. */
export async function agreeToTerms(): Promise<void> {
  const state = mapImport.getState();
  if (state.step !== 'terms') return;
  const { fileName, session } = state;
  await run(fileName, async (worker) => {
    const names = listActorNames(
      joinActors((await loadRegistry()).actors, await listActorEntries(session.db)),
    );
    const answer = await worker.call('survey', { names }, { onProgress: showProgress(fileName) });
    return answer.ok
      ? { step: 'survey', fileName, session, survey: answer.survey, names }
      : { step: 'refused', fileName, code: answer.code, detail: answer.detail };
  });
}

/** Make the events of the rows that pass, and see what is known of them. */
export async function takeRows(filter: CollectionFilter): Promise<void> {
  const state = mapImport.getState();
  if (state.step !== 'survey') return;
  const { fileName, session, names, survey } = state;
  await run(fileName, async (worker) => {
    const { analystId } = session;
    const now = new Date().toISOString();
    const answer = await worker.call(
      'take',
      { filter, names, fileName, analystId, now },
      { onProgress: showProgress(fileName) },
    );
    if (!answer.ok) return { step: 'refused', fileName, code: answer.code, detail: answer.detail };
    const { events } = answer;
    const ours = await listEvents(session.db);
    const plan = planCollectionImport(events, ours);
    const likely = likelyAmong(plan.changes, ours);
    return { step: 'taken', fileName, session, names, survey, filter, events, plan, likely };
  });
}

/** Go back to the choice of rows. */
export function chooseRowsAgain(): void {
  const state = mapImport.getState();
  if (state.step !== 'taken') return;
  const { fileName, session, survey, names } = state;
  show({ step: 'survey', fileName, session, survey, names });
}

/** Choose whose version stands, or what points become; the plan is made anew. */
export async function changeFilePlan(
  change: Partial<Pick<ReadyFile, 'take' | 'pointsAs' | 'takenPlaces'>>,
): Promise<void> {
  const ready = mapImport.getState();
  if (ready.step !== 'file') return;
  // At once: the next choice may be made before this one's plan is there.
  const chosen = { ...ready, ...change };
  show(chosen);
  const plan = await planFile(chosen);
  if (mapImport.getState() === chosen) show({ ...chosen, plan });
}

/** Bring in what is shown: one edit, or nothing, and then the reason. */
export async function confirmMapImport(): Promise<void> {
  const ready = mapImport.getState();
  if (ready.step !== 'file' && ready.step !== 'taken') return;
  const { fileName } = ready;
  show({ step: 'writing', fileName });
  try {
    show(await write(ready));
  } catch (error) {
    // The dialog must never be left writing: it could not be closed.
    const message = error instanceof Error ? error.message : String(error);
    show({ step: 'failed', fileName, problem: { kind: 'failed', message } });
  } finally {
    endEngine();
  }
}

async function write(ready: ReadyFile | TakenEvents): Promise<MapImportState> {
  const { fileName, session } = ready;
  let done = ready;
  const outcome = await session.commit(
    { action: 'geodata.import', detail: { name: fileName, count: ready.plan.changes.length } },
    async () => {
      // As the workspace is by now: something may have been edited while the summary was read.
      done =
        ready.step === 'file'
          ? { ...ready, plan: await planFile(ready) }
          : { ...ready, plan: planCollectionImport(ready.events, await listEvents(session.db)) };
      return done.plan.changes;
    },
  );
  return outcome.ok
    ? { step: 'done', fileName, ready: done }
    : { step: 'failed', fileName, problem: outcome.problem };
}

/** Leave the import, or stop reading; what is being written is let finish. */
export function closeMapImport(): void {
  if (mapImport.getState().step === 'writing') return;
  endEngine();
  show({ step: 'idle' });
}

async function planFile(how: Omit<ReadyFile, 'step' | 'plan' | 'problems'>): Promise<MapPlan> {
  const { session, fileName, form, features, take, pointsAs, takenPlaces } = how;
  const now = new Date().toISOString();
  const making = { form, fileName, pointsAs, analystId: session.analystId, now };
  return planMapImport({ features, ours: await readMapRecords(session.db), take, takenPlaces, making });
}

/** Of the events that would be new, which ones of ours they may be. */
function likelyAmong(changes: readonly Change[], ours: readonly Event[]): string[] {
  const fresh = changes.flatMap(({ table, before, after }) =>
    table === 'events' && before === null && after !== null ? [after as Event] : [],
  );
  const isFresh = new Set(fresh.map(({ id }) => id));
  const pairs = likelyDuplicates([...ours, ...fresh]);
  const known = pairs.flatMap(({ first, second }) =>
    isFresh.has(first.id) === isFresh.has(second.id) ? [] : isFresh.has(first.id) ? [second] : [first],
  );
  return [...new Map(known.map(({ id, title }) => [id, title])).values()];
}

/** Show what work with the engine comes to; closing the dialog meanwhile ends it, and nothing is shown any more. */
async function run(fileName: string, work: (worker: MapEngine) => Promise<MapImportState>): Promise<void> {
  if (mapImport.getState().step === 'idle') endEngine();
  engine ??= startMapEngine();
  const own = engine;
  show({ step: 'reading', fileName, progress: null });
  try {
    const next = await work(own);
    if (engine === own) show(next);
  } catch (error) {
    if (engine !== own) return;
    endEngine();
    const message = error instanceof Error ? error.message : String(error);
    show({ step: 'refused', fileName, code: 'failed', detail: { message } });
  }
}

function showProgress(fileName: string): (progress: ReadingProgress) => void {
  return (progress) => {
    if (mapImport.getState().step === 'reading') show({ step: 'reading', fileName, progress });
  };
}

function endEngine(): void {
  engine?.close();
  engine = null;
}

function show(state: MapImportState): void {
  mapImport.setState(state, true);
}
