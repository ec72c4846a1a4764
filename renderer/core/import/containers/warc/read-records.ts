import { inflateChunks } from '#core/import/containers/inflate.ts';
import type { InflateBudget } from '#core/import/containers/inflate-limits.ts';
import { type FileSource, readAhead, readWhole, SourceProblem } from '#core/import/file-source.ts';
import { type ByteQueue, queueOf } from './byte-queue.ts';
import { splitHeader } from './header-line.ts';

/** One record of a web archive (ISO 28500). */
export type WarcRecord = {
  readonly kind: 'record';
  /** Which one it is, from 1. */
  readonly number: number;
  /** By their names in lower case. */
  readonly headers: ReadonlyMap<string, string>;
  readonly sizeBytes: number;
  /**
   * Its first bytes, up to `most`: once only, and before the next record is asked for. The rest is passed over. Fewer
   * than there should be when the archive was cut short within it.
   *
   * @throws SourceProblem `damaged` when the record is not as long as it says, or broken.
   */
  block(most: number): Promise<Uint8Array>;
};

/** A place where records are broken; reading goes on behind it. Or, behind the last one, that its end is missing. */
export type BrokenRecord = { readonly kind: 'broken' | 'cut'; readonly number: number };

/** Where so many parts on end do not unpack, nothing sound is to be looked for any more: each try takes its time. */
const mostLost = 50;
const mostHeaders = 200;
const longestValue = 8192;

/** Read the records of a web archive one by one, packed or not. */
export async function* readRecords(
  source: FileSource,
  budget: InflateBudget,
): AsyncGenerator<WarcRecord | BrokenRecord> {
  let number = 0;
  let lostInARow = 0;
  for await (const stretch of openStretches(source, budget)) {
    lostInARow += 1;
    for await (const record of recordsOf(stretch, number)) {
      if (record.kind === 'record') lostInARow = 0;
      number = record.number;
      yield record;
    }
    if (lostInARow > mostLost) return;
  }
}

/** The records of a stretch, which may end in a broken one. */
async function* recordsOf(
  { queue, isCut }: Stretch,
  before: number,
): AsyncGenerator<WarcRecord | BrokenRecord> {
  let number = before;
  try {
    for await (const record of recordsIn(queue, before)) {
      number = record.number;
      yield record;
    }
  } catch (error) {
    if (!(error instanceof SourceProblem) || error.reason !== 'damaged') throw error;
    if (!isCut()) yield { kind: 'broken', number: number + 1 };
  }
  if (isCut()) yield { kind: 'cut', number };
}

async function* recordsIn(queue: ByteQueue, before: number): AsyncGenerator<WarcRecord | BrokenRecord> {
  let number = before;
  let isLost = false;
  for (let line = await queue.line(); line !== null; line = await queue.line()) {
    if (!line.startsWith('WARC/')) {
      // Records end in empty lines; anything else means that the last one was not as long as it said.
      if (line !== '' && !isLost) yield { kind: 'broken', number };
      isLost ||= line !== '';
      continue;
    }
    isLost = false;
    number += 1;
    const headers = await readHeaders(queue);
    const sizeBytes = Number(headers.get('content-length') ?? Number.NaN);
    if (!Number.isSafeInteger(sizeBytes) || sizeBytes < 0) {
      isLost = true;
      yield { kind: 'broken', number };
      continue;
    }
    let left = sizeBytes;
    let isCut = false;
    yield {
      kind: 'record',
      number,
      headers,
      sizeBytes,
      async block(most) {
        const length = Math.min(most, left);
        left -= length;
        const block = await queue.take(length);
        isCut = block.length < length;
        if (isCut && holdsRecord(block)) throw new SourceProblem('damaged');
        return block;
      },
    };
    if (isCut) return yield { kind: 'cut', number };
    await queue.skip(left);
  }
}

