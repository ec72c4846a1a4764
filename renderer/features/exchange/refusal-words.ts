import { t } from '@lingui/core/macro';
import type { ProjectRefusal } from './project-import.ts';

type Detail = ProjectRefusal['detail'];

const sentences: Readonly<Record<string, (detail: Detail) => string>> = {
  unreadable: () => t`The file could not be read, or is too large to be.`,
  failed: ({ message }) => t`The file could not be read: ${message ?? ''}`,
  'unknown-format': () =>
    t`This is no file of a coding program that Liptako knows: a REFI-QDA project (.qdpx) or codebook (.qdc), Web Annotations or Hypothesis’ JSON, a Taguette project (.sqlite3), or a table with headings.`,
};

/** The codes that have a sentence. */
export const wordedRefusals = Object.keys(sentences);

/** Say why a file can't be used and what to do; a reason that has no words here is shown as its code. */
export function refusalWords({ code, detail }: ProjectRefusal): string {
  const more = [code, ...Object.values(detail)].join(' ');
  return sentences[code]?.(detail) ?? t`The file can’t be used: ${more}`;
}
