import { useLingui } from '@lingui/react/macro';
import type { Article, SameText } from '#core/article.ts';

/** What an article was compared with: one of its group, the open one, or one that is no longer in the group. */
export type Like = Pick<Article, 'title'> | 'open' | 'gone';

/** Words why an article is taken for the same text as another one; it may be no longer in the group, or the open one. */
export function useSameTextWords(): (sameText: SameText, like: Like) => string {
  const { t, i18n } = useLingui();
  return ({ reason, likeness }, like) => {
    const share = i18n.number(likeness, { style: 'percent', maximumFractionDigits: 0 });
    const other =
      like === 'gone' ? t`another article` : like === 'open' ? t`the open article` : t`“${like.title.value}”`;
    switch (reason) {
      case 'same-words':
        return t`Found by the program: word for word the same as ${other}, boilerplate aside.`;
      case 'near':
        return t`Found by the program: nearly the same as ${other}, which shares about ${share} of the shorter text.`;
      case 'part':
        return t`Found by the program: ${other} and this one are a whole and a part of it, with about ${share} of the shorter text in both.`;
      case 'entered':
        return t`You said that it has the same text as ${other}.`;
    }
  };
}
