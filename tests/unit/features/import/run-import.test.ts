import 'fake-indexeddb/auto';
import { zipSync } from 'fflate';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { creation, removal } from '#core/history/change.ts';
import { newId, type WorkspaceId } from '#core/ids.ts';
import type { Batch } from '#core/import/batch.ts';
import { largestBytes } from '#core/import/import-file.ts';
import { fromPasted, type IncomingFile } from '#features/import/incoming-files.ts';
import { type ImportProgress, runImport } from '#features/import/run-import.ts';
import type { AppendAnswer, KeptFile, WriteProblem } from '#shared/ipc.ts';
import { createSession } from '#state/create-session.ts';
import type { Session } from '#state/session.ts';
import { Database } from '#storage/database.ts';
import { readText } from '#storage/texts.ts';
import { hostileFiles } from '#tests/fixtures/import/make-hostile.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';
import { device } from '#tests/unit/storage/make-records.ts';
import { createImportApi, type importApi } from '#workers/import-api.ts';
import { createImporter, type Importer } from '#workers/importer.ts';
import type { Client } from '#workers/rpc.ts';

/** The worker's functions, called without a worker. */
function callDirectly(api: typeof importApi): Client<typeof importApi> {
  return {
    call: async (name, argument, { signal, onProgress } = {}) => {
      signal?.throwIfAborted();
      const job = {
        signal: new AbortController().signal,
        report: (progress: never) => onProgress?.(progress),
      };
      const asked = api[name] as unknown as (argument: unknown, job: unknown) => never;
      return asked(argument, job);
    },
    close: () => {},
  };
}

const direct = callDirectly(createImportApi(nodeTools));

const importer: Importer = createImporter(() => direct);

/** Everything that main keeps, and a switch for a full disk. */
type Disk = { readonly kept: Map<string, KeptFile>; readonly order: string[]; full: boolean };

const diskFull: WriteProblem = { kind: 'disk-full', message: 'no space left' };
let opened = 0;
let db: Database;
let disk: Disk;
let session: Session;

beforeEach(async () => {
  opened += 1;
  db = new Database(`import-${opened}`);
  disk = { kept: new Map(), order: [], full: false };
  let sequence = 0;
  session = await createSession({
    db,
    workspace: { id: 'w' as WorkspaceId, name: 'Case', createdAt: '', folderLabel: '' },
    device,
    now: () => '2026-01-01T00:00:00.000Z',
    desktop: {
      appendEdits: async ({ edits }): Promise<AppendAnswer> => {
        if (disk.full) return { ok: false, problem: diskFull };
        disk.order.push(...edits.map(({ label }) => label.action));
        const entries = edits.map(() => {
          sequence += 1;
          return { device, sequence, time: String(sequence), hash: `h${sequence}` };
        });
        return { ok: true, entries };
      },
      readEntries: async () => [],
      readJournal: async () => ({ entries: [], next: null }),
      readKept: async () => null,
    },
  });
});

const keepFiles = async ({ files }: { files: readonly KeptFile[] }) => {
  if (disk.full) return { ok: false as const, problem: diskFull };
  for (const file of files) disk.kept.set(`${file.kind}/${file.sha256}`, file);
  disk.order.push('keepFiles');
  return { ok: true as const };
};

function textFile(name: string, text: string): IncomingFile {
  return { file: new File([text], name), path: name, title: null };
}

const batch: Batch = {
  id: '0190a000-0000-7000-8000-00000000ba7c' as Batch['id'],
  at: '2026-01-01T00:00:00.000Z',
  utcOffsetMinutes: 60,
  program: '0.0.0',
  way: 'files',
  collectedBy: 'Radio desk',
  collectedAt: null,
  receivedFrom: null,
  medium: 'USB stick',
  note: '',
};

function articles(count: number): IncomingFile[] {
  return Array.from({ length: count }, (_, at) =>
    textFile(`${at}.txt`, `The story of day ${at} in the region.`),
  );
}

