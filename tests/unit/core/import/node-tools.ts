import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import iconv from 'iconv-lite';
import type { Tools } from '#core/import/tools.ts';

/** What the worker gives import, for Node: its `TextDecoder` reads windows-1252 wrongly (nodejs/node#56542). */
export const nodeTools: Tools = {
  decode: (bytes, label) =>
    label.startsWith('utf-')
      ? new TextDecoder(label, { ignoreBOM: true }).decode(bytes)
      : iconv.decode(Buffer.from(bytes), label),
  encode: (text) => new TextEncoder().encode(text),
  sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
  characterMap: async (name) =>
    new Uint8Array(await readFile(resolve('node_modules/pdfjs-dist/cmaps', `${name}.bcmap`))),
};
