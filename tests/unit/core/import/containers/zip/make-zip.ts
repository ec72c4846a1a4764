import { deflateRawSync } from 'node:zlib';
import { crc32 } from '#core/import/containers/crc32.ts';

/** An entry as it is written, with lies where they are asked for. */
export type MadeEntry = {
  readonly name: string;
  readonly data: Uint8Array;
  readonly isDeflated?: boolean;
  /** What the directory says instead of the truth. */
  readonly said?: { readonly sizeBytes?: number; readonly start?: number; readonly crc?: number };
};

/** A zip file with a directory that says what the test wants it to say. */
export function makeZip(entries: readonly MadeEntry[]): Uint8Array {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, data, isDeflated, said } of entries) {
    const packed = isDeflated ? deflateRawSync(data) : Buffer.from(data);
    const rawName = Buffer.from(name);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(0x800, 2);
    fields.writeUInt16LE(isDeflated ? 8 : 0, 4);
    fields.writeUInt32LE(said?.crc ?? crc32(data), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(said?.sizeBytes ?? data.length, 18);
    fields.writeUInt16LE(rawName.length, 22);
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, rawName, packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(said?.start ?? at, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x03', 'latin1'), fields, rest, rawName);
    at += 30 + rawName.length + packed.length;
  }
  const size = central.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length % 65_536, 8);
  end.writeUInt16LE(entries.length % 65_536, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, ...central, end]));
}
