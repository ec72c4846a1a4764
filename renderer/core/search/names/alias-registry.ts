import type { Actor } from '#core/actors/actor.ts';
import type { PlaceName, PlaceNames } from '#core/geo/place-names.ts';
import type { PhraseNode, WordNode } from '#core/search/query/query.ts';
import { isCommon } from '#core/search/query/read-words.ts';
import { scanWords } from '#core/search/scan-words.ts';

/** One way to write a name. */
export type Spelling = {
  /** As it stands in texts. */
  readonly text: string;
  /** Its words as texts are searched for them. */
  readonly words: readonly string[];
  /** May as well mean something else: searched for only where one of `near` stands close by. */
  readonly isOpen: boolean;
  readonly near: readonly { readonly text: string; readonly words: readonly string[] }[];
  /** Ids of entries that share it, and names of what is not in the registry. */
  readonly ambiguousWith: readonly string[];
  readonly alsoMeans: readonly string[];
};

/** A name with all its spellings. */
export type AliasEntry = {
  /** The actor's id, or `place:` and the place's. */
  readonly id: string;
  readonly name: string;
  readonly spellings: readonly Spelling[];
};

/** What goes by a name. */
export type Named = {
  readonly actors: readonly { readonly entry: AliasEntry; readonly spelling: Spelling }[];
  readonly place: { readonly entry: AliasEntry; readonly spelling: Spelling } | null;
};

/** The names that are known with their spellings. */
export type AliasRegistry = {
  readonly actors: readonly AliasEntry[];
  /** The actor with this id; `null`: there is none. */
  actor(id: string): AliasEntry | null;
  /** The actor whose id has these folded words: `actor:is-sahel`. */
  actorOfWords(words: readonly string[]): AliasEntry | null;
  /** What goes by these folded words, however they are parted: `tin zaouatine` and `tinzaouatine` are one. */
  lookup(words: readonly string[]): Named;
  /** In words; no name is longer. */
  readonly longest: number;
};

/** Names of places may be parted into more words than any actor's is. */
const longestPlace = 6;

/** Gather the spellings of actors and places. Places are looked up as they are asked for. */
export function createAliasRegistry(actors: readonly Actor[], places: PlaceNames | null): AliasRegistry {
  const entries = actors.map(toEntry);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const byKey = new Map<string, { entry: AliasEntry; spelling: Spelling }[]>();
  let longest = longestPlace;
  for (const entry of entries) {
    for (const spelling of entry.spellings) {
      longest = Math.max(longest, spelling.words.length);
      for (const key of keysOf(spelling)) {
        const before = byKey.get(key) ?? [];
        if (!before.some((one) => one.entry === entry)) byKey.set(key, [...before, { entry, spelling }]);
      }
    }
  }

  return {
    actors: entries,
    actor: (id) => byId.get(id) ?? null,
    actorOfWords: (words) => byId.get(words.join('-')) ?? null,
    lookup(words) {
      const key = words.join('');
      const place = places?.find(key) ?? null;
      return { actors: byKey.get(key) ?? [], place: place === null ? null : toPlace(place, key) };
    },
    longest,
  };
}

/** What a spelling is recognised by: its words, and these without the stop words, which a query loses. */
function keysOf({ words }: Spelling): string[] {
  const telling = words.filter((word) => !isCommon(word));
  return [words.join(''), ...(telling.length > 1 ? [telling.join('')] : [])];
}

/** What a spelling of an entry is searched as, one or the other, and how it is shown. */
export type SpellingNodes = { readonly label: string; readonly nodes: readonly (WordNode | PhraseNode)[] };

/** How the nodes of spellings count and where they are looked for. */
export type Weighing = Pick<WordNode, 'field' | 'boost'>;

const everywhere: Weighing = { field: null, boost: 1 };

/**
 * All spellings of an entry as parts of a query: single words in exactly this form, several as a phrase. One that may
 * mean something else stands with what must be near it, and is left out when nothing tells. A spelling that holds a
 * shorter one (`CSP-DPA` holds `CSP`), or one that may mean something else with what must be near it, is left out, since
 * it finds nothing more. Shorter ones come first.
 */
export function spellingsOf(entry: AliasEntry, weighing: Weighing = everywhere): SpellingNodes[] {
  const clear = entry.spellings
    .filter(({ isOpen }) => !isOpen)
    .sort((a, b) => a.words.length - b.words.length);
  const isNeeded = (spelling: Spelling, at: number, all: readonly Spelling[]) =>
    !clear.some((other) => isShorter(other, spelling)) &&
    all.findIndex((other) => sameWords(other.words, spelling.words)) === at;
  const open = entry.spellings.filter(({ isOpen, near }) => isOpen && near.length > 0).filter(isNeeded);
  const needed = clear
    .filter(isNeeded)
    .filter((spelling) => !open.some((other) => findsToo(other, spelling)))
    .map(({ text, words }) => ({ label: text, nodes: [nameNode(words, weighing)] }));
  return [...needed, ...open.map((spelling) => nearNodes(spelling, weighing))];
}

/** Whether `words` stand in `others` one after another. */
export function holdsRun(others: readonly string[], words: readonly string[]): boolean {
  return others.some((_, from) => words.every((word, offset) => others[from + offset] === word));
}

/** The most other words between a name that may mean something else and what tells: about half a sentence. */
const nearBy = 8;

/** Whether an open spelling with what must be near it is found wherever a clear one stands. */
function findsToo({ words, near }: Spelling, clear: Spelling): boolean {
  const others = clear.words.length - words.length;
  return (
    others <= nearBy &&
    holdsRun(clear.words, words) &&
    near.some((beside) => holdsRun(clear.words, beside.words) && !holdsRun(words, beside.words))
  );
}

function nearNodes({ text, words, near }: Spelling, { field, boost }: Weighing): SpellingNodes {
  return {
    label: `${text} … ${near.map((beside) => beside.text).join('/')}`,
    nodes: near.map((beside) => ({
      kind: 'phrase',
      words: [...words, ...beside.words],
      slack: nearBy,
      field,
      boost,
    })),
  };
}

/** A name as a part of a query, in exactly this form. */
export function nameNode(words: readonly string[], { field, boost }: Weighing): WordNode | PhraseNode {
  const [only] = words;
  if (words.length === 1 && only !== undefined)
    return { kind: 'word', word: only, how: 'exact', isName: false, field, boost };
  return { kind: 'phrase', words, slack: null, field, boost };
}

function isShorter(a: Spelling, b: Spelling): boolean {
  return a.words.length < b.words.length && holdsRun(b.words, a.words);
}

function sameWords(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}

function toEntry({ id, name, aliases }: Actor): AliasEntry {
  return {
    id,
    name,
    spellings: aliases.map(({ text, isOpen, near, ambiguousWith, alsoMeans }) => ({
      text,
      words: wordsOf(text),
      isOpen,
      near: near.map((name) => ({ text: name, words: wordsOf(name) })),
      ambiguousWith,
      alsoMeans,
    })),
  };
}

function toPlace({ id, name, spellings }: PlaceName, key: string): Named['place'] {
  const entry: AliasEntry = {
    id: `place:${id}`,
    name,
    spellings: spellings.map((text) => ({
      text,
      words: wordsOf(text),
      isOpen: false,
      near: [],
      ambiguousWith: [],
      alsoMeans: [],
    })),
  };
  const spelling = entry.spellings.find(({ words }) => words.join('') === key) ?? entry.spellings[0];
  return spelling === undefined ? null : { entry, spelling };
}

function wordsOf(text: string): string[] {
  return scanWords(text).map(({ word }) => word);
}
