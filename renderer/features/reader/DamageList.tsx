import { Plural, useLingui } from '@lingui/react/macro';
import { CircleCheck } from 'lucide-react';
import type { Article, Damage } from '#core/article.ts';
import { openArticle, useLook } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import styles from './Damage.module.css';
import { type DamageReading, useDamage } from './use-damage.ts';
import { useDamageWords } from './use-damage-words.ts';
import { useArticle, useText } from './use-reading.ts';

/** How many places of the open article look damaged and are not dismissed. */
export function useDamageCount(): { readonly open: number; readonly all: number } {
  const article = useArticle(useLook((state) => state.articleId));
  const damage = article?.damage ?? [];
  return { open: damage.filter((one) => one.dismissed !== true).length, all: damage.length };
}

/** The places of the open article that look damaged, each with the rule that found it. Nothing is put right. */
export function DamageList() {
  const { t } = useLingui();
  const article = useArticle(useLook((state) => state.articleId));
  const text = useText(article);
  const damage = article?.damage ?? [];
  if (!article || damage.length === 0 || text.kind !== 'ready')
    return (
      <EmptyState icon={CircleCheck} title={t`No damage is suspected`}>
        {t`Words run together, sentences cut off and leftovers of machine translation would be listed here.`}
      </EmptyState>
    );
  return <Places article={article} text={text.text} damage={damage} />;
}

type PlacesProps = {
  readonly article: Article;
  readonly text: string;
  readonly damage: readonly Damage[];
};

function Places({ article, text, damage }: PlacesProps) {
  const { t } = useLingui();
  const reading = useDamage({ article, text });
  return (
    <div className={styles.panel}>
      <p className={styles.reason}>
        <Plural
          value={reading.open.length}
          one="# place looks damaged. It is only pointed out: the text is as it came."
          other="# places look damaged. They are only pointed out: the text is as it came."
        />
      </p>
      <ul className={styles.list} aria-label={t`Suspected damage`}>
        {damage.map((one) => (
          <Place
            key={`${one.start} ${one.reason}`}
            damage={one}
            article={article}
            text={text}
            reading={reading}
          />
        ))}
      </ul>
    </div>
  );
}

/** Characters shown on each side. */
const context = 28;

type PlaceProps = {
  readonly damage: Damage;
  readonly article: Article;
  readonly text: string;
  readonly reading: DamageReading;
};

function Place({ damage, article, text, reading }: PlaceProps) {
  const { t } = useLingui();
  const words = useDamageWords();
  const { start, end, likely } = damage;
  const isDismissed = damage.dismissed === true;
  const quote = text.slice(start, end);
  return (
    <li className={styles.card} data-dismissed={isDismissed || undefined}>
      <p className={styles.kind}>{isDismissed ? t`${words.kind(damage)}, dismissed` : words.kind(damage)}</p>
      <blockquote className={styles.quote} dir="auto">
        <span className={styles.context}>
          {text.slice(Math.max(0, start - context), start).toWellFormed()}
        </span>
        <mark>{quote}</mark>
        <span className={styles.context}>{text.slice(end, end + context).toWellFormed()}</span>
      </blockquote>
      <p className={styles.reason}>
        {words.reason(damage)} {likely !== undefined && t`May have been “${likely}”.`}
      </p>
      <div className={styles.row}>
        <Button
          size="small"
          aria-label={t`Show “${quote}” in the text`}
          onPress={() => openArticle(article.id, { start, end })}
        >
          {t`Show`}
        </Button>
        <Button
          size="small"
          variant="quiet"
          aria-label={isDismissed ? t`“${quote}” looks damaged after all` : t`“${quote}” is no damage`}
          onPress={() => void reading.dismiss(damage, !isDismissed)}
        >
          {isDismissed ? t`Suspect again` : t`No damage`}
        </Button>
      </div>
    </li>
  );
}
