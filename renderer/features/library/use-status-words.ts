import { useLingui } from '@lingui/react/macro';
import type { ReadingStatus } from '#core/article.ts';

/** Words for how far the analyst is with an article. */
export function useStatusWords(): Record<ReadingStatus, string> {
  const { t } = useLingui();
  return { unread: t`unread`, reading: t`reading`, read: t`read` };
}
