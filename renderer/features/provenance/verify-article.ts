import type { Article } from '#core/article.ts';
import type { Desktop, KeptKind } from '#shared/ipc.ts';

/** Whether what lies on the disk still is what was imported. */
export type Verdict = { readonly original: boolean; readonly text: boolean };

/** Read both kept files again and compare their SHA-256 with those noted at import. */
export async function verifyArticle(article: Article, desktop: Pick<Desktop, 'readKept'>): Promise<Verdict> {
  const holds = async (kind: KeptKind, sha256: string) => {
    const bytes = await desktop.readKept({ kind, sha256 });
    return bytes !== null && (await hash(bytes)) === sha256;
  };
  return {
    original: await holds('original', article.originalSha256),
    text: await holds('text', article.textSha256),
  };
}

async function hash(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
