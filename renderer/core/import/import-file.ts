import type { Article, Container, Field, NoiseSpan, Step } from '#core/article.ts';
import { type Cleaned, cleanLines, cleanText } from './clean-text.ts';
import type { Block } from './collect-blocks.ts';
import { sketchText, type TextSketch } from './copies/sketch-text.ts';
import { findDamage } from './damage/find-damage.ts';
import { describeText } from './describe-text.ts';
import { translationByDamage } from './find-translation.ts';
import { chooseExtractor } from './formats/choose-extractor.ts';
import type { Extraction, Extractor, Given } from './formats/extraction.ts';
import { mergeFacts, type PageFacts } from './page-facts.ts';
import { type Refusal, refuse } from './refusal.ts';
import { joinParagraphs, repairCharacters, repairCharactersOf, repairLines } from './repair/repair-text.ts';
import { rowExtractorOf } from './tables/row-reading.ts';
import { titleText } from './title-text.ts';
import type { Tools } from './tools.ts';

/** Single articles above this are refused: 25 MB of text are some 4,000 articles. */
export const largestBytes = 25 * 1024 * 1024;

/** One article's file. */
export type SourceFile = Given & {
  /** A title given by hand, which wins over what the text prints; `null` when none was given. */
  readonly title?: string | null;
  /** Nothing is repaired: the analyst wants it so, or places are counted in it as it stands. */
  readonly asItStands?: boolean;
  /** How it is read, when its bytes alone do not tell. */
  readonly extract?: Extractor;
  /** What it came in, and what that says of it. */
  readonly container?: Container;
  readonly facts?: PageFacts | null;
  /** How it was read before, when it is read again: a row of a table does not tell its columns itself. */
  readonly steps?: readonly Step[];
};

/** What import makes of an article; the rest is added when it is kept. */
export type ImportedArticle = Omit<Article, 'id' | 'batchId' | 'importedAt' | 'status' | 'flagged'>;

/** What the analyst is told was done to a text. All zero: its characters are as they came. */
export type Repairs = {
  /** Characters that could not be read. */
  readonly unreadable: number;
  /** Control characters that were dropped. */
  readonly controls: number;
  /** Characters that had been misread once, put right. */
  readonly misread: number;
};

export type Imported = {
  readonly kind: 'imported';
  /** The way to it for a report, as in a refusal; absent: its name alone. */
  readonly path?: string;
  readonly article: ImportedArticle;
  /** The bytes as they came: what `originalSha256` is the hash of. */
  readonly original: Uint8Array;
  /** The canonical text in UTF-8: what `textSha256` is the hash of. */
  readonly text: Uint8Array;
  /** By which the same text from other carriers is found. */
  readonly sketch: TextSketch;
  readonly repairs: Repairs;
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
  const extract = file.extract ?? rowExtractorOf(file.steps ?? []) ?? chooseExtractor(file);
  if (typeof extract === 'string') return refuse(name, 'unsupported', { format: extract });
  const extraction = await extract(file, tools);
  if ('kind' in extraction) return extraction;
  return finish(file, extraction, tools);
}

async function finish(file: SourceFile, extraction: Extraction, tools: Tools): Promise<Imported | Refusal> {
  const { name, bytes, container } = file;
  const read = readContent(extraction.content, file.asItStands === true);
  const hasText = /[\p{L}\p{N}]/u.test(read.text);
  if (!hasText && extraction.missing?.reason !== 'no-text')
    return refuse(name, 'empty', { sizeBytes: bytes.length });
  const text = tools.encode(read.text);
  const facts = mergeFacts(file.facts, extraction.facts);
  const described = describeText(read.text, { fileName: name, facts, noise: read.noise });
  const damage = findDamage(read.text, { language: described.language.value, noise: described.noise });
  const translation = described.translation ?? translationByDamage(damage);
  const unreadable = extraction.unreadable + read.cleaned.wellFormed;
  const article: ImportedArticle = {
    originalName: name,
    originalSha256: await tools.sha256(bytes),
    originalSizeBytes: bytes.length,
    mediaType: extraction.mediaType,
    ...(container === undefined ? {} : { container }),
    encoding: extraction.encoding,
    steps: [...extraction.steps, ...read.steps],
    textSha256: await tools.sha256(text),
    textLength: read.text.length,
    ...described,
    title: titleByHand(file.title) ?? described.title,
    ...(translation === null ? {} : { translation }),
    ...(damage.length === 0 ? {} : { damage }),
  };
  const { missing } = extraction;
  return {
    kind: 'imported',
    article,
    original: bytes,
    text,
    sketch: sketchText(read.text, described.noise),
    repairs: { unreadable, controls: read.cleaned.controls, misread: countMisread(read.steps) },
    ...(missing === undefined ? {} : { missing }),
  };
}

function countMisread(steps: readonly Step[]): number {
  const counts = steps.map(({ name, detail }) =>
    name === 'repair-mojibake' ? Number(detail.split(', ')[1] ?? 0) : 0,
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

function titleByHand(title: string | null | undefined): Field<string> | null {
  const value = titleText(title ?? '');
  return value === '' ? null : { value, basis: 'analyst', evidence: null, reason: 'entered' };
}

type Read = {
  readonly text: string;
  /** What cleaning and repairing did, in the order it was done. */
  readonly steps: readonly Step[];
  readonly cleaned: Cleaned;
  readonly noise: readonly NoiseSpan[];
};

function readContent(content: Extraction['content'], asItStands: boolean): Read {
  if (typeof content === 'string') return readPlain(content, asItStands);
  return readBlocks(content, asItStands);
}

function readPlain(decoded: string, asItStands: boolean): Read {
  const mended = asItStands ? { text: decoded, steps: [] } : repairCharacters(decoded);
  const { text, cleaned } = cleanText(mended.text);
  const joined = asItStands ? { text, steps: [] } : repairLines(text);
  return {
    text: joined.text,
    steps: [...mended.steps, ...cleanSteps(cleaned), ...joined.steps],
    cleaned,
    noise: [],
  };
}

function readBlocks(blocks: readonly Block[], asItStands: boolean): Read {
  const given = blocks.map(({ text }) => text);
  const mended = asItStands ? { lines: given, steps: [] } : repairCharactersOf(given);
  const { lines, cleaned } = cleanLines(mended.lines);
  const joined = asItStands ? { lines, steps: [] } : joinParagraphs(lines);
  const noise: NoiseSpan[] = [];
  let text = '';
  for (const [at, line] of joined.lines.entries()) {
    if (line === '') continue;
    if (text !== '') text += '\n';
    const kind = blocks[at]?.noise;
    if (kind) noise.push({ start: text.length, end: text.length + line.length, kind });
    text += line;
  }
  return { text, steps: [...mended.steps, ...cleanSteps(cleaned), ...joined.steps], cleaned, noise };
}

function cleanSteps({ newlines, controls, composed }: Cleaned): Step[] {
  return Object.entries({
    'normalise-newlines': newlines,
    'drop-controls': controls,
    'normalise-nfc': composed,
  }).flatMap(([name, count]) => (count > 0 ? [{ name, detail: String(count) }] : []));
}
