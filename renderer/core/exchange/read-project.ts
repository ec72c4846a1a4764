import type { ProjectAnswer } from './coding-project.ts';
import type { ReadFormat } from './project-formats.ts';

/** A file picked to be read as a project. */
export type ProjectFile = { readonly name: string; readonly bytes: Uint8Array };

/** Read a project or codebook of any program we know, told by its content and not by its name. */
export async function readProject(
  _file: ProjectFile,
): Promise<{ readonly format: ReadFormat | null; readonly answer: ProjectAnswer }> {
  return { format: null, answer: { ok: false, code: 'unknown-format', detail: {} } };
}
