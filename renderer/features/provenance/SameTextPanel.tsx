import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useState } from 'react';
import type { Article } from '#core/article.ts';
import { textGroup } from '#core/library/same-text.ts';
import { useSession } from '#state/session.ts';
import { openArticle } from '#state/workspace.ts';
import { findGroup } from '#storage/articles.ts';
import { Button } from '#ui/Button.tsx';
import { useFieldWords } from '#ui/use-field-words.ts';
import { commitOtherText } from './correction-deeds.ts';
import styles from './SameText.module.css';
import { SameTextDialog } from './SameTextDialog.tsx';
import { useSameTextWords } from './use-same-text-words.ts';

/** The other carriers of an article's text, why they are taken for that, and how to say otherwise. */
export function SameTextPanel({ article }: { readonly article: Article }) {
  const { t } = useLingui();
  const session = useSession();
  const { db } = session;
  const words = useSameTextWords();
  const [isChoosing, setIsChoosing] = useState(false);
  const group = textGroup(article);
  const members = useLiveQuery(() => findGroup(db, group), [db, group]) ?? [];
  const others = members.filter(({ id }) => id !== article.id);
  const { sameText } = article;
  const like = others.find(({ id }) => id === sameText?.likeId);
  return (
    <section aria-label={t`Same text`}>
      <h3 className={styles.heading}>{t`Same text`}</h3>
      {others.length === 0 ? (
        <p className={styles.soft}>
          {sameText?.group === null
            ? t`You said that this article has a text of its own.`
            : t`No other article is known to have this text.`}
        </p>
      ) : (
        <>
          <p className={styles.soft}>{t`Listed once with these, and counted once:`}</p>
          <ul className={styles.carriers}>
            {others.map((other) => (
              <Carrier key={other.id} article={other} open={article} members={members} />
            ))}
          </ul>
          {sameText !== undefined && (
            <p className={`${styles.soft} ${sameText.basis === 'derived' ? styles.derived : ''}`}>
              {words(sameText, like ?? 'gone')}
            </p>
          )}
        </>
      )}
      <div className={styles.buttons}>
        {others.length > 0 && (
          <Button
            size="small"
            onPress={() => void commitOtherText(session, article.id)}
          >{t`Not the same text`}</Button>
        )}
        <Button size="small" onPress={() => setIsChoosing(true)}>{t`Same text as…`}</Button>
      </div>
      <SameTextDialog
        article={article}
        members={members}
        isOpen={isChoosing}
        onClose={() => setIsChoosing(false)}
      />
    </section>
  );
}

type CarrierProps = {
  readonly article: Article;
  readonly open: Article;
  readonly members: readonly Article[];
};

function Carrier({ article, open, members }: CarrierProps) {
  const { t } = useLingui();
  const fields = useFieldWords();
  const words = useSameTextWords();
  const { sameText, publishedAt } = article;
  const like = members.find(({ id }) => id === sameText?.likeId);
  return (
    <li>
      <button type="button" className={styles.carrier} onClick={() => openArticle(article.id)}>
        <bdi>{article.title.value}</bdi>
      </button>
      <div className={styles.soft}>
        {[
          fields.source(article),
          publishedAt === null ? t`no date stated` : fields.date(publishedAt.value),
          article.originalName,
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
      {sameText !== undefined && (
        <div className={`${styles.soft} ${sameText.basis === 'derived' ? styles.derived : ''}`}>
          {words(sameText, like === undefined ? 'gone' : like.id === open.id ? 'open' : like)}
        </div>
      )}
    </li>
  );
}
