import { type ActorForm, type ActorRefusal, addName, createActor } from '#core/actors/edit-actors.ts';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { Change } from '#core/history/change.ts';
import type { EditLabel } from '#core/history/edit.ts';
import { type ActorId, type ArticleId, newId } from '#core/ids.ts';
import { decideFindings, type FindingDecision, forgetFindings } from '#core/mentions/edit-findings.ts';
import type { Finding } from '#core/mentions/finding.ts';
import type { ShownItem } from '#core/mentions/items-to-show.ts';
import { loadRegistry } from '#state/load-registry.ts';
import type { Session } from '#state/session.ts';
import { listActorEntries, listActorRelations } from '#storage/actors.ts';
import { findArticle } from '#storage/articles.ts';
import { listFindings } from '#storage/findings.ts';

/** Who an item is said to be: an actor of the registry; `null`: a date, a figure, or nobody the registry has. */
export type Said = Pick<JoinedActor, 'id' | 'name'> | null;

/** What came of an edit of the registry: `unsaved` when it could not be written, of which the analyst has been told. */
export type TeachingOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: ActorRefusal }
  | { readonly kind: 'unsaved' };

/** Say that items of an article are what is suggested, or `actor`. Answers whether it was kept. */
export function acceptItems(
  session: Session,
  articleId: ArticleId,
  items: readonly ShownItem[],
  actor: Said,
): Promise<boolean> {
  return decideIn(session, articleId, labelOf('finding.accept', items, actor), (item) =>
    decisionOf(item, actor, 'accepted'),
  )(items);
}

/** Say that items of an article are not what is suggested. */
export function rejectItems(
  session: Session,
  articleId: ArticleId,
  items: readonly ShownItem[],
  actor: Said,
): Promise<boolean> {
  return decideIn(session, articleId, labelOf('finding.reject', items, actor), (item) =>
    decisionOf(item, actor, 'rejected'),
  )(items);
}

/** Say that the words of an item are not this actor in any article, also in those that come. */
export function rejectEverywhere(
  session: Session,
  articleId: ArticleId,
  item: ShownItem,
  actor: Said,
): Promise<boolean> {
  return decideIn(session, articleId, labelOf('finding.reject-everywhere', [item], actor), (one) => ({
    ...decisionOf(one, actor, 'rejected'),
    reach: 'everywhere',
  }))([item]);
}

/** Take a decision back. */
export async function forgetFinding(session: Session, finding: Finding): Promise<boolean> {
  const label = { action: 'finding.forget', detail: { name: finding.name } };
  const committed = await session.commit(label, async () => {
    const newest = await session.db.findings.get(finding.id);
    return newest === undefined ? [] : forgetFindings([newest]);
  });
  return committed.ok;
}

/** Say that an item is `actor`, who goes by these words from now on, in one edit. */
export function teachName(
  session: Session,
  articleId: ArticleId,
  item: ShownItem,
  actor: Pick<JoinedActor, 'id' | 'name'>,
): Promise<TeachingOutcome> {
  const label = labelOf('finding.teach', [item], actor);
  return teach(session, label, async (books, by) => {
    const form = { text: item.exact, language: 'any', from: '', until: '', note: '' } as const;
    const taught = addName(books, actor.id, form, by);
    if ('reason' in taught && taught.reason !== 'has-it') return taught;
    const decided = await plan(session, articleId, [decisionOf(item, actor, 'accepted')]);
    return [...('reason' in taught ? [] : taught.changes), ...decided];
  });
}

/** Make an actor and say that an item is it, in one edit. */
export function createFrom(
  session: Session,
  articleId: ArticleId,
  item: ShownItem,
  form: ActorForm,
): Promise<TeachingOutcome> {
  const label = {
    action: 'finding.create-actor',
    detail: { quote: shortened(item.exact), name: form.name.trim() },
  };
  return teach(session, label, async (books, by) => {
    const made = createActor(books, form, by);
    if ('reason' in made) return made;
    const said = { id: made.actorId, name: made.name };
    return [...made.changes, ...(await plan(session, articleId, [decisionOf(item, said, 'accepted')]))];
  });
}

type Books = Parameters<typeof createActor>[0];
type By = Parameters<typeof createActor>[2];

async function teach(
  session: Session,
  label: EditLabel,
  make: (books: Books, by: By) => Promise<readonly Change[] | ActorRefusal>,
): Promise<TeachingOutcome> {
  let refusal: ActorRefusal | null = null;
  const { actors: program } = await loadRegistry();
  const committed = await session.commit(label, async () => {
    const books = {
      program,
      entries: await listActorEntries(session.db),
      relations: await listActorRelations(session.db),
    };
    const made = await make(books, { analystId: session.analystId, now: new Date().toISOString(), newId });
    if (!('reason' in made)) return made;
    refusal = made;
    return [];
  });
  if (!committed.ok) return { kind: 'unsaved' };
  return refusal === null ? { kind: 'done' } : { kind: 'refused', refusal };
}

function decideIn(
  session: Session,
  articleId: ArticleId,
  label: EditLabel,
  decide: (item: ShownItem) => FindingDecision,
) {
  return async (items: readonly ShownItem[]): Promise<boolean> => {
    const committed = await session.commit(label, () => plan(session, articleId, items.map(decide)));
    return committed.ok;
  };
}

async function plan(
  session: Session,
  articleId: ArticleId,
  decisions: readonly FindingDecision[],
): Promise<readonly Change[]> {
  const article = await findArticle(session.db, articleId);
  if (article === null) return [];
  const text = await session.readText(article);
  const decided = await listFindings(session.db, articleId);
  const maker = { newId, now: new Date().toISOString(), analystId: session.analystId };
  return decideFindings({ article, text, decided }, decisions, maker);
}

function decisionOf(item: ShownItem, actor: Said, status: Finding['status']): FindingDecision {
  const { span, kind, exact, item: found, decided } = item;
  const isSuggested = actor === null || (found?.kind === 'actor' && found.actorIds.includes(actor.id));
  return {
    span,
    kind,
    status,
    origin: found === null ? 'analyst' : 'suggested',
    reach: 'here',
    actorId: (actor?.id ?? null) as ActorId | null,
    name: actor?.name ?? exact,
    dating: found?.kind === 'date' ? found.dating : (decided?.dating ?? null),
    reasons: isSuggested && found?.kind === 'actor' ? found.reasons : [],
  };
}

function labelOf(action: string, items: readonly ShownItem[], actor: Said): EditLabel {
  const quote = shortened(items[0]?.exact ?? '');
  return { action, detail: { quote, name: actor?.name ?? quote, count: items.length } };
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59).toWellFormed()}…`;
}
