import { useLingui } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import { type GraphWish, graphAround, monthsOf } from '#core/actors/relation-graph.ts';
import type { RelationId } from '#core/ids.ts';
import { look } from '#state/workspace.ts';
import type { ActorDialog } from './ActorDialogs.tsx';
import { ActorRelations } from './ActorRelations.tsx';
import { GraphTools } from './GraphTools.tsx';
import { RelationGraph } from './RelationGraph.tsx';
import type { Actors } from './use-actor-registry.ts';

type RelationsViewProps = {
  readonly actor: JoinedActor;
  readonly actors: Actors;
  readonly onDialog: (dialog: ActorDialog) => void;
};

/** How an actor stands to others, drawn and as a list, of one time or of all. */
export function RelationsView({ actor, actors, onDialog }: RelationsViewProps) {
  const { t } = useLingui();
  const [wish, setWish] = useState<GraphWish>({ month: null, hasOthers: false });
  const [chosenId, setChosenId] = useState<RelationId | null>(null);
  const { graph, names, months } = useGraph(actor, actors, wish);
  const choose = (id: RelationId) => {
    const edge = graph.edges.find(({ relation }) => relation.id === id);
    // What two others have with each other is listed with one of them.
    if (edge?.isBeside) look.setState({ actorId: edge.from });
    else setChosenId(id);
  };
  const count = graph.neighbours.length;
  const isDrawn = count > 0 || wish.month !== null;
  return (
    <>
      {isDrawn && (
        <GraphTools
          wish={wish}
          months={months}
          kinds={new Set(graph.edges.map(({ relation }) => relation.kind))}
          hasUndated={graph.edges.some(({ isUndated }) => isUndated)}
          onWish={setWish}
        />
      )}
      {count > 0 && (
        <RelationGraph
          graph={graph}
          names={names}
          label={t`Drawing of the ${count} actors around ${actor.name}. The list below says the same.`}
          chosenId={chosenId}
          onRelation={choose}
          onActor={(actorId) => look.setState({ actorId })}
        />
      )}
      <ActorRelations
        actor={actor}
        actors={actors}
        month={wish.month}
        chosenId={chosenId}
        onDialog={onDialog}
      />
    </>
  );
}

function useGraph({ id }: JoinedActor, actors: Actors, wish: GraphWish) {
  return useMemo(() => {
    const names = new Map(actors.all.map((one) => [one.id, one]));
    return { names, graph: graphAround(id, actors, wish), months: monthsOf(id, actors) };
  }, [id, actors, wish]);
}
