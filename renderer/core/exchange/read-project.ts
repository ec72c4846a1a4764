import type { Tools } from '#core/import/tools.ts';
import type { ProjectAnswer } from './coding-project.ts';
import type { ReadFormat } from './project-formats.ts';
import { readQdc } from './refi/read-qdc.ts';
import { readQdpx } from './refi/read-qdpx.ts';
import { readCsvFile, readXlsxFile } from './table/read-table-file.ts';
import { isWorkbook } from './table/read-workbook.ts';
import { isSqlite, readTaguetteDatabase } from './taguette/read-taguette-database.ts';
import { readWebAnnotations } from './web-annotation/read-web-annotations.ts';

/** A file picked to be read as a project. */
export type ProjectFile = { readonly name: string; readonly bytes: Uint8Array };

/** What a file was taken for, and what came of it; `format` is `null` when it is nothing we know. */
export type ReadProject = { readonly format: ReadFormat | null; readonly answer: ProjectAnswer };

/** Read a project or codebook of any program we know, told by its content and not by its name. */
export async function readProject(
  { bytes }: ProjectFile,
  tools: Pick<Tools, 'decode'>,
): Promise<ReadProject> {
  if (bytes.length === 0) return { format: null, answer: { ok: false, code: 'empty', detail: {} } };
  if (isSqlite(bytes)) return { format: 'taguette', answer: await readTaguetteDatabase(bytes) };
  if (startsWith(bytes, 'PK')) return readZip(bytes);
  switch (firstSign(bytes)) {
    case '<':
      return readXml(bytes);
    case '{':
    case '[':
      return readJson(bytes);
    default:
      return readCsvFile(bytes, tools);
  }
}

async function readZip(bytes: Uint8Array): Promise<ReadProject> {
  if (isWorkbook(bytes)) return readXlsxFile(bytes);
  return { format: 'qdpx', answer: readQdpx(bytes) };
}

/** A codebook, or the project file of a project without its zip. */
function readXml(bytes: Uint8Array): ReadProject {
  const codebook = readQdc(bytes);
  const isProject = !codebook.ok && codebook.code === 'wrong-root' && codebook.detail.found === 'Project';
  return isProject ? { format: 'qdpx', answer: readQdpx(bytes) } : { format: 'qdc', answer: codebook };
}

function readJson(bytes: Uint8Array): ReadProject {
  const answer = readWebAnnotations(bytes);
  const isHypothesis = answer.ok && answer.project.origin === 'Hypothesis';
  return { format: isHypothesis ? 'hypothesis' : 'web-annotation', answer };
}

function startsWith(bytes: Uint8Array, head: string): boolean {
  return [...head].every((character, at) => bytes[at] === character.charCodeAt(0));
}

/** The first sign of a text in any encoding: byte order marks, NULs and white space are passed over. */
function firstSign(bytes: Uint8Array): string {
  const first = bytes
    .subarray(0, 1_000)
    .find((byte) => byte > 0x20 && ![0xef, 0xbb, 0xbf, 0xfe, 0xff].includes(byte));
  return first === undefined ? '' : String.fromCharCode(first);
}
