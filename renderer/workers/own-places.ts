import type { Place } from '#core/geo/place.ts';
import type { PlaceId } from '#core/ids.ts';
import type { Database } from '#storage/database.ts';
import { listPlaces } from '#storage/places.ts';
import { readMany } from '#storage/read-many.ts';
import { hashText } from './hash-text.ts';

/** The analyst's places at one moment. */
export type OwnPlacesNow = {
  /** In the order of their ids; the same array until one changes. */
  readonly places: readonly Place[];
  /** Another one as soon as a place is another one. */
  readonly stamp: string;
};

/**
 * Holds the analyst's places, so that a question costs no reading of them. All are read once; of edits it is told by
 * `note`, and reads what they touched at the next question.
 */
export class OwnPlaces {
  readonly #db: Database;
  readonly #byId = new Map<PlaceId, { readonly place: Place; readonly hash: number }>();
  /** Touched since they were read; `null`: all are to be read. */
  #touched: Set<PlaceId> | null = null;
  #now: OwnPlacesNow = { places: [], stamp: '' };
  #reading: Promise<unknown> = Promise.resolve();

  constructor(db: Database) {
    this.#db = db;
  }

  /** These were made, changed or taken away. */
  note(ids: readonly PlaceId[]): void {
    for (const id of ids) this.#touched?.add(id);
  }

  /** As they are by all that has been noted. */
  current(): Promise<OwnPlacesNow> {
    // One after the other: a reading that began earlier must not end later.
    const reading = this.#reading.then(() => this.#catchUp());
    this.#reading = reading.catch(() => {});
    return reading;
  }

  async #catchUp(): Promise<OwnPlacesNow> {
    const touched = this.#touched;
    if (touched !== null && touched.size === 0) return this.#now;
    // What is noted while this is read is read next time.
    this.#touched = new Set();
    try {
      if (touched === null) await this.#readAll();
      else await this.#readSome([...touched]);
    } catch (error) {
      this.#touched = null;
      throw error;
    }
    this.#now = this.#list();
    return this.#now;
  }

  async #readAll(): Promise<void> {
    const places = await listPlaces(this.#db);
    this.#byId.clear();
    for (const place of places) this.#put(place);
  }

  async #readSome(ids: readonly PlaceId[]): Promise<void> {
    const places = await readMany(this.#db.places, ids);
    for (const [at, id] of ids.entries()) {
      const place = places[at];
      if (place === undefined) this.#byId.delete(id);
      else this.#put(place);
    }
  }

  #put(place: Place): void {
    this.#byId.set(place.id, { place, hash: hashText(JSON.stringify(place)) });
  }

  /** The sum of the hashes does not depend on the order in which the places came. */
  #list(): OwnPlacesNow {
    const held = [...this.#byId.values()];
    const sum = held.reduce((total, { hash }) => (total + hash) >>> 0, 0);
    const places = held.map(({ place }) => place).sort((a, b) => (a.id < b.id ? -1 : 1));
    return { places, stamp: `${held.length}-${sum.toString(16)}` };
  }
}
