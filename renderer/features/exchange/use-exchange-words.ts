import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Loss } from '#core/exchange/coding-project.ts';
import type { ReadFormat, WriteFormat } from '#core/exchange/project-formats.ts';
import type { WriteProblem } from '#shared/ipc.ts';
import { lossWords } from './loss-words.ts';
import type { PreparedProject } from './prepare-project.ts';
import type { ProjectRefusal } from './project-import.ts';
import { refusalWords } from './refusal-words.ts';

/** What a file is, why it can't be used, and what could not be carried over, in words. */
export type ExchangeWords = {
  readonly readFormats: Readonly<Record<ReadFormat, string>>;
  readonly writeFormats: Readonly<Record<WriteFormat, { readonly name: string; readonly use: string }>>;
  readonly loss: (loss: Pick<Loss, 'code' | 'count'>) => string;
  readonly refusal: (refusal: ProjectRefusal) => string;
  readonly writeProblem: (problem: WriteProblem) => string;
  /** "3 by their text": a line for every way in which articles were found. */
  readonly matched: (counts: PreparedProject['matched']) => string[];
};

/** Words around the exchange with other programs. */
export function useExchangeWords(): ExchangeWords {
  const { t } = useLingui();
  const ways: Record<keyof PreparedProject['matched'], (count: number) => string> = {
    id: (count) => t`${plural(count, { one: '# by its number', other: '# by their numbers' })}`,
    text: (count) => t`${plural(count, { one: '# by its text', other: '# by their texts' })}`,
    source: (count) => t`${plural(count, { one: '# by its file’s name', other: '# by their files’ names' })}`,
    title: (count) => t`${plural(count, { one: '# by its title', other: '# by their titles' })}`,
  };
  return {
    readFormats: {
      qdpx: t`REFI-QDA project`,
      qdc: t`REFI-QDA codebook`,
      'web-annotation': t`Web Annotations`,
      hypothesis: t`Hypothesis annotations`,
      taguette: t`Taguette project`,
      'taguette-csv': t`Taguette highlights`,
      'codebook-csv': t`Codebook as a table`,
      'highlights-csv': t`Highlights as a table`,
      'highlights-xlsx': t`Highlights as a table (Excel)`,
    },
    writeFormats: useWriteFormats(),
    loss: lossWords,
    refusal: refusalWords,
    writeProblem: ({ kind, message }) =>
      kind === 'disk-full' ? t`The disk is full.` : t`It could not be written: ${message}`,
    matched: (counts) =>
      (Object.keys(ways) as (keyof typeof ways)[]).flatMap((way) =>
        counts[way] > 0 ? [ways[way](counts[way])] : [],
      ),
  };
}

function useWriteFormats(): ExchangeWords['writeFormats'] {
  const { t } = useLingui();
  return {
    qdpx: {
      name: t`REFI-QDA project (.qdpx)`,
      use: t`Texts, tags, highlights and memos for ATLAS.ti, MAXQDA, NVivo, QualCoder and others; comes back whole.`,
    },
    qdc: { name: t`REFI-QDA codebook (.qdc)`, use: t`The tags alone, for the same programs.` },
    'web-annotation': {
      name: t`Web Annotations (JSON-LD)`,
      use: t`The W3C’s standard: each highlight with its words, offsets, tags and note.`,
    },
    html: { name: t`One HTML page`, use: t`To read in any browser, with highlights, notes and grades.` },
    'markdown-articles': {
      name: t`Markdown, a file for each article`,
      use: t`A folder (zip) for Obsidian and the like.`,
    },
    'markdown-tags': {
      name: t`Markdown, a file for each tag`,
      use: t`The quotations of each tag, in a folder (zip).`,
    },
    'highlights-xlsx': {
      name: t`Highlights as a table (Excel)`,
      use: t`Every column; notes, tags and grades edited there can come back.`,
    },
    'highlights-csv': { name: t`Highlights as a table (CSV)`, use: t`The same as plain text.` },
    'codebook-csv': { name: t`Codebook as a table (CSV)`, use: t`Paths, descriptions, rules, colours.` },
    'taguette-csv': {
      name: t`Highlights for Taguette (CSV)`,
      use: t`A row for each highlight and tag: id, document, tag, content.`,
    },
  };
}
