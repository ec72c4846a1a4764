import type { Language, ReadingStatus } from '#core/article.ts';
import type { ArticleId, TagId } from '#core/ids.ts';
import type { ArticleFact, PlaceFact } from './article-fact.ts';
import { statedPeriod } from './stated-period.ts';

/** Languages in the order of their numbers. */
export const factLanguages = ['en', 'fr', 'ar', 'und'] as const satisfies readonly Language[];

/** Reading statuses in the order of their numbers, which is the order of work. */
export const factStatuses = ['unread', 'reading', 'read'] as const satisfies readonly ReadingStatus[];

/** What may be said of an article with a yes. */
export const factFlag = { known: 1, flagged: 2, highlight: 4, note: 8 } as const;

/** Things by a number of their own, in the order they came; a number is never given twice. */
export class Dictionary<Key extends string, Value> {
  readonly #numbers = new Map<Key, number>();
  readonly #values: Value[] = [];

  /** The number of `key`, which now stands for `value`. */
  put(key: Key, value: Value): number {
    const number = this.#numbers.get(key) ?? this.#values.length;
    this.#numbers.set(key, number);
    this.#values[number] = value;
    return number;
  }

  /** -1: not in it. */
  numberOf(key: Key): number {
    return this.#numbers.get(key) ?? -1;
  }

  /** All there are; the number of each is its index. */
  get values(): readonly Value[] {
    return this.#values;
  }
}

/** A list of numbers for every slot, all in one array. What a slot had before is left behind until half is waste. */
export class ListColumn {
  #starts = new Uint32Array(64);
  #lengths = new Uint32Array(64);
  #pool = new Uint32Array(256);
  #end = 0;
  #used = 0;

  put(slot: number, numbers: readonly number[]): void {
    if (slot >= this.#starts.length) {
      this.#starts = grown(this.#starts, slot + 1);
      this.#lengths = grown(this.#lengths, slot + 1);
    }
    this.#used += numbers.length - (this.#lengths[slot] ?? 0);
    if (this.#end + numbers.length > this.#pool.length) this.#makeRoom(slot, numbers.length);
    this.#pool.set(numbers, this.#end);
    this.#starts[slot] = this.#end;
    this.#lengths[slot] = numbers.length;
    this.#end += numbers.length;
  }

  /** Where the numbers of a slot begin in `pool`. */
  startOf(slot: number): number {
    return this.#starts[slot] ?? 0;
  }

  lengthOf(slot: number): number {
    return this.#lengths[slot] ?? 0;
  }

  get pool(): Uint32Array {
    return this.#pool;
  }

  #makeRoom(slot: number, wanted: number): void {
    this.#lengths[slot] = 0;
    const old = this.#pool;
    this.#pool = new Uint32Array(Math.max(256, (this.#used + wanted) * 2));
    this.#end = 0;
    for (let at = 0; at < this.#starts.length; at++) {
      const start = this.#starts[at] ?? 0;
      const length = this.#lengths[at] ?? 0;
      this.#pool.set(old.subarray(start, start + length), this.#end);
      this.#starts[at] = this.#end;
      this.#end += length;
    }
  }
}

/** The facts of all articles by slot, in columns. */
export class FactColumns {
  readonly sources = new Dictionary<string, string>();
  readonly tags = new Dictionary<TagId, TagId>();
  readonly places = new Dictionary<string, PlaceFact['place']>();
  readonly groups = new Dictionary<ArticleId, ArticleId>();

  flags = new Uint8Array(64);
  /** The number of the group of the same text among `groups` and one; 0: it names none. */
  group = new Uint32Array(64);
  /** The number of the publisher among `sources` and one; 0: none. */
  publisher = new Uint32Array(64);
  language = new Uint8Array(64);
  status = new Uint8Array(64);
  /** See `statedPeriod`; -1: no date is stated. */
  dateFrom = new Float64Array(64);
  dateTo = new Float64Array(64);
  /** Publisher and carrier. */
  readonly sourceLists = new ListColumn();
  readonly tagLists = new ListColumn();
  /** Twice the number of the place, and one more when it is only suggested. */
  readonly placeLists = new ListColumn();

  put(slot: number, fact: ArticleFact): void {
    this.#reach(slot);
    const { publisher, carrier } = fact;
    const period = fact.date === null ? null : statedPeriod(fact.date);
    this.flags[slot] =
      factFlag.known |
      (fact.isFlagged ? factFlag.flagged : 0) |
      (fact.hasHighlight ? factFlag.highlight : 0) |
      (fact.hasNote ? factFlag.note : 0);
    this.group[slot] = fact.group === null ? 0 : this.groups.put(fact.group, fact.group) + 1;
    this.publisher[slot] = publisher === null ? 0 : this.sources.put(publisher, publisher) + 1;
    this.language[slot] = factLanguages.indexOf(fact.language);
    this.status[slot] = factStatuses.indexOf(fact.status);
    this.dateFrom[slot] = period?.from ?? -1;
    this.dateTo[slot] = period?.to ?? -1;
    const sources = [...new Set([publisher, carrier])].filter((name) => name !== null);
    this.sourceLists.put(
      slot,
      sources.map((name) => this.sources.put(name, name)),
    );
    this.tagLists.put(
      slot,
      fact.tagIds.map((id) => this.tags.put(id, id)),
    );
    this.placeLists.put(
      slot,
      fact.places.map(({ place, isSuggested }) => this.places.put(place.id, place) * 2 + Number(isSuggested)),
    );
  }

  remove(slot: number): void {
    this.#reach(slot);
    this.flags[slot] = 0;
    this.group[slot] = 0;
    for (const lists of [this.sourceLists, this.tagLists, this.placeLists]) lists.put(slot, []);
  }

  isKnown(slot: number): boolean {
    return (this.flags[slot] ?? 0) !== 0;
  }

  #reach(slot: number): void {
    if (slot < this.flags.length) return;
    this.flags = grown(this.flags, slot + 1);
    this.group = grown(this.group, slot + 1);
    this.publisher = grown(this.publisher, slot + 1);
    this.language = grown(this.language, slot + 1);
    this.status = grown(this.status, slot + 1);
    this.dateFrom = grown(this.dateFrom, slot + 1);
    this.dateTo = grown(this.dateTo, slot + 1);
  }
}

/** A copy of `column` with room for at least `length` numbers. */
function grown<Column extends Uint8Array | Uint32Array | Float64Array>(
  column: Column,
  length: number,
): Column {
  const Kind = column.constructor as new (length: number) => Column;
  const larger = new Kind(Math.max(length, column.length * 2));
  larger.set(column);
  return larger;
}
