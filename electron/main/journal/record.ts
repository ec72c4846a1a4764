import { createHash } from 'node:crypto';
import type { DeviceId, WorkspaceId } from '#core/ids.ts';

/*
 * One record of a journal, all numbers big-endian:
 *
 *   0        4        6           22         30       38       70
 *   | length | format | device id | sequence | time   | hash   | body … |
 *     u32      u16      16 bytes    u64        u64      32       UTF-8 JSON of an Edit
 *
 * The highest bit of `format` says that the next record was asked for together with this one: after a crash either
 * all records of a request count, or none. `length` counts what follows it. `hash` is SHA-256(hash of the device's previous record ‖ bytes 0…37 ‖ body); the
 * first record's "previous" is SHA-256(workspace id). Later formats may change the body (encrypt it) but keep this
 * head and this rule, so that every version can check every chain.
 */

/** The record format this version writes, and the newest it can read. */
export const RECORD_FORMAT = 1;

/** Bytes before the body. */
export const HEAD_BYTES = 70;

/** No body may be larger: a length above it is damage. */
export const MAX_BODY_BYTES = 256 * 1024 * 1024;

const CONTINUES = 0x8000;
const HASHED_HEAD_BYTES = 38;
const LENGTH_BYTES = 4;

export type RecordHead = {
  readonly format: number;
  /** Whether the next record belongs to the same request. */
  readonly continues: boolean;
  readonly device: DeviceId;
  /** The device's own numbering, from 1. */
  readonly sequence: number;
  /** Hybrid logical time: 48 bits of milliseconds, 16 bits of counter. */
  readonly time: bigint;
};

/** The hash that stands before a device's first record: it ties a journal to its workspace. */
export function firstHash(workspace: WorkspaceId): Buffer {
  return createHash('sha256').update(workspace, 'utf8').digest();
}

/** A record's bytes, its hash in place. */
export function encodeRecord(head: RecordHead, previousHash: Uint8Array, body: Uint8Array): Buffer {
  const record = Buffer.allocUnsafe(HEAD_BYTES + body.length);
  record.writeUInt32BE(HEAD_BYTES - LENGTH_BYTES + body.length, 0);
  record.writeUInt16BE(head.format | (head.continues ? CONTINUES : 0), 4);
  record.set(deviceBytes(head.device), 6);
  record.writeBigUInt64BE(BigInt(head.sequence), 22);
  record.writeBigUInt64BE(head.time, 30);
  record.set(body, HEAD_BYTES);
  record.set(hashOf(record, previousHash), HASHED_HEAD_BYTES);
  return record;
}

/** Length of a record by its first four bytes; `null` when no record can have it. */
export function recordLength(start: Buffer): number | null {
  const rest = start.readUInt32BE(0);
  const length = rest + LENGTH_BYTES;
  return length < HEAD_BYTES || length > HEAD_BYTES + MAX_BODY_BYTES ? null : length;
}

/** The head of a whole record; `null` when the record is not what its device wrote after `previousHash`. */
export function verifiedHead(record: Buffer, previousHash: Uint8Array): RecordHead | null {
  return hashOf(record, previousHash).equals(storedHash(record)) ? decodeHead(record) : null;
}

/** The head of a record that has been verified before. */
export function decodeHead(record: Buffer): RecordHead {
  const format = record.readUInt16BE(4);
  return {
    format: format & ~CONTINUES,
    continues: (format & CONTINUES) !== 0,
    device: deviceName(record.subarray(6, 22)),
    sequence: Number(record.readBigUInt64BE(22)),
    time: record.readBigUInt64BE(30),
  };
}

/** The hash a record carries. */
export function storedHash(record: Buffer): Buffer {
  return record.subarray(HASHED_HEAD_BYTES, HEAD_BYTES);
}

/** A device id (a UUID) as its 16 bytes. */
export function deviceBytes(device: DeviceId): Buffer {
  return Buffer.from(device.replaceAll('-', ''), 'hex');
}

function deviceName(bytes: Buffer): DeviceId {
  const hex = bytes.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') as DeviceId;
}

function hashOf(record: Buffer, previousHash: Uint8Array): Buffer {
  return createHash('sha256')
    .update(previousHash)
    .update(record.subarray(0, HASHED_HEAD_BYTES))
    .update(record.subarray(HEAD_BYTES))
    .digest();
}
