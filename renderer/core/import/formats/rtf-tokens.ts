/** A piece of an RTF file. */
export type RtfToken =
  | { readonly kind: 'open' }
  | { readonly kind: 'close' }
  /** `\par`, `\u8217`: `number` is `null` when none is written. */
  | { readonly kind: 'word'; readonly word: string; readonly number: number | null }
  /** `\~`, `\*`: one character that is no letter. */
  | { readonly kind: 'symbol'; readonly symbol: string }
  /** Characters as bytes, in the code page that holds where they stand. */
  | { readonly kind: 'bytes'; readonly bytes: string };

/** Cut an RTF file, one character a byte, into its pieces. */
export function* readRtfTokens(source: string): Generator<RtfToken> {
  let at = 0;
  while (at < source.length) {
    const { token, end } = source.charAt(at) === '\\' ? readControl(source, at) : readPlain(source, at);
    if (token) yield token;
    at = end;
  }
}

/** A piece and where it ends; no piece for a line end, which means nothing. */
type Read = { readonly token: RtfToken | null; readonly end: number };

const plain = /[^\\{}\r\n]+/y;
const word = /\\([a-zA-Z]{1,32})(-?\d{1,10})? ?/y;
const hex = /\\'([0-9a-fA-F]{2})/y;

function readPlain(source: string, at: number): Read {
  const sign = source.charAt(at);
  if (sign === '{') return { token: { kind: 'open' }, end: at + 1 };
  if (sign === '}') return { token: { kind: 'close' }, end: at + 1 };
  if (sign === '\r' || sign === '\n') return { token: null, end: at + 1 };
  const bytes = matchAt(plain, source, at)?.[0] ?? sign;
  return { token: { kind: 'bytes', bytes }, end: at + bytes.length };
}

function readControl(source: string, at: number): Read {
  const found = matchAt(word, source, at);
  if (found?.[1] !== undefined) {
    const number = found[2] === undefined ? null : Number(found[2]);
    // Data in the raw: its length is the number.
    const data = found[1] === 'bin' ? Math.max(0, number ?? 0) : 0;
    return { token: { kind: 'word', word: found[1], number }, end: at + found[0].length + data };
  }
  const byte = matchAt(hex, source, at);
  if (byte?.[1] === undefined)
    return { token: { kind: 'symbol', symbol: source.charAt(at + 1) }, end: at + 2 };
  const bytes = String.fromCharCode(Number.parseInt(byte[1], 16));
  return { token: { kind: 'bytes', bytes }, end: at + byte[0].length };
}

function matchAt(pattern: RegExp, source: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(source);
}
