import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { KnownRelation } from '#core/actors/actor.ts';
import { mergeRelations } from '#core/actors/relations.ts';
import { shortName } from '#core/actors/short-name.ts';
import type { Anchor } from '#core/annotations/highlight.ts';
import { fold } from '#core/text/fold.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { Chooser } from '#ui/Chooser.tsx';
import { givePassage } from './actor-deeds.ts';
import { problemWords, relationWord, spanWords } from './actor-words.ts';
import { RelationDialog } from './RelationDialog.tsx';
import { askNewRelation, endRelation, useRelationDesk } from './relation-desk.ts';
import { type Actors, useActorRegistry } from './use-actor-registry.ts';

/** Asks which relation the selected passage speaks of: one that is known, or a new one. */
export function RelationPassageDialog() {
  const { passage, isNew } = useRelationDesk();
  return passage === null ? null : <Asking passage={passage} isNew={isNew} />;
}

const newKey = 'new';

function Asking({ passage, isNew }: { readonly passage: Anchor; readonly isNew: boolean }) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const actors = useActorRegistry();
  const listed = useMemo(() => (actors === null ? [] : listRelations(actors)), [actors]);
  if (actors === null) return null;
  if (isNew)
    return (
      <RelationDialog actor={null} before={null} passage={passage} actors={actors} onClose={endRelation} />
    );
  const give = async (key: string) => {
    const chosen = listed.find(({ relation }) => relation.id === key);
    if (chosen === undefined) return;
    const outcome = await givePassage(session, chosen.relation, passage);
    const problem = problemWords(outcome);
    if (problem !== null) notify({ kind: 'danger', text: problem });
    if (outcome.kind === 'done') await offerUndo(t`The passage is kept with: ${chosen.label}`);
  };
  return (
    <Chooser
      title={t`Which relation does the passage speak of?`}
      isOpen
      find={(query) => {
        const wanted = fold(query.trim()).split(/\s+/);
        return [
          { key: newKey, label: t`A relation that is not listed…` },
          ...listed
            .filter(({ searched }) => wanted.every((word) => searched.includes(word)))
            .map(({ relation, label }) => ({ key: relation.id, label })),
        ];
      }}
      onChoose={(key) => {
        // The window is closed by now.
        if (key === newKey) askNewRelation(passage);
        else void give(key);
      }}
      onClose={endRelation}
    />
  );
}

type Listed = { readonly relation: KnownRelation; readonly label: string; readonly searched: string };

function listRelations({ all, known, kept, stands }: Actors): Listed[] {
  const byId = new Map(all.map((actor) => [actor.id, actor]));
  return mergeRelations(known, kept)
    .flatMap((relation): Listed[] => {
      const [from, to] = [byId.get(stands(relation.from)), byId.get(stands(relation.to))];
      if (from === undefined || to === undefined) return [];
      const time = spanWords(relation.since, relation.until);
      const sentence = `${shortName(from.name)} ${relationWord(relation.kind, true)} ${shortName(to.name)}`;
      const label = [sentence, time].filter(Boolean).join(' · ');
      const names = [from, to].flatMap(({ name, aliases }) => [name, ...aliases.map(({ text }) => text)]);
      return [{ relation, label, searched: fold([label, ...names].join(' ')) }];
    })
    .sort((a, b) => a.label.localeCompare(b.label));
}
