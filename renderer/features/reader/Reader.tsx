import { Trans, useLingui } from '@lingui/react/macro';
import { BookOpen, FileQuestion } from 'lucide-react';
import type { ReactNode } from 'react';
import type { ArticleId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { useLook } from '#state/workspace.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { ArticleHeader } from './ArticleHeader.tsx';
import { OpenArticle } from './OpenArticle.tsx';
import styles from './Reader.module.css';
import type { SelectionAction } from './SelectionPanel.tsx';
import type { TextRanges } from './text-ranges.ts';
import { useArticle, useHighlights, useText } from './use-reading.ts';
import type { ReaderMention } from './use-selecting.ts';
import { useTellShown } from './use-tell-shown.ts';

/** What a find bar needs of the open article. */
export type FindTarget = {
  readonly articleId: ArticleId;
  /** The canonical text. */
  readonly text: string;
  /** The shown text of a span; `null` when no paragraph holds any of it. */
  readonly toRange: TextRanges['toRange'];
  /** Bring a passage into the view, unfolding what hides it. */
  readonly reveal: (span: TextSpan) => void;
};

export type ReaderProps = {
  /** Place names to underline. */
  readonly mentions?: readonly ReaderMention[];
  /** A place name was clicked; `anchorRect` is where it stands in the window. */
  readonly onMention?: (id: string, anchorRect: DOMRect) => void;
  /** Others like the article are asked for. */
  readonly onSimilar?: (articleId: ArticleId) => void;
  /** More that can be done with a selected passage. */
  readonly extraActions?: readonly SelectionAction[];
  /** Drawn above the text. */
  readonly findBar?: (target: FindTarget) => ReactNode;
};

/** The article that is open, to be read and marked. */
export function Reader(props: ReaderProps) {
  const { t } = useLingui();
  const articleId = useLook((state) => state.articleId);
  const article = useArticle(articleId);
  const state = useText(article);
  const kept = useHighlights(articleId);
  const isThere = article === null || state.kind === 'missing' || (state.kind === 'ready' && kept !== null);
  useTellShown(articleId, isThere);
  if (articleId === null || article === null)
    return (
      <div className={styles.reader}>
        <EmptyState icon={BookOpen} title={t`No article is open`}>
          <Trans>
            Choose one in the list with the arrow keys and Enter. Then select words to highlight and tag them.
          </Trans>
        </EmptyState>
      </div>
    );
  if (article === undefined || state.kind === 'loading' || kept === null)
    return (
      <div className={styles.reader} aria-busy="true">
        <p className={styles.loading}>{t`Opening the article…`}</p>
      </div>
    );
  if (state.kind === 'missing')
    return (
      <div className={styles.reader}>
        <div className={styles.scroller}>
          <div className={styles.page}>
            <ArticleHeader article={article} wordCount={0} />
            <EmptyState icon={FileQuestion} title={t`The text of this article can’t be read`}>
              <p>{state.message}</p>
              <Trans>
                Its highlights and what is known of it are kept. Import the file again to read it.
              </Trans>
            </EmptyState>
          </div>
        </div>
      </div>
    );
  return (
    <OpenArticle
      // Other boilerplate is another layout of the text.
      key={`${article.id} ${article.textSha256} ${JSON.stringify(article.noise)}`}
      article={article}
      text={state.text}
      kept={kept}
      {...props}
    />
  );
}
