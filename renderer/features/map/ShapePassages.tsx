import { useLingui } from '@lingui/react/macro';
import { Quote, Unlink } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { Anchor } from '#core/annotations/highlight.ts';
import type { ArticleId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { notify } from '#state/notices.ts';
import { openPassage } from '#state/open-passage.ts';
import { useSession } from '#state/session.ts';
import { IconButton } from '#ui/IconButton.tsx';
import placeStyles from './Places.module.css';
import styles from './Tracks.module.css';
import { useArticlesById } from './use-place-data.ts';

/** Cite a passage in the open brief. */
export type CitePassage = (articleId: ArticleId, span: TextSpan) => void;

type ShapePassagesProps = {
  readonly passages: readonly Anchor[];
  readonly onUnlink: (passage: Anchor) => void;
  readonly onCite: CitePassage;
};

/** The passages a track or an area rests on; each leads back to its text, and can be cited in the brief. */
export function ShapePassages({ passages, onUnlink, onCite }: ShapePassagesProps) {
  const { t } = useLingui();
  const session = useSession();
  const articles = useArticlesById();
  const open = async (passage: Anchor) => {
    if (!(await openPassage(session, passage)))
      notify({ kind: 'danger', text: t`The passage does not stand in the article any more.` });
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend>{t`Passages`}</legend>
      {passages.length === 0 && (
        <p className={styles.soft}>{t`None yet. Select words in an article and choose “Add to track…”.`}</p>
      )}
      <ul className={styles.rows}>
        {passages.map((passage) => (
          <li key={`${passage.articleId} ${passage.start} ${passage.end}`} className={styles.row}>
            <Button
              className={placeStyles.quote ?? ''}
              isDisabled={!articles.has(passage.articleId)}
              onPress={() => void open(passage)}
              aria-label={t`Open the passage: ${passage.exact}`}
            >
              <span className={placeStyles.source}>
                {articles.get(passage.articleId)?.title.value ?? t`The article is no longer here`}
              </span>
              <span className={placeStyles.words} dir="auto">
                “{passage.exact}”
              </span>
            </Button>
            <IconButton
              label={t`Cite it in the brief`}
              icon={Quote}
              size="small"
              isDisabled={!articles.has(passage.articleId)}
              onPress={() => onCite(passage.articleId, passage)}
            />
            <IconButton
              label={t`Take the passage out`}
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
