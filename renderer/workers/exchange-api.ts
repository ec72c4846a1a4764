import type { ProjectAnswer, WrittenProject } from '#core/exchange/coding-project.ts';
import type { ReadFormat } from '#core/exchange/project-formats.ts';
import { readProject } from '#core/exchange/read-project.ts';
import { type WriteJob, writeProject } from '#core/exchange/write-project.ts';
import { transferring } from './rpc.ts';

/** A file to be read as a project, and what it turned out to be; `format` is `null` when it is nothing we know. */
export type ReadAnswer = { readonly format: ReadFormat | null; readonly answer: ProjectAnswer };

const tools = {
  decode: (bytes: Uint8Array, label: string) => new TextDecoder(label, { ignoreBOM: true }).decode(bytes),
};

/** What the exchange worker answers. */
export const exchangeApi = {
  /** Read a file of any coding program; every text is hashed, so that it can be told from ours. */
  async readProject(file: { readonly name: string; readonly bytes: Uint8Array }): Promise<ReadAnswer> {
    const { format, answer } = await readProject(file, tools);
    if (!answer.ok) return { format, answer };
    const articles = await Promise.all(
      answer.project.articles.map(async (article) =>
        article.text === null ? article : { ...article, textSha256: await sha256(article.text) },
      ),
    );
    return { format, answer: { ...answer, project: { ...answer.project, articles } } };
  },

  /** Write a project; the bytes are handed over, not copied. */
  async writeProject(what: WriteJob): Promise<WrittenProject> {
    const written = await writeProject(what);
    return transferring(written, [written.bytes.buffer]);
  },
};

/** SHA-256 of the text in UTF-8, in hex. */
async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
