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
  /** Its first bytes, up to `most`: once only, and before the next record is asked for. The rest is passed over. */
  block(most: number): Promise<Uint8Array>;
};

/** A place where records are broken; reading goes on behind it. */
export type BrokenRecord = { readonly kind: 'broken'; readonly number: number };

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
  for await (const queue of openStretches(source, budget)) {
    try {
      for await (const record of recordsIn(queue, number)) {
        if (record.kind === 'record') lostInARow = 0;
        number = record.number;
        yield record;
      }
    } catch (error) {
      if (!(error instanceof SourceProblem) || error.reason !== 'damaged') throw error;
      lostInARow += 1;
      yield { kind: 'broken', number: number + 1 };
      if (lostInARow > mostLost) return;
    }
  }
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
    yield {
      kind: 'record',
      number,
      headers,
      sizeBytes,
      block(most) {
        const length = Math.min(most, left);
        left -= length;
        return queue.take(length);
      },
    };
    await queue.skip(left);
  }
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

/**
 * The archive as stretches that can be read without a break: one for a sound file. Behind a part that does not unpack,
 * the next one that does begins a new stretch.
 */
async function* openStretches(source: FileSource, budget: InflateBudget): AsyncGenerator<ByteQueue> {
  const archive = readAhead(source);
  const end = source.sizeBytes;
  const isPacked = isGzip(await archive.read(0, 3));
  if (!isPacked)
    return yield queueOf(inflateChunks({ source: archive, start: 0, end, method: 'stored' }, budget));
  for (let start: number | null = 0; start !== null; ) {
    let member: number = start;
    const from: number = start;
    const onMember = (at: number) => {
      member = from + at;
    };
    const packed = { source: archive, start, end, method: 'gzip', onMember } as const;
    const chunks = watchEnd(inflateChunks(packed, budget));
    yield queueOf(chunks);
    start = chunks.isWhole() ? null : await findMember(archive, member + 1);
  }
}

/** The same chunks, with word whether they came to their proper end. */
function watchEnd(chunks: AsyncGenerator<Uint8Array>): AsyncIterator<Uint8Array> & { isWhole(): boolean } {
  let isWhole = false;
  return {
    isWhole: () => isWhole,
    async next() {
      const result = await chunks.next();
      if (result.done) isWhole = true;
      return result;
    },
  };
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
