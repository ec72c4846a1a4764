import PostalMime, { type Email } from 'postal-mime';
import { detectEncoding } from '#core/import/detect-encoding.ts';
import type { Given } from '#core/import/formats/extraction.ts';
import { decodeAs } from '#core/import/one-byte.ts';
import type { Tools } from '#core/import/tools.ts';
import { mailboxLine } from './recognise-mail.ts';

/** A message taken apart, with how its letters were read. */
export type Message = {
  readonly email: Email;
  /** The encoding that its first text names; where none is named, what the bytes tell. */
  readonly encoding: string;
  readonly ground: 'declared' | 'guessed' | 'chosen';
  /** Lines that a mailbox had marked so that they are not taken for the start of a message. */
  readonly unquoted: number;
};

const anyCharset = /(charset\s*=\s*)(?:"([^"\r\n]{1,60})"|([\w.:+-]{1,60}))/gi;

/** Take a message apart. `null` when it is broken past reading. */
export async function readMessage(given: Given, tools: Tools): Promise<Message | null> {
  const { bytes, unquoted } = outOfMailbox(given.bytes);
  const named = charsetsOf(bytes);
  const { encoding, ground } = encodingOf({ ...given, bytes }, named);
  const isTold = named.length > 0 && ground === 'declared';
  const readable = isTold ? bytes : inUtf8(bytes, { encoding, ground, named }, tools);
  try {
    const email = await PostalMime.parse(readable, { forceRfc822Attachments: true });
    return { email, encoding, ground, unquoted };
  } catch {
    return null;
  }
}

/** A message of a mailbox without the line above it, and with the marks before its own `From ` lines taken off. */
function outOfMailbox(bytes: Uint8Array): { bytes: Uint8Array; unquoted: number } {
  const start = latin(bytes.subarray(0, 1000));
  const line = /^[^\r\n]*\r?\n/.exec(start)?.[0] ?? '';
  if (!mailboxLine.test(line.trimEnd())) return { bytes, unquoted: 0 };
  let unquoted = 0;
  const message = latin(bytes.subarray(line.length)).replace(/^>(>*From )/gm, (_, rest: string) => {
    unquoted += 1;
    return rest;
  });
  return unquoted === 0
    ? { bytes: bytes.subarray(line.length), unquoted }
    : { bytes: fromLatin(message), unquoted };
}

/** One character a byte, so that headers can be looked at whatever the encoding. */
export function latin(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 8192)
    parts.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
  return parts.join('');
}

function fromLatin(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** The encodings that the headers of its parts name, which stand in its first kilobytes. */
function charsetsOf(bytes: Uint8Array): string[] {
  const head = latin(bytes.subarray(0, 256 * 1024));
  return [...head.matchAll(anyCharset)].map((match) => (match[2] ?? match[3] ?? '').toLowerCase());
}

function encodingOf(given: Given, named: readonly string[]): Pick<Message, 'encoding' | 'ground'> {
  if (given.encoding !== undefined) return { encoding: given.encoding, ground: 'chosen' };
  const [first] = named;
  if (first !== undefined) return { encoding: first, ground: 'declared' };
  const found = detectEncoding(given.bytes, given.charset ?? null);
  return { encoding: found?.label ?? 'utf-8', ground: 'guessed' };
}

/**
 * The message in UTF-8: where no part names an encoding its bytes are decoded as a whole; where the analyst chose
 * another one, that is what its parts are made to name.
 */
function inUtf8(
  bytes: Uint8Array,
  { encoding, ground, named }: Pick<Message, 'encoding' | 'ground'> & { readonly named: readonly string[] },
  tools: Tools,
): Uint8Array {
  if (ground === 'chosen' && named.length > 0)
    return fromLatin(latin(bytes).replace(anyCharset, `$1"${encoding}"`));
  return encoding === 'utf-8' ? bytes : tools.encode(decodeAs(bytes, encoding, tools));
}
