import { useLingui } from '@lingui/react/macro';
import type { SameText } from '#core/article.ts';

/** Words why an article is taken for the same text as another one; `null`: that one is no longer in the group. */
export function useSameTextWords(): (sameText: SameText, other: string | null) => string {
  const { t, i18n } = useLingui();
  return ({ reason, likeness }, title) => {
    const share = i18n.number(likeness, { style: 'percent', maximumFractionDigits: 0 });
    const other = title ?? t`another article`;
    switch (reason) {
      case 'same-words':
        return t`Found by the program: word for word the same as “${other}”, boilerplate aside.`;
      case 'near':
        return t`Found by the program: nearly the same as “${other}”, which shares about ${share} of the shorter text.`;
      case 'part':
        return t`Found by the program: “${other}” and this one are a whole and a part of it, with about ${share} of the shorter text in both.`;
      case 'entered':
        return t`You said that it has the same text as “${other}”.`;
    }
  };
}
