import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ReadingStatus } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { commitFlag, commitStatus } from './article-deeds.ts';
import { useStatusWords } from './use-status-words.ts';

/** What can be done to the articles that are meant. */
export type MarkArticles = {
  readonly setStatus: (ids: readonly ArticleId[], status: ReadingStatus) => void;
  /** Flag them, or, when all are, take the flags away. */
  readonly flag: (ids: readonly ArticleId[]) => void;
};

/** Mark articles; for several at once undo is offered. */
export function useMarkArticles(): MarkArticles {
  const { t } = useLingui();
  const session = useSession();
  const statuses = useStatusWords();
  const offerUndo = useOfferUndo();
  const tell = async (ids: readonly ArticleId[], isKept: boolean, text: (articles: string) => string) => {
    if (!isKept || ids.length < 2) return;
    await offerUndo(text(plural(ids.length, { one: '# article', other: '# articles' })));
  };
  return {
    setStatus: (ids, status) =>
      void commitStatus(session, ids, status).then((isKept) =>
        tell(ids, isKept, (articles) => t`Marked ${articles} as ${statuses[status]}.`),
      ),
    flag: (ids) =>
      void commitFlag(session, ids).then((isKept) =>
        tell(ids, isKept, (articles) => t`Changed the flags of ${articles}.`),
      ),
  };
}
