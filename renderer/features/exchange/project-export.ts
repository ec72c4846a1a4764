import { createLossList, type Loss, type WrittenProject } from '#core/exchange/coding-project.ts';
import type { WriteFormat } from '#core/exchange/project-formats.ts';
import { toCodingProject } from '#core/exchange/to-coding-project.ts';
import type { ArticleId } from '#core/ids.ts';
import type { SaveAnswer, SaveKind } from '#shared/ipc.ts';
import { desktop } from '#state/desktop.ts';
import type { Session } from '#state/session.ts';
import { listRecords } from '#storage/records.ts';
import { startExchange } from './exchange-engine.ts';
import { exportWords } from './export-words.ts';

/** Which articles go along. */
export type ExportScope = 'all' | 'highlighted' | 'open';

/** What a written project came to; saved only once the analyst has seen what it can't carry. */
export type WrittenExport = WrittenProject & { readonly name: string; readonly kind: SaveKind };

const kinds: Readonly<Record<WriteFormat, SaveKind>> = {
  qdpx: 'qdpx',
  qdc: 'qdc',
  'web-annotation': 'jsonld',
  html: 'html',
  'markdown-articles': 'zip',
  'markdown-tags': 'zip',
  'highlights-xlsx': 'xlsx',
  'highlights-csv': 'csv',
  'codebook-csv': 'csv',
  'taguette-csv': 'csv',
};

type ExportJob = {
  readonly format: WriteFormat;
  readonly scope: ExportScope;
  /** The article that is open; `null` when none is. */
  readonly openId: ArticleId | null;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
};

/** Write the workspace, or a part of it, in a format of other programs. Nothing is saved yet. */
export async function writeExport(session: Session, job: ExportJob): Promise<WrittenExport> {
  const { format, signal, onProgress } = job;
  // An empty edit has its turn after all that was asked for before it.
  await session.commit({ action: 'project.import', detail: {} }, () => []);
  const records = await listRecords(session.db);
  const articleIds = chooseArticles(records, job);
  const texts = new Map<ArticleId, string>();
  const wanted = records.articles.filter(({ id }) => articleIds.has(id));
  for (const [index, article] of wanted.entries()) {
    signal.throwIfAborted();
    onProgress(index, wanted.length);
    const text = await session.readText(article).catch(() => null);
    if (text !== null) texts.set(article.id, text);
  }
  const name = session.workspace.name;
  const project = toCodingProject(records, texts, { name, articleIds });
  const engine = startExchange(signal);
  try {
    const written = await engine.write({
      format,
      project,
      words: exportWords(),
      now: new Date().toISOString(),
    });
    const losses = [...leftOut(records, articleIds), ...written.losses];
    return { ...written, losses, name, kind: kinds[format] };
  } finally {
    engine.close();
  }
}

/** What of the scope no coding program has a place for: it goes along in a bundle alone. */
function leftOut(
  { mentions, briefs }: Awaited<ReturnType<typeof listRecords>>,
  articleIds: ReadonlySet<ArticleId>,
): Loss[] {
  const losses = createLossList();
  for (const { status, place, anchor } of mentions)
    if (status === 'accepted' && articleIds.has(anchor.articleId)) losses.add('place-left-out', place.name);
  for (const { title } of briefs) losses.add('brief-left-out', title);
  return losses.list();
}

/** Save what was written where the analyst chooses; `null` when cancelled. */
export function saveExport({ name, kind, bytes }: WrittenExport): Promise<SaveAnswer | null> {
  return desktop().saveFile({ suggestedName: name, kind, content: bytes });
}

function chooseArticles(
  { articles, highlights }: Awaited<ReturnType<typeof listRecords>>,
  { scope, openId }: ExportJob,
): Set<ArticleId> {
  if (scope === 'open') return new Set(openId === null ? [] : [openId]);
  if (scope === 'highlighted') return new Set(highlights.map(({ anchor }) => anchor.articleId));
  return new Set(articles.map(({ id }) => id));
}
