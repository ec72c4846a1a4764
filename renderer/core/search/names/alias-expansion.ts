import type { ActorNode, PhraseNode, Query, QueryNode, WordNode } from '#core/search/query/query.ts';
import { isCommon } from '#core/search/query/read-words.ts';
import type { AliasChip } from '#core/search/results/search-answer.ts';
import {
  type AliasEntry,
  type AliasRegistry,
  holdsRun,
  type Named,
  nameNode,
  type Spelling,
  type SpellingNodes,
  spellingsOf,
  type Weighing,
} from './alias-registry.ts';

/** What of a query is expanded. */
export type Expanding = {
  /** Whether other spellings are searched at all; an actor named by `actor:` is meant with all of them anyway. */
  readonly expands: boolean;
  /** Entries whose spellings are left out. */
  readonly withoutAliases: readonly string[];
};

/**
 * Put the other spellings of names beside what was typed: for a word, for a word with hyphens, and for words that stand
 * beside one another and must all occur (`armée malienne`); the longest name wins. What stands in quotation marks is meant
 * as it stands. A name that may mean several things is left as it is, and the chip says what it may mean.
 */
export function expandQuery(
  query: Query,
  registry: AliasRegistry,
  expanding: Expanding,
): { query: Query; chips: AliasChip[] } {
  if (query.root === null) return { query, chips: [] };
  const chips = new Map<string, AliasChip>();
  const root = expandNode(query.root, { registry, expanding, chips });
  return { query: root === query.root ? query : { ...query, root }, chips: [...chips.values()] };
}

type Work = {
  readonly registry: AliasRegistry;
  readonly expanding: Expanding;
  /** By entry, in the order they were met. */
  readonly chips: Map<string, AliasChip>;
};

/** A part of a query that can be a name or a piece of one. */
type Plain = WordNode | PhraseNode;

function expandNode(node: QueryNode, work: Work): QueryNode {
  switch (node.kind) {
    case 'word':
    case 'phrase':
      return isPlain(node) ? (expandAll([node], work)[0] ?? node) : node;
    case 'actor':
      return expandActor(node, work);
    case 'all': {
      const of = expandAll(node.of, work);
      const [only] = of;
      if (of.length === 1 && only !== undefined) return only;
      return isSame(of, node.of) ? node : { ...node, of };
    }
    case 'any': {
      const of = node.of.map((one) => expandNode(one, work));
      return isSame(of, node.of) ? node : { ...node, of };
    }
    case 'not': {
      const of = expandNode(node.of, work);
      return of === node.of ? node : { ...node, of };
    }
    case 'prefer': {
      const of = expandNode(node.of, work);
      const also = node.also.map((one) => expandNode(one, work));
      return of === node.of && isSame(also, node.also) ? node : { ...node, of, also };
    }
    default:
      return node;
  }
}

function isSame(a: readonly QueryNode[], b: readonly QueryNode[]): boolean {
  return a.length === b.length && a.every((node, at) => node === b[at]);
}

/** The nodes with each run of them that is a name replaced. */
function expandAll(nodes: readonly QueryNode[], work: Work): QueryNode[] {
  const found: QueryNode[] = [];
  for (let at = 0; at < nodes.length; ) {
    const node = nodes[at];
    if (node === undefined) break;
    const run = work.expanding.expands ? longestName(plainRun(nodes, at), work) : null;
    if (run === null) found.push(isPlain(node) ? node : expandNode(node, work));
    else found.push(...expandRun(run, work));
    at += run?.nodes.length ?? 1;
  }
  return found;
}

/** Words beside one another that are looked for in the same way. */
function plainRun(nodes: readonly QueryNode[], from: number): Plain[] {
  const run: Plain[] = [];
  for (const node of nodes.slice(from)) {
    const [first] = run;
    if (!isPlain(node)) break;
    if (first !== undefined && (first.field !== node.field || first.boost !== node.boost)) break;
    run.push(node);
  }
  return run;
}

function isPlain(node: QueryNode): node is Plain {
  if (node.kind === 'word') return node.how !== 'exact' || node.isUnquoted === true;
  return node.kind === 'phrase' && node.isUnquoted === true;
}

type Run = { readonly nodes: readonly Plain[]; readonly named: Named };

/** The longest beginning of a run that is a name. */
function longestName(run: readonly Plain[], { registry }: Work): Run | null {
  for (let count = Math.min(run.length, registry.longest); count > 0; count--) {
    const nodes = run.slice(0, count);
    const words = nodes.flatMap(wordsOf);
    if (words.length > registry.longest || nodes.every(isCommonWord)) continue;
    const named = registry.lookup(words);
    if (named.actors.length > 0 || named.place !== null) return { nodes, named };
  }
  return null;
}

function wordsOf(node: Plain): readonly string[] {
  return node.kind === 'word' ? [node.word] : node.words;
}

/** Whether a node is a word of the language rather than a name. */
function isCommonWord(node: Plain): boolean {
  return node.kind === 'word' && !node.isName && isCommon(node.word);
}

