import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import { useSession } from '#state/session.ts';
import { useLook } from '#state/workspace.ts';
import { listArticles } from '#storage/articles.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { useFieldWords } from '#ui/use-field-words.ts';
import styles from './Compare.module.css';
import { compareDesk, putBeside, useCompareDesk } from './compare-desk.ts';
import { useSimilar } from './compare-engine.ts';

const offered = 80;

/** Choose the article to stand beside the open one: those that share passages with it come first, and say so. */
export function ComparePicker() {
  const { t } = useLingui();
  const isOpen = useCompareDesk((desk) => desk.isChoosing);
  const articleId = useLook((state) => state.articleId);
  const close = () => compareDesk.setState({ isChoosing: false });
  return (
    <Dialog title={t`Compare with`} isOpen={isOpen} onClose={close} wide>
      {isOpen && articleId !== null && <Choices articleId={articleId} />}
    </Dialog>
  );
}

function Choices({ articleId }: { readonly articleId: ArticleId }) {
  const { t } = useLingui();
  const { db } = useSession();
  const words = useFieldWords();
  const [query, setQuery] = useState('');
  const similar = useSimilar(articleId);
  const articles = useLiveQuery(() => listArticles(db), [db]);
  const shared = useMemo(
    () => new Map(similar.kind === 'done' ? similar.result.map((one) => [one.articleId, one.shared]) : []),
    [similar],
  );
  const found = useMemo(() => {
    const wanted = fold(query.normalize('NFC')).split(/\s+/);
    const names = (article: Article) =>
      fold(`${article.title.value} ${article.originalName} ${words.source(article)}`);
    return (articles ?? [])
      .filter(({ id }) => id !== articleId)
      .filter((article) => query.trim() === '' || wanted.every((word) => names(article).includes(word)))
      .sort((a, b) => (shared.get(b.id) ?? 0) - (shared.get(a.id) ?? 0))
      .slice(0, offered);
  }, [articles, articleId, query, shared, words]);
  return (
    <div className={styles.picker}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField aria-label={t`Compare with`} autoFocus>
          <Input className={styles.pickerInput} placeholder={t`Words of a title or a source`} />
        </SearchField>
        <p className={styles.soft} role="status">
          <SimilarState similar={similar} />
        </p>
        <Menu
          aria-label={t`Articles`}
          className={styles.pickerList ?? ''}
          items={found}
          dependencies={[shared]}
          onAction={(key) => putBeside(key as ArticleId)}
          renderEmptyState={() => <p className={styles.soft}>{t`No other article reads like that.`}</p>}
        >
          {(article) => (
            <MenuItem id={article.id} className={styles.pickerItem ?? ''} textValue={article.title.value}>
              <Choice article={article} shared={shared.get(article.id) ?? null} />
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </div>
  );
}

function SimilarState({ similar }: { readonly similar: ReturnType<typeof useSimilar> }) {
  const { t } = useLingui();
  if (similar.kind === 'failed')
    return t`Looking for articles that share passages failed: ${similar.message}`;
  if (similar.kind === 'done')
    return similar.result.length === 0
      ? t`No other article shares passages with the open one.`
      : t`Suggested first: articles that share passages with the open one.`;
  const { done = 0, total = 0 } = similar.progress ?? {};
  return total === 0 ? t`Looking for shared passages…` : t`Looking for shared passages: ${done} of ${total}…`;
}

function Choice({ article, shared }: { readonly article: Article; readonly shared: number | null }) {
  const { t, i18n } = useLingui();
  const words = useFieldWords();
  const part = shared === null ? '' : i18n.number(shared, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <>
      <span className={styles.choiceTitle} dir="auto">
        {article.title.value}
      </span>
      <span className={styles.soft} dir="auto">
        {[words.source(article), article.publishedAt === null ? '' : words.date(article.publishedAt.value)]
          .filter(Boolean)
          .join(' · ')}
      </span>
      {shared !== null && (
        <span className={styles.suggested}>
          {t`Suggested: ${part} of the shorter text is in both, word for word`}
        </span>
      )}
    </>
  );
}
