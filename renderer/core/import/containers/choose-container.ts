import { Gunzip } from 'fflate';
import { openMail, openMailbox } from '#core/import/mail/open-mail.ts';
import { recogniseMail } from '#core/import/mail/recognise-mail.ts';
import { recogniseFormat, zipKind } from '#core/import/recognise-format.ts';
import { openTable } from '#core/import/tables/open-table.ts';
import { recogniseTable } from '#core/import/tables/recognise-table.ts';
import type { ContainerReader } from './member.ts';
import { readGzip } from './read-gzip.ts';
import { isTar, readTar } from './read-tar.ts';
import { readWacz } from './warc/read-wacz.ts';
import { readWarc } from './warc/read-warc.ts';
import { readZipArchive } from './zip/read-zip-archive.ts';

/**
 * The reader for a file that holds several, by its first bytes and its name; `null` when it is one article.
 *
 * @param head The first 4 KB of the file, or all of it when it is shorter.
 */
export function chooseContainer(name: string, head: Uint8Array): ContainerReader | null {
  if (head[0] === 0x1f && head[1] === 0x8b) {
    const isArchive = /\.warc\.gz$/i.test(name) || isWarc(beginningOf(head));
    return isArchive ? readWarc : readGzip;
  }
  if (isWarc(head)) return readWarc;
  if (isTar(head)) return readTar;
  if (recogniseFormat(head) === 'zip') return archiveReaders.get(zipKind(name, head)) ?? null;
  const mail = recogniseMail(name, head);
  if (mail === 'mailbox') return openMailbox;
  if (mail === 'message') return openMail;
  const table = recogniseTable(name, head);
  return table === null ? null : openTable(table);
}

const archiveReaders = new Map([
  ['archive', readZipArchive],
  ['wacz', readWacz],
]);

function isWarc(head: Uint8Array): boolean {
  return /^WARC\/\d/.test(String.fromCharCode(...head.subarray(0, 6)));
}

/** What the beginning of a gzip file unpacks to, as far as that can be told. */
function beginningOf(packed: Uint8Array): Uint8Array {
  let first: Uint8Array = new Uint8Array(0);
  try {
    new Gunzip((chunk) => {
      if (first.length === 0) first = chunk;
    }).push(packed);
  } catch {
    // Whoever reads it will say that it is broken.
  }
  return first;
}
