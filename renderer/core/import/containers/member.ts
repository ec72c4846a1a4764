import type { FileSource } from '#core/import/file-source.ts';
import type { Extractor } from '#core/import/formats/extraction.ts';
import type { PageFacts } from '#core/import/page-facts.ts';
import type { Refusal } from '#core/import/refusal.ts';
import type { AskColumns } from '#core/import/tables/column-mapping.ts';
import type { Tools } from '#core/import/tools.ts';
import type { InflateBudget } from './inflate-limits.ts';

/** One article in a file that holds several. */
export type Member = {
  readonly kind: 'member';
  /** The file name it goes by. */
  readonly name: string;
  /** Where it lies in the container: `reports/a.html`, `#12`; empty when the file itself turned out to be one article. */
  readonly path: string;
  /** Its own bytes, which are kept as its original. */
  readonly bytes: Uint8Array;
  /** What the container says of it, over what it says of itself; `null` when nothing. */
  readonly facts: PageFacts | null;
  /** The encoding the container names. */
  readonly charset?: string;
  /** How it is read when its bytes alone do not tell: a row of a table. */
  readonly extract?: Extractor;
  /** Set when its end is missing, as the container was cut short. */
  readonly isCut?: true;
};

/** A file within a container that may itself hold several: whoever opened the container looks what it is. */
export type FileWithin = {
  readonly kind: 'file';
  /** Its `path` begins with that of the container. */
  readonly source: FileSource;
};

/** What a container needs to be opened. */
export type Opening = {
  readonly source: FileSource;
  readonly tools: Tools;
  readonly signal: AbortSignal;
  /** Without it, tables are refused as `no-columns`. */
  readonly askColumns?: AskColumns | undefined;
  /** What may still be unpacked, here and in all that lies within. */
  readonly budget: InflateBudget;
};

/** Opens a file that holds several: its parts in order, one at a time; what cannot be read is refused by name. */
export type ContainerReader = (opening: Opening) => AsyncGenerator<Member | FileWithin | Refusal>;
