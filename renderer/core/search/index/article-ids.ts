import type { ArticleId } from '#core/ids.ts';
import { ByteReader, ByteWriter } from './byte-writer.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Pack ids: 16 bytes each when all are UUIDs, as those the program makes are. */
export function packIds(ids: readonly string[]): Uint8Array {
  const writer = new ByteWriter(ids.length * 16 + 1);
  const areUuids = ids.every((id) => uuid.test(id));
  writer.byte(areUuids ? 1 : 0);
  for (const id of ids) {
    if (areUuids) {
      const digits = id.replaceAll('-', '');
      for (let at = 0; at < 32; at += 2) writer.byte(Number.parseInt(digits.slice(at, at + 2), 16));
    } else {
      writer.varint(id.length);
      for (let at = 0; at < id.length; at++) writer.varint(id.charCodeAt(at));
    }
  }
  return writer.view();
}

/** The ids of `size` documents, in order. */
export function unpackIds(bytes: Uint8Array, size: number): ArticleId[] {
  if (bytes[0] === 1) return Array.from({ length: size }, (_, at) => uuidAt(bytes, 1 + at * 16));
  const reader = new ByteReader(bytes, 1);
  return Array.from({ length: size }, () => {
    const length = reader.varint();
    return String.fromCharCode(...Array.from({ length }, () => reader.varint())) as ArticleId;
  });
}

const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

function uuidAt(bytes: Uint8Array, start: number): ArticleId {
  let text = '';
  for (let at = 0; at < 16; at++) {
    if (at === 4 || at === 6 || at === 8 || at === 10) text += '-';
    text += hex[bytes[start + at] ?? 0] ?? '';
  }
  return text as ArticleId;
}
