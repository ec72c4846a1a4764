import { useLingui } from '@lingui/react/macro';
import type { HighlightId } from '#core/ids.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { look } from '#state/workspace.ts';
import { quoteInBrief } from './brief-deeds.ts';
import { useBriefWords } from './use-brief-words.ts';
import { newBriefHead } from './use-manage-briefs.ts';

/** `onCite` of other screens: puts a passage into the open brief as a quote, and makes a brief when there is none. */
export function useCite(): (id: HighlightId) => Promise<void> {
  const { t } = useLingui();
  const session = useSession();
  const words = useBriefWords();
  return async (id) => {
    const { briefId } = look.getState();
    const cited = await quoteInBrief(session, id, { briefId, head: await newBriefHead(session) });
    if (cited === null) return;
    const name = cited.title === '' ? words.untitled : cited.title;
    notify({
      kind: 'good',
      text: t`Quoted in “${name}”`,
      action: {
        label: t`Open the brief`,
        run: () => look.setState({ screen: 'brief', briefId: cited.briefId }),
      },
    });
  };
}
