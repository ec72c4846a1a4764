import { strFromU8 } from 'fflate';

/** A value as SQLite keeps it; numbers beyond 2⁵³ lose their last digits. */
export type SqliteValue = number | string | Uint8Array | null;

/** A number of one to nine bytes, seven bits in each but the last, and where the next thing begins. */
export function readVarint(bytes: Uint8Array, at: number): { readonly value: number; readonly next: number } {
  let value = 0;
  for (let index = 0; index < 8; index++) {
    const byte = byteAt(bytes, at + index);
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, next: at + index + 1 };
  }
  return { value: value * 256 + byteAt(bytes, at + 8), next: at + 9 };
}

/**
 * The first `most` columns of a record: a head with the kind of each, then their contents.
 *
 * @throws RangeError when the record is cut before their end.
 */
export function decodeRecord(record: Uint8Array, most = Number.POSITIVE_INFINITY): SqliteValue[] {
  const head = readVarint(record, 0);
  const values: SqliteValue[] = [];
  let content = head.value;
  for (let at = head.next; at < head.value && values.length < most; ) {
    const kind = readVarint(record, at);
    at = kind.next;
    const length = lengthOf(kind.value);
    if (content + length > record.length) throw new RangeError('a column leaves its record');
    values.push(decode(record.subarray(content, content + length), kind.value));
    content += length;
  }
  return values;
}

function lengthOf(kind: number): number {
  if (kind >= 12) return Math.floor((kind - 12) / 2);
  return [0, 1, 2, 3, 4, 6, 8, 8, 0, 0, 0, 0][kind] ?? 0;
}

function decode(bytes: Uint8Array, kind: number): SqliteValue {
  if (kind >= 12) return kind % 2 === 0 ? bytes : strFromU8(bytes);
  if (kind === 0) return null;
  if (kind === 7) return new DataView(bytes.buffer, bytes.byteOffset, 8).getFloat64(0);
  if (kind === 8 || kind === 9) return kind - 8;
  const isNegative = ((bytes[0] ?? 0) & 0x80) !== 0;
  const value = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  return isNegative ? value - 256 ** bytes.length : value;
}

function byteAt(bytes: Uint8Array, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new RangeError('past the end');
  return byte;
}
