import { useLingui } from '@lingui/react/macro';
import { LocateFixed } from 'lucide-react';
import type { Article } from '#core/article.ts';
import { dateOfRange } from '#core/library/edit-articles.ts';
import { useKeys } from '#state/keys.ts';
import { useSession } from '#state/session.ts';
import { openArticle } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { Keys } from '#ui/Keys.tsx';
import { useFieldWords } from '#ui/use-field-words.ts';
import styles from './ArticleData.module.css';
import { commitDate } from './correction-deeds.ts';
import { useInferenceWords } from './use-inference-words.ts';

/** When an article without a date may have been published, why, and a button that makes it the analyst's word. */
export function SuggestedDate({ article }: { readonly article: Article }) {
  const { t } = useLingui();
  const session = useSession();
  const words = useFieldWords();
  const keysOf = useKeys();
  const reasons = useInferenceWords();
  const { inferredDate, publishedAt } = article;
  if (inferredDate === undefined || publishedAt !== null) return null;
  const { evidence, value, reason } = inferredDate;
  const date = dateOfRange(value);
  const taken = date === null ? '' : words.date(date);
  return (
    <section className={styles.suggestion} aria-label={t`Suggested date`}>
      <div className={styles.value}>
        <span>{t`Suggested: ${words.range(value)}`}</span>
        {evidence !== null && (
          <IconButton
            label={t`Show where the suggestion comes from`}
            icon={LocateFixed}
            size="small"
            onPress={() => openArticle(article.id, evidence)}
          />
        )}
      </div>
      <div className={styles.reason}>{reasons(reason)}</div>
      {date === null ? (
        <div className={styles.reason}>{t`This is no one date: correct the field if you know it.`}</div>
      ) : (
        <div className={styles.buttons}>
          <Button size="small" onPress={() => void commitDate(session, article.id)}>
            {t`Take over: ${taken}`}
          </Button>
          <Keys keys={keysOf('article.take-date')} />
        </div>
      )}
    </section>
  );
}
