import { SourceProblem } from '#core/import/file-source.ts';
import { zipKind } from '#core/import/recognise-format.ts';
import { refuse } from '#core/import/refusal.ts';
import { readDocx } from './docx.ts';
import { readEpub } from './epub.ts';
import type { Extraction, Extractor } from './extraction.ts';
import { readOdt } from './odt.ts';
import { openZippedParts, type ZippedParts } from './zipped-parts.ts';

/** Reads one kind of document from its parts. @throws SourceProblem when it can't. */
export type PartsReader = (parts: ZippedParts) => Promise<Extraction>;

const readers: ReadonlyMap<string, PartsReader> = new Map([
  ['docx', readDocx],
  ['odt', readOdt],
  ['epub', readEpub],
]);

/** A document that is a zip file: DOCX, ODT or EPUB by what is in it. */
export const extractZipped: Extractor = async (given, tools) => {
  const { name, bytes } = given;
  const kind = zipKind(name, bytes);
  const read = readers.get(kind);
  if (read === undefined) {
    // Of half a document nothing but its name may tell what it was.
    const ending = /\.(docx|odt|epub)$/i.exec(name)?.[1]?.toLowerCase();
    if (kind === 'archive' && ending !== undefined) return refuse(name, 'damaged', { format: ending });
    return refuse(name, 'unsupported', { format: kind });
  }
  try {
    return await read(await openZippedParts(given, tools));
  } catch (error) {
    if (error instanceof SourceProblem) return refuse(name, error.reason, { format: kind, ...error.detail });
    const message = String(error).slice(0, 200);
    return refuse(name, 'damaged', { format: kind, message });
  }
};
