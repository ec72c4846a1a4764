import { cutPieces } from '#core/import/containers/cut-pieces.ts';
import type { ContainerReader, Member, Opening } from '#core/import/containers/member.ts';
import { readWhole } from '#core/import/file-source.ts';
import type { Extractor } from '#core/import/formats/extraction.ts';
import { largestBytes } from '#core/import/import-file.ts';
import { type Refusal, refuse } from '#core/import/refusal.ts';
import { attachedFiles } from './attachments.ts';
import { extractionOf, extractMail } from './extract-mail.ts';
import { findMessages } from './find-messages.ts';
import { readMessage } from './read-message.ts';

/** Opens a mail: itself, and those of its attachments that can be read. */
export const openMail: ContainerReader = async function* (opening) {
  const { name, path, sizeBytes } = opening.source;
  if (sizeBytes > largestBytes) return yield refuse(path, 'too-large', { sizeBytes, largestBytes });
  const bytes = await readWhole(opening.source, 0, sizeBytes);
  yield* partsOf({ name, path: '', bytes }, opening);
};

/** Opens a mailbox, however large: its messages by number, each followed by its attachments. */
export const openMailbox: ContainerReader = async function* (opening) {
  const { source, signal } = opening;
  const shape = { width: 1, littleEnd: true } as const;
  let number = 0;
  for await (const { bytes } of cutPieces(source, findMessages(), { start: 0, shape, signal })) {
    number += 1;
    const path = `#${number}`;
    if (bytes === null) yield refuse(`${source.path} ${path}`, 'too-large', { sizeBytes: 0, largestBytes });
    else yield* partsOf({ name: `${source.name} ${path}`, path, bytes }, opening);
  }
};

type Part = Pick<Member, 'name' | 'path' | 'bytes'>;

async function* partsOf(mail: Part, { tools }: Opening): AsyncGenerator<Member | Refusal> {
  const given = { name: mail.name, bytes: mail.bytes };
  const message = mail.bytes.length > largestBytes ? null : await readMessage(given, tools);
  const attached = message === null ? [] : attachedFiles(message.email.attachments);
  // Read already, unless the analyst has chosen another encoding.
  const extract: Extractor = async (again, by) => {
    if (message === null || again.encoding !== undefined) return extractMail(again, by);
    return extractionOf(message, attached) ?? refuse(again.name, 'encrypted');
  };
  yield { kind: 'member', ...mail, facts: null, extract };
  for (const { name, bytes, isReadable } of attached) {
    const path = mail.path === '' ? name : `${mail.path}/${name}`;
    if (isReadable) yield { kind: 'member', name, path, bytes, facts: null };
  }
}
