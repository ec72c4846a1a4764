import type { Article } from '#core/article.ts';
import type { CodingProject, LossList, ProjectArticle } from '#core/exchange/coding-project.ts';
import { type ArticleMatch, matchProjectArticles } from '#core/exchange/match-project-articles.ts';
import type { Home } from '#core/exchange/place-project-highlight.ts';
import { toProjectHome } from '#core/exchange/to-project-home.ts';
import type { ArticleId, BatchId } from '#core/ids.ts';
import type { Session } from '#state/session.ts';
import { listArticles } from '#storage/articles.ts';
import type { ExchangeEngine } from './exchange-engine.ts';

/** A file to be kept by its hash. */
export type PreparedFile = {
  readonly kind: 'original' | 'text';
  readonly sha256: string;
  readonly bytes: Uint8Array;
};

/** A project with the articles it belongs to. */
export type PreparedProject = {
  readonly homes: ReadonlyMap<ArticleId, Home & { readonly isNew: boolean }>;
  /** Of the articles that are new. */
  readonly files: readonly PreparedFile[];
  /** Articles found among ours, by what they were found. */
  readonly matched: Readonly<Record<'id' | 'text' | 'source' | 'title', number>>;
};

type Parts = {
  readonly engine: ExchangeEngine;
  readonly losses: LossList;
  readonly batchId: BatchId;
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
};

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Find the project's articles among ours and read those that are new. Nothing is kept yet. */
export async function prepareProject(
  session: Session,
  project: CodingProject,
  parts: Parts,
): Promise<PreparedProject> {
  const { losses, signal, onProgress } = parts;
  const matches = matchProjectArticles(project.articles, await listArticles(session.db));
  const homes = new Map<ArticleId, Home & { readonly isNew: boolean }>();
  const files: PreparedFile[] = [];
  const matched = { id: 0, text: 0, source: 0, title: 0 };
  for (const [index, theirs] of project.articles.entries()) {
    signal.throwIfAborted();
    onProgress(index, project.articles.length);
    const match: ArticleMatch = matches.get(theirs.id) ?? { kind: 'missing' };
    if (match.kind === 'ours') {
      matched[match.by] += 1;
      homes.set(theirs.id, { ...(await ourHome(session, theirs, match.article)), isNew: false });
    } else if (match.kind === 'new') {
      const made = await newHome(theirs, parts);
      if (made === null) losses.add('article-unreadable', theirs.title);
      else {
        homes.set(theirs.id, { ...made.home, isNew: true });
        files.push(...made.files);
      }
    } else losses.add(match.kind === 'ambiguous' ? 'article-ambiguous' : 'article-missing', theirs.title);
  }
  return { homes, files, matched };
}

async function ourHome(session: Session, theirs: ProjectArticle, article: Article): Promise<Home> {
  if (theirs.text !== null && theirs.textSha256 === article.textSha256) return { article, text: theirs.text };
  return { article, text: await session.readText(article).catch(() => null) };
}

async function newHome(
  theirs: ProjectArticle,
  { engine, batchId, now }: Parts,
): Promise<{ readonly home: Home; readonly files: readonly PreparedFile[] } | null> {
  const bytes = new TextEncoder().encode(theirs.text ?? '');
  // The text is what came, whatever it was made from over there.
  const name = `${(theirs.source || theirs.title)
    .split(/[\\/]/)
    .at(-1)
    ?.replace(/\.txt$/i, '')}.txt`;
  // Its places are counted in the text as it stands.
  const imported = await engine.importText({ name, bytes, asItStands: true });
  if (imported.kind === 'refused') return null;
  const article = toProjectHome(imported.article, theirs, { batchId, now });
  return {
    home: { article, text: utf8.decode(imported.text) },
    files: [
      { kind: 'original', sha256: article.originalSha256, bytes },
      { kind: 'text', sha256: article.textSha256, bytes: imported.text },
    ],
  };
}
