import type { Activity } from '#core/activity.ts';
import { creation } from '#core/history/change.ts';
import type { GroupId, NewId } from '#core/ids.ts';
import type { Batch } from '#core/import/batch.ts';
import { type CopyIndex, rememberFound } from '#core/import/copies/copy-index.ts';
import type { Imported } from '#core/import/import-file.ts';
import { type ImportPlan, planImport } from '#core/import/plan-import.ts';
import type { Refusal } from '#core/import/refusal.ts';
import type { Desktop, KeptFile, WriteProblem } from '#shared/ipc.ts';
import type { Session } from '#state/session.ts';
import type { Database } from '#storage/database.ts';
import type { HeldFiles } from '#storage/held-files.ts';
import { findKnown, putSketches } from '#storage/sketches.ts';
import { putTexts } from '#storage/texts.ts';

/** Where a part of an import goes. */
export type Keeping = {
  readonly session: Pick<Session, 'db' | 'commit'>;
  readonly desktop: Pick<Desktop, 'keepFiles'>;
  readonly batch: Batch;
  readonly group: GroupId;
  /** Of all texts of the workspace; what is kept is added. */
  readonly copies: CopyIndex;
  /** Of the workspace, following its edits. */
  readonly held: HeldFiles;
  readonly newId: NewId;
  /** ISO 8601 UTC. */
  readonly now: () => string;
};

/** `ok` once all of it is on the disk; otherwise nothing of it is in the workspace. */
export type Kept =
  | { readonly ok: true; readonly activity: readonly Activity[] }
  | { readonly ok: false; readonly problem: WriteProblem };

/**
 * Keep what was read as one edit: first the bytes, then the edit that names them. The first edit of a batch brings the
 * batch's own record along.
 */
export async function keepPart(keeping: Keeping, outcomes: readonly (Imported | Refusal)[]): Promise<Kept> {
  const { session, desktop, group, held } = keeping;
  const plannedAt = held.edits();
  const fresh = await makePlan(keeping, outcomes);
  const wanted = new Set(
    fresh.changes.flatMap(({ table, after }) =>
      table === 'articles' && after && 'originalSha256' in after ? [after.originalSha256] : [],
    ),
  );
  const news = outcomes.filter(isImported).filter(({ article }) => wanted.has(article.originalSha256));
  if (news.length > 0) {
    const answer = await desktop.keepFiles({ files: news.flatMap(filesOf) });
    if (!answer.ok) return answer;
    await cacheTexts(session.db, news);
  }
  let activity: readonly Activity[] = [];
  const outcome = await session.commit(
    { action: 'articles.import', detail: fresh.counts },
    async () => {
      // An edit that was waiting may have brought the same article.
      const plan = held.edits() === plannedAt ? fresh : await makePlan(keeping, outcomes);
      activity = plan.activity;
      const isFirst = (await session.db.batches.get(keeping.batch.id)) === undefined;
      return isFirst ? [creation('batches', keeping.batch), ...plan.changes] : plan.changes;
    },
    { group },
  );
  if (!outcome.ok) return outcome;
  await keepSketches(keeping, activity, outcomes);
  return { ok: true, activity };
}

/** Know the texts of the articles that were made for what comes next. */
async function keepSketches(
  { session, copies }: Keeping,
  activity: readonly Activity[],
  outcomes: readonly (Imported | Refusal)[],
): Promise<void> {
  const made = activity.flatMap(({ articleId, outcome }, at) => {
    const read = outcomes[at];
    const isMade = articleId !== null && outcome !== 'duplicate' && read?.kind === 'imported';
    return isMade ? [{ articleId, sketch: read.sketch }] : [];
  });
  for (const { articleId, sketch } of made) copies.add(articleId, sketch);
  // Without it they are compared once more, later.
  await putSketches(session.db, made).catch((error) => console.warn('sketches were not cached', error));
}

async function makePlan(
  { session, batch, copies: all, held, newId, now }: Keeping,
  outcomes: readonly (Imported | Refusal)[],
): Promise<ImportPlan> {
  const copies = rememberFound(all);
  const known = await findKnown(session.db, outcomes, { held, copies });
  return planImport(outcomes, { known, copies }, { id: batch.id, now: now(), newId });
}

function isImported(outcome: Imported | Refusal): outcome is Imported {
  return outcome.kind === 'imported';
}

function filesOf({ article, original, text }: Imported): KeptFile[] {
  const kept: KeptFile = { kind: 'original', sha256: article.originalSha256, bytes: original };
  // A text that is its original, byte for byte, is read from there.
  if (article.textSha256 === article.originalSha256) return [kept];
  return [kept, { kind: 'text', sha256: article.textSha256, bytes: text }];
}

/** Put the texts where search and reader look first. A failure does no harm: they are read from the disk then. */
async function cacheTexts(db: Database, read: readonly Imported[]): Promise<void> {
  try {
    await putTexts(
      db,
      read.map(({ article, text }) => ({ sha256: article.textSha256, bytes: text })),
    );
  } catch (error) {
    console.warn('texts were not cached', error);
  }
}
