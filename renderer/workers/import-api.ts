import { type Imported, importFile, type SourceFile } from '#core/import/import-file.ts';
import type { Refusal } from '#core/import/refusal.ts';
import type { Tools } from '#core/import/tools.ts';
import { transferring } from './rpc.ts';

const tools: Tools = {
  decode: (bytes, label) => new TextDecoder(label, { ignoreBOM: true }).decode(bytes),
  encode: (text) => new TextEncoder().encode(text),
  async sha256(bytes) {
    const digest = await crypto.subtle.digest('SHA-256', bytes as BufferSource);
    return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  },
};

/** What the import worker answers. */
export const importApi = {
  /** Read one file as an article; the canonical text's bytes are handed over, not copied. */
  async importFile(file: SourceFile): Promise<Imported | Refusal> {
    const outcome = await importFile(file, tools);
    return outcome.kind === 'refused' ? outcome : transferring(outcome, [outcome.text.buffer]);
  },
};
