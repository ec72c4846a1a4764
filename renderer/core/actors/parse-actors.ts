import type { ActorId } from '#core/ids.ts';
import { type Actor, type ActorAlias, type AliasLanguage, actorKinds, aliasLanguages } from './actor.ts';

/**
 * Read the registry of actors. Strict, since it is our own file: throws and names the actor and the field when a field is
 * missing, unknown or of the wrong form, when an id or a name comes twice, or when a source or an actor is not there.
 */
export function parseActors(json: unknown): Actor[] {
  const { sources, actors } = readFields(json, 'the registry', ['sources', 'actors']);
  const known = readObject(sources, 'sources');
  for (const [key, text] of Object.entries(known)) readText(text, `sources.${key}`);
  const read = readList(actors, 'actors').map((actor) => readActor(actor, new Set(Object.keys(known))));
  checkTogether(read);
  return read;
}

function readActor(json: unknown, sources: ReadonlySet<string>): Actor {
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
  sources: ReadonlySet<string>,
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

function readFields(
  json: unknown,
  where: string,
  needed: readonly string[],
  optional: readonly string[] = [],
): Readonly<Record<string, unknown>> {
  const object = readObject(json, where);
  for (const key of needed) if (!(key in object)) fail(where, `has no ${key}`);
  for (const key of Object.keys(object))
    if (!needed.includes(key) && !optional.includes(key)) fail(where, `has an unknown field ${key}`);
  return object;
}

function readObject(json: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof json !== 'object' || json === null || Array.isArray(json)) fail(where, 'is no object');
  return json as Readonly<Record<string, unknown>>;
}

function readList(json: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(json)) fail(where, 'is no list');
  return json;
}

function readText(json: unknown, where: string): string {
  if (typeof json !== 'string' || json.trim() !== json || json === '') fail(where, 'is no text');
  return json;
}

function readOptional(json: unknown, where: string): string | null {
  return json === undefined ? null : readText(json, where);
}

function readDate(json: unknown, where: string): string | null {
  const date = readOptional(json, where);
  if (date !== null && !/^\d{4}(-\d\d(-\d\d)?)?$/.test(date)) fail(where, 'is no date');
  return date;
}

function fail(where: string, what: string): never {
  throw new Error(`Registry of actors: ${where} ${what}`);
}
