import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { importCorpus } from './support/import-corpus.ts';
import { launch, newUserData, root } from './support/launch.ts';
import { opened } from './support/workbench.ts';

/** How many files are imported; each size into a workspace of its own. */
const sizes = (process.env.LIPTAKO_IMPORT_SIZES ?? '1000').split(',').map(Number);

type Measured = {
  readonly files: number;
  /** From the click until all is stored, deduplicated and in the list. */
  readonly storedMs: number;
  /** Until the last article has been looked through for places as well. */
  readonly placesMs: number;
  /** Until it has been looked through for actors, dates and figures, too. */
  readonly allMs: number;
  /** Processor time that each kind of process took. */
  readonly cpuMs: Readonly<Record<string, number>>;
  /** The most each kind of process had in memory, in MB. */
  readonly peakMb: Readonly<Record<string, number>>;
  /** The longest time between two pictures from the drop on, and how many were more than 100 ms apart. */
  readonly longestMs: number;
  readonly over100: number;
};

test('files of 5 KB from the disk to stored, indexed, deduplicated and with mentions', async () => {
  test.setTimeout(6 * 60 * 60_000);
  const all: Measured[] = [];
  for (const size of sizes) all.push(await measure(size));
  const table = tableOf(all);
  writeFileSync(join(root, 'out', 'bench-import', 'import.md'), table);
  process.stdout.write(`\n${table}\n`);
});

async function measure(files: number): Promise<Measured> {
  const paths = importCorpus(files);
  const { app, page } = await launch(newUserData());
  await opened(page);
  const processes = await listProcesses(app);
  const watch = watchProcesses(processes);
  const button = page.getByRole('button', { name: /^Import [\d,]+ files?$/ });
  // On a busy machine the window may be drawn before it hears of drops.
  await expect(async () => {
    await offer(page, paths);
    await expect(button).toBeVisible({ timeout: 20_000 });
  }).toPass({ timeout: 180_000 });
  const cpuBefore = watch.cpuMs();
  const began = performance.now();
  await button.click();
  // Counting walks through all there is: while the import runs only its progress is looked at.
  const progress = page.getByRole('progressbar', { name: /^Importing/ });
  await expect(progress).toBeVisible({ timeout: 60_000 });
  await expect(progress).toHaveCount(0, { timeout: 0 });
  const storedMs = performance.now() - began;
  expect(await count(page, 'articles')).toBe(files);
  await lookedThrough(page, 'suggestions', files);
  const placesMs = performance.now() - began;
  await lookedThrough(page, 'found', files);
  const allMs = performance.now() - began;
  const gaps = await page.evaluate(() => (window as unknown as { gaps: number[] }).gaps);
  const measured = {
    files,
    storedMs,
    placesMs,
    allMs,
    cpuMs: Object.fromEntries(
      Object.entries(watch.cpuMs()).map(([type, ms]) => [type, ms - (cpuBefore[type] ?? 0)]),
    ),
    peakMb: watch.peakMb(),
    longestMs: Math.max(...gaps),
    over100: gaps.filter((gap) => gap > 100).length,
  };
  watch.end();
  await app.close();
  return measured;
}

/** Wait until as many articles have been looked through. */
async function lookedThrough(page: Page, table: 'suggestions' | 'found', files: number): Promise<void> {
  await expect
    .poll(() => count(page, table), { timeout: 0, intervals: [1_000] })
    .toBeGreaterThanOrEqual(files);
}

/** Drop the files on the window, as an analyst does, and watch its pictures from then on. */
async function offer(page: Page, paths: readonly string[]): Promise<void> {
  await page.evaluate(() => {
    const input = Object.assign(document.createElement('input'), {
      type: 'file',
      multiple: true,
      id: 'offer',
    });
    document.body.append(input);
  });
  // Handing over tens of thousands of paths makes the window wait, which no analyst ever sees.
  await page.setInputFiles('#offer', [...paths]);
  await watchPictures(page);
  await page.evaluate(() => {
    const input = document.querySelector<HTMLInputElement>('#offer');
    const dataTransfer = new DataTransfer();
    for (const file of input?.files ?? []) dataTransfer.items.add(file);
    input?.remove();
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }));
  });
}

async function watchPictures(page: Page): Promise<void> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    Object.assign(window, { gaps });
    let last = performance.now();
    const note = (now: number) => {
      gaps.push(now - last);
      last = now;
      requestAnimationFrame(note);
    };
    requestAnimationFrame(note);
  });
}

/** Records in a table of the working copy; of what is found, articles that have been looked through. */
function count(page: Page, table: 'articles' | 'suggestions' | 'found'): Promise<number> {
  return page.evaluate(async (name) => {
    const known = (await indexedDB.databases()).flatMap((one) => one.name ?? []);
    const copy = known.find((one) => /^liptako-[0-9a-f]{8}-/.test(one));
    if (copy === undefined) return 0;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open(copy);
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const found = await new Promise<number>((resolve, reject) => {
      const request = db.transaction(name).objectStore(name).count();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    db.close();
    return found;
  }, table);
}

type Process = { readonly pid: number; readonly type: string };

function listProcesses(app: ElectronApplication): Promise<Process[]> {
  return app.evaluate(({ app: own }) => own.getAppMetrics().map(({ pid, type }) => ({ pid, type })));
}

/** What processes take, read from the system while they run: a worker that has ended counts with its process. */
function watchProcesses(processes: readonly Process[]) {
  const peaks = new Map<string, number>();
  const look = () => {
    for (const { pid, type } of processes) {
      const resident = Number(/VmRSS:\s+(\d+)/.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) / 1024;
      peaks.set(type, Math.max(peaks.get(type) ?? 0, Math.round(resident)));
    }
  };
  const timer = setInterval(look, 250);
  return {
    end: () => clearInterval(timer),
    peakMb: () => Object.fromEntries(peaks),
    cpuMs: () => {
      const sums: Record<string, number> = {};
      for (const { pid, type } of processes) sums[type] = (sums[type] ?? 0) + cpuOf(pid);
      return sums;
    },
  };
}

/** User and system time in milliseconds: hundredths of a second in fields 14 and 15, counted from the process's id. */
function cpuOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`);
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) * 10;
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function tableOf(all: readonly Measured[]): string {
  const load = readdirSync('/proc').includes('loadavg') ? read('/proc/loadavg').split(' ')[0] : '?';
  const whole = (value: number) => Math.round(value).toLocaleString('en');
  const lines = all.map((one) =>
    [
      whole(one.files),
      whole((one.files * 1000) / one.storedMs),
      whole((one.files * 1000) / one.placesMs),
      whole((one.files * 1000) / one.allMs),
      [one.cpuMs.Browser, one.cpuMs.Tab, one.cpuMs.GPU]
        .map((ms) => ((ms ?? 0) / one.files).toFixed(1))
        .join(' / '),
      `${one.peakMb.Browser ?? 0} / ${one.peakMb.Tab ?? 0}`,
      whole(one.longestMs),
      whole(one.over100),
    ].join(' | '),
  );
  return [
    `Measured on ${cpus().length} × ${cpus()[0]?.model ?? '?'}, load ${load} at the end.`,
    '',
    '| files of 5 KB | stored, a second | with places, a second | with all mentions, a second | CPU ms an article (main / window and workers / drawing) | most memory, MB (main / window and workers) | longest stall, ms | stalls over 100 ms |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...lines.map((line) => `| ${line} |`),
    '',
  ].join('\n');
}
