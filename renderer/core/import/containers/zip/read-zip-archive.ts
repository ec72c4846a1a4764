import type { InflateBudget } from '#core/import/containers/inflate-limits.ts';
import type { ContainerReader, FileWithin } from '#core/import/containers/member.ts';
import { countPassedOver } from '#core/import/containers/passed-over.ts';
import { type FileSource, readAhead, SourceProblem } from '#core/import/file-source.ts';
import { type Refusal, refuse } from '#core/import/refusal.ts';
import { leadsOutside, numberRepeats } from './entry-name.ts';
import { readDirectory, type ZipEntry } from './read-directory.ts';
import { openEntry } from './read-entry.ts';
import { recoverEntries } from './recover-entries.ts';

/**
 * Open a zip file: every file in it in the order of its bytes. When its directory is lost, what the headers in front of
 * the files give is read, and it is said that the archive is damaged.
 */
export const readZipArchive: ContainerReader = async function* ({ source, budget, signal }) {
  const archive = readAhead(source);
  const listed = await readDirectory(archive, budget.limits.entries);
  const files = listed?.filter(({ isFolder }) => !isFolder).sort((a, b) => a.start - b.start);
  if (files?.every(({ isEncrypted }) => isEncrypted) && files.length > 0)
    throw new SourceProblem('encrypted', { files: files.length });
  const passed = countPassedOver(source.path);
  const nameOnce = numberRepeats();
  let read = 0;
  for await (const entry of files ?? recoverEntries(archive)) {
    signal.throwIfAborted();
    budget.spend(0);
    read += 1;
    if (read > budget.limits.entries) throw new SourceProblem('bomb', { limit: 'entries' });
    if (entry.isFolder || passed.add(entry.path)) continue;
    yield await openFile(archive, entry, { path: `${source.path}/${nameOnce(entry.path)}`, budget });
  }
  yield* passed.refusals();
  if (files === undefined) throw new SourceProblem('damaged', { recovered: read });
};

async function openFile(
  archive: FileSource,
  entry: ZipEntry,
  where: { readonly path: string; readonly budget: InflateBudget },
): Promise<FileWithin | Refusal> {
  if (leadsOutside(entry.path)) return refuse(where.path, 'unsafe-name');
  if (entry.isLink) return refuse(where.path, 'unsafe-name', { link: 1 });
  try {
    return { kind: 'file', source: await openEntry(archive, entry, where) };
  } catch (error) {
    // What befell the archive itself is told once.
    if (!(error instanceof SourceProblem) || isLost(error)) throw error;
    return refuse(where.path, error.reason, error.detail);
  }
}

function isLost({ reason }: SourceProblem): boolean {
  return reason === 'changed' || reason === 'unreadable';
}
