import type { ActorRelation, KnownRelation } from '#core/actors/actor.ts';
import {
  type ActorBooks,
  type ActorEdit,
  type ActorForm,
  type ActorRefusal,
  addName,
  createActor,
  type EditedBy,
  editActor,
  forgetActor,
  mergeActors,
  type NameForm,
  removeName,
  restoreName,
  splitActor,
} from '#core/actors/edit-actors.ts';
import { type JoinedActor, joinActors } from '#core/actors/join-actors.ts';
import {
  addRelation,
  editRelation,
  linkToRelation,
  mergeRelations,
  type PassageRefusal,
  type RelationEdit,
  type RelationForm,
  removeRelation,
  unlinkFromRelation,
} from '#core/actors/relations.ts';
import type { Anchor } from '#core/annotations/highlight.ts';
import type { EditLabel } from '#core/history/edit.ts';
import { type ActorId, newId } from '#core/ids.ts';
import { loadRegistry } from '#state/load-registry.ts';
import type { Session } from '#state/session.ts';
import { listActorEntries, listActorRelations } from '#storage/actors.ts';

/** What came of an edit: `unsaved` when it could not be written, of which the analyst has been told. */
export type ActorOutcome =
  | { readonly kind: 'done'; readonly actorId: ActorId }
  | { readonly kind: 'refused'; readonly refusal: ActorRefusal | PassageRefusal }
  | { readonly kind: 'unsaved' };

type Named = Pick<JoinedActor, 'id' | 'name'>;

/** Make an actor of the analyst's own. */
export function makeActor(session: Session, form: ActorForm): Promise<ActorOutcome> {
  const label = { action: 'actor.create', detail: { name: form.name.trim() } };
  return edit(session, label, (books, by) => createActor(books, form, by));
}

/** Change what an actor is called here, its kind or the note on it. */
export function changeActor(session: Session, { id, name }: Named, form: ActorForm): Promise<ActorOutcome> {
  return edit(session, { action: 'actor.edit', detail: { name } }, (books, by) =>
    editActor(books, id, form, by),
  );
}

/** Give an actor another name. */
export function giveName(session: Session, { id, name }: Named, form: NameForm): Promise<ActorOutcome> {
  const label = { action: 'actor.name', detail: { name, quote: form.text.trim() } };
  return edit(session, label, (books, by) => addName(books, id, form, by));
}

/** Take a name from an actor. */
export function takeName(session: Session, { id, name }: Named, text: string): Promise<ActorOutcome> {
  const label = { action: 'actor.unname', detail: { name, quote: text } };
  return edit(session, label, (books, by) => removeName(books, id, text, by));
}

/** Give an actor a name of the program's back. */
export function giveBackName(session: Session, { id, name }: Named, text: string): Promise<ActorOutcome> {
  const label = { action: 'actor.name', detail: { name, quote: text } };
  return edit(session, label, (books, by) => restoreName(books, id, text, by));
}

/** Make an actor one with another. */
export function joinInto(session: Session, { id, name }: Named, into: Named): Promise<ActorOutcome> {
  const label = { action: 'actor.merge', detail: { name, into: into.name } };
  return edit(session, label, (books, by) => mergeActors(books, id, into.id, by));
}

/** Let an actor stand for itself again. */
export function splitAgain(session: Session, { id, name }: Named): Promise<ActorOutcome> {
  return edit(session, { action: 'actor.split', detail: { name } }, (books, by) => splitActor(books, id, by));
}

/** Take away what the analyst said of an actor, or the actor if it is the analyst's. */
export function forget(session: Session, { id, name, isKnown }: JoinedActor): Promise<ActorOutcome> {
  const action = isKnown ? 'actor.reset' : 'actor.delete';
  return edit(session, { action, detail: { name } }, (books) => forgetActor(books, id));
}

