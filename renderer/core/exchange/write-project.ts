import type { CodingProject, WrittenProject } from './coding-project.ts';
import type { ExportWords } from './export-words.ts';
import { writeArticlesPage } from './html-articles/write-articles-page.ts';
import { writeVault } from './markdown-vault/write-vault.ts';
import type { WriteFormat } from './project-formats.ts';
import { writeQdc } from './refi/write-qdc.ts';
import { writeQdpx } from './refi/write-qdpx.ts';
import { writeCodebookCsv } from './table/codebook-table.ts';
import { writeHighlightCsv, writeHighlightXlsx } from './table/write-highlight-table.ts';
import { writeTaguetteHighlights } from './taguette/taguette-highlights.ts';
import { writeWebAnnotations } from './web-annotation/write-web-annotations.ts';

/** What is to be written. */
export type WriteJob = {
  readonly format: WriteFormat;
  readonly project: CodingProject;
  /** Of what is made to be read by people. */
  readonly words: ExportWords;
  /** ISO 8601 UTC. */
  readonly now: string;
};

/** Write a project in one of the formats. */
export async function writeProject({ format, project, words, now }: WriteJob): Promise<WrittenProject> {
  switch (format) {
    case 'qdpx':
      return writeQdpx(project);
    case 'qdc':
      return writeQdc(project);
    case 'web-annotation':
      return writeWebAnnotations(project);
    case 'html':
      return writeArticlesPage(project, words, now);
    case 'markdown-articles':
      return writeVault(project, 'article', words);
    case 'markdown-tags':
      return writeVault(project, 'tag', words);
    case 'highlights-csv':
      return writeHighlightCsv(project);
    case 'highlights-xlsx':
      return writeHighlightXlsx(project);
    case 'codebook-csv':
      return writeCodebookCsv(project);
    case 'taguette-csv':
      return writeTaguetteHighlights(project);
  }
}
