import { useLingui } from '@lingui/react/macro';
import { Unlink } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Anchor } from '#core/annotations/highlight.ts';
import { publicationLag } from '#core/events/publication-lag.ts';
import type { ArticleId } from '#core/ids.ts';
import type { ArticleHead } from '#core/library/article-head.ts';
import type { Dating } from '#core/time/dating.ts';
import { notify } from '#state/notices.ts';
import { openPassage } from '#state/open-passage.ts';
import { useSession } from '#state/session.ts';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './Events.module.css';
import { useEventWords } from './use-event-words.ts';

type EventPassagesProps = {
  readonly passages: readonly Anchor[];
  readonly dating: Dating;
  readonly heads: ReadonlyMap<ArticleId, ArticleHead>;
  readonly onUnlink: (passage: Anchor) => void;
};

/** The passages an event rests on; each leads back to its text, with the days between the event and its publication. */
export function EventPassages({ passages, dating, heads, onUnlink }: EventPassagesProps) {
  const { t } = useLingui();
  return (
    <fieldset className={styles.section}>
      <legend>{t`Passages`}</legend>
      {passages.length === 0 && (
        <p className={styles.soft}>
          {t`None yet. Select words in an article and choose “Add to the open event”.`}
        </p>
      )}
      <ul className={styles.items}>
        {passages.map((passage) => (
          <li key={`${passage.articleId} ${passage.start} ${passage.end}`} className={styles.passage}>
            <Quote passage={passage} dating={dating} head={heads.get(passage.articleId)} />
            <IconButton
              label={t`Take the passage out of the event`}
              icon={Unlink}
              size="small"
              onPress={() => onUnlink(passage)}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

type QuoteProps = {
  readonly passage: Anchor;
  readonly dating: Dating;
  readonly head: ArticleHead | undefined;
};

function Quote({ passage, dating, head }: QuoteProps) {
  const { t } = useLingui();
  const session = useSession();
  const words = useEventWords();
  const published = head?.publishedAt?.value ?? null;
  const lag = publicationLag(dating, published);
  const facts = [
    head === undefined ? t`The article is no longer here` : head.title.value,
    published === null ? t`no publication date stated` : published.iso.slice(0, 10),
    lag === null ? '' : words.lag(lag),
  ];
  const open = async () => {
    if (!(await openPassage(session, passage)))
      notify({ kind: 'danger', text: t`The passage does not stand in the article any more.` });
  };
  return (
    <Button
      className={styles.quote ?? ''}
      isDisabled={head === undefined}
      onPress={() => void open()}
      aria-label={t`Open the passage: ${passage.exact}`}
    >
      <span className={styles.words} dir="auto">
        “{passage.exact}”
      </span>
      <span className={styles.soft}>{facts.filter((fact) => fact !== '').join(' · ')}</span>
    </Button>
  );
}
