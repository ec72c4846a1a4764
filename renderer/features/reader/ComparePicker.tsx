import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useMemo } from 'react';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { useLook } from '#state/workspace.ts';
import { listArticles } from '#storage/articles.ts';
import { ArticleMenu } from '#ui/ArticleMenu.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import styles from './Compare.module.css';
import { compareDesk, putBeside, useCompareDesk } from './compare-desk.ts';
import { useSimilar } from './compare-engine.ts';

/** Choose the article to stand beside the open one: those that share passages with it come first, and say so. */
export function ComparePicker() {
  const { t } = useLingui();
  const isOpen = useCompareDesk((desk) => desk.isChoosing);
  const articleId = useLook((state) => state.articleId);
  const close = () => compareDesk.setState({ isChoosing: false });
  return (
    <Dialog title={t`Compare with`} isOpen={isOpen} onClose={close} wide>
      {isOpen && articleId !== null && <Choices articleId={articleId} />}
    </Dialog>
  );
}

function Choices({ articleId }: { readonly articleId: ArticleId }) {
  const { t } = useLingui();
  const { db } = useSession();
  const similar = useSimilar(articleId);
  const all = useLiveQuery(() => listArticles(db), [db]);
  const shared = useMemo(
    () => new Map(similar.kind === 'done' ? similar.result.map((one) => [one.articleId, one.shared]) : []),
    [similar],
  );
  const others = useMemo(
    () =>
      all
        ?.filter(({ id }) => id !== articleId)
        .sort((a, b) => (shared.get(b.id) ?? 0) - (shared.get(a.id) ?? 0)),
    [all, articleId, shared],
  );
  const remark = useCallback(
    ({ id }: Article) => {
      const part = shared.get(id);
      return part === undefined ? null : <Suggested part={part} />;
    },
    [shared],
  );
  return (
    <ArticleMenu label={t`Compare with`} articles={others} onChoose={putBeside} remark={remark}>
      <p className={styles.soft} role="status">
        <SimilarState similar={similar} />
      </p>
    </ArticleMenu>
  );
}

function SimilarState({ similar }: { readonly similar: ReturnType<typeof useSimilar> }) {
  const { t } = useLingui();
  if (similar.kind === 'failed')
    return t`Looking for articles that share passages failed: ${similar.message}`;
  if (similar.kind === 'done')
    return similar.result.length === 0
      ? t`No other article shares passages with the open one.`
      : t`Suggested first: articles that share passages with the open one.`;
  const { done = 0, total = 0 } = similar.progress ?? {};
  return total === 0 ? t`Looking for shared passages…` : t`Looking for shared passages: ${done} of ${total}…`;
}

function Suggested({ part }: { readonly part: number }) {
  const { t, i18n } = useLingui();
  const percent = i18n.number(part, { style: 'percent', maximumFractionDigits: 0 });
  return (
    <span className={styles.suggested}>
      {t`Suggested: ${percent} of the shorter text is in both, word for word`}
    </span>
  );
}
