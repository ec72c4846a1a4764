/** An argument that does not have the shape its request asks for. */
export class BadArgument extends Error {
  override readonly name = 'BadArgument';
}

/** Refuse an argument. `what` says which part and what was expected; the value itself may be secret and is left out. */
export function refuse(what: string): never {
  throw new BadArgument(what);
}

/** A plain object with exactly the keys of `fields`, each parsed by its function. */
export function object<Shape extends object>(
  value: unknown,
  fields: { readonly [Key in keyof Shape]: (field: unknown) => Shape[Key] },
): Shape {
  if (!isPlainObject(value)) return refuse('expected an object');
  const names = Object.keys(fields);
  const strange = Object.keys(value).find((name) => !names.includes(name));
  if (strange !== undefined) return refuse('an unknown field');
  return Object.fromEntries(
    names.map((name) => [
      name,
      fields[name as keyof Shape](Object.hasOwn(value, name) ? value[name] : undefined),
    ]),
  ) as Shape;
}

/** A string of at most `limit` UTF-16 units. */
export function text(limit: number): (value: unknown) => string {
  return (value) =>
    typeof value === 'string' && value.length <= limit ? value : refuse(`expected a text up to ${limit}`);
}

/** A string that `pattern` matches whole. */
export function matching<Branded extends string = string>(pattern: RegExp): (value: unknown) => Branded {
  return (value) =>
    typeof value === 'string' && pattern.test(value) ? (value as Branded) : refuse(`expected ${pattern}`);
}

/** A whole number from `least` to `most`. */
export function whole(least: number, most: number): (value: unknown) => number {
  return (value) =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
      ? value
      : refuse(`expected a whole number from ${least} to ${most}`);
}

/** `true` or `false`. */
export function truth(value: unknown): boolean {
  return typeof value === 'boolean' ? value : refuse('expected true or false');
}

/** One of a few words. */
export function oneOf<Word extends string>(...words: readonly Word[]): (value: unknown) => Word {
  return (value) => words.find((word) => word === value) ?? refuse(`expected one of ${words.join(', ')}`);
}

/** An array of up to `limit` items. */
export function list<Item>(item: (value: unknown) => Item, limit: number): (value: unknown) => Item[] {
  return (value) =>
    Array.isArray(value) && value.length <= limit
      ? Array.from(value, item)
      : refuse(`expected a list of up to ${limit}`);
}

/** Bytes, at most `limit`. */
export function bytes(limit: number): (value: unknown) => Uint8Array {
  return (value) =>
    value instanceof Uint8Array && value.byteLength <= limit
      ? value
      : refuse(`expected up to ${limit} bytes`);
}

/** `null`, or what `parse` answers. */
export function orNull<Value>(parse: (value: unknown) => Value): (value: unknown) => Value | null {
  return (value) => (value === null ? null : parse(value));
}

/** Whether a value is an object as JSON makes them. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
