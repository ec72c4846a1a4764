import { useLingui } from '@lingui/react/macro';
import type { ArticleId } from '#core/ids.ts';
import type { TextSpan } from '#core/text/span.ts';
import { announce, notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { look, useLook } from '#state/workspace.ts';
import { settlePassage } from './review-deeds.ts';
import { useWaiting } from './use-waiting.ts';

/** Give the passage that is being reviewed the selected words as its place; `null` while none is, in this article. */
export function usePlaceHere(articleId: ArticleId | null): ((id: ArticleId, span: TextSpan) => void) | null {
  const { t } = useLingui();
  const session = useSession();
  const reviewing = useLook((state) => state.reviewing);
  const passage = useWaiting().find(
    ({ kind, record, article }) =>
      reviewing !== null && kind === reviewing.kind && record.id === reviewing.id && article.id === articleId,
  );
  if (passage === undefined) return null;
  return (_, span) => {
    settlePassage(session, passage, span)
      .then((done) => {
        if (!done) return;
        look.setState({ reviewing: null });
        announce(t`The passage has its place.`);
      })
      .catch((error: unknown) => notify({ kind: 'danger', text: String(error) }));
  };
}
