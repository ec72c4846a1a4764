import type { Anchor } from '#core/annotations/highlight.ts';
import { isSamePassage } from '#core/events/edit-events.ts';
import { maxLinkedLength } from '#core/events/event.ts';
import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import type { ActorId, RelationId } from '#core/ids.ts';
import { type ActorRelation, type KnownRelation, maxRelationPassages, type RelationKind } from './actor.ts';
import { type ActorRefusal, checkDates, type EditedBy, maxActorNoteLength } from './edit-actors.ts';

/** What can be said of a relation. */
export type RelationForm = {
  readonly kind: RelationKind;
  readonly from: ActorId;
  readonly to: ActorId;
  /** As typed: a day, month or year; empty: not known. */
  readonly since: string;
  readonly until: string;
  readonly note: string;
};

/** The changes of an edit of a relation, or why it can't be. */
export type RelationEdit = { readonly changes: readonly Change[] } | ActorRefusal;

/** A relation of an actor as it is shown: from where it stands, and who kept it. */
export type ShownRelation = {
  readonly relation: KnownRelation;
  /** Whether the actor is the subject: `pledged to` rather than `has the pledge of`. */
  readonly isSubject: boolean;
  readonly otherId: ActorId;
  /** The analyst's; `null`: the program's. */
  readonly kept: ActorRelation | null;
};

/** Keep a relation between two actors, and the passage that says so when one is given. */
export function addRelation(
  relations: readonly KnownRelation[],
  form: RelationForm,
  by: EditedBy,
  passage: Anchor | null = null,
): RelationEdit | PassageRefusal {
  const said = checkRelation(relations, form, null);
  if ('reason' in said) return said;
  if (passage !== null && passage.exact.length > maxLinkedLength) return { reason: 'passage-too-long' };
  const made = {
    passages: passage === null ? [] : [passage],
    analystId: by.analystId,
    createdAt: by.now,
  };
  return { changes: [creation('relations', { id: by.newId<'relation'>(), ...said, ...made })] };
}

/** Change a relation the analyst keeps. */
export function editRelation(
  relations: readonly KnownRelation[],
  before: ActorRelation,
  form: RelationForm,
): RelationEdit {
  const said = checkRelation(relations, form, before.id);
  return 'reason' in said ? said : { changes: [replacement('relations', before, { ...before, ...said })] };
}

/** Take a relation of the analyst's away. */
export function removeRelation(before: ActorRelation): RelationEdit {
  return { changes: [removal('relations', before)] };
}

/** A passage can't be added: the relation rests on as many as can be kept, or the passage is too long. */
export type PassageRefusal = { readonly reason: 'too-many-passages' | 'passage-too-long' };

/**
 * Let a relation rest on one more passage; one it has already is not added twice. A relation of the program's gets an
 * entry of the analyst's under its id, with the program's source as before.
 */
export function linkToRelation(
  relation: KnownRelation,
  stored: ActorRelation | null,
  passage: Anchor,
  by: EditedBy,
): RelationEdit | PassageRefusal {
  const before = stored?.passages ?? [];
  if (before.some((one) => isSamePassage(one, passage))) return { changes: [] };
  if (passage.exact.length > maxLinkedLength) return { reason: 'passage-too-long' };
  if (before.length >= maxRelationPassages) return { reason: 'too-many-passages' };
  const passages = [...before, passage];
  if (stored !== null) return { changes: [replacement('relations', stored, { ...stored, passages })] };
  const { id, kind, from, to, since, until, source, note } = relation;
  const made = { analystId: by.analystId, createdAt: by.now };
  const entry = { id, kind, from, to, since, until, source, note, passages, ...made };
  return { changes: [creation('relations', entry)] };
}

/** Take a passage from a relation. */
export function unlinkFromRelation(stored: ActorRelation, passage: Anchor): RelationEdit {
  const passages = stored.passages.filter((one) => !isSamePassage(one, passage));
  return { changes: [replacement('relations', stored, { ...stored, passages })] };
}

/** All relations there are: where the analyst keeps one of the program's, theirs counts. */
export function mergeRelations(
  known: readonly KnownRelation[],
  kept: readonly ActorRelation[],
): KnownRelation[] {
  const own = new Set(kept.map(({ id }) => id));
  return [...known.filter(({ id }) => !own.has(id)), ...kept];
}

/**
 * The relations of an actor, newest first, those without a date last; of `stands` each id counts as the actor it stands
 * for. A relation between actors that have become one is left out.
 */
export function relationsOf(
  id: ActorId,
  known: readonly KnownRelation[],
  kept: readonly ActorRelation[],
  stands: (id: ActorId) => ActorId,
): ShownRelation[] {
  const own = new Map<RelationId, ActorRelation>(kept.map((relation) => [relation.id, relation]));
  return mergeRelations(known, kept)
    .flatMap((relation) => {
      const from = stands(relation.from);
      const to = stands(relation.to);
      if (from === to || (from !== id && to !== id)) return [];
      const isSubject = from === id;
      return [{ relation, isSubject, otherId: isSubject ? to : from, kept: own.get(relation.id) ?? null }];
    })
    .sort((a, b) => (b.relation.since ?? '').localeCompare(a.relation.since ?? ''));
}

function checkRelation(
  relations: readonly KnownRelation[],
  form: RelationForm,
  id: RelationId | null,
): Omit<KnownRelation, 'id'> | ActorRefusal {
  const { kind, from, to } = form;
  const [since, until] = [form.since.trim(), form.until.trim()];
  if (from === to) return { reason: 'same' };
  const trouble = checkDates(since, until);
  if (trouble !== null) return trouble;
  const note = form.note.trim();
  if (note.length > maxActorNoteLength) return { reason: 'too-long' };
  const said = { since: since === '' ? null : since, until: until === '' ? null : until };
  const isThere = relations.some(
    (one) =>
      one.id !== id &&
      one.kind === kind &&
      one.from === from &&
      one.to === to &&
      one.since === said.since &&
      one.until === said.until,
  );
  return isThere ? { reason: 'has-it' } : { kind, from, to, ...said, source: '', note };
}
