/** What import needs of the place it runs in. */
export type Tools = {
  /** Decode the whole of `bytes`, U+FFFD for what does not read; `label` is one of `TextDecoder`'s. */
  decode(bytes: Uint8Array, label: string): string;
  encode(text: string): Uint8Array;
  /** In lower-case hexadecimal. */
  sha256(bytes: Uint8Array): Promise<string>;
  /** A table of characters of East Asian fonts, by its name; rejects when the program has none of that name. */
  characterMap(name: string): Promise<Uint8Array>;
};