function run(files: readonly IncomingFile[], how: Partial<Parameters<typeof runImport>[3]> = {}) {
  return runImport(session, { keepFiles }, files, {
    importer,
    batch,
    part: { articles: 50, bytes: 8 * 1024 * 1024, ms: 60_000 },
    newId,
    now: () => '2026-01-01T00:00:00.000Z',
    signal: new AbortController().signal,
    onProgress: () => {},
    ...how,
  });
}

describe('runImport', () => {
  it('keeps the bytes before the edit that names them, part by part, in one group', async () => {
    const report = await run(articles(120));
    expect(report).toMatchObject({ counts: { imported: 120, duplicates: 0, refused: 0 }, left: [] });
    expect(report.end).toEqual({ kind: 'done' });
    expect(disk.order).toEqual([
      'keepFiles',
      'articles.import',
      'keepFiles',
      'articles.import',
      'keepFiles',
      'articles.import',
    ]);
    expect(await db.articles.count()).toBe(120);
    const edits = await db.edits.toArray();
    expect(new Set(edits.map(({ group }) => group)).size).toBe(1);
    expect(edits[0]?.group).not.toBeNull();
    expect(new Set((await db.articles.toArray()).map(({ batchId }) => batchId)).size).toBe(1);
  });

  it('keeps original and text of every article, and the text where search looks', async () => {
    await run([textFile('a.txt', 'Ménaka\r\n\r\nThe army left.')]);
    const article = (await db.articles.toArray())[0];
    if (!article) throw new Error('no article');
    const original = disk.kept.get(`original/${article.originalSha256}`);
    const text = disk.kept.get(`text/${article.textSha256}`);
    expect(new TextDecoder().decode(original?.bytes)).toBe('Ménaka\r\n\r\nThe army left.');
    expect(new TextDecoder().decode(text?.bytes)).toBe('Ménaka\n\nThe army left.');
    expect(await nodeTools.sha256(text?.bytes ?? new Uint8Array())).toBe(article.textSha256);
    expect(await readText(db, article.textSha256, article.textLength)).toBe('Ménaka\n\nThe army left.');
  });

  it('sends a text once that is its original, byte for byte', async () => {
    await run([textFile('a.txt', 'Ménaka\n\nThe army left.')]);
    const article = (await db.articles.toArray())[0];
    expect(article?.textSha256).toBe(article?.originalSha256);
    expect([...disk.kept.keys()]).toEqual([`original/${article?.originalSha256}`]);
  });

  it('knows a file that came in by another edit while its own part was being kept', async () => {
    const [file] = articles(1);
    if (!file) throw new Error('no file');
    await run([file], { batch: { ...batch, id: newId<'batch'>() } });
    const there = await db.articles.toArray();
    const bring = () => there.map((one) => creation('articles', one));
    await session.commit({ action: 'articles.remove', detail: {} }, () =>
      there.map((one) => removal('articles', one)),
    );
    // The article is brought back between the plan of the part and its edit.
    const racing: typeof keepFiles = (what) => {
      void session.commit({ action: 'articles.restore', detail: {} }, bring);
      return keepFiles(what);
    };
    const report = await runImport(session, { keepFiles: racing }, [file], {
      importer,
      batch,
      newId,
      now: () => '2026-01-01T00:00:00.000Z',
      signal: new AbortController().signal,
      onProgress: () => {},
    });
    expect(there).toHaveLength(1);
    expect(report.counts).toEqual({ imported: 0, duplicates: 1, refused: 0 });
    expect(await db.articles.toArray()).toEqual(there);
  });

  it('imports the good files of a bad batch and says a word about every file', async () => {
    const files = hostileFiles().map(({ name, bytes }) => ({
      file: new File([bytes as BlobPart], name),
      path: name,
      title: null,
    }));
    const report = await run(files);
    expect(report.activity.map(({ fileName }) => fileName)).toEqual(files.map(({ path }) => path));
    for (const [at, { name, expect: wanted }] of hostileFiles().entries()) {
      const entry = report.activity[at];
      if (wanted.outcome === 'refused') {
        // What begins like a zip file and does not end like one is called by what it is.
        const reason = name === 'brief.docx' ? 'damaged' : wanted.reason;
        expect(entry).toMatchObject({ outcome: 'refused', reason });
      }
      // Several of them hold the same words.
      else expect(['duplicate', wanted.outcome]).toContain(entry?.outcome);
    }
    expect(await db.activity.count()).toBe(files.length);
    expect(await db.articles.count()).toBe(report.counts.imported);
  });

  it('takes the same files for duplicates the second time, keeps nothing of them, and names the article', async () => {
    await run(articles(3));
    const before = disk.kept.size;
    disk.order.length = 0;
    const report = await run(articles(3));
    expect(report.counts).toEqual({ imported: 0, duplicates: 3, refused: 0 });
    expect(disk.order).toEqual(['articles.import']);
    expect(disk.kept.size).toBe(before);
    const ids = new Set((await db.articles.toArray()).map(({ id }) => id));
    expect(ids.size).toBe(3);
    for (const { articleId, detail } of report.activity) {
      expect(articleId !== null && ids.has(articleId)).toBe(true);
      expect(detail.title).toContain('The story of day');
    }
  });

  it('leaves whole articles only when cancelled, and names what is left', async () => {
    const controller = new AbortController();
    const report = await run(articles(220), {
      signal: controller.signal,
      onProgress: ({ done }) => {
        if (done > 100) controller.abort();
      },
    });
    expect(report.end.kind).toBe('cancelled');
    const kept = report.counts.imported;
    expect(kept).toBeGreaterThan(0);
    expect(kept).toBeLessThan(220);
    expect(report.left).toHaveLength(220 - kept);
    expect(report.left[0]).toBe(`${kept}.txt`);
    expect(await db.articles.count()).toBe(kept);
    expect(disk.order.filter((step) => step === 'articles.import')).toHaveLength(kept / 50);
  });

  it('ends with what was kept when the disk is full', async () => {
    const report = await run(articles(220), {
      onProgress: ({ articles: kept }) => {
        if (kept >= 50) disk.full = true;
      },
    });
    expect(report.end).toEqual({ kind: 'failed', problem: diskFull });
    const kept = report.counts.imported;
    expect(kept).toBeGreaterThanOrEqual(50);
    expect(report.left).toHaveLength(220 - kept);
    expect(await db.articles.count()).toBe(kept);
  });

  it('rests while it is paused, with all that was read kept, and goes on', async () => {
    let pauses = 0;
    let keptThen = 0;
    const report = await run(articles(120), {
      paused: () => {
        pauses += 1;
        if (pauses > 1) return null;
        return vi.waitFor(
          async () => {
            keptThen = await db.articles.count();
            expect(keptThen).toBeGreaterThan(0);
          },
          { timeout: 10_000 },
        );
      },
    });
    expect(keptThen).toBe(50);
    expect(report.counts.imported).toBe(120);
  });

  it('keeps the batch with its answers by the first edit of the import alone', async () => {
    await run(articles(120));
    expect(await db.batches.toArray()).toEqual([batch]);
    expect((await db.articles.toArray()).every(({ batchId }) => batchId === batch.id)).toBe(true);
    const [first, second] = await db.edits.toArray();
    expect([first?.changeCount, second?.changeCount]).toEqual([101, 100]);
  });

  it('refuses a file that is too large, and those that cannot be read', async () => {
    const failing = (name: string, error: Error) => {
      // Large enough to be read by itself.
      const file = new File(['x'.repeat(300_000)], name);
      file.slice = () => Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(error) });
      return { file, path: name, title: null };
    };
    const report = await run([
      {
        file: new File([new Uint8Array(largestBytes + 1)], 'big.txt'),
        path: 'folder/big.txt',
        title: null,
      },
      failing('gone.txt', new DOMException('gone', 'NotFoundError')),
      failing('closed.txt', new DOMException('closed', 'NotReadableError')),
      { file: null, path: 'folder/closed.txt', title: null },
      { file: null, path: 'folder/closed/', title: null, closed: 'folder' },
    ]);
    expect(report.activity.map(({ fileName, reason, detail }) => [fileName, reason, detail.closed])).toEqual([
      ['folder/big.txt', 'too-large', undefined],
      ['gone.txt', 'unreadable', 'gone'],
      ['closed.txt', 'unreadable', undefined],
      ['folder/closed.txt', 'unreadable', undefined],
      ['folder/closed/', 'unreadable', 'folder'],
    ]);
  });

  it('keeps parts small in bytes too', async () => {
    const big = (name: string) => textFile(name, `${name} ${'word '.repeat(500_000)}`);
    await run([big('a.txt'), big('b.txt'), big('c.txt'), big('d.txt')]);
    expect(disk.order.filter((step) => step === 'keepFiles')).toHaveLength(2);
  });

  it('takes a title that was entered with a pasted text', async () => {
    const pasted = fromPasted(
      { title: 'From the radio', text: 'The army left the town at dawn.' },
      new Date('2026-03-04T05:06:07Z'),
    );
    const report = await run([pasted]);
    expect(report.activity[0]?.fileName).toBe('pasted-2026-03-04-050607.txt');
    expect((await db.articles.toArray())[0]?.title).toMatchObject({
      value: 'From the radio',
      basis: 'analyst',
    });
  });

  it('tells how far it is', async () => {
    const seen: ImportProgress[] = [];
    await run(articles(120), { onProgress: (progress) => seen.push(progress) });
    expect(seen[0]).toMatchObject({ done: 0, total: 120, bytesDone: 0, articles: 0, name: '0.txt' });
    expect(seen.at(-1)).toMatchObject({ done: 120, name: null });
    expect(seen.at(-1)?.bytesDone).toBe(seen.at(-1)?.bytesTotal);
    const done = seen.map((one) => one.done);
    expect(done).toEqual(done.toSorted((a, b) => a - b));
  });
});

