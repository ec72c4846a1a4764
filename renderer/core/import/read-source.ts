import type { Container } from '#core/article.ts';
import { chooseContainer } from './containers/choose-container.ts';
import { archiveLimits, createInflateBudget, type InflateBudget } from './containers/inflate-limits.ts';
import type { ContainerReader, Member } from './containers/member.ts';
import { passedOver } from './containers/passed-over.ts';
import { type FileSource, readWhole, SourceProblem, sourceOf } from './file-source.ts';
import { hashSource } from './hash-source.ts';
import { type Imported, importFile, largestBytes, type SourceFile } from './import-file.ts';
import { type Refusal, refuse } from './refusal.ts';
import type { AskColumns } from './tables/column-mapping.ts';
import type { Tools } from './tools.ts';

/** What the analyst chose for a file before it was read. */
export type ReadingChoices = Pick<SourceFile, 'encoding' | 'title'> & {
  /** Asked once a table is met, also within an archive: reading waits for the answer. */
  readonly columns?: AskColumns;
};

/** A part of a file: how many outcomes the file had given before it, and the way to it. */
export type PartInHand = { readonly given: number; readonly path: string };

/** What is known of a file that is read again, as whatever read it broke off in the middle. */
export type ReadBefore = {
  /** How many outcomes it gave: in their place come others, which are nothing, so that their number tells the same. */
  readonly given: number;
  /** Parts in which reading broke off, with what was said of it: they are refused. */
  readonly broken: readonly (PartInHand & { readonly message: string })[];
};

/** Where reading takes place. */
export type ReadingPlace = {
  readonly tools: Tools;
  readonly signal: AbortSignal;
  readonly before?: ReadBefore | undefined;
  /** Told of each part of a file that holds several, before it is read. */
  readonly onPart?: (part: PartInHand) => void;
};

/** What reading goes on with, however deep. */
type Reading = ReadingPlace & {
  readonly choices: ReadingChoices;
  readonly budget: InflateBudget;
  /** How many outcomes there were so far. */
  readonly given: () => number;
};

/** The file that came in, for what lies in it, and how many containers deep that is. */
type Within = { readonly file: Omit<Container, 'path'>; readonly depth: number };

/** Bytes that tell what a file is. */
const headBytes = 4096;

/**
 * Read a file as its articles, one at a time and in order: one for most, many for an archive or a mailbox. What cannot
 * be read is refused by name, and the rest goes on. Never throws but for an abort. What a file gives, and in which order,
 * depends on its bytes alone.
 */
export async function* readSource(
  source: FileSource,
  choices: ReadingChoices,
  place: ReadingPlace,
): AsyncGenerator<Imported | Refusal> {
  const budget = createInflateBudget(archiveLimits);
  let given = 0;
  const reading = { ...place, choices, budget, given: () => given };
  for await (const outcome of readFile(guarded(source), reading, null)) {
    given += 1;
    yield outcome;
  }
}

/** To be asked before a part is read: a refusal when reading it broke off before. */
function begin({ given, before, onPart }: Reading, path: string): Refusal | null {
  const broken = before?.broken.find((part) => part.given === given() && part.path === path);
  if (broken !== undefined) return refuse(path, 'failed', { message: broken.message });
  onPart?.({ given: given(), path });
  return null;
}

/** In the place of an outcome that was given before. */
function placeholder({ given, before }: Reading, path: string): Refusal | null {
  return given() < (before?.given ?? 0) ? refuse(path, 'failed') : null;
}

/** The same file; that the system does not hand it out is told as a `SourceProblem`. */
function guarded(source: FileSource): FileSource {
  const { name, path, sizeBytes } = source;
  return {
    name,
    path,
    sizeBytes,
    read: (start, end) =>
      source.read(start, end).catch((error: unknown) => {
        throw error instanceof SourceProblem ? error : new SourceProblem('unreadable', { sizeBytes });
      }),
  };
}

async function* readFile(
  source: FileSource,
  reading: Reading,
  within: Within | null,
): AsyncGenerator<Imported | Refusal> {
  const broken = within === null ? null : begin(reading, source.path);
  if (broken !== null) return yield broken;
  try {
    const what = passedOver(source.path);
    if (what !== null) return yield refuse(source.path, 'passed-over', { what, files: 1 });
    const head = await source.read(0, headBytes);
    const open = chooseContainer(source.name, head);
    if (open !== null) yield* readContainer(source, open, { reading, within });
    else yield await readArticle(source, reading, within);
  } catch (error) {
    reading.signal.throwIfAborted();
    yield refuseFor(source.path, error);
  }
}

