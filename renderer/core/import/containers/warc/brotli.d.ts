// The decoder alone, with an output of ours: its front door unpacks to memory without a limit.

declare module 'brotli/dec/decode.js' {
  /** Answers how many bytes it has put into `into` from `at` on. */
  type Input = { read(into: Uint8Array, at: number, count: number): number };
  /** Called each time the window is full, and at the end. */
  type Output = {
    readonly buffer: { readonly length: number };
    write(window: Uint8Array, count: number): number;
  };
  /** Throws when the bytes are no Brotli (RFC 7932). */
  export function BrotliDecompress(input: Input, output: Output): void;
}
