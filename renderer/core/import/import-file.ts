import type { Article, Container, Field, NoiseSpan, Step } from '#core/article.ts';
import { type Cleaned, cleanLines, cleanText } from './clean-text.ts';
import { sketchText, type TextSketch } from './copies/sketch-text.ts';
import { describeText } from './describe-text.ts';
import { chooseExtractor } from './formats/choose-extractor.ts';
import type { Extraction, Extractor, Given } from './formats/extraction.ts';
import { mergeFacts, type PageFacts } from './page-facts.ts';
import { type Refusal, refuse } from './refusal.ts';
import { titleText } from './title-text.ts';
import type { Tools } from './tools.ts';

/** Single articles above this are refused: 25 MB of text are some 4,000 articles. */
export const largestBytes = 25 * 1024 * 1024;

/** One article's file. */
export type SourceFile = Given & {
  /** A title given by hand, which wins over what the text prints; `null` when none was given. */
  readonly title?: string | null;
  /** How it is read, when its bytes alone do not tell. */
  readonly extract?: Extractor;
  /** What it came in, and what that says of it. */
  readonly container?: Container;
  readonly facts?: PageFacts | null;
};

/** What import makes of an article; the rest is added when it is kept. */
export type ImportedArticle = Omit<Article, 'id' | 'batchId' | 'importedAt' | 'status' | 'flagged'>;

export type Imported = {
  readonly kind: 'imported';
  readonly article: ImportedArticle;
  /** The bytes as they came: what `originalSha256` is the hash of. */
  readonly original: Uint8Array;
  /** The canonical text in UTF-8: what `textSha256` is the hash of. */
  readonly text: Uint8Array;
  /** By which the same text from other carriers is found. */
  readonly sketch: TextSketch;
  /** How many characters could not be read, and how many controls were dropped. All zero: nothing was lost. */
  readonly repairs: { readonly unreadable: number; readonly controls: number };
  /** Set when not everything in it could be read. */
  readonly missing?: Extraction['missing'];
};

/**
 * Turn a file into an article with its canonical text, or say why not. Every step on the way is recorded, so that the
 * text can be derived again from the original.
 */
export async function importFile(file: SourceFile, tools: Tools): Promise<Imported | Refusal> {
  const { name, bytes } = file;
  if (bytes.length === 0) return refuse(name, 'empty', { sizeBytes: 0 });
  if (bytes.length > largestBytes)
    return refuse(name, 'too-large', { sizeBytes: bytes.length, largestBytes });
  const extract = file.extract ?? chooseExtractor(file);
  if (typeof extract === 'string') return refuse(name, 'unsupported', { format: extract });
  const extraction = await extract(file, tools);
  if ('kind' in extraction) return extraction;
  return finish(file, extraction, tools);
}

async function finish(file: SourceFile, extraction: Extraction, tools: Tools): Promise<Imported | Refusal> {
  const { name, bytes, container } = file;
  const read =
    typeof extraction.content === 'string' ? readPlain(extraction.content) : readBlocks(extraction);
  const hasText = /[\p{L}\p{N}]/u.test(read.text);
  if (!hasText && extraction.missing?.reason !== 'no-text')
    return refuse(name, 'empty', { sizeBytes: bytes.length });
  const text = tools.encode(read.text);
  const facts = mergeFacts(file.facts, extraction.facts);
  const described = describeText(read.text, { fileName: name, facts, noise: read.noise });
  const unreadable = extraction.unreadable + read.cleaned.wellFormed;
  const article: ImportedArticle = {
    originalName: name,
    originalSha256: await tools.sha256(bytes),
    originalSizeBytes: bytes.length,
    mediaType: extraction.mediaType,
    ...(container === undefined ? {} : { container }),
    encoding: extraction.encoding,
    steps: [...extraction.steps, ...cleanSteps(read.cleaned)],
    textSha256: await tools.sha256(text),
    textLength: read.text.length,
    ...described,
    title: titleByHand(file.title) ?? described.title,
  };
  const { missing } = extraction;
  return {
    kind: 'imported',
    article,
    original: bytes,
    text,
    sketch: sketchText(read.text, described.noise),
    repairs: { unreadable, controls: read.cleaned.controls },
    ...(missing === undefined ? {} : { missing }),
  };
}

function titleByHand(title: string | null | undefined): Field<string> | null {
  const value = titleText(title ?? '');
  return value === '' ? null : { value, basis: 'analyst', evidence: null, reason: 'entered' };
}

type Read = {
  readonly text: string;
  readonly cleaned: Cleaned;
  readonly noise: readonly NoiseSpan[];
};

function readPlain(decoded: string): Read {
  const { text, cleaned } = cleanText(decoded);
  return { text, cleaned, noise: [] };
}

function readBlocks({ content }: Extraction): Read {
  const blocks = typeof content === 'string' ? [] : content;
  const { lines, cleaned } = cleanLines(blocks.map(({ text }) => text));
  const noise: NoiseSpan[] = [];
  let text = '';
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    if (text !== '') text += '\n';
    const kind = blocks[at]?.noise;
    if (kind) noise.push({ start: text.length, end: text.length + line.length, kind });
    text += line;
  }
  return { text, cleaned, noise };
}

function cleanSteps({ newlines, controls, composed }: Cleaned): Step[] {
  return Object.entries({
    'normalise-newlines': newlines,
    'drop-controls': controls,
    'normalise-nfc': composed,
  }).flatMap(([name, count]) => (count > 0 ? [{ name, detail: String(count) }] : []));
}
