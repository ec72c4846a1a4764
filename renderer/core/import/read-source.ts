import { chooseContainer } from './containers/choose-container.ts';
import type { FileSource } from './file-source.ts';
import { type Imported, importFile, largestBytes, type SourceFile } from './import-file.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { AskColumns } from './tables/column-mapping.ts';
import type { Tools } from './tools.ts';

/** What the analyst chose for a file before it was read. */
export type ReadingChoices = Pick<SourceFile, 'encoding' | 'title'> & {
  /** Asked once a table is met, also within an archive: reading waits for the answer. */
  readonly columns?: AskColumns;
};

/** Bytes that tell what a file is. */
const headBytes = 4096;

/**
 * Read a file as its articles, one at a time and in order: one for most, many for an archive or a mailbox. What cannot
 * be read is refused by name, and the rest goes on. Never throws but for an abort.
 */
export async function* readSource(
  source: FileSource,
  { columns, ...choices }: ReadingChoices,
  { tools, signal }: { readonly tools: Tools; readonly signal: AbortSignal },
): AsyncGenerator<Imported | Refusal> {
  const { name, path, sizeBytes } = source;
  const head = await source.read(0, headBytes).catch(() => null);
  if (head === null) return yield refuse(path, 'unreadable', { sizeBytes });
  const open = chooseContainer(name, head);
  if (open === null) {
    if (sizeBytes > largestBytes) return yield refuse(path, 'too-large', { sizeBytes, largestBytes });
    const bytes = await source.read(0, sizeBytes).catch(() => null);
    if (bytes === null) return yield refuse(path, 'unreadable', { sizeBytes });
    return yield await importFile({ name, bytes, ...choices }, tools);
  }
  for await (const part of open({ source, tools, signal, askColumns: columns })) {
    signal.throwIfAborted();
    yield part.kind === 'refused' ? part : await importFile(part, tools);
  }
}
