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
  const numbered = languages.slice(0, most).map((span, index) => ({ span, number: index + 1 }));
  const kinds = [...new Set(numbered.map(({ span }) => span.language))];
  return (
    <section>
      <h3 className={styles.heading}>{t`Passages in other languages`}</h3>
      {kinds.map((kind) => {
        const name = words.language(kind);
        return (
          <ul key={kind} className={styles.passages} aria-label={name}>
            <li aria-hidden="true">{name}</li>
            {numbered
              .filter(({ span }) => span.language === kind)
              .map(({ span, number }) => (
                <li key={span.start}>
                  <Button
                    size="small"
                    aria-label={t`Show passage ${number} in ${name}`}
                    onPress={() => openArticle(article.id, span)}
                  >
                    {number}
                  </Button>
                </li>
              ))}
          </ul>
        );
      })}
      {rest > 0 && (
        <p className={styles.reason}>
          <Plural value={rest} one="and # more" other="and # more" />
        </p>
      )}
      <p className={styles.reason}>{t`inferred from the words of each passage`}</p>
    </section>
  );
}
