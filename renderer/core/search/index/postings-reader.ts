import { ByteReader } from './byte-writer.ts';
import { fieldCount, fieldNumbers } from './postings-writer.ts';

/** Reads what `PostingsWriter` wrote of a form. */
export class PostingsReader {
  private readonly reader: ByteReader;
  private readonly counts = new Uint32Array(fieldCount);
  private readonly lists = new Uint32Array(fieldCount);
  private readonly bits = new Uint32Array(fieldCount);
  /** The documents of the list read last, ascending. */
  documents = new Uint32Array(256);
  /** How often the form stands in each. */
  frequencies = new Uint32Array(256);

  constructor(payloads: Uint8Array) {
    this.reader = new ByteReader(payloads);
  }

  /** Go to the form whose bytes begin at `start`. */
  open(start: number): void {
    const { reader, counts, lists, bits } = this;
    reader.at = start;
    const mask = reader.varint();
    for (let field = 0; field < fieldCount; field++) {
      counts[field] = 0;
      if ((mask & (1 << field)) === 0) continue;
      const count = reader.varint();
      counts[field] = count;
      const length = count > 1 ? reader.varint() : 0;
      lists[field] = reader.at;
      if (count > 1) reader.at += length;
      else if ((reader.varint() & 1) === 0) reader.varint();
      const isLast = mask >>> (field + 1) === 0;
      const positionBytes = isLast ? 0 : reader.varint();
      bits[field] = reader.at;
      reader.at += positionBytes;
    }
  }

  /** In how many documents the form stands in a field. */
  countOf(field: number): number {
    return this.counts[field] ?? 0;
  }

  /** In bits, where the positions of a field begin. */
  bitsOf(field: number): number {
    return (this.bits[field] ?? 0) * 8;
  }

  /** Read the documents and frequencies of a field; answers how many. */
  read(field: number): number {
    const count = this.counts[field] ?? 0;
    if (count > this.documents.length) {
      this.documents = new Uint32Array(count * 2);
      this.frequencies = new Uint32Array(count * 2);
    }
    const { documents, frequencies } = this;
    const { bytes } = this.reader;
    let at = this.lists[field] ?? 0;
    let document = -1;
    for (let i = 0; i < count; i++) {
      let byte = bytes[at++] ?? 0;
      let value = byte & 0x7f;
      for (let shift = 7; byte >= 0x80; shift += 7) {
        byte = bytes[at++] ?? 0;
        value |= (byte & 0x7f) << shift;
      }
      document += (value >>> 1) + 1;
      documents[i] = document;
      if ((value & 1) === 1) frequencies[i] = 1;
      else {
        byte = bytes[at++] ?? 0;
        value = byte & 0x7f;
        for (let shift = 7; byte >= 0x80; shift += 7) {
          byte = bytes[at++] ?? 0;
          value |= (byte & 0x7f) << shift;
        }
        frequencies[i] = value + 2;
      }
    }
    return count;
  }
}

/** The fields that are searched. */
export function fieldsAsked(field: 'title' | 'text' | null, inNoise: boolean): readonly number[] {
  const { title, text, noise } = fieldNumbers;
  if (field === 'title') return [title];
  const inText = inNoise ? [text, noise] : [text];
  return field === 'text' ? inText : [title, ...inText];
}
