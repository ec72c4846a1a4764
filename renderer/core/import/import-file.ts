import type { Article, Field, NoiseSpan, Step } from '#core/article.ts';
import { type Cleaned, cleanLines, cleanText } from './clean-text.ts';
import { describeText } from './describe-text.ts';
import { chosenEncoding, detectEncoding, type Encoding, surveyUtf8 } from './detect-encoding.ts';
import { extractHtml } from './extract-html.ts';
import type { PageFacts } from './page-facts.ts';
import { declaredCharset, isHtml, recogniseFormat } from './recognise-format.ts';
import { titleText } from './title-text.ts';

/** Files above this are refused: 25 MB of text are some 4,000 articles. */
export const largestBytes = 25 * 1024 * 1024;

/** What import needs of the place it runs in. */
export type Tools = {
  /** Decode the whole of `bytes`, U+FFFD for what does not read; `label` is one of `TextDecoder`'s. */
  decode(bytes: Uint8Array, label: string): string;
  encode(text: string): Uint8Array;
  /** In lower-case hexadecimal. */
  sha256(bytes: Uint8Array): Promise<string>;
};

export type SourceFile = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** A title given by hand, which wins over what the text prints; `null` when none was given. */
  readonly title?: string | null;
  /** How to read its bytes, by the analyst's choice; absent: as its bytes tell. */
  readonly encoding?: string;
};

/** What import makes of an article; the rest is added when it is kept. */
export type ImportedArticle = Omit<Article, 'id' | 'batchId' | 'importedAt' | 'status' | 'flagged'>;

export type Imported = {
  readonly kind: 'imported';
  readonly article: ImportedArticle;
  /** The canonical text in UTF-8: what `textSha256` is the hash of. */
  readonly text: Uint8Array;
  /** How many characters could not be read, and how many controls were dropped. All zero: nothing was lost. */
  readonly repairs: { readonly unreadable: number; readonly controls: number };
};

/** Why a file was not imported; `detail` has the numbers and names that go into the words. */
export type Refusal = {
  readonly kind: 'refused';
  readonly name: string;
  readonly reason: 'empty' | 'too-large' | 'unsupported' | 'binary' | 'undecodable' | 'unreadable' | 'failed';
  readonly detail: Readonly<Record<string, string | number>>;
};

/**
 * Turn a file into an article with its canonical text, or say why not. Every step on the way is recorded, so that the
 * text can be derived again from the original.
 */
export async function importFile(file: SourceFile, tools: Tools): Promise<Imported | Refusal> {
  const { name, bytes } = file;
  const refusal = refuseByBytes(file);
  if (refusal) return refusal;
  const html = isHtml(name, bytes);
  const encoding =
    file.encoding === undefined
      ? detectEncoding(bytes, html ? declaredCharset(bytes) : null)
      : chosenEncoding(bytes, file.encoding);
  if (!encoding) return refuse(name, 'undecodable', { encoding: 'utf-32' });
  const decoded = tools.decode(bytes.subarray(encoding.bomLength), encoding.label);
  const judged = refuseByText(name, decoded, encoding);
  if (judged) return judged;

  const read = html ? readPage(decoded) : readPlain(decoded);
  if (!/[\p{L}\p{N}]/u.test(read.text)) return refuse(name, 'empty', { sizeBytes: bytes.length });
  const text = tools.encode(read.text);
  const described = describeText(read.text, { fileName: name, facts: read.facts, noise: read.noise });
  const unreadable = countUnreadable(bytes, encoding, decoded) + read.cleaned.wellFormed;
  const article: ImportedArticle = {
    originalName: name,
    originalSha256: await tools.sha256(bytes),
    originalSizeBytes: bytes.length,
    mediaType: html ? 'text/html' : 'text/plain',
    encoding: encoding.label,
    steps: [...decodeSteps(encoding, unreadable), ...read.steps, ...cleanSteps(read.cleaned)],
    textSha256: await tools.sha256(text),
    textLength: read.text.length,
    ...described,
    title: titleByHand(file.title) ?? described.title,
  };
  return { kind: 'imported', article, text, repairs: { unreadable, controls: read.cleaned.controls } };
}

function titleByHand(title: string | null | undefined): Field<string> | null {
  const value = titleText(title ?? '');
  return value === '' ? null : { value, basis: 'analyst', evidence: null, reason: 'entered' };
}

function refuse(name: string, reason: Refusal['reason'], detail: Refusal['detail']): Refusal {
  return { kind: 'refused', name, reason, detail };
}

function refuseByBytes({ name, bytes }: SourceFile): Refusal | null {
  if (bytes.length === 0) return refuse(name, 'empty', { sizeBytes: 0 });
  if (bytes.length > largestBytes)
    return refuse(name, 'too-large', { sizeBytes: bytes.length, largestBytes });
  const format = recogniseFormat(bytes);
  return format ? refuse(name, 'unsupported', { format }) : null;
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

type Read = {
  readonly text: string;
  readonly steps: readonly Step[];
  readonly cleaned: Cleaned;
  readonly facts: PageFacts | null;
  readonly noise: readonly NoiseSpan[];
};

function readPlain(decoded: string): Read {
  const { text, cleaned } = cleanText(decoded);
  return { text, steps: [], cleaned, facts: null, noise: [] };
}

function readPage(decoded: string): Read {
  const page = extractHtml(decoded);
  const { lines, cleaned } = cleanLines(page.blocks.map(({ text }) => text));
  const noise: NoiseSpan[] = [];
  let text = '';
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    if (text !== '') text += '\n';
    const kind = page.blocks[at]?.noise;
    if (kind) noise.push({ start: text.length, end: text.length + line.length, kind });
    text += line;
  }
  const steps = [{ name: 'extract-html', detail: `${page.from}, ${page.blocks.length}` }];
  return { text, steps, cleaned, facts: page.facts, noise };
}

function decodeSteps({ label, ground, bomLength }: Encoding, unreadable: number): Step[] {
  const steps = [{ name: 'decode', detail: `${label}, ${ground}` }];
  if (bomLength > 0) steps.push({ name: 'strip-bom', detail: String(bomLength) });
  if (unreadable > 0) steps.push({ name: 'well-formed', detail: String(unreadable) });
  return steps;
}

function cleanSteps({ newlines, controls, composed }: Cleaned): Step[] {
  return Object.entries({
    'normalise-newlines': newlines,
    'drop-controls': controls,
    'normalise-nfc': composed,
  }).flatMap(([name, count]) => (count > 0 ? [{ name, detail: String(count) }] : []));
}
