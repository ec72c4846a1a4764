import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { Plus } from 'lucide-react';
import { useMemo } from 'react';
import { type ActorKind, actorKinds } from '#core/actors/actor.ts';
import { type FoundActor, findActors } from '#core/actors/find-actors.ts';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { ActorId } from '#core/ids.ts';
import { kindWord } from '#ui/actor-kind-word.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import styles from './Actors.module.css';

/** What the list is narrowed to. */
export type ActorFilter = { readonly query: string; readonly kind: ActorKind | 'all' };

/** Nothing is left out. */
export const everyActor: ActorFilter = { query: '', kind: 'all' };

type ActorListProps = {
  readonly actors: readonly JoinedActor[];
  readonly filter: ActorFilter;
  readonly onFilter: (filter: ActorFilter) => void;
  readonly chosenId: ActorId | null;
  readonly onChoose: (id: ActorId) => void;
  readonly onCreate: () => void;
};

/** All actors, to be found by any of their names and by what they are. */
export function ActorList(props: ActorListProps) {
  const { actors, filter, onFilter, chosenId, onChoose, onCreate } = props;
  const { t } = useLingui();
  const { query, kind } = filter;
  const found = useMemo(() => findActors(actors, query, kind === 'all' ? null : kind), [actors, query, kind]);
  const choose = (index: number) => {
    const chosen = found[index];
    if (chosen !== undefined) onChoose(chosen.actor.id);
  };
  const counted = plural(found.length, { one: '# actor', other: '# actors' });
  return (
    <div className={styles.pane}>
      <div className={styles.tools}>
        <TextField
          label={t`Find an actor by any of its names`}
          hideLabel
          placeholder={t`Find an actor by any of its names`}
          type="search"
          value={query}
          onChange={(text) => onFilter({ ...filter, query: text })}
          onKeyDown={(event) => {
            if (event.key === 'Enter') choose(0);
          }}
        />
        <Select
          label={t`Kind`}
          hideLabel
          value={kind}
          options={[
            { value: 'all', label: t`All kinds` },
            ...actorKinds.map((one) => ({ value: one, label: kindWord(one) })),
          ]}
          onChange={(one) => onFilter({ ...filter, kind: one })}
        />
        <Button onPress={onCreate}>
          <Plus size={14} aria-hidden="true" />
          {t`New actor…`}
        </Button>
      </div>
      <p className={styles.count} role="status">
        {found.length === 0 ? t`No actor has such a name.` : counted}
      </p>
      <div className={styles.list}>
        <VirtualList
          label={t`Actors`}
          items={found}
          keyOf={({ actor }) => actor.id}
          rowHeight={48}
          chosenIndex={found.findIndex(({ actor }) => actor.id === chosenId)}
          onChoose={choose}
          renderRow={(one) => <ActorRow found={one} />}
        />
      </div>
    </div>
  );
}

function ActorRow({ found: { actor, by } }: { readonly found: FoundActor }) {
  const { t } = useLingui();
  const names = plural(actor.aliases.length, { one: '# name', other: '# names' });
  const who = actor.entry === null ? '' : actor.isKnown ? t`changed by you` : t`yours`;
  return (
    <div className={styles.row}>
      <span className={styles.rowName}>{actor.name}</span>
      <span className={styles.rowFacts}>
        {[kindWord(actor.kind), by === null ? names : t`“${by}”`, who].filter(Boolean).join(' · ')}
      </span>
    </div>
  );
}
