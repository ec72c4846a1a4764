import type { Analyst } from '#core/analyst.ts';
import type { Grade, HighlightMark } from '#core/annotations/highlight.ts';
import type { Tag, TagColor } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import type { AnalystId, ArticleId, HighlightId, TagId } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';

/**
 * What a project of any coding program holds, in our words: every reader makes one, every writer is given one. Ids
 * are those of the file (`idFrom` where they are no UUIDs), so that a second import finds what the first one made.
 */
export type CodingProject = {
  readonly name: string;
  /** The program that wrote it, as it names itself; empty when it does not say. */
  readonly origin: string;
  readonly analysts: readonly Analyst[];
  readonly tags: readonly ProjectTag[];
  readonly groups: readonly TagGroup[];
  readonly articles: readonly ProjectArticle[];
  readonly highlights: readonly ProjectHighlight[];
  readonly memos: readonly Memo[];
  /** What the file has no place for: there the workspace stays as it is. Absent: it tells all. */
  readonly untold?: readonly Untold[];
};

/** What a file may have no place for. */
export type Untold = 'tags' | 'note' | 'marks' | 'tag-description';

/** A tag, in the order of its parent. */
export type ProjectTag = Pick<Tag, 'id' | 'parentId' | 'name' | 'description' | 'guide' | 'isArchived'> & {
  /** `null`: the file gives none. */
  readonly color: TagColor | null;
  /** Only there to hold others: never on a highlight. */
  readonly isFolder: boolean;
};

/** A text with its header as far as the file tells. */
export type ProjectArticle = {
  readonly id: ArticleId;
  readonly title: string;
  /** NFC, LF, no BOM: what offsets are counted on. `null`: the file only points to it. */
  readonly text: string | null;
  /** Where it came from: a file's name, an address, an IRI; empty when not told. */
  readonly source: string;
  /** Of the canonical text, where the file tells; `null` otherwise. */
  readonly textSha256: string | null;
  readonly publisher: string | null;
  readonly carrier: string | null;
  readonly byline: string | null;
  /** `2024-09-24T02:56`, `2024-09-24`, `2024-09` or `2024`. */
  readonly publishedAt: string | null;
  readonly language: string | null;
};

/** A span as another program counts it: `unit` is what its format asks for, which not every program heeds. */
export type CountedSpan = {
  readonly start: number;
  readonly end: number;
  readonly unit: 'code-point' | 'utf-16';
};

/** A passage. At least one of the offsets, `counted` and `exact` is there. */
export type ProjectHighlight = {
  readonly id: HighlightId;
  readonly articleId: ArticleId;
  /** UTF-16 units of the article's `text`; `null`: only the words are told. */
  readonly start: number | null;
  readonly end: number | null;
  /** Offsets into a text that the file does not bring, for `settlePassages` to turn into ours. Absent: none. */
  readonly counted?: CountedSpan;
  /** The words as the file quotes them; `null`: only the offsets are told. */
  readonly exact: string | null;
  readonly prefix: string;
  readonly suffix: string;
  readonly tagIds: readonly TagId[];
  readonly note: string;
  /** `null`: the file knows no grades. */
  readonly grade: Grade | null;
  readonly marks: readonly HighlightMark[];
  readonly analystId: AnalystId | null;
  readonly createdAt: string | null;
  readonly updatedAt: string | null;
};

/**
 * Something that could not be carried over, never left out unsaid. `code` is worded by the screen; `examples` are names
 * or quotes of the first few.
 */
export type Loss = {
  readonly code: string;
  readonly count: number;
  readonly examples: readonly string[];
};

/** What reading a file came to. */
export type ProjectAnswer =
  | { readonly ok: true; readonly project: CodingProject; readonly losses: readonly Loss[] }
  /** Nothing of it can be used; `code` is worded by the screen, `detail` goes into the words. */
  | { readonly ok: false; readonly code: string; readonly detail: Readonly<Record<string, string | number>> };

/** What writing a project came to. */
export type WrittenProject = { readonly bytes: Uint8Array; readonly losses: readonly Loss[] };

/** Counts losses and keeps the first few examples of each. */
export type LossList = {
  /** Note one that was lost. */
  add(code: string, example: string): void;
  /** All that was noted, in the order of the first of each code. */
  list(): Loss[];
};

const shownExamples = 5;

/** An empty list of losses. */
export function createLossList(): LossList {
  const counts = new Map<string, { count: number; examples: string[] }>();
  return {
    add(code, example) {
      const loss = counts.get(code) ?? { count: 0, examples: [] };
      loss.count += 1;
      if (loss.examples.length < shownExamples) loss.examples.push(example);
      counts.set(code, loss);
    },
    list: () => [...counts].map(([code, loss]) => ({ code, ...loss })),
  };
}