/** Keep a relation; `before` when it is there and changes. A new one rests on `passage` when one is given. */
export function keepRelation(
  session: Session,
  form: RelationForm,
  before: ActorRelation | null,
  passage: Anchor | null = null,
): Promise<ActorOutcome> {
  const action = before === null ? 'relation.add' : 'relation.edit';
  return editRelations(session, action, form, (books, by, known) => {
    const there = mergeRelations(known, books.relations);
    if (before === null) return addRelation(there, form, by, passage);
    const now = books.relations.find(({ id }) => id === before.id);
    return now === undefined ? { reason: 'gone' } : editRelation(there, now, form);
  });
}

/** Take a relation of the analyst's away. */
export function dropRelation(session: Session, relation: ActorRelation): Promise<ActorOutcome> {
  return editRelations(session, 'relation.delete', relation, (books) => {
    const now = books.relations.find(({ id }) => id === relation.id);
    return now === undefined ? { reason: 'gone' } : removeRelation(now);
  });
}

/** Let a relation, the program's or the analyst's, rest on one more passage. */
export function givePassage(
  session: Session,
  relation: KnownRelation,
  passage: Anchor,
): Promise<ActorOutcome> {
  return editRelations(session, 'relation.passage', relation, (books, by) => {
    const stored = books.relations.find(({ id }) => id === relation.id) ?? null;
    return linkToRelation(relation, stored, passage, by);
  });
}

/** Take a passage from a relation. */
export function takePassage(
  session: Session,
  relation: ActorRelation,
  passage: Anchor,
): Promise<ActorOutcome> {
  return editRelations(session, 'relation.unpassage', relation, (books) => {
    const stored = books.relations.find(({ id }) => id === relation.id);
    return stored === undefined ? { reason: 'gone' } : unlinkFromRelation(stored, passage);
  });
}

async function edit(
  session: Session,
  label: EditLabel,
  plan: (books: ActorBooks, by: EditedBy) => ActorEdit,
): Promise<ActorOutcome> {
  let made: ActorEdit | null = null;
  const outcome = await session.commit(label, async () => {
    made = plan(await readBooks(session), byNow(session));
    return 'reason' in made ? [] : made.changes;
  });
  return settle(outcome.ok, made);
}

async function editRelations(
  session: Session,
  action: string,
  ends: Pick<RelationForm, 'from' | 'to'>,
  plan: (books: ActorBooks, by: EditedBy, known: Registry['relations']) => RelationEdit | PassageRefusal,
): Promise<ActorOutcome> {
  const { relations } = await loadRegistry();
  const detail = await nameEnds(session, ends);
  let made: RelationEdit | PassageRefusal | null = null;
  const outcome = await session.commit({ action, detail }, async () => {
    made = plan(await readBooks(session), byNow(session), relations);
    return 'reason' in made ? [] : made.changes;
  });
  const edited = made as RelationEdit | PassageRefusal | null;
  return settle(
    outcome.ok,
    edited === null || 'reason' in edited ? edited : { ...edited, actorId: ends.from },
  );
}

type Registry = Awaited<ReturnType<typeof loadRegistry>>;

async function nameEnds(session: Session, { from, to }: Pick<RelationForm, 'from' | 'to'>) {
  const { program, entries } = await readBooks(session);
  // Also those that went into another: what is kept names them.
  const apart = entries.map((entry) => ({ ...entry, mergedInto: null }));
  const names = new Map(joinActors(program, apart).map(({ id, name }) => [id, name]));
  return { name: names.get(from) ?? from, to: names.get(to) ?? to };
}

async function readBooks({ db }: Session): Promise<ActorBooks> {
  const { actors: program } = await loadRegistry();
  return { program, entries: await listActorEntries(db), relations: await listActorRelations(db) };
}

function byNow({ analystId }: Session): EditedBy {
  return { analystId, now: new Date().toISOString(), newId };
}

function settle(
  isWritten: boolean,
  made: { readonly actorId: ActorId } | ActorRefusal | PassageRefusal | null,
): ActorOutcome {
  if (!isWritten || made === null) return { kind: 'unsaved' };
  return 'reason' in made ? { kind: 'refused', refusal: made } : { kind: 'done', actorId: made.actorId };
}
