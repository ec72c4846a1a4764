import { Plural, useLingui } from '@lingui/react/macro';
import type { MouseEvent } from 'react';
import { useStore } from 'zustand';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { openArticle } from '#state/workspace.ts';
import { useFieldWords } from '#ui/use-field-words.ts';
import styles from './Results.module.css';
import { resultLook, toggleCarriers } from './result-look.ts';
import { useFoundArticles } from './use-found-articles.ts';

type OtherCarriersProps = {
  /** The one that is listed. */
  readonly of: ArticleId;
  readonly ids: readonly ArticleId[];
};

/** The articles with the same text as the one that is listed: how many there are, and pressed which. */
export function OtherCarriers({ of, ids }: OtherCarriersProps) {
  const isOpen = useStore(resultLook, ({ openCarriers }) => openCarriers.has(of));
  return (
    <>
      <button
        type="button"
        tabIndex={-1}
        className={styles.more}
        aria-expanded={isOpen}
        onClick={(event) => {
          event.stopPropagation();
          toggleCarriers(of);
        }}
      >
        <Plural
          value={ids.length}
          one="Same text from # other carrier"
          other="Same text from # other carriers"
        />
      </button>
      {isOpen && <CarrierLines ids={ids} />}
    </>
  );
}

function CarrierLines({ ids }: { readonly ids: readonly ArticleId[] }) {
  const articles = useFoundArticles(ids);
  return (
    <>
      {ids.map((id) => {
        const article = articles.get(id);
        return article === undefined ? null : <CarrierLine key={id} article={article} />;
      })}
    </>
  );
}

function CarrierLine({ article }: { readonly article: Article }) {
  const { t } = useLingui();
  const words = useFieldWords();
  const open = (event: MouseEvent) => {
    event.stopPropagation();
    openArticle(article.id);
  };
  const date = article.publishedAt;
  return (
    // The list has no key for each of them: they are reached by Tab.
    <button type="button" className={styles.carrier} onClick={open}>
      <bdi>{article.title.value}</bdi>
      <span>{words.source(article)}</span>
      <span>{date === null ? t`no date stated` : words.date(date.value)}</span>
    </button>
  );
}
