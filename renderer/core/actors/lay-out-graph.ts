import type { ActorId, RelationId } from '#core/ids.ts';
import { type GraphEdge, pairOf, type RelationGraph } from './relation-graph.ts';

/** A point of the drawing; its middle is 0, 0 and y grows downwards. */
export type GraphPoint = { readonly x: number; readonly y: number };

/** Where an actor stands, and to which side its name runs. */
export type LaidNode = GraphPoint & { readonly id: ActorId; readonly side: 'left' | 'right' | 'centre' };

/** How a relation is drawn: a curve from one actor to the other, bent at `bend`. */
export type LaidEdge = {
  readonly id: RelationId;
  readonly edge: GraphEdge;
  readonly from: GraphPoint;
  readonly bend: GraphPoint;
  readonly to: GraphPoint;
};

/** A graph with a place for everything; `halfWidth` and `halfHeight` reach to the outermost points. */
export type LaidGraph = {
  readonly nodes: readonly LaidNode[];
  readonly edges: readonly LaidEdge[];
  readonly halfWidth: number;
  readonly halfHeight: number;
};

/** Names of one side are this far apart, so that none lies on another. */
export const rowHeight = 34;
const leastHalfHeight = 110;
const halfWidth = 210;
/** Relations of one pair bend away from one another by this much. */
const spread = 22;

/**
 * Put the chosen actor in the middle and the others around it, on the two halves of an oval: evenly from top to bottom,
 * so that no name lies on another however many there are. `order` is the order around, from the top right clockwise; the
 * same graph always comes out the same.
 */
export function layOutGraph(graph: RelationGraph, order: readonly ActorId[]): LaidGraph {
  const rank = new Map(order.map((id, at) => [id, at]));
  const last = order.length;
  const around = [...graph.neighbours].sort(
    (a, b) => (rank.get(a) ?? last) - (rank.get(b) ?? last) || (a < b ? -1 : 1),
  );
  const rightCount = Math.ceil(around.length / 2);
  const halfHeight = Math.max(leastHalfHeight, (rightCount * rowHeight) / 2);
  const nodes: LaidNode[] = [
    { id: graph.centre, x: 0, y: 0, side: 'centre' },
    ...around.slice(0, rightCount).map((id, at) => ({
      id,
      ...onOval(rowAt(at, rightCount, halfHeight), halfHeight, 1),
      side: 'right' as const,
    })),
    ...around.slice(rightCount).map((id, at, left) => ({
      id,
      ...onOval(-rowAt(at, left.length, halfHeight), halfHeight, -1),
      side: 'left' as const,
    })),
  ];
  const at = new Map(nodes.map((node) => [node.id, { x: node.x, y: node.y }]));
  return { nodes, edges: layOutEdges(graph.edges, at), halfWidth, halfHeight };
}

/** The middle of the row of one of `count`, from the top. */
function rowAt(at: number, count: number, halfHeight: number): number {
  return ((at + 0.5) / count) * 2 * halfHeight - halfHeight;
}

function onOval(y: number, halfHeight: number, side: 1 | -1): GraphPoint {
  const reach = Math.sqrt(Math.max(0, 1 - (y / (halfHeight * 1.15)) ** 2));
  return { x: side * halfWidth * reach, y };
}

function layOutEdges(edges: readonly GraphEdge[], at: ReadonlyMap<ActorId, GraphPoint>): LaidEdge[] {
  const counts = new Map<string, number>();
  for (const edge of edges) counts.set(pairOf(edge), (counts.get(pairOf(edge)) ?? 0) + 1);
  const met = new Map<string, number>();
  return edges.flatMap((edge) => {
    const [from, to] = [at.get(edge.from), at.get(edge.to)];
    if (from === undefined || to === undefined) return [];
    const pair = pairOf(edge);
    const index = met.get(pair) ?? 0;
    met.set(pair, index + 1);
    const offset = (index - ((counts.get(pair) ?? 1) - 1) / 2) * spread;
    // Sideways of the pair, not of the edge: relations that run both ways must not bend onto one another.
    const turned = edge.from < edge.to ? 1 : -1;
    return [{ id: edge.relation.id, edge, from, bend: bendOf(from, to, offset * turned, edge.isBeside), to }];
  });
}

/** Halfway, moved sideways; relations beside the middle keep clear of the actor that stands there. */
function bendOf(from: GraphPoint, to: GraphPoint, offset: number, isBeside: boolean): GraphPoint {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy) || 1;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const inwards = isBeside ? 0.45 : 1;
  return {
    x: middle.x * inwards - (dy / length) * offset,
    y: middle.y * inwards + (dx / length) * offset,
  };
}
