import { type DerivationPlan, planDerivation } from '#core/annotations/derive-again.ts';
import type { Article } from '#core/article.ts';
import { type ArticleId, newId } from '#core/ids.ts';
import type { Imported } from '#core/import/import-file.ts';
import type { Desktop, WriteProblem } from '#shared/ipc.ts';
import type { Session } from '#state/session.ts';
import { findArticle } from '#storage/articles.ts';
import { listFindings } from '#storage/findings.ts';
import { listHighlights } from '#storage/highlights.ts';
import { listMentions } from '#storage/mentions.ts';
import { putText } from '#storage/texts.ts';
import type { Importer } from '#workers/importer.ts';

/** What reading an article's original again came to. */
export type Derived =
  | { readonly kind: 'same' }
  /** Another text; or the same one, in which something else is found. */
  | {
      readonly kind: 'other';
      /** `null`: the text it had can't be read any more. */
      readonly before: string | null;
      readonly after: string;
      readonly imported: Imported;
      readonly plan: DerivationPlan;
    }
  /** The kept file is missing or damaged. */
  | { readonly kind: 'no-original' }
  /** It gives no text when read like that. */
  | { readonly kind: 'no-text' };

const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });

/** Read the original of an article again, as the program does it now or in the encoding that was chosen. */
export async function deriveText(
  session: Session,
  article: Article,
  how: {
    readonly desktop: Pick<Desktop, 'readKept'>;
    readonly importer: Importer;
    readonly encoding: string | null;
    /** Nothing is to be repaired. */
    readonly asItStands: boolean;
    readonly signal: AbortSignal;
  },
): Promise<Derived> {
  const bytes = await how.desktop.readKept({ kind: 'original', sha256: article.originalSha256 });
  if (bytes === null) return { kind: 'no-original' };
  const { encoding, asItStands } = how;
  const imported = await how.importer.importFile(
    {
      name: article.originalName,
      bytes,
      steps: article.steps,
      asItStands,
      ...(encoding === null ? {} : { encoding }),
    },
    how.signal,
  );
  if (imported.kind === 'refused') return { kind: 'no-text' };
  const before = await session.readText(article).catch(() => null);
  const after = utf8.decode(imported.text);
  const plan = await makePlan(session, article.id, { before, after, imported });
  if (plan.changes.length === 0) return { kind: 'same' };
  return { kind: 'other', before, after, imported, plan };
}

/** Put the text that was read in the place of the article's: the file first, then one edit. */
export async function keepDerived(
  session: Session,
  desktop: Pick<Desktop, 'keepFiles'>,
  article: Article,
  derived: Extract<Derived, { kind: 'other' }>,
): Promise<{ readonly ok: true } | { readonly ok: false; readonly problem: WriteProblem }> {
  const { textSha256 } = derived.imported.article;
  const kept = await desktop.keepFiles({
    files: [{ kind: 'text', sha256: textSha256, bytes: derived.imported.text }],
  });
  if (!kept.ok) return kept;
  await putText(session.db, textSha256, derived.after);
  const { moved, waiting } = derived.plan;
  return session.commit(
    { action: 'article.derive', detail: { title: article.title.value, moved, waiting } },
    // As everything is by now: a passage may have been marked while the differences were read.
    async () => (await makePlan(session, article.id, derived)).changes,
    { group: newId<'group'>() },
  );
}

async function makePlan(
  session: Session,
  id: ArticleId,
  texts: { readonly before: string | null; readonly after: string; readonly imported: Imported },
): Promise<DerivationPlan> {
  const article = await findArticle(session.db, id);
  if (article === null) return { changes: [], same: 0, moved: 0, waiting: 0 };
  return planDerivation({
    article,
    before: texts.before,
    imported: texts.imported.article,
    after: texts.after,
    highlights: await listHighlights(session.db, id),
    mentions: await listMentions(session.db, id),
    findings: await listFindings(session.db, id),
    now: new Date().toISOString(),
  });
}
