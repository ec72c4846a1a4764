import type { Imported, SourceFile } from '#core/import/import-file.ts';
import type { PartInHand } from '#core/import/read-source.ts';
import { type Refusal, refuse } from '#core/import/refusal.ts';
import type { ColumnAnswer, TableHead } from '#core/import/tables/column-mapping.ts';
import type { importApi, PageLimit, ReadingNews, ReadPage } from './import-api.ts';
import type { HandedFile, HandedOutcome } from './read-handed.ts';
import type { Client } from './rpc.ts';

/** Reads files as articles in a worker. */
export type Importer = {
  /** Read bytes that are in memory. Rejects only when `signal` is aborted. */
  importFile(file: SourceFile, signal: AbortSignal): Promise<Imported | Refusal>;
  /**
   * Read files of the disk in order, a page at a time; no more than one page is read ahead of what is asked for.
   * Throws only when `signal` is aborted.
   */
  read(files: readonly HandedFile[], how: ReadingHow): AsyncGenerator<Page>;
  close(): void;
};

/** The next things read; files have the numbers they have in what was given. */
export type Page = Omit<ReadPage, 'isEnd'>;

export type ReadingHow = {
  readonly signal: AbortSignal;
  readonly most: PageLimit;
  /** Called with the number of the file that is in hand now. */
  readonly onFile: (file: number) => void;
  /** Asks what the columns of a table are; without it tables are left out. */
  readonly askColumns?: ((table: TableHead) => Promise<ColumnAnswer>) | undefined;
};

/** No honest file takes so long; one that does is given up, so that the others get their turn. A small one sooner. */
const patienceMs = { least: 30_000, perMegabyte: 10_000, most: 60_000 };

function patienceWith(sizeBytes: number): number {
  const { least, perMegabyte, most } = patienceMs;
  return Math.round(Math.min(most, least + perMegabyte * (sizeBytes / (1024 * 1024))));
}

/** What is known of a run through files, over all workers it takes. */
type Run = {
  readonly files: readonly HandedFile[];
  readonly how: ReadingHow;
  /** By number, how many outcomes were answered: a file that is read again answers only what is new. */
  readonly given: number[];
  /** By number, the parts of a file in which a worker broke off. */
  readonly broken: (BrokenPart[] | undefined)[];
  filesDone: number;
};

type BrokenPart = PartInHand & { readonly message: string };

/** A file in which the worker broke off, and the part of it when it holds several. */
type Broken = { readonly file: number; readonly part: PartInHand | null; readonly message: string };

/** So many parts of a file may break or block a worker before the rest of the file is given up. */
const mostBroken = 20;

/**
 * An importer on workers from `start`. A file that breaks or blocks the worker is refused, and the next one gets a
 * fresh worker; of a file that holds several only the part is refused, and a fresh worker goes on behind it.
 */
