import { useLingui } from '@lingui/react/macro';
import { useCallback } from 'react';
import type { Article } from '#core/article.ts';

/** Says where an article comes from and when it was published, as far as it states that. */
export function useSourceWords(): (article: Article) => string {
  const { t } = useLingui();
  return useCallback(
    ({ publisher, carrier, publishedAt }) => {
      const via = carrier === null ? null : t`via ${carrier.value}`;
      const date = publishedAt?.value.iso.replace('T', ' ') ?? t`no date stated`;
      return [publisher?.value ?? null, via, date].filter((part) => part !== null).join(', ');
    },
    [t],
  );
}
