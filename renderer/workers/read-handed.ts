import type { Imported } from '#core/import/import-file.ts';
import {
  type PartInHand,
  type ReadBefore,
  type ReadingChoices,
  readSource,
} from '#core/import/read-source.ts';
import { type Refusal, refuse } from '#core/import/refusal.ts';
import type { AskColumns } from '#core/import/tables/column-mapping.ts';
import type { Tools } from '#core/import/tools.ts';
import { sourceOfFile } from './file-of-disk.ts';
import { readTogether } from './read-together.ts';

/** A file handed to the worker by reference: its bytes are read here, when its turn comes. */
export type HandedFile = {
  /** `null`: the system would not let it be opened. */
  readonly file: File | null;
  /** Its name with the folders it came in. */
  readonly path: string;
  readonly choices: Omit<ReadingChoices, 'columns'>;
  /** Why there is no `file`, where that is known: a folder that may not be listed, a name that cannot be read. */
  readonly closed?: 'folder' | 'name' | undefined;
  /** What is known of it when it is read again, as a worker broke off in it. */
  readonly before?: ReadBefore;
};

/** One thing read from the files of a reading. */
export type HandedOutcome = {
  /** The number of the file, from 0. */
  readonly file: number;
  readonly outcome: Imported | Refusal;
};

/** Something that happened on the way through the files. */
export type Passed =
  | ({ readonly kind: 'read'; readonly bytesRead: number } & HandedOutcome)
  | { readonly kind: 'begun' | 'done'; readonly file: number };

/** What reading needs of the place it runs in. */
export type ReadingPlace = {
  readonly tools: Tools;
  readonly columns: AskColumns;
  readonly signal: AbortSignal;
  /** Told of each part of the file in hand, before it is read. */
  readonly onPart: (part: PartInHand) => void;
};

/** Read files one after another; each gives at least one outcome. Throws only when `signal` is aborted. */
export async function* readHanded(
  files: readonly HandedFile[],
  { tools, columns, signal, onPart }: ReadingPlace,
): AsyncGenerator<Passed> {
  const together = readTogether(files);
  for (const [file, handed] of files.entries()) {
    const { file: given, path, choices, before } = handed;
    signal.throwIfAborted();
    yield { kind: 'begun', file };
    const source = given === null ? undefined : sourceOfFile(given, path, () => together.take(file));
    let isEmpty = true;
    for await (const outcome of source === undefined
      ? [refuseClosed(handed)]
      : readSource(source, { ...choices, columns }, { tools, signal, before, onPart })) {
      isEmpty = false;
      yield { kind: 'read', file, outcome, bytesRead: source?.bytesRead() ?? 0 };
    }
    const nothing = refuse(path, 'empty', { sizeBytes: source?.sizeBytes ?? 0 });
    if (isEmpty) yield { kind: 'read', file, outcome: nothing, bytesRead: 0 };
    yield { kind: 'done', file };
  }
}

function refuseClosed({ path, closed }: HandedFile): Refusal {
  return refuse(path, 'unreadable', closed === undefined ? {} : { closed });
}