/** Whether another record begins in a block: what reached the end of the archive was then not cut, but lied. */
function holdsRecord(block: Uint8Array): boolean {
  const mark = [0x0a, 0x57, 0x41, 0x52, 0x43, 0x2f];
  for (let at = block.indexOf(0x0a); at !== -1; at = block.indexOf(0x0a, at + 1))
    if (mark.every((byte, offset) => block[at + offset] === byte)) return true;
  return false;
}

/** The lines up to an empty one; lines that begin with a space go on from the last. */
async function readHeaders(queue: ByteQueue): Promise<Map<string, string>> {
  const headers = new Map<string, string>();
  let last = '';
  for (let line = await queue.line(); line !== null && line !== ''; line = await queue.line()) {
    if (headers.size >= mostHeaders) continue;
    const more = /^[ \t]/.test(line);
    const header = more ? null : splitHeader(line);
    if (header !== null) {
      last = header.name;
      headers.set(last, header.value);
    } else if (more) headers.set(last, `${headers.get(last) ?? ''} ${line.trim()}`.slice(0, longestValue));
  }
  return headers;
}

type Stretch = {
  readonly queue: ByteQueue;
  /** Once it was read to its end: whether the archive's own end is missing. */
  isCut(): boolean;
};

/**
 * The archive as stretches that can be read without a break: one for a sound file. Behind a part that does not unpack,
 * the next one that does begins a new stretch.
 */
async function* openStretches(source: FileSource, budget: InflateBudget): AsyncGenerator<Stretch> {
  const archive = readAhead(source);
  const end = source.sizeBytes;
  const isPacked = isGzip(await archive.read(0, 3));
  if (!isPacked) {
    const chunks = inflateChunks({ source: archive, start: 0, end, method: 'stored' }, budget);
    return yield { queue: queueOf(chunks), isCut: () => false };
  }
  for (let start: number | null = 0; start !== null; ) {
    let member: number = start;
    const from: number = start;
    const onMember = (at: number) => {
      member = from + at;
    };
    const packed = { source: archive, start, end, method: 'gzip', onMember } as const;
    const after = () => findMember(archive, member + 1);
    const chunks = watchEnd(inflateChunks(packed, budget), after);
    yield { queue: queueOf(chunks), isCut: chunks.isCut };
    start = chunks.hasEnded() ? null : await after();
  }
}

/**
 * The same chunks, with word whether they came to their end: their proper one, or, where `isCut`, that of an archive cut
 * short. Where `findNext` finds another part behind one that does not end, that one was broken and not cut.
 */
function watchEnd(
  chunks: AsyncGenerator<Uint8Array>,
  findNext: () => Promise<number | null>,
): AsyncIterator<Uint8Array> & { hasEnded(): boolean; isCut(): boolean } {
  let hasEnded = false;
  let isCut = false;
  return {
    hasEnded: () => hasEnded,
    isCut: () => isCut,
    async next() {
      try {
        const result = await chunks.next();
        if (result.done) hasEnded = true;
        return result;
      } catch (error) {
        if (!tellsCut(error) || (await findNext()) !== null) throw error;
        hasEnded = true;
        isCut = true;
        return { done: true, value: undefined };
      }
    },
  };
}

function tellsCut(error: unknown): boolean {
  return error instanceof SourceProblem && error.detail.cut !== undefined;
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}

const searchBytes = 262_144;

/** Where the next part of a gzip file may begin; `null` when nowhere. */
async function findMember(source: FileSource, from: number): Promise<number | null> {
  for (let at = from; at + 18 <= source.sizeBytes; at += searchBytes) {
    const block = await readWhole(source, at, Math.min(at + searchBytes + 3, source.sizeBytes));
    for (let found = block.indexOf(0x1f); found !== -1; found = block.indexOf(0x1f, found + 1))
      if (isGzip(block.subarray(found, found + 3)) && (block[found + 3] ?? 0) < 32) return at + found;
  }
  return null;
}
