import type { Actor, ActorEntry } from '#core/actors/actor.ts';
import { joinActors } from '#core/actors/join-actors.ts';
import type { PlaceNames } from '#core/geo/place-names.ts';
import { type AliasRegistry, createAliasRegistry } from '#core/search/names/alias-registry.ts';

type Parts = {
  /** The program's actors; `null`: names are searched as they are typed. */
  readonly program: readonly Actor[] | null;
  readonly places: PlaceNames | null;
  readonly listEntries: () => Promise<readonly ActorEntry[]>;
};

/** The names that questions are understood by: the program's registry with what the analyst says of actors. */
export class KnownNames {
  readonly #parts: Parts;
  #registry: AliasRegistry | null = null;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** `null`: no name is known. */
  get registry(): AliasRegistry | null {
    return this.#registry;
  }

  /** Take in what the analyst says of actors by now. */
  async refresh(): Promise<void> {
    const { program, places, listEntries } = this.#parts;
    if (program === null) return;
    this.#registry = createAliasRegistry(joinActors(program, await listEntries()), places);
  }
}
