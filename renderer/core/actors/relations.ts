import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import type { ActorId, RelationId } from '#core/ids.ts';
import type { ActorRelation, KnownRelation, RelationKind } from './actor.ts';
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

/** Keep a relation between two actors. */
export function addRelation(
  relations: readonly KnownRelation[],
  form: RelationForm,
  by: EditedBy,
): RelationEdit {
  const said = checkRelation(relations, form, null);
  if ('reason' in said) return said;
  const made = { passages: [], analystId: by.analystId, createdAt: by.now };
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
  return [...known, ...kept]
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
