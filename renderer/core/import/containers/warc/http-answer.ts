import { splitHeader } from './header-line.ts';
import { packingOf, type Unpacking, unpackBody } from './unpack-body.ts';

/** What a web server answered, as it was kept. */
export type HttpAnswer = {
  readonly status: number;
  /** By their names in lower case; the last of several. */
  readonly headers: ReadonlyMap<string, string>;
  /** As it was sent, packed or in chunks. */
  readonly body: Uint8Array;
};

/** Take an answer apart; `null` when it is none. */
export function readAnswer(block: Uint8Array): HttpAnswer | null {
  const headEnd = endOfHead(block);
  const head = Array.from(block.subarray(0, Math.min(headEnd, 65_536)), (byte) =>
    String.fromCharCode(byte),
  ).join('');
  const status = /^HTTP\/\d(?:\.\d)? (\d{3})/.exec(head)?.[1];
  if (status === undefined) return null;
  const headers = new Map<string, string>();
  for (const line of head.split(/\r?\n/).slice(1)) {
    const header = splitHeader(line);
    if (header !== null) headers.set(header.name, header.value);
  }
  return { status: Number(status), headers, body: block.subarray(headEnd) };
}

/** Behind the empty line. */
function endOfHead(block: Uint8Array): number {
  for (let at = block.indexOf(10); at !== -1; at = block.indexOf(10, at + 1)) {
    if (block[at + 1] === 10) return at + 2;
    if (block[at + 1] === 13 && block[at + 2] === 10) return at + 3;
  }
  return block.length;
}

/**
 * The body as it was meant: out of its chunks and unpacked. Programs that keep answers often do this and leave the
 * headers as they were, so the bytes themselves are believed.
 *
 * @throws SourceProblem `unsupported` when it is packed in a way that is not read, `too-large`, `damaged`, `bomb`.
 */
export async function plainBody({ headers, body }: HttpAnswer, how: Unpacking): Promise<Uint8Array> {
  const isChunked = /\bchunked\b/i.test(headers.get('transfer-encoding') ?? '');
  const whole = (isChunked ? joinChunks(body) : null) ?? body;
  const packing = packingOf(whole, headers.get('content-encoding')?.toLowerCase() ?? '');
  return packing === null ? whole : joined(await unpackBody(whole, packing, how));
}

/** The body of an answer sent in chunks (RFC 9112 §7.1); `null` when it is not in chunks after all. */
function joinChunks(body: Uint8Array): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  for (let at = 0; at < body.length; ) {
    const lineEnd = body.indexOf(10, at);
    const line =
      lineEnd === -1 || lineEnd - at > 200 ? '' : String.fromCharCode(...body.subarray(at, lineEnd));
    const size = /^([0-9a-f]{1,8})\s*(?:;.*)?\r?$/i.exec(line)?.[1];
    if (size === undefined) return chunks.length === 0 ? null : joined(chunks);
    const bytes = Number.parseInt(size, 16);
    if (bytes === 0) break;
    const chunk = body.subarray(lineEnd + 1, lineEnd + 1 + bytes);
    chunks.push(chunk);
    at = lineEnd + 1 + bytes;
    if (body[at] === 13) at += 1;
    if (body[at] === 10) at += 1;
  }
  return joined(chunks);
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** The media type and the charset of a `Content-Type`. */
export function readContentType(value: string): { readonly type: string; readonly charset: string | null } {
  const type = /^\s*([^;\s]+)/.exec(value)?.[1]?.toLowerCase() ?? '';
  return { type, charset: /;\s*charset\s*=\s*["']?([\w:.-]{1,40})/i.exec(value)?.[1]?.toLowerCase() ?? null };
}
