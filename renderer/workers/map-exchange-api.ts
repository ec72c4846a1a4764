import type { Event } from '#core/events/event.ts';
import type { ActorNames } from '#core/exchange/collections/actor-names.ts';
import type { CollectionName } from '#core/exchange/collections/collection.ts';
import {
  type CollectionAnswer,
  type CollectionFilter,
  type CollectionSurvey,
  recogniseCollectionFile,
  type StreamTools,
  surveyCollection,
  takeCollection,
} from '#core/exchange/collections/read-collection.ts';
import { type ReadMapFile, readMapFile } from '#core/exchange/map-files/read-map-file.ts';
import { type MapWriting, writeMapFile } from '#core/exchange/map-files/write-map-file.ts';
import type { AnalystId } from '#core/ids.ts';
import type { Job } from './rpc.ts';

/** Bytes of a file, of how many. */
export type ReadingProgress = { readonly done: number; readonly total: number };

/** What a file turned out to be: an export of a collection is only looked into once its terms are agreed to. */
export type OpenedMapFile =
  | { readonly kind: 'collection'; readonly collection: CollectionName }
  | ({ readonly kind: 'map-file' } & ReadMapFile);

/** The file that is being read, from `open` on. */
let held = new Uint8Array();

/** What the worker of map files answers. It serves one file in its life. */
export const mapExchangeApi = {
  /** Tell what a file is, and read it when it is a map file. */
  open({ bytes }: { readonly bytes: Uint8Array<ArrayBuffer> }, job: Job<ReadingProgress>): OpenedMapFile {
    held = bytes;
    const head = recogniseCollectionFile(held, streamTools(job));
    if (head !== null) return { kind: 'collection', collection: head.collection };
    const decode = (part: Uint8Array, label: string) =>
      new TextDecoder(label, { ignoreBOM: true }).decode(part);
    return { kind: 'map-file', ...readMapFile(held, { decode }) };
  },

  /** Look through the export that is open. */
  survey(
    { names }: { readonly names: ActorNames },
    job: Job<ReadingProgress>,
  ): Promise<CollectionAnswer<{ readonly survey: CollectionSurvey }>> {
    return surveyCollection(held, new Map(names), streamTools(job));
  },

  /** Make the events of the open export that pass. */
  take(
    wanted: {
      readonly filter: CollectionFilter;
      readonly names: ActorNames;
      readonly fileName: string;
      readonly analystId: AnalystId;
      readonly now: string;
    },
    job: Job<ReadingProgress>,
  ): Promise<CollectionAnswer<{ readonly events: readonly Event[] }>> {
    const { filter, names, ...making } = wanted;
    return takeCollection(held, filter, { ...making, names: new Map(names) }, streamTools(job));
  },

  /** Write a map file. */
  write: (what: MapWriting): string => writeMapFile(what),
};

function streamTools({ signal, report }: Job<ReadingProgress>): StreamTools {
  return {
    openDecoder(label) {
      try {
        const decoder = new TextDecoder(label, { ignoreBOM: true });
        return { decode: (bytes, isLast) => decoder.decode(bytes, { stream: !isLast }) };
      } catch {
        return null;
      }
    },
    async pause(done, total) {
      report({ done, total });
      await new Promise((resolve) => setTimeout(resolve, 0));
      signal.throwIfAborted();
    },
  };
}
