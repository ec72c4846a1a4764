import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import type { ActorId, AnalystId, NewId } from '#core/ids.ts';
import { scanWords } from '#core/search/scan-words.ts';
import { fold } from '#core/text/fold.ts';
import {
  type Actor,
  type ActorAlias,
  type ActorEntry,
  type ActorKind,
  type ActorRelation,
  type AliasLanguage,
  maxEntryAliases,
} from './actor.ts';
import { analystSource, type JoinedActor, joinActors } from './join-actors.ts';

/** The two halves of the registry, as they are when an edit is made. */
export type ActorBooks = {
  readonly program: readonly Actor[];
  readonly entries: readonly ActorEntry[];
  readonly relations: readonly ActorRelation[];
};

/** Who makes an edit, and when. */
export type EditedBy = { readonly analystId: AnalystId; readonly now: string; readonly newId: NewId };

/** Why an edit can't be: `taken` names the actor that has the name. */
export type ActorRefusal =
  | { readonly reason: 'gone' | 'no-name' | 'no-word' | 'too-long' | 'too-many' | 'bad-date' | 'ends-first' }
  | { readonly reason: 'same' | 'has-it' }
  | { readonly reason: 'taken'; readonly by: string };

/** The changes of an edit and the actor it is about, or why it can't be. */
export type ActorEdit =
  | { readonly changes: readonly Change[]; readonly actorId: ActorId; readonly name: string }
  | ActorRefusal;

/** What can be said of an actor itself. */
export type ActorForm = { readonly name: string; readonly kind: ActorKind; readonly note: string };

/** What can be said of a name. */
export type NameForm = {
  readonly text: string;
  readonly language: AliasLanguage;
  /** As typed: a day, month or year; empty: not known. */
  readonly from: string;
  readonly until: string;
  readonly note: string;
};

/** The longest names and notes that are kept. */
export const maxActorNameLength = 200;
export const maxActorNoteLength = 4_000;
export const maxNameNoteLength = 300;

/** Make an actor of the analyst's own, who goes by its name. */
export function createActor(books: ActorBooks, form: ActorForm, by: EditedBy): ActorEdit {
  const said = checkForm(books, form, null);
  if ('reason' in said) return said;
  const id = by.newId<'actor'>();
  const alias = newName({ text: said.name, language: 'any', from: '', until: '', note: '' });
  const entry: ActorEntry = {
    id,
    ...said,
    aliases: [alias],
    without: [],
    mergedInto: null,
    analystId: by.analystId,
    createdAt: by.now,
    updatedAt: by.now,
  };
  return { changes: [creation('actors', entry)], actorId: id, name: said.name };
}

/** Change what an actor is called here, what it is, and the note on it. Its names in texts stay. */
export function editActor(books: ActorBooks, id: ActorId, form: ActorForm, by: EditedBy): ActorEdit {
  const said = checkForm(books, form, id);
  return 'reason' in said ? said : changeEntry(books, id, by, () => said);
}

/** Give an actor another name by which texts call it; one that was taken from it comes back. */
export function addName(books: ActorBooks, id: ActorId, form: NameForm, by: EditedBy): ActorEdit {
  const text = form.text.normalize('NFC').replace(/\s+/g, ' ').trim();
  if (text === '') return { reason: 'no-name' };
  if (text.length > maxActorNameLength || form.note.length > maxNameNoteLength) return { reason: 'too-long' };
  if (scanWords(text).length === 0) return { reason: 'no-word' };
  const trouble = checkDates(form.from, form.until);
  if (trouble !== null) return trouble;
  const has = findActor(books, id)?.aliases.some((alias) => fold(alias.text) === fold(text)) ?? false;
  if (has) return { reason: 'has-it' };
  return changeEntry(books, id, by, ({ aliases, without }) => ({
    aliases: [...aliases, newName({ ...form, text })],
    without,
  }));
}

/** Take a name from an actor: one of the program's is noted as not this actor's. */
export function removeName(books: ActorBooks, id: ActorId, text: string, by: EditedBy): ActorEdit {
  const key = fold(text);
  const isPrograms = books.program
    .find((actor) => actor.id === id)
    ?.aliases.some((alias) => fold(alias.text) === key);
  return changeEntry(books, id, by, ({ aliases, without }) => ({
    aliases: aliases.filter((alias) => fold(alias.text) !== key),
    without: isPrograms ? [...without.filter((one) => fold(one) !== key), text] : without,
  }));
}

/** Give an actor a name of the program's back that was taken from it. */
export function restoreName(books: ActorBooks, id: ActorId, text: string, by: EditedBy): ActorEdit {
  return changeEntry(books, id, by, ({ without }) => ({
    without: without.filter((one) => fold(one) !== fold(text)),
  }));
}

