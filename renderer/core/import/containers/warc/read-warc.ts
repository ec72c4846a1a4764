import type { ContainerReader, Member, Opening } from '#core/import/containers/member.ts';
import { countPassedOver, type PassedOver } from '#core/import/containers/passed-over.ts';
import { SourceProblem } from '#core/import/file-source.ts';
import { largestBytes } from '#core/import/import-file.ts';
import { noFacts } from '#core/import/page-facts.ts';
import { isHtml } from '#core/import/recognise-format.ts';
import { type Refusal, refuse } from '#core/import/refusal.ts';
import { type HttpAnswer, plainBody, readAnswer, readContentType } from './http-answer.ts';
import { readRecords, type WarcRecord } from './read-records.ts';

/**
 * Open a web archive: the pages and documents its servers answered with, each with its address and when it was taken.
 * Pictures, scripts, redirections and errors are counted and passed over.
 */
export const readWarc: ContainerReader = async function* (opening) {
  const { source, budget, signal } = opening;
  const passed = countPassedOver(source.path);
  let broken = 0;
  let isCut = false;
  for await (const record of readRecords(source, budget)) {
    signal.throwIfAborted();
    if (record.kind !== 'record') {
      if (record.kind === 'broken') broken += 1;
      isCut ||= record.kind === 'cut';
      continue;
    }
    const outcome = await readRecord(record, opening, passed);
    if (outcome !== null) yield outcome;
  }
  yield* passed.refusals();
  if (broken > 0) yield refuse(source.path, 'damaged', { broken });
  if (isCut && source.isCut !== true) yield refuse(source.path, 'damaged', { cut: 1 });
};

async function readRecord(
  record: WarcRecord,
  opening: Opening,
  passed: PassedOver,
): Promise<Member | Refusal | null> {
  const address = (record.headers.get('warc-target-uri') ?? '').replace(/^<|>$/g, '');
  const kind = record.headers.get('warc-type');
  if (kind === 'revisit') passed.count('revisit', address);
  if ((kind !== 'response' && kind !== 'resource') || !/^(?:https?|file):/i.test(address)) return null;
  const path = `#${record.number} ${address.slice(0, longestAddress)}`;
  try {
    const block = await record.block(largestBytes);
    if (block.length === 0 && record.sizeBytes > 0) throw new SourceProblem('damaged');
    const answer = kind === 'response' ? readResponse(block) : readResource(block, record);
    const isCut = block.length < Math.min(record.sizeBytes, largestBytes);
    const why = notAnArticle(answer, address);
    if (why === null) return await readMember(record, answer, { address, path, isCut, opening });
    passed.count(why, address);
    return null;
  } catch (error) {
    if (!(error instanceof SourceProblem) || error.reason === 'changed' || error.reason === 'bomb')
      throw error;
    return refuse(`${opening.source.path} ${path}`, error.reason, error.detail);
  }
}

function readResponse(block: Uint8Array): HttpAnswer {
  const answer = readAnswer(block);
  if (answer === null) throw new SourceProblem('damaged');
  return answer;
}

/** A resource has no answer around it: it is as if it had been answered with its own type. */
function readResource(body: Uint8Array, { headers }: WarcRecord): HttpAnswer {
  const type = headers.get('content-type') ?? '';
  return { status: 200, headers: new Map([['content-type', type]]), body };
}

const longestAddress = 400;

function notAnArticle(answer: HttpAnswer, address: string): 'web-answer' | 'web-part' | null {
  if (answer.status < 200 || answer.status > 299) return 'web-answer';
  return isArticle(answer, address) ? null : 'web-part';
}

/** Whether it may be an article: by what the server called it, or by itself where that says nothing. */
function isArticle({ headers, body }: HttpAnswer, address: string): boolean {
  if (body.length === 0) return false;
  const { type } = readContentType(headers.get('content-type') ?? '');
  if (type !== '' && type !== 'application/octet-stream') return isReadable(type, address);
  return isHtml('', body) || String.fromCharCode(...body.subarray(0, 5)) === '%PDF-';
}

function isReadable(type: string, address: string): boolean {
  if (type === 'text/plain')
    return !/\/(?:robots|ads|app-ads|humans|security)\.txt$|\.(?:m?js|css|json)$/i.test(pathOf(address));
  return readable.test(type);
}

const readable =
  /^(?:text\/html|application\/(?:xhtml\+xml|pdf|rtf|msword|epub\+zip|zip|vnd\.openxmlformats-officedocument\.wordprocessingml\.document|vnd\.oasis\.opendocument\.text)|text\/rtf|message\/rfc822|multipart\/related)$/;

function pathOf(address: string): string {
  return address.replace(/[?#].*$/s, '');
}

type Place = {
  readonly address: string;
  readonly path: string;
  readonly isCut: boolean;
  readonly opening: Opening;
};

async function readMember(
  record: WarcRecord,
  answer: HttpAnswer,
  { address, path, isCut, opening }: Place,
): Promise<Member> {
  if (record.sizeBytes > largestBytes)
    throw new SourceProblem('too-large', { sizeBytes: record.sizeBytes, largestBytes });
  const { type, charset } = readContentType(answer.headers.get('content-type') ?? '');
  const archived = record.headers.get('warc-date') ?? null;
  return {
    kind: 'member',
    name: nameFor(address, /html/.test(type)),
    path,
    bytes: await plainBody(answer, { most: largestBytes, isCut, budget: opening.budget }),
    facts: { ...noFacts, ground: 'archive', address, archived },
    ...(charset === null ? {} : { charset }),
    ...(isCut ? { isCut } : {}),
  };
}

/** The last part of an address as a file's name; that of the server when there is none. */
function nameFor(address: string, isPage: boolean): string {
  const [, host = '', path = ''] = /^[a-z]+:\/\/([^/?#]*)([^?#]*)/i.exec(address) ?? [];
  const last = decoded(path.split('/').filter(Boolean).at(-1) ?? host).slice(0, 200);
  return isPage && !/\.x?html?$/i.test(last) ? `${last}.html` : last;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
