import { Trans, useLingui } from '@lingui/react/macro';
import { SearchX, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { useLook } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ResultHead } from './ResultHead.tsx';
import { ResultList } from './ResultList.tsx';
import styles from './Results.module.css';
import { ask, askOtherwise, restartSearch, searchEngine } from './search-engine.ts';

type SearchResultsProps = {
  /** What else the query found, beside articles. */
  readonly beside?: ReactNode;
};

/** What the query found: how it was understood, what it can be narrowed by, and the articles with their lines. */
export function SearchResults({ beside }: SearchResultsProps) {
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
      {beside}
      {answer?.total === 0 ? <NothingFound /> : <ResultList />}
    </section>
  );
}

function NothingFound() {
  const { t } = useLingui();
  const isNarrowed = useStore(searchEngine, (state) => state.options.narrowing.length > 0);
  if (isNarrowed)
    return (
      <EmptyState
        icon={SearchX}
        title={t`No article is left`}
        action={<Button onPress={() => askOtherwise({ narrowing: [] })}>{t`Show all that was found`}</Button>}
      >
        {t`What the results are narrowed to leaves none of this query.`}
      </EmptyState>
    );
  return (
    <EmptyState icon={SearchX} title={t`No article has all of that`}>
      <Trans>
        Try fewer words, OR between two of them, a beginning with a star (convo*), or a spelling with ~1.
        Boilerplate is left out unless you add in:noise.
      </Trans>
    </EmptyState>
  );
}
