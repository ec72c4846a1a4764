import { Plural, useLingui } from '@lingui/react/macro';
import type { Article } from '#core/article.ts';
import { openArticle } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { useFieldWords } from '#ui/use-field-words.ts';
import styles from './ArticleData.module.css';

/** Passages that have a button each; the rest are counted. */
const most = 12;

/** The passages of an article that are in another language than the rest, each with the way to it. */
export function LanguagePassages({ article }: { readonly article: Article }) {
  const { t } = useLingui();
  const words = useFieldWords();
  const { languages = [] } = article;
  if (languages.length === 0) return null;
  const rest = languages.length - most;
  return (
    <section>
      <h3 className={styles.heading}>{t`Passages in other languages`}</h3>
      <ul className={styles.passages}>
        {languages.slice(0, most).map((span, index) => {
          const name = words.language(span.language);
          const number = index + 1;
          return (
            <li key={span.start}>
              <Button
                size="small"
                aria-label={t`Show passage ${number} in ${name}`}
                onPress={() => openArticle(article.id, span)}
              >
                {name}
              </Button>
            </li>
          );
        })}
        {rest > 0 && (
          <li className={styles.reason}>
            <Plural value={rest} one="and # more" other="and # more" />
          </li>
        )}
      </ul>
      <p className={styles.reason}>{t`worked out from the words of each passage`}</p>
    </section>
  );
}
