import type { Article, MediaType } from '#core/article.ts';
import { decodeOneByte } from '#core/import/one-byte.ts';
import type { Desktop } from '#shared/ipc.ts';
import type { Session } from '#state/session.ts';
import type { Importer } from '#workers/importer.ts';

/** An article's file and text side by side. */
export type OriginalView = {
  /** The file's bytes as text; `null` of formats that are no text. */
  readonly original: string | null;
  /** What was taken out of the file, before it was repaired; of plain text the file itself. */
  readonly taken: string | null;
  readonly text: string | null;
};

/** Formats whose bytes a person can read. */
const readable: ReadonlySet<MediaType> = new Set([
  'text/plain',
  'text/html',
  'multipart/related',
  'message/rfc822',
  'application/rtf',
  'text/csv',
  'application/json',
]);

/** Read the kept file of an article as it is, and as the text it gives without any repair. `null`: it is missing. */
export async function readOriginal(
  session: Session,
  article: Article,
  how: {
    readonly desktop: Pick<Desktop, 'readKept'>;
    readonly importer: Importer;
    readonly signal: AbortSignal;
  },
): Promise<OriginalView | null> {
  const bytes = await how.desktop.readKept({ kind: 'original', sha256: article.originalSha256 });
  if (bytes === null) return null;
  const text = await session.readText(article).catch(() => null);
  const original = readable.has(article.mediaType) ? decode(bytes, article.encoding) : null;
  if (article.mediaType === 'text/plain') return { original, taken: original, text };
  const { originalName: name, steps, encoding: label } = article;
  const encoding = original === null ? {} : { encoding: label };
  const plain = await how.importer.importFile(
    { name, bytes, steps, asItStands: true, ...encoding },
    how.signal,
  );
  const taken = plain.kind === 'refused' ? null : new TextDecoder().decode(plain.text);
  return { original, taken, text };
}

/** With its byte order mark, which is one of the things that are left out. */
function decode(bytes: Uint8Array, label: string): string | null {
  try {
    return decodeOneByte(bytes, label) ?? new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}