export function createImporter(start: () => Client<typeof importApi>): Importer {
  let client: Client<typeof importApi> | null = null;
  let readings = 0;

  function drop(): void {
    client?.close();
    client = null;
  }

  /** Read the files `from` up to `to`; answers the one that broke the worker, `null` at the end. */
  async function* readStretch(run: Run, from: number, to: number): AsyncGenerator<Page, Broken | null> {
    client ??= start();
    const own = client;
    const { how } = run;
    readings += 1;
    const reading = readings;
    let inHand = from;
    let part: PartInHand | null = null;
    const sizeOf = (file: number) => run.files[file]?.file?.size ?? 0;
    const next = () => {
      const patience = createPatience(how.signal, sizeOf(inHand));
      const onProgress = (news: ReadingNews) => {
        if (news.kind === 'table') return void patience.spare(() => answer(news.table));
        part = news.kind === 'part' ? news.part : null;
        if (news.kind === 'file') {
          inHand = from + news.file;
          how.onFile(inHand);
        }
        patience.begin(sizeOf(inHand));
      };
      const page = own.call('next', { reading, most: how.most }, { signal: patience.signal, onProgress });
      // It is looked at only when the page before was taken.
      page.catch(() => undefined).finally(patience.end);
      return page;
    };
    const answer = async (table: TableHead) => {
      const columns = (await how.askColumns?.(table)) ?? null;
      await own.call('answerColumns', { reading, answer: columns });
    };
    try {
      await own.call('open', { reading, files: filesOf(run, from, to) }, { signal: how.signal });
      const seen: number[] = [];
      for (let ahead: Promise<ReadPage> | null = next(); ahead !== null; ) {
        const page: ReadPage = await ahead;
        ahead = page.isEnd ? null : next();
        const outcomes = page.outcomes.map((one) => ({ ...one, file: from + one.file }));
        run.filesDone = from + page.filesDone;
        yield { ...page, outcomes: newOutcomes(run, seen, outcomes), filesDone: run.filesDone };
      }
      return null;
    } catch (error) {
      // Whatever the worker is in the middle of, it is of no more use.
      drop();
      how.signal.throwIfAborted();
      const file = Math.max(run.filesDone, inHand);
      return { file, part: file === inHand ? part : null, message: messageOf(error) };
    } finally {
      if (client === own) own.call('close', { reading }).catch(() => undefined);
    }
  }

  return {
    async importFile(file, signal) {
      client ??= start();
      const timeout = AbortSignal.timeout(patienceWith(file.bytes.length));
      try {
        return await client.call('importFile', file, { signal: AbortSignal.any([signal, timeout]) });
      } catch (error) {
        drop();
        signal.throwIfAborted();
        return refuse(file.name, 'failed', { message: messageOf(error) });
      }
    },
    async *read(files, how) {
      const run: Run = { files, how, given: [], broken: [], filesDone: 0 };
      const stretches = [{ from: 0, to: files.length }];
      for (let one = stretches.shift(); one !== undefined; one = stretches.shift()) {
        if (one.from >= one.to) continue;
        const broken = yield* readStretch(run, one.from, one.to);
        if (broken === null) continue;
        const page = giveUp(run, broken);
        if (page !== null) yield page;
        // The files before the broken one were read in the same breath, and are lost with it.
        const next = Math.max(broken.file, run.filesDone);
        stretches.unshift({ from: run.filesDone, to: next }, { from: next, to: one.to });
      }
    },
    close: drop,
  };
}

/** The files to be read, with what is known of those that were begun before. */
function filesOf({ files, given, broken }: Run, from: number, to: number): HandedFile[] {
  return files.slice(from, to).map((file, at) => {
    const parts = broken[from + at];
    return parts === undefined ? file : { ...file, before: { given: given[from + at] ?? 0, broken: parts } };
  });
}

/**
 * Give up what broke the worker: a part of a file, which is known from then on, or all of a file, which is answered as
 * refused once the files before it are done.
 */
function giveUp(run: Run, { file, part, message }: Broken): Page | null {
  const isPart = part !== null && noteBroken(run, file, { ...part, message });
  if (isPart || run.filesDone < file) return null;
  const outcome = refuse(run.files[file]?.path ?? '', 'failed', { message });
  run.filesDone = file + 1;
  return { outcomes: [{ file, outcome }], filesDone: run.filesDone, bytesInHand: 0 };
}

/** Whether it is of use to read a file again without a part: it is not where that was tried, or too often. */
function noteBroken({ broken }: Run, file: number, part: BrokenPart): boolean {
  const parts = broken[file] ?? [];
  if (parts.length >= mostBroken) return false;
  if (parts.some(({ given, path }) => given === part.given && path === part.path)) return false;
  broken[file] = [...parts, part];
  return true;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function newOutcomes({ given }: Run, seen: number[], outcomes: readonly HandedOutcome[]): HandedOutcome[] {
  return outcomes.filter(({ file }) => {
    const count = (seen[file] ?? 0) + 1;
    seen[file] = count;
    if (count <= (given[file] ?? 0)) return false;
    given[file] = count;
    return true;
  });
}

/** A signal that is aborted after a while of waiting for a file of some size, or by `signal`. */
function createPatience(signal: AbortSignal, sizeBytes: number) {
  const controller = new AbortController();
  let ms = patienceWith(sizeBytes);
  const giveUp = () => controller.abort(new Error(`no answer within ${Math.round(ms / 1000)} seconds`));
  let timer = setTimeout(giveUp, ms);
  const begin = (bytes: number) => {
    ms = patienceWith(bytes);
    clearTimeout(timer);
    timer = setTimeout(giveUp, ms);
  };
  return {
    signal: AbortSignal.any([signal, controller.signal]),
    /** Something else is in hand, of a file of this size: it has its own time. */
    begin,
    /** While `work` goes on no time is counted: a person is thinking. */
    async spare(work: () => Promise<void>): Promise<void> {
      clearTimeout(timer);
      await work().catch(() => undefined);
      timer = setTimeout(giveUp, ms);
    },
    end: () => clearTimeout(timer),
  };
}
