import { Plural, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { SearchX, X } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { ListBox, ListBoxItem, ListLayout, Virtualizer } from 'react-aria-components';
import { useStore } from 'zustand';
import type { ArticleId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { openArticle, useLook } from '#state/workspace.ts';
import { findArticle } from '#storage/articles.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import type { SimilarAnswer } from '#workers/similar-api.ts';
import { FoundRow } from './FoundRow.tsx';
import styles from './Results.module.css';
import saved from './Saved.module.css';
import { searchEngine } from './search-engine.ts';
import { closeSimilar, leaveOutTerm, similar, takeTermsBack } from './similar.ts';

/** A first guess in pixels; each row is measured once it is drawn. */
const layout = { estimatedRowHeight: 120 };

/** Articles like one, best first, with the words they were found by, each of which can be left out. */
export function SimilarResults() {
  const { t } = useLingui();
  const { answer, without } = useStore(similar);
  useAskSimilar();
  return (
    <section className={styles.results} aria-label={t`Similar articles`}>
      <Head />
      {answer === null && (
        <EmptyState icon={SearchX} title={t`The text of this article can’t be read`}>
          <p>{t`Without its words nothing can be found that is like it.`}</p>
        </EmptyState>
      )}
      {answer != null && answer.found.length === 0 && (
        <EmptyState icon={SearchX} title={t`No other article is like this one`}>
          {without.length > 0 && (
            <Button onPress={takeTermsBack}>{t`Look for the words left out again`}</Button>
          )}
        </EmptyState>
      )}
      {answer != null && answer.found.length > 0 && <Found found={answer.found} />}
    </section>
  );
}

function Head() {
  const { t } = useLingui();
  const { db } = useSession();
  const { articleId, answer, without } = useStore(similar);
  const article = useLiveQuery(
    () => (articleId === null ? null : findArticle(db, articleId)),
    [db, articleId],
  );
  const title = article?.title.value ?? '';
  return (
    <div className={styles.head}>
      <div className={saved.likeHead}>
        <span className={saved.likeTitle} dir="auto" title={title}>
          {t`Like: ${title}`}
        </span>
        <IconButton label={t`Close`} icon={X} size="small" onPress={closeSimilar} />
      </div>
      <p className={styles.note} role="status">
        {answer === undefined ? (
          t`Searching…`
        ) : (
          <Plural value={answer?.found.length ?? 0} _0="Nothing found" one="# article" other="# articles" />
        )}
      </p>
      {answer != null && (
        <ul className={saved.terms} aria-label={t`Found by these words`}>
          {answer.terms.map(({ word, shown }) => (
            <li key={word}>
              <Chip name={shown} onRemove={() => leaveOutTerm(word)}>
                {shown}
              </Chip>
            </li>
          ))}
          {without.length > 0 && (
            <li>
              <Button size="small" variant="quiet" onPress={takeTermsBack}>
                <Plural
                  value={without.length}
                  one="# left out: take it back"
                  other="# left out: take them back"
                />
              </Button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}

function Found({ found }: Pick<SimilarAnswer, 'found'>) {
  const { t } = useLingui();
  const { db } = useSession();
  const open = useLook((state) => state.articleId);
  const ids = useMemo(() => found.map(({ row }) => row.articleId), [found]);
  const articles = useLiveQuery(() => db.articles.bulkGet(ids), [db, ids]);
  const rows = found.flatMap((one, at) => {
    const article = articles?.[at];
    return article === undefined ? [] : [{ id: article.id, one, article }];
  });
  const choose = (id: ArticleId | undefined) => {
    const row = found.find((one) => one.row.articleId === id)?.row;
    if (row !== undefined) openArticle(row.articleId, row.positions[0] ?? null);
  };
  return (
    <Virtualizer layout={ListLayout} layoutOptions={layout}>
      <ListBox
        className={saved.list ?? ''}
        aria-label={t`Similar articles`}
        items={rows}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={open === null ? [] : [open]}
        onSelectionChange={(keys) => choose(keys === 'all' ? undefined : ([...keys][0] as ArticleId))}
        onAction={(key) => choose(key as ArticleId)}
      >
        {({ id, one, article }) => (
          // Letters are commands here (j, k): without a text there is no typing ahead.
          <ListBoxItem id={id} className={saved.row ?? ''} textValue="">
            <FoundRow row={one.row} article={article} />
            <p className={styles.note}>{t`Shares ${one.shared.join(', ')}`}</p>
          </ListBoxItem>
        )}
      </ListBox>
    </Virtualizer>
  );
}

/** Ask for what is like the article, anew when a term is left out or the index has changed. */
function useAskSimilar(): void {
  const { articleId, without } = useStore(similar);
  const client = useStore(searchEngine, (state) => state.client);
  const version = useStore(searchEngine, (state) => state.version);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed index is asked again.
  useEffect(() => {
    if (articleId === null || client === null) return;
    const asked = new AbortController();
    client.call('similar', { articleId, without }, { signal: asked.signal }).then(
      (answer) => similar.setState({ answer }),
      // A newer question came, or the worker ended: the search itself tells of that.
      () => undefined,
    );
    return () => asked.abort();
  }, [articleId, without, client, version]);
}
