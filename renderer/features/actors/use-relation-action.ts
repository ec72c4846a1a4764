import { useLingui } from '@lingui/react/macro';
import { type LucideIcon, Users } from 'lucide-react';
import { makeAnchor } from '#core/annotations/make-anchor.ts';
import type { ArticleId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { useSession } from '#state/session.ts';
import { findArticle } from '#storage/articles.ts';
import { askRelation } from './relation-desk.ts';

/** Something to do with a selected passage. */
type PassageAction = {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly run: (articleId: ArticleId, span: TextSpan) => void;
};

/** Say of a selected passage how two actors stand to each other by it. */
export function useRelationAction(): PassageAction {
  const { t } = useLingui();
  const session = useSession();
  const run = async (articleId: ArticleId, span: TextSpan) => {
    const article = await findArticle(session.db, articleId);
    if (article !== null) askRelation(makeAnchor(article, await session.readText(article), span));
  };
  return {
    id: 'relation',
    label: t`Relation`,
    icon: Users,
    run: (articleId, span) => void run(articleId, span),
  };
}
