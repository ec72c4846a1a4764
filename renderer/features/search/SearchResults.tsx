import { Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { SearchX, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { ListBox, ListBoxItem, ListLayout, type Selection, Virtualizer } from 'react-aria-components';
import { useStore } from 'zustand';
import { useSession } from '#state/session.ts';
import { useLook } from '#state/workspace.ts';
import { listArticles } from '#storage/articles.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { HitRow } from './HitRow.tsx';
import { ResultHead } from './ResultHead.tsx';
import { resultListId } from './result-list.ts';
import styles from './Search.module.css';
import { ask, openHit, restartSearch, searchEngine } from './search-engine.ts';

/** A first guess in pixels; each row is measured once it is drawn. */
const layout = { estimatedRowHeight: 120 };

/** What the query found: each article with its lines; the one under the cursor keys is opened at its first hit. */
export function SearchResults() {
  const { t } = useLingui();
  const query = useLook((state) => state.query);
  const { client, version, failure, answer } = useStore(searchEngine);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed or new index is asked the same again.
  useEffect(() => {
    void ask(query);
  }, [query, version, client]);

  if (failure !== null)
    return (
      <EmptyState
        icon={TriangleAlert}
        title={t`The search stopped working`}
        action={<Button variant="primary" onPress={restartSearch}>{t`Build the index anew`}</Button>}
      >
        <p>{t`Your articles are safe: the index is only a copy of their words.`}</p>
        <p>{failure}</p>
      </EmptyState>
    );
  return (
    <section className={styles.results} aria-label={t`Search results`}>
      <ResultHead />
      {answer?.total === 0 ? <NothingFound /> : <ResultList />}
    </section>
  );
}

function NothingFound() {
  const { t } = useLingui();
  return (
    <EmptyState icon={SearchX} title={t`No article has all of that`}>
      <Trans>
        Try fewer words, OR between two of them, a beginning with a star (convo*), or a spelling with ~1.
        Boilerplate is left out unless you add in:noise.
      </Trans>
    </EmptyState>
  );
}

function ResultList() {
  const { t } = useLingui();
  const { db } = useSession();
  const { rows: found, current } = useStore(searchEngine);
  const articles = useLiveQuery(() => listArticles(db), [db]);
  const byId = useMemo(() => new Map((articles ?? []).map((article) => [article.id, article])), [articles]);
  const hits = [...found.values()];
  const open = current?.articleId;
  const rows = hits.flatMap((hit) => {
    const article = byId.get(hit.articleId);
    return article === undefined ? [] : [{ id: hit.articleId, hit, article }];
  });
  const onSelect = (keys: Selection) => {
    const [chosen] = keys === 'all' ? [] : keys;
    const row = hits.findIndex((hit) => hit.articleId === chosen);
    if (row !== -1) void openHit(row, 0);
  };
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <ListBox
        id={resultListId}
        className={styles.list ?? ''}
        aria-label={t`Articles found`}
        items={rows}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={open === undefined ? [] : [open]}
        onSelectionChange={onSelect}
        onAction={(key) => onSelect(new Set([key]))}
      >
        {({ id, hit, article }) => (
          // Letters are commands here (j, k): without a text there is no typing ahead.
          <ListBoxItem id={id} className={styles.row ?? ''} textValue="">
            <HitRow hit={hit} article={article} />
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}
