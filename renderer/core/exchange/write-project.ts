import type { CodingProject, WrittenProject } from './coding-project.ts';
import type { WriteFormat } from './project-formats.ts';
import { writeQdc } from './refi/write-qdc.ts';
import { writeQdpx } from './refi/write-qdpx.ts';
import { writeCodebookCsv } from './table/codebook-table.ts';
import { writeHighlightCsv, writeHighlightXlsx } from './table/write-highlight-table.ts';
import { writeTaguetteHighlights } from './taguette/taguette-highlights.ts';
import { writeWebAnnotations } from './web-annotation/write-web-annotations.ts';

/** Write a project in one of the formats. */
export async function writeProject({
  format,
  project,
}: {
  readonly format: WriteFormat;
  readonly project: CodingProject;
  readonly now: string;
}): Promise<WrittenProject> {
  switch (format) {
    case 'qdpx':
      return writeQdpx(project);
    case 'qdc':
      return writeQdc(project);
    case 'web-annotation':
      return writeWebAnnotations(project);
    case 'highlights-csv':
      return writeHighlightCsv(project);
    case 'highlights-xlsx':
      return writeHighlightXlsx(project);
    case 'codebook-csv':
      return writeCodebookCsv(project);
    case 'taguette-csv':
      return writeTaguetteHighlights(project);
    default:
      return { bytes: new Uint8Array(), losses: [] };
  }
}
