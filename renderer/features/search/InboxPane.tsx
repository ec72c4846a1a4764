import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { Check, Inbox, Search, Tag, Undo2, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import type { ArticleId, TagId } from '#core/ids.ts';
import type { KeyCommandId } from '#core/keys/key-commands.ts';
import { pressedCommand } from '#state/keys.ts';
import { useSession } from '#state/session.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { AskLine } from './AskLine.tsx';
import { ChooseTagDialog } from './ChooseTagDialog.tsx';
import { InboxList } from './InboxList.tsx';
import styles from './Saved.module.css';
import { type InboxView, runSavedSearch, savedDesk, useSavedDesk } from './saved-desk.ts';
import type { ShownSearch } from './use-inboxes.ts';
import { useSavedDeeds } from './use-saved-deeds.ts';

/** More would be scrolled past, not decided on; what is decided makes room for the next. */
const mostListed = 500;

/** What a saved search newly found, or what was accepted or dismissed of it, with what can be done. */
export function InboxPane({ shown: whole }: { readonly shown: ShownSearch }) {
  const shown = useWithoutGone(whole);
  const view = useSavedDesk((desk) => desk.view);
  const chosen = useSavedDesk((desk) => desk.chosen);
  const deeds = useSavedDeeds();
  const [isTagging, setTagging] = useState(false);
  const { search } = shown;
  const all = useListed(shown, view);
  const listed = useMemo(() => all.slice(0, mostListed), [all]);
  // What is done while nothing is chosen is done to nothing: only the whole has a button of its own.
  const meant = listed.filter((id) => chosen.has(id));
  const next = followerOf(listed, meant);
  const runs: Partial<Record<KeyCommandId, () => void>> = {
    'inbox.accept': () => deeds.decide(search, meant, 'accepted', next),
    'inbox.dismiss': () => deeds.decide(search, meant, 'dismissed', next),
    'inbox.reopen': () => deeds.decide(search, meant, 'open', next),
    'inbox.tag': () => meant.length > 0 && setTagging(true),
  };
  return (
    <>
      <Head shown={shown} />
      <Bar shown={shown} all={all} meant={meant} runs={runs} />
      {listed.length === 0 ? (
        <Nothing view={view} />
      ) : (
        <InboxList
          search={search}
          articleIds={listed}
          onKeyDown={(event) => {
            const id = pressedCommand(event, 'inbox');
            const run = id === null ? undefined : runs[id];
            if (run === undefined) return;
            event.preventDefault();
            event.stopPropagation();
            run();
          }}
        />
      )}
      <ChooseTagDialog
        isOpen={isTagging}
        onClose={() => setTagging(false)}
        onChoose={(tagId: TagId) => deeds.tag(search, meant, tagId, next)}
      />
    </>
  );
}

/** The article to be chosen once these are decided on: the one after the last of them, or before it at the end. */
function followerOf(listed: readonly ArticleId[], meant: readonly ArticleId[]): ArticleId | null {
  const gone = new Set(meant);
  const last = listed.findLastIndex((id) => gone.has(id));
  const isLeft = (id: ArticleId) => !gone.has(id);
  return listed.slice(last + 1).find(isLeft) ?? listed.slice(0, last + 1).findLast(isLeft) ?? null;
}

function Head({ shown: { search, newIds, verdicts } }: { readonly shown: ShownSearch }) {
  const { t } = useLingui();
  const deeds = useSavedDeeds();
  const view = useSavedDesk((desk) => desk.view);
  const count = (verdict: string) => [...verdicts.values()].filter((one) => one === verdict).length;
  const views: readonly { id: InboxView; label: string; count: number }[] = [
    { id: 'new', label: t`New`, count: newIds.length },
    { id: 'accepted', label: t`Accepted`, count: count('accepted') },
    { id: 'dismissed', label: t`Dismissed`, count: count('dismissed') },
  ];
  return (
    <div className={styles.head}>
      <div className={styles.headLine}>
        <h2 className={styles.heading} dir="auto">
          {search.name}
        </h2>
        <Button size="small" onPress={() => runSavedSearch(search)}>
          <Search size={14} aria-hidden="true" /> {t`All it finds`}
        </Button>
        <ActionMenu
          label={t`Saved search`}
          actions={[
            {
              id: 'rename',
              label: t`Rename…`,
              onAction: () => savedDesk.setState({ asking: { kind: 'rename', search } }),
            },
            {
              id: 'change',
              label: t`Change the query…`,
              onAction: () => savedDesk.setState({ asking: { kind: 'change', search } }),
            },
            { id: 'delete', label: t`Delete`, isDanger: true, onAction: () => deeds.drop(search) },
          ]}
        />
      </div>
      <AskLine ask={search} />
      <ToggleButtonGroup
        className={styles.views ?? ''}
        aria-label={t`What is shown`}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={([key]) => {
          const next = views.find(({ id }) => id === key);
          if (next !== undefined) savedDesk.setState({ view: next.id, chosen: new Set() });
        }}
      >
        {views.map(({ id, label, count: number }) => (
          <ToggleButton key={id} id={id} className={styles.view ?? ''}>
            {t`${label} (${number})`}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}

type BarProps = {
  readonly shown: ShownSearch;
  readonly all: readonly ArticleId[];
  readonly meant: readonly ArticleId[];
  readonly runs: Partial<Record<KeyCommandId, () => void>>;
};

/** What can be done with the chosen articles, and with all of them. */
function Bar({ shown, all, meant, runs }: BarProps) {
  const { t } = useLingui();
  const view = useSavedDesk((desk) => desk.view);
  const deeds = useSavedDeeds();
  const isNone = meant.length === 0;
  if (all.length === 0) return null;
  const number = meant.length;
  return (
    <div className={styles.bar} role="toolbar" aria-label={t`What was found`}>
      {view !== 'accepted' && (
        <Button size="small" isDisabled={isNone} onPress={() => runs['inbox.accept']?.()}>
          <Check size={14} aria-hidden="true" /> {t`Accept`}
        </Button>
      )}
      {view !== 'dismissed' && (
        <Button size="small" isDisabled={isNone} onPress={() => runs['inbox.dismiss']?.()}>
          <X size={14} aria-hidden="true" /> {t`Dismiss`}
        </Button>
      )}
      <Button size="small" isDisabled={isNone} onPress={() => runs['inbox.tag']?.()}>
        <Tag size={14} aria-hidden="true" /> {t`Tag the hits…`}
      </Button>
      {view !== 'new' && (
        <Button size="small" isDisabled={isNone} onPress={() => runs['inbox.reopen']?.()}>
          <Undo2 size={14} aria-hidden="true" /> {t`Put back`}
        </Button>
      )}
      <span className={styles.soft} role="status">
        {isNone ? t`Choose articles below` : t`${number} chosen`}
      </span>
      {all.length > mostListed && (
        <span className={styles.soft}>{t`The first ${mostListed} of ${all.length} are listed.`}</span>
      )}
      <span className={styles.gap} />
      {view === 'new' && (
        <Button size="small" variant="quiet" onPress={() => deeds.decide(shown.search, all, 'known', null)}>
          {t`Mark all as seen`}
        </Button>
      )}
    </div>
  );
}

function Nothing({ view }: { readonly view: InboxView }) {
  const { t } = useLingui();
  const words = {
    new: {
      title: t`Nothing new`,
      text: t`When articles come in or change, those this search finds then will be listed here.`,
    },
    accepted: { title: t`Nothing accepted yet`, text: t`What you accept of the new hits stays listed here.` },
    dismissed: { title: t`Nothing dismissed`, text: t`What you dismiss can be put back from here.` },
  }[view];
  return (
    <EmptyState icon={Inbox} title={words.title}>
      <p>{words.text}</p>
    </EmptyState>
  );
}

/** The search without what was decided on articles that are gone. */
function useWithoutGone(shown: ShownSearch): ShownSearch {
  const { db } = useSession();
  const { verdicts } = shown;
  const there = useLiveQuery(async () => {
    const listed = [...verdicts].filter(([, verdict]) => verdict !== 'known').map(([id]) => id);
    return new Set(await db.articles.where('id').anyOf(listed).primaryKeys());
  }, [db, verdicts]);
  return useMemo(() => {
    if (there === undefined) return shown;
    return { ...shown, verdicts: new Map([...verdicts].filter(([id]) => there.has(id))) };
  }, [shown, verdicts, there]);
}

function useListed({ newIds, verdicts }: ShownSearch, view: InboxView): readonly ArticleId[] {
  return useMemo(
    () =>
      view === 'new'
        ? newIds
        : [...verdicts].flatMap(([id, verdict]) => (verdict === view ? [id] : [])).toReversed(),
    [newIds, verdicts, view],
  );
}
