import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { FileText } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Article, Field, Language, StatedDate } from '#core/article.ts';
import { type Correction, readDate } from '#core/library/edit-articles.ts';
import { useSession } from '#state/session.ts';
import { useLook } from '#state/workspace.ts';
import { findArticle } from '#storage/articles.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { useFieldWords } from '#ui/use-field-words.ts';
import styles from './ArticleData.module.css';
import { commitCorrection } from './correction-deeds.ts';
import { HeaderField, type HeaderFieldProps } from './HeaderField.tsx';
import { LanguagePassages } from './LanguagePassages.tsx';
import { OriginFields } from './OriginFields.tsx';
import { Provenance } from './Provenance.tsx';
import { SameTextPanel } from './SameTextPanel.tsx';
import { SuggestedDate } from './SuggestedDate.tsx';

type ArticleDataProps = {
  /** The import an article came with, as lines of a list of facts. */
  readonly batchFacts: (article: Article) => ReactNode;
};

/** What is known of the open article, on what ground, and what was done to its file. */
export function ArticleData({ batchFacts }: ArticleDataProps) {
  const { t } = useLingui();
  const { db } = useSession();
  const id = useLook((state) => state.articleId);
  const article = useLiveQuery(() => (id === null ? null : findArticle(db, id)), [db, id]);
  if (!article)
    return (
      <EmptyState icon={FileText} title={t`No article is open`}>
        {t`Open one to see where its title, date and source come from, and to correct them.`}
      </EmptyState>
    );
  return (
    <div className={styles.panel}>
      <div className={styles.fields}>
        <HeaderFields key={article.id} article={article} />
        <OriginFields key={`${article.id} origin`} article={article} />
      </div>
      <LanguagePassages article={article} />
      <SameTextPanel key={`${article.id} same text`} article={article} />
      <Provenance key={article.textSha256} article={article} batch={batchFacts(article)} />
    </div>
  );
}

const languages: readonly Language[] = ['en', 'fr', 'ar', 'und'];

function HeaderFields({ article }: { readonly article: Article }) {
  const { t } = useLingui();
  const session = useSession();
  const words = useFieldWords();
  const correct = (correction: Correction) => void commitCorrection(session, article.id, correction);
  const date = article.publishedAt;
  const describeDate = ({ value, basis }: Field<StatedDate>) =>
    // What the analyst entered is printed nowhere.
    basis === 'analyst' ? words.date(value) : t`${words.date(value)} (printed “${value.printed}”)`;
  const shown: HeaderFieldProps[] = [
    {
      name: t`Title`,
      field: article.title,
      text: article.title.value,
      onCorrect: (value) => correct({ field: 'title', value }),
    },
    {
      name: t`Publisher`,
      field: article.publisher,
      text: article.publisher?.value ?? '',
      onCorrect: (value) => correct({ field: 'publisher', value }),
    },
    {
      name: t`Carrier`,
      field: article.carrier,
      text: article.carrier?.value ?? '',
      onCorrect: (value) => correct({ field: 'carrier', value }),
    },
    {
      name: t`Byline`,
      field: article.byline,
      text: article.byline?.value ?? '',
      onCorrect: (value) => correct({ field: 'byline', value }),
    },
    {
      name: t`Publication date`,
      field: date,
      text: date?.value.iso ?? '',
      shown: date === null ? undefined : describeDate(date),
      hint: t`As far as it is known: 2024, 2024-09, 2024-09-24 or 2024-09-24 02:56. Empty: not stated.`,
      below: <SuggestedDate article={article} />,
      check: (text) =>
        text.trim() === '' || readDate(text) !== null ? null : t`This is no date of that form.`,
      onCorrect: (text) => correct({ field: 'publishedAt', value: readDate(text) }),
    },
    {
      name: t`Language`,
      field: article.language,
      text: article.language.value,
      shown: words.language(article.language.value),
      options: languages.map((value) => ({ value, label: words.language(value) })),
      onCorrect: (text) => {
        const value = languages.find((language) => language === text);
        if (value !== undefined) correct({ field: 'language', value });
      },
    },
  ];
  return (
    <>
      {shown.map((props) => (
        <HeaderField key={props.name} {...props} articleId={article.id} />
      ))}
    </>
  );
}
