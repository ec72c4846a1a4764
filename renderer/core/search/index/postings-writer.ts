import { ByteWriter } from './byte-writer.ts';
import { BitWriter } from './packed-positions.ts';

/** The fields of the index, as numbered in it; `noise` holds the words of the text that are boilerplate. */
export const fieldNumbers = { title: 0, text: 1, noise: 2 } as const;

export const fieldCount = 3;

/** The words of each document, by field. */
export type Lengths = Readonly<Record<'title' | 'text' | 'noise', Uint32Array>>;

/**
 * Writes what a form holds: a byte with a bit for each of its fields; for each of these how many documents, the bytes
 * of what follows (left out for one document), for each document twice the step from the one before (from -1 for the
 * first, less one) plus 1 if the form stands there once only, else how often less two; the bytes of the positions (left
 * out in the last field) and the positions.
 */
export class PostingsWriter {
  private readonly lengths: Lengths;
  private readonly out = new ByteWriter();
  private readonly fields = Array.from({ length: fieldCount }, () => ({
    count: 0,
    document: -1,
    list: new ByteWriter(),
    bits: new BitWriter(),
  }));

  /** `lengths`, in words, of the documents the postings are of. */
  constructor(lengths: Lengths) {
    this.lengths = lengths;
  }

  begin(): void {
    for (const field of this.fields) {
      field.count = 0;
      field.document = -1;
      field.list.clear();
      field.bits.clear();
    }
  }

  /**
   * The form stands in a field of a document, at `positions[from]` and the `frequency - 1` that follow; documents of a
   * field in order.
   */
  add(
    field: number,
    document: number,
    positions: Uint32Array,
    [from, frequency]: readonly [number, number],
  ): void {
    this.addPosting(field, document, frequency);
    this.fields[field]?.bits.positions(positions, from, frequency, universeOf(this.lengths, field, document));
  }

  /** The same with its positions as they are packed in another segment: `count` bits from bit `start` of `bytes`. */
  addPacked(
    [field, document, frequency]: readonly [number, number, number],
    bytes: Uint8Array,
    start: number,
    count: number,
  ): void {
    this.addPosting(field, document, frequency);
    this.fields[field]?.bits.copy(bytes, start, count);
  }

  /** The bytes, good until the next `begin`. */
  finish(): Uint8Array {
    const { out, fields } = this;
    out.clear();
    let mask = 0;
    for (const [number, { count }] of fields.entries()) if (count > 0) mask |= 1 << number;
    out.byte(mask);
    for (const [number, { count, list, bits }] of fields.entries()) {
      if (count === 0) continue;
      const bitBytes = (bits.length + 7) >>> 3;
      out.varint(count);
      if (count > 1) out.varint(list.length);
      out.append(list.bytes, 0, list.length);
      if (mask >>> (number + 1) !== 0) out.varint(bitBytes);
      out.append(bits.bytes, 0, bitBytes);
    }
    return out.view();
  }

  private addPosting(number: number, document: number, frequency: number): void {
    const field = this.fields[number];
    if (field === undefined) return;
    field.list.varint((document - field.document - 1) * 2 + (frequency === 1 ? 1 : 0));
    if (frequency > 1) field.list.varint(frequency - 2);
    field.document = document;
    field.count++;
  }
}

/** Below what the positions in a field of a document are. */
export function universeOf(lengths: Lengths, field: number, document: number): number {
  if (field === fieldNumbers.title) return lengths.title[document] ?? 0;
  return (lengths.text[document] ?? 0) + (lengths.noise[document] ?? 0);
}