/** Make an actor the same as another, which has its names and relations from then on. Nothing of it is thrown away. */
export function mergeActors(books: ActorBooks, id: ActorId, into: ActorId, by: EditedBy): ActorEdit {
  if (id === into) return { reason: 'same' };
  if (findActor(books, into) === null) return { reason: 'gone' };
  return changeEntry(books, id, by, () => ({ mergedInto: into }));
}

/** Let an actor that went into another stand for itself again. */
export function splitActor(books: ActorBooks, id: ActorId, by: EditedBy): ActorEdit {
  return changeEntry(books, id, by, () => ({ mergedInto: null }));
}

/**
 * Take away what the analyst said of an actor of the program; or an actor of the analyst's own, with its relations.
 * Actors that went into one of the analyst's own stand for themselves again.
 */
export function forgetActor(books: ActorBooks, id: ActorId): ActorEdit {
  const entry = books.entries.find((one) => one.id === id);
  if (entry === undefined) return { reason: 'gone' };
  const changes: Change[] = [removal('actors', entry)];
  if (!books.program.some((actor) => actor.id === id)) {
    for (const other of books.entries)
      if (other.mergedInto === id) changes.push(replacement('actors', other, { ...other, mergedInto: null }));
    for (const relation of books.relations)
      if (relation.from === id || relation.to === id) changes.push(removal('relations', relation));
  }
  return { changes, actorId: id, name: entry.name };
}

/** Whether a date or a part of one can be read: `2017`, `2017-03`, `2017-03-02` or nothing; and the end is not first. */
export function checkDates(from: string, until: string): ActorRefusal | null {
  const dates = [from.trim(), until.trim()];
  if (!dates.every((date) => date === '' || isPartialDate(date))) return { reason: 'bad-date' };
  const [start = '', end = ''] = dates;
  const digits = Math.min(start.length, end.length);
  return end.slice(0, digits) < start.slice(0, digits) ? { reason: 'ends-first' } : null;
}

function isPartialDate(text: string): boolean {
  const [, year, month = '01', day = '01'] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(text) ?? [];
  if (year === undefined) return false;
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.getUTCDate() === Number(day);
}

function checkForm(books: ActorBooks, form: ActorForm, id: ActorId | null): ActorForm | ActorRefusal {
  const name = form.name.normalize('NFC').replace(/\s+/g, ' ').trim();
  const note = form.note.trim();
  if (name === '') return { reason: 'no-name' };
  if (scanWords(name).length === 0) return { reason: 'no-word' };
  if (name.length > maxActorNameLength || note.length > maxActorNoteLength) return { reason: 'too-long' };
  const taken = joinActors(books.program, books.entries).find(
    (actor) => actor.id !== id && fold(actor.name) === fold(name),
  );
  return taken === undefined ? { name, kind: form.kind, note } : { reason: 'taken', by: taken.name };
}

function newName({ text, language, from, until, note }: NameForm): ActorAlias {
  return {
    text,
    language,
    source: analystSource,
    from: from.trim() === '' ? null : from.trim(),
    until: until.trim() === '' ? null : until.trim(),
    isOpen: false,
    near: [],
    ambiguousWith: [],
    alsoMeans: [],
    note: note.trim(),
  };
}

function findActor(books: ActorBooks, id: ActorId): JoinedActor | null {
  return joinActors(books.program, books.entries).find((actor) => actor.id === id) ?? null;
}

/** What is changed of an entry; the entry is made when the analyst has said nothing of the actor before. */
function changeEntry(
  books: ActorBooks,
  id: ActorId,
  by: EditedBy,
  change: (entry: ActorEntry) => Partial<ActorEntry>,
): ActorEdit {
  const before = books.entries.find((entry) => entry.id === id) ?? null;
  const first = before ?? firstEntry(books, id, by);
  if (first === null) return { reason: 'gone' };
  const after = { ...first, ...change(first), updatedAt: by.now };
  if (after.aliases.length > maxEntryAliases || after.without.length > maxEntryAliases)
    return { reason: 'too-many' };
  const made = before === null ? creation('actors', after) : replacement('actors', before, after);
  return { changes: [made], actorId: id, name: after.name };
}

function firstEntry(books: ActorBooks, id: ActorId, by: EditedBy): ActorEntry | null {
  const actor = books.program.find((one) => one.id === id);
  if (actor === undefined) return null;
  const { name, kind, note } = actor;
  return {
    id,
    name,
    kind,
    note,
    aliases: [],
    without: [],
    mergedInto: null,
    analystId: by.analystId,
    createdAt: by.now,
    updatedAt: by.now,
  };
}
