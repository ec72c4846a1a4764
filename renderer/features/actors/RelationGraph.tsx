import { useLingui } from '@lingui/react/macro';
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { type ActorKind, relationKinds } from '#core/actors/actor.ts';
import { type LaidEdge, type LaidNode, layOutGraph } from '#core/actors/lay-out-graph.ts';
import type { RelationGraph as Graph } from '#core/actors/relation-graph.ts';
import { shortName } from '#core/actors/short-name.ts';
import type { ActorId, RelationId } from '#core/ids.ts';
import { relationWord, spanWords } from './actor-words.ts';
import styles from './Graph.module.css';

type RelationGraphProps = {
  readonly graph: Graph;
  readonly names: ReadonlyMap<ActorId, { readonly name: string; readonly kind: ActorKind }>;
  readonly label: string;
  /** The relation that is looked at. */
  readonly chosenId: RelationId | null;
  readonly onRelation: (id: RelationId) => void;
  readonly onActor: (id: ActorId) => void;
};

/** Room for a name beside the outermost actors, and above and below. */
const nameRoom = 220;
const headRoom = 24;

/**
 * A drawing of the actors around one and of how they stand to each other. It is a picture: what it says and does, the
 * list below it says and does by keyboard.
 */
export function RelationGraph(props: RelationGraphProps) {
  const { graph, names, label, chosenId, onRelation, onActor } = props;
  const laid = useMemo(() => layOutGraph(graph, orderOf(graph, names)), [graph, names]);
  const frame = useRef<HTMLDivElement>(null);
  // Where large text makes it wider than the pane it scrolls, and then the keyboard must reach it.
  const stop = useScrolls(frame) ? { tabIndex: 0, role: 'group', 'aria-label': label } : {};
  const [x, y] = [laid.halfWidth + nameRoom, laid.halfHeight + headRoom];
  return (
    <div ref={frame} className={styles.frame} {...stop}>
      <svg className={styles.graph} viewBox={`${-x} ${-y} ${2 * x} ${2 * y}`} role="img" aria-label={label}>
        <defs>
          <marker
            id="relation-arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto-start-reverse"
            markerUnits="userSpaceOnUse"
          >
            <path d="M0 0.5 L8 4 L0 7.5 Z" fill="context-stroke" />
          </marker>
        </defs>
        {laid.edges.map((edge) => (
          <Edge
            key={edge.id}
            edge={edge}
            names={names}
            isChosen={edge.id === chosenId}
            onChoose={() => onRelation(edge.id)}
          />
        ))}
        {laid.nodes.map((node) => (
          <Node key={node.id} node={node} name={names.get(node.id)?.name ?? ''} onChoose={onActor} />
        ))}
      </svg>
    </div>
  );
}

function useScrolls(frame: RefObject<HTMLDivElement | null>): boolean {
  const [scrolls, setScrolls] = useState(false);
  useEffect(() => {
    const { current } = frame;
    if (current === null) return;
    const observer = new ResizeObserver(() => setScrolls(current.scrollWidth > current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [frame]);
  return scrolls;
}

/** Neighbours with the same relation to the chosen actor stand together, by name among themselves. */
function orderOf({ centre, neighbours, edges }: Graph, names: RelationGraphProps['names']): ActorId[] {
  const rankOf = (id: ActorId) =>
    Math.min(
      ...edges
        .filter(({ from, to }) => (from === id && to === centre) || (from === centre && to === id))
        .map(({ relation, from }) => relationKinds.indexOf(relation.kind) * 2 + Number(from === centre)),
    );
  const nameOf = (id: ActorId) => names.get(id)?.name ?? '';
  return [...neighbours].sort(
    (a, b) => rankOf(a) - rankOf(b) || nameOf(a).localeCompare(nameOf(b)) || (a < b ? -1 : 1),
  );
}

type EdgeProps = {
  readonly edge: LaidEdge;
  readonly names: RelationGraphProps['names'];
  readonly isChosen: boolean;
  readonly onChoose: () => void;
};

/** An arrow would say more than is known of what goes both ways. */
const mutual = new Set(['allied', 'fights', 'talks']);
/** Lines end beside the points, not in them. */
const pointRoom = 11;

function Edge({ edge: laid, names, isChosen, onChoose }: EdgeProps) {
  const { t } = useLingui();
  const { edge, from, bend, to } = laid;
  const { kind, since, until } = edge.relation;
  const [start, end] = [towards(from, bend), towards(to, bend)];
  const path = `M${start.x} ${start.y} Q${bend.x} ${bend.y} ${end.x} ${end.y}`;
  const nameOf = (id: ActorId) => names.get(id)?.name ?? '';
  const when = edge.isUndated ? t`no date is known` : spanWords(since, until);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list below takes the keys.
    <g
      className={styles.edge}
      data-kind={kind}
      data-undated={edge.isUndated || undefined}
      data-beside={edge.isBeside || undefined}
      data-chosen={isChosen || undefined}
      onClick={onChoose}
    >
      <title>{`${nameOf(edge.from)} ${relationWord(kind, true)} ${nameOf(edge.to)} · ${when}`}</title>
      <path className={styles.hit} d={path} />
      <path
        className={styles.line}
        d={path}
        markerEnd={mutual.has(kind) ? undefined : 'url(#relation-arrow)'}
      />
    </g>
  );
}

function towards(point: LaidEdge['from'], goal: LaidEdge['bend']): LaidEdge['from'] {
  const [dx, dy] = [goal.x - point.x, goal.y - point.y];
  const share = pointRoom / Math.max(pointRoom, Math.hypot(dx, dy));
  return { x: point.x + dx * share, y: point.y + dy * share };
}

type NodeProps = {
  readonly node: LaidNode;
  readonly name: string;
  readonly onChoose: (id: ActorId) => void;
};

function Node({ node: { id, x, y, side }, name, onChoose }: NodeProps) {
  const isCentre = side === 'centre';
  const anchor = isCentre ? 'middle' : side === 'right' ? 'start' : 'end';
  const [dx, dy] = isCentre ? [0, -14] : [side === 'right' ? 12 : -12, 4.5];
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the list below takes the keys.
    <g className={styles.node} data-centre={isCentre || undefined} onClick={() => onChoose(id)}>
      <title>{name}</title>
      <circle cx={x} cy={y} r={isCentre ? 9 : 6} />
      <text x={x + dx} y={y + dy} textAnchor={anchor}>
        {shortName(name)}
      </text>
    </g>
  );
}