/** A worker that dies at a text with `word` in it. */
function breakingAt(word: string): Client<typeof importApi> {
  const never = new Promise<never>(() => {});
  let die: (error: Error) => void = () => {};
  const death = new Promise<never>((_, reject) => {
    die = reject;
  });
  death.catch(() => undefined);
  const sha256 = async (bytes: Uint8Array) => {
    if (!new TextDecoder().decode(bytes).includes(word) || bytes[0] === 0x50) return nodeTools.sha256(bytes);
    die(new Error('out of memory'));
    return never;
  };
  const worker = callDirectly(createImportApi({ ...nodeTools, sha256 }));
  return {
    ...worker,
    call: (name, argument, options) => Promise.race([worker.call(name, argument, options), death]) as never,
  };
}

describe('createImporter', () => {
  const file = { name: 'a.txt', bytes: new Uint8Array(1) };

  it('refuses the file that broke the worker and reads the next one in a fresh worker', async () => {
    let started = 0;
    const made = createImporter(() => {
      started += 1;
      const broken = started === 1;
      return {
        call: async () => {
          if (broken) throw new Error('out of memory');
          return { kind: 'refused', name: 'a.txt', reason: 'empty', detail: {} } as never;
        },
        close: () => {},
      };
    });
    const { signal } = new AbortController();
    expect(await made.importFile(file, signal)).toMatchObject({
      reason: 'failed',
      detail: { message: 'out of memory' },
    });
    expect(await made.importFile(file, signal)).toMatchObject({ reason: 'empty' });
    expect(started).toBe(2);
  });

  it.each([1, 3, 50])(
    'refuses the part that broke the worker, and reads what stands before and behind it once (%i at a time)',
    async (articles) => {
      let started = 0;
      const made = createImporter(() => {
        started += 1;
        return breakingAt('poison');
      });
      const text = (words: string) => new TextEncoder().encode(`On that day ${words} was seen on the road.`);
      const inner = zipSync({ 'x.txt': text('poison'), 'y.txt': text('a lorry'), 'z.txt': text('a herd') });
      const outer = zipSync({
        'a.txt': text('a car'),
        'b.txt': text('poison'),
        'c.txt': text('a bus'),
        'd.zip': inner,
        'e.txt': text('a plane'),
      });
      const files = [
        { file: new File(['The first story of the day.'], '1.txt'), path: '1.txt', choices: {} },
        { file: new File([outer as BlobPart], '2.zip'), path: '2.zip', choices: {} },
        { file: new File(['The last story of the poison day.'], '3.txt'), path: '3.txt', choices: {} },
        { file: new File(['The very last story of the day.'], '4.txt'), path: '4.txt', choices: {} },
      ];
      const found: string[] = [];
      const most = { articles, bytes: 1e9, ms: 60_000 };
      const how = { signal: new AbortController().signal, most, onFile: () => {} };
      for await (const page of made.read(files, how))
        for (const { file, outcome } of page.outcomes)
          found.push(
            outcome.kind === 'refused'
              ? `${file} ${outcome.name}: ${outcome.reason} ${outcome.detail.message}`
              : `${file} ${outcome.article.container?.path ?? outcome.article.originalName}`,
          );
      expect(found).toEqual([
        '0 1.txt',
        '1 a.txt',
        '1 2.zip/b.txt: failed out of memory',
        '1 c.txt',
        '1 2.zip/d.zip/x.txt: failed out of memory',
        '1 d.zip/y.txt',
        '1 d.zip/z.txt',
        '1 e.txt',
        '2 3.txt: failed out of memory',
        '3 4.txt',
      ]);
      expect(started).toBeLessThanOrEqual(5);
    },
  );

  it.each([
    ['a small file', 1, 30],
    ['one of a megabyte and a half', 1.5 * 1024 * 1024, 45],
    ['a large file', 20 * 1024 * 1024, 60],
  ])('gives up %s that hangs after a time by its size, and reads the next one', async (_, size, seconds) => {
    vi.useFakeTimers();
    try {
      let started = 0;
      const hanging: Client<typeof importApi> = {
        ...direct,
        call: (name, argument, options = {}) => {
          if (name !== 'next') return direct.call(name, argument, options);
          options.onProgress?.({ kind: 'file', file: 0 } as never);
          return new Promise((_resolve, reject) =>
            options.signal?.addEventListener('abort', () => reject(options.signal?.reason)),
          );
        },
      };
      const made = createImporter(() => (++started === 1 ? hanging : direct));
      const files = [
        { file: new File([new Uint8Array(size)], 'hangs.pdf'), path: 'hangs.pdf', choices: {} },
        { file: new File(['The story of the next day.'], 'next.txt'), path: 'next.txt', choices: {} },
      ];
      const most = { articles: 1, bytes: 1e9, ms: 60_000 };
      const pages = made.read(files, { signal: new AbortController().signal, most, onFile: () => {} });
      let given: unknown = null;
      const first = pages.next().then(({ value }) => {
        given = value;
      });
      await vi.advanceTimersByTimeAsync(seconds * 1000 - 1);
      expect(given).toBeNull();
      await vi.advanceTimersByTimeAsync(1);
      await first;
      const message = `no answer within ${seconds} seconds`;
      expect(given).toMatchObject({
        outcomes: [{ file: 0, outcome: { reason: 'failed', detail: { message } } }],
      });
      vi.useRealTimers();
      const { value: then } = await pages.next();
      expect(then).toMatchObject({ outcomes: [{ file: 1, outcome: { kind: 'imported' } }] });
      await pages.return(undefined);
    } finally {
      vi.useRealTimers();
    }
  });

  it('rejects when it is cancelled, and ends the worker that is still reading', async () => {
    let closed = 0;
    const controller = new AbortController();
    const made = createImporter(() => ({
      call: (_name, _argument, options) =>
        new Promise((_, reject) =>
          options?.signal?.addEventListener('abort', () => reject(options.signal?.reason)),
        ),
      close: () => {
        closed += 1;
      },
    }));
    const call = made.importFile(file, controller.signal);
    controller.abort(new Error('enough'));
    await expect(call).rejects.toThrow('enough');
    expect(closed).toBe(1);
  });
});
