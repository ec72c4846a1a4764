import { Trans, useLingui } from '@lingui/react/macro';
import { UserSearch } from 'lucide-react';
import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { ActorId } from '#core/ids.ts';
import { isDoubtful } from '#core/mentions/found-item.ts';
import type { ShownItem } from '#core/mentions/items-to-show.ts';
import { useLook } from '#state/workspace.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { FoundSection } from './FoundSection.tsx';
import { findingEngine } from './finding-engine.ts';
import styles from './Mentions.module.css';
import { UnderlinedKinds } from './UnderlinedKinds.tsx';
import { useActorsById, useArticleItems } from './use-items.ts';

type FoundPanelProps = {
  /** The card of an item is wanted; `anchorRect` is where it was asked for. */
  readonly onItem: (id: string, anchorRect: DOMRect) => void;
};

/** Who, when and how many in the open article: what is decided and what is to decide. */
export function FoundPanel({ onItem }: FoundPanelProps) {
  const { t } = useLingui();
  const articleId = useLook((state) => state.shownArticleId);
  const shown = useArticleItems(articleId);
  const byId = useActorsById();
  const { progress, failure } = useStore(findingEngine);
  const groups = useMemo(() => sortOut(shown, byId), [shown, byId]);
  if (articleId === null) return null;
  const sections = [
    { id: 'actors', title: t`Who, to decide`, items: groups.actors, startsOpen: true },
    { id: 'people', title: t`People the registry does not have`, items: groups.people, startsOpen: true },
    { id: 'dates', title: t`When, to decide`, items: groups.dates, startsOpen: false },
    { id: 'figures', title: t`How many, to decide`, items: groups.figures, startsOpen: false },
    { id: 'doubtful', title: t`Doubtful`, items: groups.doubtful, startsOpen: false },
    { id: 'accepted', title: t`Accepted`, items: groups.accepted, startsOpen: true },
    { id: 'rejected', title: t`Rejected`, items: groups.rejected, startsOpen: false },
  ];
  return (
    <div className={styles.panel}>
      <UnderlinedKinds />
      {progress !== null && progress.total > 1 && (
        <p className={styles.progress} role="status">
          {t`Looking through the articles: ${progress.done} of ${progress.total}`}
        </p>
      )}
      {failure !== null && (
        <p className={styles.problem} role="alert">
          {t`Nothing more is found: ${failure}. Open the workspace again; what you decided is kept.`}
        </p>
      )}
      {shown.length === 0 && failure === null && (
        <EmptyState icon={UserSearch} title={t`Nothing found in this article`}>
          <Trans>Select the words that name an actor, and choose “Actor”.</Trans>
        </EmptyState>
      )}
      {sections.map(({ items, ...section }) =>
        items.length === 0 ? null : (
          <FoundSection
            key={`${articleId} ${section.id}`}
            {...section}
            items={items}
            articleId={articleId}
            byId={byId}
            onItem={onItem}
          />
        ),
      )}
    </div>
  );
}

type Sorted = Readonly<
  Record<'actors' | 'people' | 'dates' | 'figures' | 'doubtful' | 'accepted' | 'rejected', ShownItem[]>
>;

function sortOut(shown: readonly ShownItem[], byId: ReadonlyMap<ActorId, JoinedActor>): Sorted {
  const sorted: Sorted = {
    actors: [],
    people: [],
    dates: [],
    figures: [],
    doubtful: [],
    accepted: [],
    rejected: [],
  };
  for (const one of shown) sorted[sectionOf(one, byId)].push(one);
  return sorted;
}

function sectionOf(one: ShownItem, byId: ReadonlyMap<ActorId, JoinedActor>): keyof Sorted {
  if (one.status !== 'suggested') return one.status;
  if (one.kind === 'date') return 'dates';
  if (one.kind === 'figure') return 'figures';
  if (one.actorId === null || !byId.has(one.actorId)) return 'people';
  return one.item !== null && isDoubtful(one.item) ? 'doubtful' : 'actors';
}