async function readArticle(
  source: FileSource,
  reading: Reading,
  within: Within | null,
): Promise<Imported | Refusal> {
  const { choices, tools } = reading;
  const { name, path, sizeBytes } = source;
  const known = placeholder(reading, path);
  if (known !== null) return known;
  if (sizeBytes > largestBytes) return refuse(path, 'too-large', { sizeBytes, largestBytes });
  const bytes = await readWhole(source, 0, sizeBytes);
  const { columns: _, title: __, ...others } = choices;
  const title = within === null && choices.title !== undefined ? { title: choices.title } : {};
  const file = { name, bytes, ...others, ...title, ...lyingIn(within, path) };
  return named(path, inPart(await importFile(file, tools), source.isCut));
}

/** What came of a file whose end is missing: an article in part, unless its own reader has told more. */
function inPart(outcome: Imported | Refusal, isCut: boolean | undefined): Imported | Refusal {
  if (isCut !== true || outcome.kind === 'refused') return outcome;
  return { ...outcome, missing: outcome.missing ?? { reason: 'part', detail: { cut: 1 } } };
}

async function* readContainer(
  source: FileSource,
  open: ContainerReader,
  { reading, within }: { readonly reading: Reading; readonly within: Within | null },
): AsyncGenerator<Imported | Refusal> {
  const { tools, signal, budget, choices } = reading;
  const depth = (within?.depth ?? 0) + 1;
  if (depth > budget.limits.depth) throw new SourceProblem('bomb', { limit: 'depth', depth });
  const { path, sizeBytes } = source;
  const file = within?.file ?? { name: path, sha256: await hashSource(source, tools, signal), sizeBytes };
  const inside = { file, depth };
  let parts = 0;
  try {
    for await (const part of open({ source, tools, signal, askColumns: choices.columns, budget })) {
      signal.throwIfAborted();
      parts += 1;
      if (part.kind === 'refused') yield part;
      else if (part.kind === 'file') yield* readFile(part.source, reading, inside);
      else if (part.path === '') yield await importMember(part, path, { reading, within });
      else yield* readMember(part, wayTo(path, part.path), { reading, within: inside });
    }
  } catch (error) {
    throw withParts(error, parts);
  }
  if (parts === 0) yield refuse(path, 'empty', { sizeBytes });
  else if (source.isCut === true) yield refuse(path, 'damaged', { cut: 1 });
}

/** The same problem, told with how much was read before it: what it befell is not wholly lost then. */
function withParts(error: unknown, parts: number): unknown {
  return error instanceof SourceProblem ? new SourceProblem(error.reason, { ...error.detail, parts }) : error;
}

async function* readMember(
  member: Member,
  path: string,
  { reading, within }: { readonly reading: Reading; readonly within: Within },
): AsyncGenerator<Imported | Refusal> {
  const broken = begin(reading, path);
  if (broken !== null) return yield broken;
  const { name, bytes, extract } = member;
  const open = extract === undefined ? chooseContainer(name, bytes.subarray(0, headBytes)) : null;
  if (open === null) return yield await importMember(member, path, { reading, within });
  try {
    yield* readContainer(sourceOf(name, bytes, path), open, { reading, within });
  } catch (error) {
    reading.signal.throwIfAborted();
    yield refuseFor(path, error);
  }
}

async function importMember(
  { name, bytes, facts, charset, extract, isCut }: Member,
  path: string,
  { reading, within }: { readonly reading: Reading; readonly within: Within | null },
): Promise<Imported | Refusal> {
  const known = placeholder(reading, path);
  if (known !== null) return known;
  const { choices, tools, signal } = reading;
  const file: SourceFile = {
    name,
    bytes,
    facts,
    ...(choices.encoding === undefined ? {} : { encoding: choices.encoding }),
    ...(charset === undefined ? {} : { charset }),
    ...(extract === undefined ? {} : { extract }),
    ...lyingIn(within, path),
  };
  try {
    return named(path, inPart(await importFile(file, tools), isCut));
  } catch (error) {
    signal.throwIfAborted();
    return refuseFor(path, error);
  }
}

/** Files lie in folders, messages and rows have numbers. */
function wayTo(container: string, part: string): string {
  return part.startsWith('#') ? `${container} ${part}` : `${container}/${part}`;
}

/** @param path The whole way, which begins with that of the file that came in. */
function lyingIn(within: Within | null, path: string): Pick<SourceFile, 'container'> {
  if (within === null) return {};
  return { container: { ...within.file, path: path.slice(within.file.name.length + 1) } };
}

/** Import knows a file by its name only; in a report it stands with the way to it. */
function named(path: string, outcome: Imported | Refusal): Imported | Refusal {
  if (outcome.kind === 'refused') return { ...outcome, name: path };
  const { article } = outcome;
  const isInFolder = article.container === undefined && path !== article.originalName;
  return { ...outcome, path, article: isInFolder ? { ...article, originalPath: path } : article };
}

function refuseFor(path: string, error: unknown): Refusal {
  if (error instanceof SourceProblem) return refuse(path, error.reason, error.detail);
  return refuse(path, 'failed', { message: error instanceof Error ? error.message : String(error) });
}
