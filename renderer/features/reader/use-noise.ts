import { useLingui } from '@lingui/react/macro';
import type { Article, NoiseSpan } from '#core/article.ts';
import { overlaps, type TextSpan } from '#core/text/span.ts';
import { announce } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { commitNoise } from './noise-deeds.ts';

/** What the reader lets one say of boilerplate. */
export function useNoise({ article, text }: { readonly article: Article; readonly text: string }) {
  const { t } = useLingui();
  const session = useSession();
  return {
    /** Whether any of a passage is boilerplate now. */
    isNoise: (span: TextSpan) => article.noise.some((one) => overlaps(one, span)),
    /** Mark a passage as boilerplate of a kind; `null`: as text. */
    setNoise: async (span: TextSpan, kind: NoiseSpan['kind'] | null) => {
      if (!(await commitNoise(session, article, { text, span, kind }))) return;
      announce(
        kind === null
          ? t`This is text now. Undo takes it back.`
          : t`Marked as boilerplate: it is folded, and left out of searches. Undo takes it back.`,
      );
    },
  };
}
