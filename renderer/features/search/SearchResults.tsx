import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { ChevronDown, ChevronUp, SearchX, TriangleAlert } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { useStore } from 'zustand';
import type { Article } from '#core/article.ts';
import { useSession } from '#state/session.ts';
import { useLook } from '#state/workspace.ts';
import { listArticles } from '#storage/articles.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { useFieldWords } from '#ui/use-field-words.ts';
import type { ShownHit } from '#workers/search-api.ts';
import styles from './Search.module.css';
import { ask, nextHit, openHit, previousHit, searchEngine } from './search-engine.ts';

const typingPauseMs = 120;

/** What the query found: each article with its lines; choosing one opens it at the hit. */
export function SearchResults() {
  const { t } = useLingui();
  const { db } = useSession();
  const query = useLook((state) => state.query);
  const { client, version, progress, failure, result, current } = useStore(searchEngine);
  const articles = useLiveQuery(() => listArticles(db), [db]);
  const byId = useMemo(() => new Map((articles ?? []).map((article) => [article.id, article])), [articles]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a changed or new index is asked the same again.
  useEffect(() => {
    const timer = setTimeout(() => ask(query), typingPauseMs);
    return () => clearTimeout(timer);
  }, [query, version, client]);

  if (failure !== null)
    return (
      <EmptyState icon={TriangleAlert} title={t`The search stopped working`}>
        <p>{t`Your articles are safe. Close and open the program to build the index anew.`}</p>
        <p>{failure}</p>
      </EmptyState>
    );
  const hits = result?.hits ?? [];
  return (
    <section className={styles.results} aria-label={t`Search results`}>
      <div className={styles.head}>
        <div className={styles.summary}>
          <span role="status">
            <Plural value={result?.total ?? 0} _0="Nothing found" one="# article" other="# articles" />
          </span>
          <span>
            <IconButton label={t`Previous hit`} icon={ChevronUp} size="small" onPress={previousHit} />
            <IconButton label={t`Next hit`} icon={ChevronDown} size="small" onPress={nextHit} />
          </span>
        </div>
        {result !== null && result.understood !== '' && (
          <p className={styles.understood}>{result.understood}</p>
        )}
        {progress !== null && (
          <p className={styles.source} role="status">
            {t`The index is being built: ${progress.done} of ${progress.total}`}
          </p>
        )}
      </div>
      {result !== null && hits.length === 0 ? (
        <EmptyState icon={SearchX} title={t`No article has all of that`}>
          <Trans>
            Try fewer words, a beginning with a star (convo*), or a spelling with ~1. Boilerplate is left out
            unless you add in:noise.
          </Trans>
        </EmptyState>
      ) : (
        <ListBox
          className={styles.list ?? ''}
          aria-label={t`Articles found`}
          selectionMode="single"
          selectedKeys={current === null ? [] : [hits[current.hit]?.articleId ?? '']}
          onAction={(key) =>
            openHit(
              hits.findIndex((hit) => hit.articleId === key),
              0,
            )
          }
        >
          {hits.map((hit) => (
            <ListBoxItem
              key={hit.articleId}
              id={hit.articleId}
              className={styles.row ?? ''}
              textValue={byId.get(hit.articleId)?.title.value ?? ''}
            >
              <HitRow hit={hit} article={byId.get(hit.articleId)} />
            </ListBoxItem>
          ))}
        </ListBox>
      )}
    </section>
  );
}

function HitRow({ hit, article }: { readonly hit: ShownHit; readonly article: Article | undefined }) {
  const { t } = useLingui();
  const words = useFieldWords();
  if (article === undefined) return null;
  return (
    <>
      <div className={styles.title} dir="auto">
        {article.title.value}
      </div>
      <div className={styles.source}>
        <span>{words.source(article)}</span>
        <span>
          {article.publishedAt === null ? t`no date stated` : words.date(article.publishedAt.value)}
        </span>
        <span>
          <Plural value={hit.positions.length} _0="in the title" one="# hit" other="# hits" />
        </span>
      </div>
      {hit.lines.map((line) => (
        <p key={line.start} className={styles.line} dir="auto">
          {line.parts.map((part, at) =>
            // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a line never change places.
            part.isHit ? <mark key={at}>{part.text}</mark> : <span key={at}>{part.text}</span>,
          )}
        </p>
      ))}
    </>
  );
}