function expandRun({ nodes, named }: Run, work: Work): QueryNode[] {
  const [first] = nodes;
  const [actor] = named.actors;
  const only = named.actors.length === 1 ? actor : undefined;
  if (first === undefined) return [];
  if (actor !== undefined && (only === undefined || only.spelling.isOpen)) {
    noteOpen(named, actor.spelling, work);
    return [...nodes];
  }
  for (const meant of [only, named.place]) {
    if (!meant) continue;
    const also = otherSpellings(meant.entry, nodes, first);
    if (also.length === 0) continue;
    const { id, name } = meant.entry;
    const isOff = work.expanding.withoutAliases.includes(id);
    noteChip(meant.entry, { spelling: meant.spelling, named, also, isOff }, work);
    if (isOff) break;
    const others = also.flatMap((spelling) => spelling.nodes);
    if (nodes.length === 1) return [{ kind: 'alias', entry: id, name, typed: first, also: others }];
    // Words that stand together as the name finds nothing more, but it counts as the other spellings do.
    const together = nameNode(nodes.flatMap(wordsOf), first);
    return [
      { kind: 'alias', entry: id, name, typed: { kind: 'all', of: nodes }, also: [together, ...others] },
    ];
  }
  return [...nodes];
}

function expandActor(node: ActorNode, work: Work): QueryNode {
  const words = wordsOf(node.name);
  const { actors } = work.registry.lookup(words);
  const [first] = actors;
  const chosen = work.registry.actorOfWords(words);
  const own = actors.find(({ entry }) => entry === (chosen ?? first?.entry));
  if (chosen === null && first !== undefined && (actors.length > 1 || first.spelling.isOpen)) {
    noteOpen({ actors, place: null }, first.spelling, work);
    return node;
  }
  const entry = chosen ?? own?.entry;
  const spelling = own?.spelling ?? entry?.spellings[0];
  if (entry === undefined || spelling === undefined) return node;
  // An id is no name: its words are not looked for unless they are a clear spelling too.
  const isTyped = own !== undefined && !own.spelling.isOpen;
  const also = otherSpellings(entry, isTyped ? [node.name] : [], node.name);
  if (also.length === 0) return node;
  const isOff = work.expanding.withoutAliases.includes(entry.id);
  noteChip(entry, { spelling, named: { actors, place: null }, also, isOff }, work);
  if (isOff) return node;
  const typed: QueryNode = isTyped ? node : { kind: 'any', of: [] };
  const { id, name } = entry;
  return { kind: 'alias', entry: id, name, typed, also: also.flatMap(({ nodes }) => nodes) };
}

/** The spellings of an entry that find what the typed nodes don't. */
function otherSpellings(
  entry: AliasEntry,
  typed: readonly Plain[],
  { field, boost }: Weighing,
): SpellingNodes[] {
  return spellingsOf(entry, { field, boost }).filter(
    ({ nodes }) =>
      typed.length === 0 ||
      !nodes.every((node) => typed.every((one) => holdsRun(wordsOf(node), wordsOf(one)))),
  );
}

type Noted = {
  readonly spelling: Spelling;
  readonly named: Named;
  readonly also: readonly SpellingNodes[];
  readonly isOff: boolean;
};

/** One chip an entry, however often it was typed. */
function noteChip({ id, name }: AliasEntry, { spelling, named, also, isOff }: Noted, { chips }: Work): void {
  const before = chips.get(id);
  const labels = also.map(({ label }) => label);
  const typed = new Set([...(before?.typed.split(', ') ?? []), spelling.text]);
  const mayMean = otherMeanings(spelling, id, named);
  chips.set(id, {
    entry: id,
    name,
    typed: [...typed].join(', '),
    also: [...new Set([...(before?.also ?? []), ...labels])],
    isOff,
    ...(mayMean.length === 0 ? {} : { mayMean }),
  });
}

/** A chip for a name that is left open: nothing else is searched for. */
function noteOpen(named: Named, spelling: Spelling, { chips, registry }: Work): void {
  const entry = `?${spelling.words.join(' ')}`;
  const ids = new Set(named.actors.flatMap((one) => [one.entry.id, ...one.spelling.ambiguousWith]));
  const actors = [...ids].flatMap((id) => registry.actor(id) ?? []);
  const mayMean = [
    ...actors.map(({ id, name }) => ({ entry: id, name })),
    ...otherMeanings(spelling, entry, { ...named, actors: [] }),
  ];
  chips.set(entry, { entry, name: spelling.text, typed: spelling.text, also: [], isOff: false, mayMean });
}

function otherMeanings(
  { alsoMeans }: Spelling,
  id: string,
  { place }: Named,
): { entry: string | null; name: string }[] {
  const others = alsoMeans.map((name) => ({ entry: null, name }));
  if (place === null || place.entry.id === id) return others;
  return [...others, { entry: place.entry.id, name: place.entry.name }];
}
