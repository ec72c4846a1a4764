import type { ActorId, RelationId } from '#core/ids.ts';
import type { ActorRelation, KnownRelation } from './actor.ts';
import { mergeRelations } from './relations.ts';

/** The relations there are, and which actor each id counts as. */
export type RelationBooks = {
  readonly known: readonly KnownRelation[];
  readonly kept: readonly ActorRelation[];
  readonly stands: (id: ActorId) => ActorId;
};

/** A relation between two of the actors that are shown. */
export type GraphEdge = {
  readonly relation: KnownRelation;
  readonly from: ActorId;
  readonly to: ActorId;
  /** No date is known: it may or may not hold at the time asked for. */
  readonly isUndated: boolean;
  /** Whether the chosen actor has no part in it. */
  readonly isBeside: boolean;
};

/** An actor among its neighbours. */
export type RelationGraph = {
  readonly centre: ActorId;
  readonly neighbours: readonly ActorId[];
  readonly edges: readonly GraphEdge[];
};

/** Which relations are wanted. */
export type GraphWish = {
  /** A month, `2017-03`; `null`: of any time. */
  readonly month: string | null;
  /** Whether to show how the neighbours stand to one another. */
  readonly hasOthers: boolean;
};

/** Whether a relation holds in a month (`null`: ever); `undated`: nobody says when. */
export function holdsIn(
  { since, until }: Pick<KnownRelation, 'since' | 'until'>,
  month: string | null,
): 'yes' | 'no' | 'undated' {
  if (since === null && until === null) return 'undated';
  if (month === null) return 'yes';
  // A year or month stands for all of it: what began in 2017 may have held from its first month.
  const hasBegun = since === null || firstMonth(since) <= month;
  const hasEnded = until !== null && lastMonth(until) < month;
  return hasBegun && !hasEnded ? 'yes' : 'no';
}

/**
 * The chosen actor, all it is related to, and the relations between them at the time wanted. Neighbours come in the
 * order of their ids; edges by their two ends and then the date.
 */
export function graphAround(
  centre: ActorId,
  books: RelationBooks,
  { month, hasOthers }: GraphWish,
): RelationGraph {
  const all = mergeRelations(books.known, books.kept).flatMap((relation): GraphEdge[] => {
    const [from, to] = [books.stands(relation.from), books.stands(relation.to)];
    const holds = holdsIn(relation, month);
    if (from === to || holds === 'no') return [];
    const isBeside = from !== centre && to !== centre;
    return [{ relation, from, to, isUndated: holds === 'undated', isBeside }];
  });
  const own = all.filter(({ isBeside }) => !isBeside);
  const neighbours = new Set(own.map(({ from, to }) => (from === centre ? to : from)));
  const others = hasOthers
    ? all.filter(({ isBeside, from, to }) => isBeside && neighbours.has(from) && neighbours.has(to))
    : [];
  return { centre, neighbours: [...neighbours].sort(), edges: [...own, ...others].sort(compareEdges) };
}

/** The first and the last month that is dated among the relations of an actor; `null`: none is. */
export function monthsOf(
  centre: ActorId,
  { known, kept, stands }: RelationBooks,
): { readonly first: string; readonly last: string } | null {
  const months = mergeRelations(known, kept)
    .filter(({ from, to }) => stands(from) === centre || stands(to) === centre)
    .flatMap(({ since, until }) => [
      ...(since === null ? [] : [firstMonth(since)]),
      ...(until === null ? [] : [lastMonth(until)]),
    ])
    .sort();
  const [first] = months;
  const last = months.at(-1);
  return first === undefined || last === undefined ? null : { first, last };
}

/** So many months after the year 0. */
export function monthNumber(month: string): number {
  const [year = 0, one = 1] = month.split('-').map(Number);
  return year * 12 + one - 1;
}

/** The month of a number of `monthNumber`. */
export function monthOf(number: number): string {
  const [year, one] = [Math.floor(number / 12), (number % 12) + 1];
  return `${String(year).padStart(4, '0')}-${String(one).padStart(2, '0')}`;
}

/** Two relations between the same actors, whichever is the subject, lie side by side: the pair they belong to. */
export function pairOf({ from, to }: Pick<GraphEdge, 'from' | 'to'>): string {
  return from < to ? `${from} ${to}` : `${to} ${from}`;
}

function compareEdges(a: GraphEdge, b: GraphEdge): number {
  return (
    pairOf(a).localeCompare(pairOf(b), 'en') ||
    (a.relation.since ?? '').localeCompare(b.relation.since ?? '', 'en') ||
    compareIds(a.relation.id, b.relation.id)
  );
}

function compareIds(a: RelationId, b: RelationId): number {
  return a < b ? -1 : Number(a > b);
}

function firstMonth(date: string): string {
  return date.length === 4 ? `${date}-01` : date.slice(0, 7);
}

function lastMonth(date: string): string {
  return date.length === 4 ? `${date}-12` : date.slice(0, 7);
}
