import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { ReadingStatus } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { commitFlag, commitStatus } from './article-deeds.ts';
import { useStatusWords } from './use-status-words.ts';

/** The articles that a deed is done to, and how many rows of the list stand for them: fewer when carriers are folded. */
export type Meant = { readonly ids: readonly ArticleId[]; readonly rows: number };

/** What can be done to the articles that are meant. */
export type MarkArticles = {
  readonly setStatus: (meant: Meant, status: ReadingStatus) => void;
  /** Flag them, or, when all are, take the flags away. */
  readonly flag: (meant: Meant) => void;
};

/** Mark articles; for several at once it is said how many these are, and undo is offered. */
export function useMarkArticles(): MarkArticles {
  const { t } = useLingui();
  const session = useSession();
  const statuses = useStatusWords();
  const offerUndo = useOfferUndo();
  const tell = async ({ ids, rows }: Meant, isKept: boolean, text: (articles: string) => string) => {
    if (!isKept || ids.length < 2) return;
    const articles = plural(ids.length, { one: '# article', other: '# articles' });
    await offerUndo(text(rows < ids.length ? t`${articles} (all carriers of the same text)` : articles));
  };
  return {
    setStatus: (meant, status) =>
      void commitStatus(session, meant.ids, status).then((isKept) =>
        tell(meant, isKept, (articles) => t`Marked ${articles} as ${statuses[status]}.`),
      ),
    flag: (meant) =>
      void commitFlag(session, meant.ids).then((isKept) =>
        tell(meant, isKept, (articles) => t`Changed the flags of ${articles}.`),
      ),
  };
}
