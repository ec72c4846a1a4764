import type { Attachment } from 'postal-mime';
import { recogniseFormat } from '#core/import/recognise-format.ts';

/** An attachment with a name to go by and its bytes. */
export type Attached = { readonly name: string; readonly bytes: Uint8Array; readonly isReadable: boolean };

/** The attachments of a mail, the pictures that its own text shows left out. */
export function attachedFiles(attachments: readonly Attachment[]): Attached[] {
  const met = new Map<string, number>();
  return attachments
    .filter(({ related, mimeType }) => !(related && mimeType.startsWith('image/')))
    .map((attachment, at) => {
      const bytes = bytesOf(attachment.content);
      const plain = nameOf(attachment, at);
      const times = (met.get(plain) ?? 0) + 1;
      met.set(plain, times);
      const name = times === 1 ? plain : `${plain}#${times}`;
      return { name, bytes, isReadable: isReadable(attachment, plain, bytes) };
    });
}

function bytesOf(content: Attachment['content']): Uint8Array {
  if (typeof content === 'string') return new TextEncoder().encode(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}

const endings = new Map([
  ['text/html', '.html'],
  ['text/plain', '.txt'],
  ['message/rfc822', '.eml'],
  ['application/pdf', '.pdf'],
]);

/** Without slashes, which would read as folders. */
function nameOf({ filename, mimeType }: Attachment, at: number): string {
  const given = (filename ?? '').split(/[/\\]/).at(-1)?.trim() ?? '';
  return given === '' ? `attachment-${at + 1}${endings.get(mimeType) ?? ''}` : given;
}

const readableEnding =
  /\.(?:txt|md|x?html?|mht(?:ml)?|pdf|docx|odt|rtf|epub|eml|mbox|csv|tsv|jsonl?|ndjson|zip|warc|wacz|gz)$/i;
const notForReading = /^text\/(?:calendar|x-vcard|vcard|css|javascript|rfc822-headers)$/i;

/** Whether an attachment may hold an article, by what it is: pictures, cards and signatures do not. */
function isReadable({ mimeType }: Attachment, name: string, bytes: Uint8Array): boolean {
  const format = recogniseFormat(bytes);
  if (format !== null) return format === 'pdf' || format === 'rtf' || readableEnding.test(name);
  if (readableEnding.test(name) || mimeType === 'message/rfc822') return true;
  return mimeType.startsWith('text/') && !notForReading.test(mimeType);
}
