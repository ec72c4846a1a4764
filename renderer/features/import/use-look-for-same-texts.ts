import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { useTakeBack } from '#state/use-offer-undo.ts';
import { type LookedThrough, lookForSameTexts } from './same-text-desk.ts';

/** Look through the whole library for same texts, tell what came of it, and offer to take it back. */
export function useLookForSameTexts(): () => Promise<void> {
  const { t } = useLingui();
  const session = useSession();
  const askTakeBack = useTakeBack();
  return async () => {
    const { joined, left, end } = await lookForSameTexts(session, 'all');
    if (end === 'failed')
      return notify({
        kind: 'warn',
        text: t`Not all articles could be compared. Nothing was changed by halves.`,
      });
    if (joined + left === 0) {
      if (end === 'done') notify({ kind: 'good', text: t`No other articles with the same text were found.` });
      return;
    }
    notify({ kind: 'good', text: foundWords({ joined, left }), takeBack: await askTakeBack() });
  };
}

function foundWords({ joined, left }: Pick<LookedThrough, 'joined' | 'left'>): string {
  const parts = [
    plural(joined, {
      one: '# article has the text of another one (suggested).',
      other: '# articles have the text of another one (suggested).',
    }),
    plural(left, {
      one: '# article has a text of its own now.',
      other: '# articles have a text of their own now.',
    }),
  ];
  return parts.filter((_, at) => [joined, left][at] !== 0).join(' ');
}
