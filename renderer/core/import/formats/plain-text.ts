import type { Step } from '#core/article.ts';
import { chosenEncoding, detectEncoding, type Encoding, surveyUtf8 } from '#core/import/detect-encoding.ts';
import { decodeAs } from '#core/import/one-byte.ts';
import { type Refusal, refuse } from '#core/import/refusal.ts';
import type { Tools } from '#core/import/tools.ts';
import type { Extractor, Given } from './extraction.ts';

/** Bytes as text, with how they were read. */
export type Decoded = {
  readonly kind: 'decoded';
  readonly text: string;
  readonly encoding: string;
  readonly unreadable: number;
  readonly steps: readonly Step[];
};

/** Plain text in whatever encoding. */
export const extractPlain: Extractor = async (given, tools) => {
  const decoded = decodeBytes(given, given.charset ?? null, tools);
  if (decoded.kind === 'refused') return decoded;
  const { text, encoding, unreadable, steps } = decoded;
  return { mediaType: 'text/plain', content: text, facts: null, steps, encoding, unreadable };
};

/** Decode a file's bytes: as chosen, as `declared`, or as they tell. What turns out to be no text is refused. */
export function decodeBytes(given: Given, declared: string | null, tools: Tools): Decoded | Refusal {
  const { name, bytes } = given;
  const encoding =
    given.encoding === undefined ? detectEncoding(bytes, declared) : chosenEncoding(bytes, given.encoding);
  if (!encoding) return refuse(name, 'undecodable', { encoding: 'utf-32' });
  const body = bytes.subarray(encoding.bomLength);
  const text = decodeAs(body, encoding.label, tools);
  const refusal = refuseByText(name, text, encoding);
  if (refusal) return refusal;
  const unreadable = countUnreadable(bytes, encoding, text);
  const steps = decodeSteps(encoding, unreadable);
  return { kind: 'decoded', text, encoding: encoding.label, unreadable, steps };
}

/** More of these among the characters than one in twenty, and it is no text. */
const tolerated = 0.05;
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it looks for
const binaryCharacters = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f\u007f]/g;

function refuseByText(name: string, text: string, encoding: Encoding): Refusal | null {
  if (text.trim() === '') return refuse(name, 'empty', { sizeBytes: text.length });
  const sample = text.slice(0, 1_000_000);
  const controls = matches(sample, binaryCharacters);
  if (controls > sample.length * tolerated) return refuse(name, 'binary', { controls });
  const unreadable = matches(sample, /\ufffd/g);
  if (unreadable > sample.length * tolerated)
    return refuse(name, 'undecodable', { encoding: encoding.label, unreadable });
  return null;
}

function matches(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found += 1;
  return found;
}

/** Characters lost in decoding: in UTF-8 counted in the bytes, as a text may hold a U+FFFD of its own. */
function countUnreadable(bytes: Uint8Array, encoding: Encoding, decoded: string): number {
  if (encoding.label === 'utf-8') return surveyUtf8(bytes.subarray(encoding.bomLength)).broken;
  return matches(decoded, /\ufffd/g);
}

function decodeSteps({ label, ground, bomLength }: Encoding, unreadable: number): Step[] {
  const steps = [{ name: 'decode', detail: `${label}, ${ground}` }];
  if (bomLength > 0) steps.push({ name: 'strip-bom', detail: String(bomLength) });
  if (unreadable > 0) steps.push({ name: 'well-formed', detail: String(unreadable) });
  return steps;
}
