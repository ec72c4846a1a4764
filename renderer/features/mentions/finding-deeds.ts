import { type ActorForm, type ActorRefusal, addName, createActor } from '#core/actors/edit-actors.ts';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { Change } from '#core/history/change.ts';
import type { EditLabel } from '#core/history/edit.ts';
import { type ActorId, type ArticleId, newId } from '#core/ids.ts';
import { type FindingDecision, forgetFindings } from '#core/mentions/edit-findings.ts';
import type { Finding } from '#core/mentions/finding.ts';
import { ruleKey, type ShownItem } from '#core/mentions/items-to-show.ts';
import { loadRegistry } from '#state/load-registry.ts';
import type { Session } from '#state/session.ts';
import { listActorEntries, listActorRelations } from '#storage/actors.ts';
import { type ArticleDecision, planAnyOf, planFindings } from './plan-findings.ts';

/** Who an item is said to be: an actor of the registry; `null`: a date, a figure, or nobody the registry has. */
export type Said = Pick<JoinedActor, 'id' | 'name'> | null;

/** How many decisions an edit wrote; `null` when it could not be written, of which the analyst has been told. */
export type DecidedCount = number | null;

/**
 * What came of an edit of the registry: `nothing` when there was nothing to write, `unsaved` when it could not be
 * written, of which the analyst has been told.
 */
export type TeachingOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'refused'; readonly refusal: ActorRefusal }
  | { readonly kind: 'unsaved' };

/** An item with the article it stands in. */
export type ArticleItem = { readonly articleId: ArticleId; readonly item: ShownItem };

/** Say that items are what is suggested, or `actor`. */
export function acceptItems(
  session: Session,
  items: readonly ArticleItem[],
  actor: Said,
): Promise<DecidedCount> {
  return decide(session, labelOf('finding.accept', items, actor), items, (item) =>
    decisionOf(item, actor, 'accepted'),
  );
}

/** Say that items are not what is suggested. */
export function rejectItems(
  session: Session,
  items: readonly ArticleItem[],
  actor: Said,
): Promise<DecidedCount> {
  return decide(session, labelOf('finding.reject', items, actor), items, (item) =>
    decisionOf(item, actor, 'rejected'),
  );
}

/** Say that the words of items are not this actor in any article, also in those that come. */
export function rejectEverywhere(
  session: Session,
  items: readonly ArticleItem[],
  actor: Said,
): Promise<DecidedCount> {
  const each = new Map(items.map(({ item }) => [ruleKey(item.exact, null), item.exact]));
  const words = shortened([...each.values()].join(', '));
  const label = {
    action: 'finding.reject-everywhere',
    detail: { quote: words, name: actor?.name ?? words, count: each.size },
  };
  const decisions = decisionsOf(items, (item) => ({
    ...decisionOf(item, actor, 'rejected'),
    reach: 'everywhere',
  }));
  return commitDecided(session, label, () => planAnyOf(session, decisions));
}

/** Take a decision back. */
export function forgetFinding(session: Session, finding: Finding): Promise<DecidedCount> {
  const label = { action: 'finding.forget', detail: { name: finding.name } };
  return commitDecided(session, label, async () => {
    const newest = await session.db.findings.get(finding.id);
    return newest === undefined ? [] : forgetFindings([newest]);
  });
}

/** Say that items are `actor`, who goes by their words from now on, in one edit. All have the same words. */
export function teachName(
  session: Session,
  items: readonly ArticleItem[],
  actor: Pick<JoinedActor, 'id' | 'name'>,
): Promise<TeachingOutcome> {
  const label = labelOf('finding.teach', items, actor);
  return teach(session, label, async (books, by) => {
    const text = items[0]?.item.exact ?? '';
    const form = { text, language: 'any', from: '', until: '', note: '' } as const;
    const taught = addName(books, actor.id, form, by);
    if ('reason' in taught && taught.reason !== 'has-it') return taught;
    const decided = await plan(session, items, (item) => decisionOf(item, actor, 'accepted'));
    return [...('reason' in taught ? [] : taught.changes), ...decided];
  });
}

/** Make an actor and say that items are it, in one edit. */
export function createFrom(
  session: Session,
  items: readonly ArticleItem[],
  form: ActorForm,
): Promise<TeachingOutcome> {
  const { detail } = labelOf('', items, null);
  const label = { action: 'finding.create-actor', detail: { ...detail, name: form.name.trim() } };
  return teach(session, label, async (books, by) => {
    const made = createActor(books, form, by);
    if ('reason' in made) return made;
    const said = { id: made.actorId, name: made.name };
    return [...made.changes, ...(await plan(session, items, (item) => decisionOf(item, said, 'accepted')))];
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
  let count = 0;
  const { actors: program } = await loadRegistry();
  const committed = await session.commit(label, async () => {
    const books = {
      program,
      entries: await listActorEntries(session.db),
      relations: await listActorRelations(session.db),
    };
    const made = await make(books, { analystId: session.analystId, now: new Date().toISOString(), newId });
    if (!('reason' in made)) {
      count = made.length;
      return made;
    }
    refusal = made;
    return [];
  });
  if (!committed.ok) return { kind: 'unsaved' };
  if (refusal !== null) return { kind: 'refused', refusal };
  return { kind: count === 0 ? 'nothing' : 'done' };
}

function decide(
  session: Session,
  label: EditLabel,
  items: readonly ArticleItem[],
  say: (item: ShownItem) => FindingDecision,
): Promise<DecidedCount> {
  return commitDecided(session, label, () => plan(session, items, say));
}

async function commitDecided(
  session: Session,
  label: EditLabel,
  make: () => Promise<readonly Change[]>,
): Promise<DecidedCount> {
  let count = 0;
  const committed = await session.commit(label, async () => {
    const changes = await make();
    // Decisions that gave way to others of the edit are not counted beside them.
    count = changes.filter(({ after }) => after !== null).length || changes.length;
    return changes;
  });
  return committed.ok ? count : null;
}

function plan(
  session: Session,
  items: readonly ArticleItem[],
  say: (item: ShownItem) => FindingDecision,
): Promise<readonly Change[]> {
  return planFindings(session, decisionsOf(items, say));
}

function decisionsOf(
  items: readonly ArticleItem[],
  say: (item: ShownItem) => FindingDecision,
): ArticleDecision[] {
  return items.map(({ articleId, item }) => ({ articleId, exact: item.exact, decision: say(item) }));
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

function labelOf(action: string, items: readonly ArticleItem[], actor: Said): EditLabel {
  const quote = shortened(items[0]?.item.exact ?? '');
  return { action, detail: { quote, name: actor?.name ?? quote, count: items.length } };
}

function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59).toWellFormed()}…`;
}
