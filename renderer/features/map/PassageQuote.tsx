import { useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import type { ArticleId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { look, openArticle } from '#state/workspace.ts';
import styles from './Places.module.css';
import { usePassageLine } from './use-place-data.ts';

type PassageQuoteProps = {
  readonly articleId: ArticleId;
  readonly span: TextSpan;
  readonly exact: string;
  /** Of the article; left out where it is plain which one is meant. */
  readonly title?: string | undefined;
};

/** A passage with the words around it; pressing it opens the reader there. */
export function PassageQuote({ articleId, span, exact, title }: PassageQuoteProps) {
  const { t } = useLingui();
  const line = usePassageLine(articleId, span);
  return (
    <Button
      className={styles.quote ?? ''}
      onPress={() => {
        // The list goes before the pointer has left it.
        look.setState({ hoverPlaceId: null });
        openArticle(articleId, span);
      }}
      aria-label={t`Open the passage: ${`${line?.before ?? ''}${exact}${line?.after ?? ''}`}`}
    >
      {title !== undefined && <span className={styles.source}>{title}</span>}
      <span className={styles.words}>
        {line?.before}
        <mark className={styles.mark}>{exact}</mark>
        {line?.after}
      </span>
    </Button>
  );
}
