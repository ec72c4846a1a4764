import type { ActorId, RelationId } from '#core/ids.ts';
import {
  type Actor,
  type ActorAlias,
  type AliasLanguage,
  actorKinds,
  aliasLanguages,
  type KnownRelation,
  relationKinds,
} from './actor.ts';
import { fail, readDate, readFields, readList, readObject, readOptional, readText } from './read-fields.ts';

/** The program's registry of actors, as it is bundled. */
export type ActorRegistry = {
  readonly actors: readonly Actor[];
  readonly relations: readonly KnownRelation[];
  /** What each source of a name or a relation is, by its word. */
  readonly sources: ReadonlyMap<string, string>;
};

/** The actors of the registry, read as `parseRegistry` reads it. */
export function parseActors(json: unknown): readonly Actor[] {
  return parseRegistry(json).actors;
}

/**
 * Read the registry of actors. Strict, since it is our own file: throws and names the actor and the field when a field is
 * missing, unknown or of the wrong form, when an id, a name or a relation comes twice, or when a source or an actor is
 * not there.
 */
export function parseRegistry(json: unknown): ActorRegistry {
  const fields = readFields(json, 'the registry', ['sources', 'actors'], ['relations']);
  const sources = new Map(
    Object.entries(readObject(fields.sources, 'sources')).map(([key, text]) => [
      key,
      readText(text, `sources.${key}`),
    ]),
  );
  const actors = readList(fields.actors, 'actors').map((actor) => readActor(actor, sources));
  checkTogether(actors);
  const known = { sources, actors: new Set<string>(actors.map(({ id }) => id)) };
  const relations = readList(fields.relations ?? [], 'relations').map((one) => readRelation(one, known));
  refuseTwice(
    relations.map(({ id }) => id),
    'the relation ',
  );
  return { actors, relations, sources };
}

type Known = { readonly sources: ReadonlyMap<string, string>; readonly actors: ReadonlySet<string> };

function readRelation(json: unknown, known: Known): KnownRelation {
  const fields = readFields(json, 'a relation', ['kind', 'from', 'to', 'source'], ['since', 'until', 'note']);
  const from = readText(fields.from, 'the first actor of a relation');
  const to = readText(fields.to, `the second actor of a relation of ${from}`);
  const where = `${from} and ${to}`;
  const kind = relationKinds.find((one) => one === fields.kind);
  if (kind === undefined) fail(`${where}: the kind of relation`, 'is none there is');
  for (const id of [from, to]) if (!known.actors.has(id)) fail(where, `are related, and ${id} is no actor`);
  if (from === to) fail(where, 'are one');
  const source = readText(fields.source, `${where}.source`);
  if (!known.sources.has(source)) fail(`${where}.source`, 'is not among the sources');
  const since = readDate(fields.since, `${where}.since`);
  const until = readDate(fields.until, `${where}.until`);
  if (since !== null && until !== null && until < since.slice(0, until.length))
    fail(where, 'end before they begin');
  return {
    id: [from, kind, to, ...(since === null ? [] : [since])].join(' ') as RelationId,
    kind,
    from: from as ActorId,
    to: to as ActorId,
    since,
    until,
    source,
    note: readOptional(fields.note, `${where}.note`) ?? '',
  };
}

function readActor(json: unknown, sources: ReadonlyMap<string, string>): Actor {
  const fields = readFields(json, 'an actor', ['id', 'name', 'kind', 'aliases'], ['note']);
  const id = readText(fields.id, 'the id of an actor');
  if (!/^[a-z][a-z0-9-]*$/.test(id)) fail(id, 'is no id');
  const kind = actorKinds.find((known) => known === fields.kind);
  if (kind === undefined) fail(`${id}.kind`, 'is none there is');
  const byLanguage = readObject(fields.aliases, `${id}.aliases`);
  const aliases = Object.entries(byLanguage).flatMap(([key, list]) => {
    const language = aliasLanguages.find((one) => one === key);
    if (language === undefined) fail(`${id}.aliases.${key}`, 'is no language');
    return readList(list, `${id}.aliases.${key}`).map((alias) => readAlias(alias, id, language, sources));
  });
  if (aliases.length === 0) fail(id, 'has no alias');
  return {
    id: id as ActorId,
    name: readText(fields.name, `${id}.name`),
    kind,
    note: readOptional(fields.note, `${id}.note`) ?? '',
    aliases,
  };
}

const aliasFields = ['from', 'until', 'near', 'ambiguousWith', 'leftOpen', 'alsoMeans', 'note'];

function readAlias(
  json: unknown,
  actor: string,
  language: AliasLanguage,
  sources: ReadonlyMap<string, string>,
): ActorAlias {
  const fields = readFields(json, `an alias of ${actor}`, ['text', 'source'], aliasFields);
  const text = readText(fields.text, `an alias of ${actor}`);
  const where = `${actor} “${text}”`;
  const source = readText(fields.source, `${where}.source`);
  if (!sources.has(source)) fail(`${where}.source`, 'is not among the sources');
  const names = (key: string) =>
    fields[key] === undefined
      ? []
      : readList(fields[key], `${where}.${key}`).map((one) => readText(one, where));
  const leftOpen = fields.leftOpen ?? false;
  if (typeof leftOpen !== 'boolean') fail(`${where}.leftOpen`, 'is neither true nor false');
  const ambiguousWith = names('ambiguousWith');
  const near = names('near');
  const isOpen = leftOpen || ambiguousWith.length > 0;
  if (near.length > 0 && !isOpen) fail(`${where}.near`, 'is for a name that may mean something else');
  return {
    text,
    language,
    source,
    from: readDate(fields.from, `${where}.from`),
    until: readDate(fields.until, `${where}.until`),
    isOpen,
    near,
    ambiguousWith,
    alsoMeans: names('alsoMeans'),
    note: readOptional(fields.note, `${where}.note`) ?? '',
  };
}

function checkTogether(actors: readonly Actor[]): void {
  const ids: readonly string[] = actors.map(({ id }) => id);
  refuseTwice(ids, '');
  for (const { id, aliases } of actors) {
    const texts = aliases.map(({ text }) => text);
    refuseTwice(texts, `${id}: `);
    const unknown = aliases
      .flatMap(({ ambiguousWith }) => ambiguousWith)
      .find((other) => other === id || !ids.includes(other));
    if (unknown !== undefined) fail(id, `is ambiguous with ${unknown}, which is no other actor`);
  }
}

function refuseTwice(names: readonly string[], where: string): void {
  const twice = names.find((name, at) => names.indexOf(name) < at);
  if (twice !== undefined) fail(`${where}${twice}`, 'comes twice');
}
