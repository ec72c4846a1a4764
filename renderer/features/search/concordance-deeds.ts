import { type MarkedPlaces, markPlaces } from '#core/annotations/mark-places.ts';
import { type CodebookRefusal, createTagAtPath } from '#core/codebook/edit-codebook.ts';
import type { Change } from '#core/history/change.ts';
import { type ArticleId, newId, type TagId } from '#core/ids.ts';
import type { ConcordanceLine } from '#core/search/concordance.ts';
import type { Session } from '#state/session.ts';
import { findArticle } from '#storage/articles.ts';
import { listHighlights } from '#storage/highlights.ts';
import { listTags } from '#storage/tags.ts';

/** The tag to give: one there is, or a path as it was typed, of which all that is missing is made. */
export type GivenTag =
  | { readonly kind: 'tag'; readonly id: TagId; readonly name: string }
  | { readonly kind: 'path'; readonly path: string };

/** What tagging lines comes to, in lines. */
export type TaggedLines = Omit<MarkedPlaces, 'changes'> & {
  /** Lines of articles that are gone, or have another text now than when the lines were found. */
  readonly changed: number;
  /** Lines of articles whose texts can't be read. */
  readonly unreadable: number;
};

/** What came of tagging lines. */
export type TaggingOutcome =
  | { readonly ok: true; readonly tagged: TaggedLines }
  /** The tag could not be made. */
  | { readonly ok: false; readonly kind: 'refused'; readonly refusal: CodebookRefusal }
  /** It could not be written; the analyst has been told. */
  | { readonly ok: false; readonly kind: 'unsaved' };

/** How far it is, in articles; `signal` stops it with nothing changed. */
export type TaggingWatch = {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
};

/** What `tagLines` would come to now; nothing is changed. Rejects when it is stopped. */
export async function previewTagging(
  session: Session,
  lines: readonly ConcordanceLine[],
  tag: GivenTag,
  watch: TaggingWatch,
): Promise<TaggingOutcome> {
  const { outcome } = await planTagging(session, { lines, tag }, watch);
  return outcome;
}

/** Highlight what lines found and give it a tag, in one step of undo. Rejects when it is stopped. */
export async function tagLines(
  session: Session,
  { lines, tag, query }: { lines: readonly ConcordanceLine[]; tag: GivenTag; query: string },
  watch: TaggingWatch,
): Promise<TaggingOutcome> {
  let outcome: TaggingOutcome = { ok: false, kind: 'unsaved' };
  const name = tag.kind === 'tag' ? tag.name : tag.path;
  const detail = { tag: name, quote: shorten(query), count: lines.length };
  const committed = await session.commit({ action: 'concordance.tag', detail }, async () => {
    const plan = await planTagging(session, { lines, tag }, watch);
    outcome = plan.outcome;
    return plan.changes;
  });
  return committed.ok ? outcome : { ok: false, kind: 'unsaved' };
}

async function planTagging(
  session: Session,
  { lines, tag }: { readonly lines: readonly ConcordanceLine[]; readonly tag: GivenTag },
  { signal, onProgress }: TaggingWatch,
): Promise<{ changes: readonly Change[]; outcome: TaggingOutcome }> {
  const settled = await settleTag(session, tag);
  if (!settled.ok) return { changes: [], outcome: settled };
  const changes: Change[] = [];
  const counts = { made: 0, tagged: 0, had: 0, refused: 0, changed: 0, unreadable: 0 };
  const byArticle = new Map<ArticleId, ConcordanceLine[]>();
  for (const line of lines)
    byArticle.set(line.source.articleId, [...(byArticle.get(line.source.articleId) ?? []), line]);
  let done = 0;
  for (const [articleId, of] of byArticle) {
    signal.throwIfAborted();
    onProgress(done++, byArticle.size);
    const article = await findArticle(session.db, articleId);
    const standing = of.filter(({ source }) => source.textSha256 === article?.textSha256);
    counts.changed += of.length - standing.length;
    if (article === null || standing.length === 0) continue;
    const text = await session.readText(article).catch(() => null);
    if (text === null) {
      counts.unreadable += standing.length;
      continue;
    }
    const marked = markPlaces(
      {
        article,
        text,
        spans: standing.map(({ hit }) => hit),
        highlights: await listHighlights(session.db, articleId),
      },
      { tagId: settled.tagId, analystId: session.analystId, newId, now: new Date().toISOString() },
    );
    changes.push(...marked.changes);
    for (const key of ['made', 'tagged', 'had', 'refused'] as const) counts[key] += marked[key];
  }
  // A tag that nothing carries is not made.
  const all = changes.length === 0 ? [] : [...settled.changes, ...changes];
  return { changes: all, outcome: { ok: true, tagged: counts } };
}

type SettledTag =
  | { readonly ok: true; readonly tagId: TagId; readonly changes: readonly Change[] }
  | Extract<TaggingOutcome, { kind: 'refused' }>;

async function settleTag({ db }: Session, tag: GivenTag): Promise<SettledTag> {
  const tags = await listTags(db);
  if (tag.kind === 'tag') {
    const exists = tags.some(({ id }) => id === tag.id);
    return exists
      ? { ok: true, tagId: tag.id, changes: [] }
      : { ok: false, kind: 'refused', refusal: { reason: 'missing-tag' } };
  }
  const made = createTagAtPath(tag.path, tags, newId);
  if (!made.ok) return { ok: false, kind: 'refused', refusal: made };
  return { ok: true, tagId: made.tag.id, changes: made.changes };
}

/** The beginning of a query, for the history. */
function shorten(query: string): string {
  const line = query.trim().replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59).toWellFormed()}…`;
}
