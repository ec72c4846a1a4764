import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { UserSearch } from 'lucide-react';
import { useMemo } from 'react';
import { Group, useDefaultLayout } from 'react-resizable-panels';
import { useStore } from 'zustand';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { ActorId } from '#core/ids.ts';
import type { ActorGroup } from '#core/mentions/group-actors.ts';
import { fold } from '#core/text/fold.ts';
import { kindWord } from '#ui/actor-kind-word.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Pane, PaneDivider } from '#ui/Pane.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import { findingEngine } from './finding-engine.ts';
import styles from './Suggested.module.css';
import { SuggestedActor } from './SuggestedActor.tsx';
import { type SuggestedDesk, suggestedDesk, useSuggestedDesk } from './suggested-desk.ts';
import { useActorsById } from './use-items.ts';
import { useActorGroups } from './use-suggested-actors.ts';

/** Who is suggested in all articles and not decided, to be decided about at once: the most passages first. */
export function SuggestedActors() {
  const { t } = useLingui();
  const groups = useActorGroups();
  const byId = useActorsById();
  const desk = useSuggestedDesk();
  const columns = useDefaultLayout({ id: 'suggested-columns', panelIds: ['suggested', 'suggestion'] });
  const listed = useMemo(() => listGroups(groups ?? [], byId, desk), [groups, byId, desk]);
  const at = listed.findIndex(({ group }) => group.key === desk.chosen);
  const chosen = listed[at];
  return (
    <Group className={styles.group} id="suggested-columns" {...columns}>
      <Pane id="suggested" defaultSize="36%" minSize="16rem" ground="surface">
        <div className={styles.pane}>
          <Tools isRead={groups !== null} count={listed.length} />
          <div className={styles.list}>
            <VirtualList
              label={t`Suggested actors and people`}
              items={listed}
              keyOf={({ group }) => group.key}
              rowHeight={64}
              chosenIndex={at}
              onChoose={(index) => suggestedDesk.setState({ chosen: listed[index]?.group.key ?? null })}
              renderRow={(row) => <GroupRow row={row} />}
            />
          </div>
        </div>
      </Pane>
      <PaneDivider label={t`Width of the list`} />
      <Pane id="suggestion" minSize="20rem">
        {chosen !== undefined ? (
          <SuggestedActor key={chosen.group.key} group={chosen.group} actor={chosen.actor} />
        ) : groups?.length === 0 ? (
          <EmptyState icon={UserSearch} title={t`Nothing to decide`}>
            <Trans>
              Actors and people found in your articles are suggested here. Nothing counts as fact until you
              accept it.
            </Trans>
          </EmptyState>
        ) : (
          <p className={styles.none}>{t`Choose somebody to see the passages, and why they are suggested.`}</p>
        )}
      </Pane>
    </Group>
  );
}

type Row = { readonly group: ActorGroup; readonly actor: JoinedActor | null; readonly name: string };

function Tools({ isRead, count }: { readonly isRead: boolean; readonly count: number }) {
  const { t } = useLingui();
  const { progress, failure } = useStore(findingEngine);
  const { query, sort } = useSuggestedDesk();
  const counted = plural(count, { one: '# name to decide about', other: '# names to decide about' });
  return (
    <>
      <div className={styles.tools}>
        <TextField
          label={t`Find a suggestion by its words`}
          hideLabel
          placeholder={t`Find a suggestion by its words`}
          type="search"
          value={query}
          onChange={(text) => suggestedDesk.setState({ query: text })}
        />
        <Select
          label={t`Which suggestions`}
          hideLabel
          value={sort}
          options={[
            { value: 'all', label: t`All suggestions` },
            { value: 'known', label: t`Actors of the registry` },
            { value: 'people', label: t`People the registry does not have` },
            { value: 'doubtful', label: t`Doubtful: several have the name` },
          ]}
          onChange={(value) => suggestedDesk.setState({ sort: value })}
        />
      </div>
      <p className={styles.count} role="status">
        {isRead ? counted : t`Gathering what is suggested…`}
        {progress !== null && progress.total > 1 && (
          <> · {t`Looking through the articles: ${progress.done} of ${progress.total}`}</>
        )}
      </p>
      {failure !== null && (
        <p className={styles.problem} role="alert">
          {t`Nothing more is found: ${failure}. Open the workspace again; what you decided is kept.`}
        </p>
      )}
    </>
  );
}

function GroupRow({ row: { group, actor, name } }: { readonly row: Row }) {
  const { t } = useLingui();
  const spellings = group.names.filter(({ text }) => text !== name).map(({ text }) => `“${text}”`);
  const kind = actor === null ? t`not in the registry` : kindWord(actor.kind);
  const passages = plural(group.count, { one: '# passage', other: '# passages' });
  const articles = plural(group.articleCount, { one: '# article', other: '# articles' });
  const doubt = group.isDoubtful ? t`doubtful` : '';
  return (
    <div className={styles.row}>
      <span className={styles.rowName}>{name}</span>
      <span className={styles.rowFacts}>{[passages, articles, kind, doubt].filter(Boolean).join(' · ')}</span>
      <span className={styles.rowFacts}>{spellings.join(', ')}</span>
    </div>
  );
}

function listGroups(
  groups: readonly ActorGroup[],
  byId: ReadonlyMap<ActorId, JoinedActor>,
  { query, sort }: SuggestedDesk,
): Row[] {
  const wanted = fold(query.trim());
  return groups.flatMap((group) => {
    const actor = group.actorId === null ? null : (byId.get(group.actorId) ?? null);
    const name = actor?.name ?? group.names[0]?.text ?? '';
    const own = group.isDoubtful ? 'doubtful' : actor === null ? 'people' : 'known';
    const isWanted =
      (sort === 'all' || sort === own) &&
      (wanted === '' ||
        [name, ...group.names.map(({ text }) => text)].some((one) => fold(one).includes(wanted)));
    return isWanted ? [{ group, actor, name }] : [];
  });
}
