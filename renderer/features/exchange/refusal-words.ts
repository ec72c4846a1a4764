import { t } from '@lingui/core/macro';
import type { ProjectRefusal } from './project-import.ts';

type Detail = ProjectRefusal['detail'];

const sentences: Readonly<Record<string, (detail: Detail) => string>> = {
  unreadable: () => t`The file could not be read, or is too large to be.`,
  failed: ({ message }) => t`The file could not be read: ${message ?? ''}`,
  empty: () => t`The file is empty.`,
  'unknown-format': () =>
    t`This is no file of a coding program that Liptako knows: a REFI-QDA project (.qdpx) or codebook (.qdc), Web Annotations or Hypothesis’ JSON, a Taguette project (.sqlite3), or a table with headings.`,
  'too-large': () => t`The file, or what is packed in it, is larger than can be read safely.`,
  'too-many': ({ limit }) =>
    t`The file holds more than can be read at once (${limit ?? ''}). Export it in parts.`,
  'too-deep': () => t`The file is nested too deeply to be honest data.`,
  'bad-json': () => t`The file begins like JSON and is none: it may have been cut off. Export it again.`,
  'forbidden-key': ({ key }) => t`The file holds the name “${key ?? ''}”, which no honest program writes.`,
  'not-annotations': () => t`The JSON in the file holds no annotations.`,
  'not-xml': ({ line }) =>
    t`The XML in the file breaks off or is wrong at line ${line ?? ''}. Export it again.`,
  'xml-encoding': ({ encoding }) => t`The XML in the file says it is ${encoding ?? ''}, which it is not.`,
  'xml-too-large': () => t`The XML in the file is larger than can be read safely.`,
  'xml-too-deep': () => t`The XML in the file is nested too deeply to be an honest project.`,
  'xml-doctype': () =>
    t`The XML in the file declares a document type, as attacks do and no coding program does.`,
  'wrong-root': ({ found }) =>
    t`The XML in the file is neither a project nor a codebook: it begins with “${found ?? ''}”.`,
  'not-a-zip': () => t`The file should be a zip and is none: it may have been cut off. Copy it again.`,
  'damaged-zip': () => t`The zip is damaged. Copy the file again, or export it again.`,
  'damaged-entry': ({ name }) => t`“${name ?? ''}” in the zip is damaged. Export the file again.`,
  encrypted: () => t`The zip is encrypted. Save it without a password.`,
  'too-many-entries': () => t`The zip holds more files than can be read safely.`,
  'suspicious-ratio': ({ name }) => t`“${name ?? ''}” in the zip inflates beyond measure, as attacks do.`,
  'unsafe-name': () => t`The zip holds a name that leads out of it, as attacks do.`,
  'duplicate-name': ({ name }) => t`The zip holds “${name ?? ''}” twice.`,
  'not-a-file': ({ name }) => t`“${name ?? ''}” in the zip is no plain file.`,
  'no-project-file': () => t`The zip holds no project file (.qde).`,
  'several-project-files': ({ names }) =>
    t`The zip holds several project files: ${names ?? ''}. Leave one in it.`,
  undecodable: () => t`The letters of the file can’t be told. Save it as UTF-8.`,
  'unclosed-quote': ({ line }) => t`A quotation mark that opens at line ${line ?? ''} never closes.`,
  'too-many-rows': ({ limit }) => t`The table has more than ${limit ?? ''} rows. Split it.`,
  'too-many-columns': ({ limit }) => t`The table has more than ${limit ?? ''} columns.`,
  'no-known-table': () =>
    t`None of the sheets has headings that are known: highlights as Liptako writes them, or a codebook with tag, name or path.`,
  'several-tag-columns': ({ columns }) =>
    t`Several columns may name the tag: ${columns ?? ''}. Leave one of tag, name and path.`,
  'damaged-workbook': () => t`The workbook is damaged. Save it again.`,
  'damaged-database': () => t`The database is damaged. Copy the file again.`,
  'not-taguette': ({ table }) => t`The database is none of Taguette’s: it has no table “${table ?? ''}”.`,
  'empty-project': () => t`The database holds no project.`,
};

/** The codes that have a sentence. */
export const wordedRefusals = Object.keys(sentences);

/** Say why a file can't be used and what to do; a reason that has no words here is shown as its code. */
export function refusalWords({ code, detail }: ProjectRefusal): string {
  const more = [code, ...Object.values(detail)].join(' ');
  return sentences[code]?.(detail) ?? t`The file can’t be used: ${more}`;
}
