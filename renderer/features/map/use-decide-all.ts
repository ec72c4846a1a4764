import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { SuggestionPassage } from '#core/geo/group-suggestions.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { decideSuggestions } from './mention-deeds.ts';

/** Accept or reject what `read` answers in one edit, and tell it. */
export function useDecideAll(place: Place) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  return async (status: Mention['status'], read: () => Promise<readonly SuggestionPassage[]>) => {
    const passages = await read();
    if (passages.length === 0 || !(await decideSuggestions(session, passages, place, status))) return;
    const count = passages.length;
    await offerUndo(
      status === 'accepted'
        ? t`Accepted ${place.name}: ${plural(count, { one: '# passage', other: '# passages' })}.`
        : t`Rejected ${place.name}: ${plural(count, { one: '# passage', other: '# passages' })}.`,
    );
  };
}
