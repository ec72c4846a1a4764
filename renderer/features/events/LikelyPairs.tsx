import { Plural, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import type { Event } from '#core/events/event.ts';
import { type LikelyPair, likelyDuplicates } from '#core/events/likely-duplicates.ts';
import { haveTwoOrigins } from '#core/events/merge-events.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { Button } from '#ui/Button.tsx';
import styles from './Events.module.css';
import { joinEvents, keepApart } from './event-deeds.ts';
import { eventDesk, useEventDesk } from './event-desk.ts';
import { useEventWords } from './use-event-words.ts';

/** The most pairs shown at once: the next ones come as these are decided. */
const most = 20;

/** Events that may be one, each pair with why; merged only by the analyst. */
export function LikelyPairs({ events }: { readonly events: readonly Event[] }) {
  const { t } = useLingui();
  const pairs = useMemo(() => likelyDuplicates(events), [events]);
  if (pairs.length === 0) return null;
  return (
    <section className={styles.pairs} aria-label={t`May be the same event`}>
      <h2 className={styles.label}>
        <Plural
          value={pairs.length}
          one="# pair may be the same event"
          other="# pairs may be the same event"
        />
      </h2>
      {pairs.slice(0, most).map((pair) => (
        <Pair key={`${pair.first.id} ${pair.second.id}`} pair={pair} />
      ))}
    </section>
  );
}

function Pair({ pair: { first, second, reasons } }: { readonly pair: LikelyPair }) {
  const { t } = useLingui();
  const session = useSession();
  const words = useEventWords();
  const offerUndo = useOfferUndo();
  const hasDraft = useEventDesk(({ drafts }) => drafts.has(first.id) || drafts.has(second.id));
  const areCollected = haveTwoOrigins(first, second);
  const apart = t`Both come from other collections and stay apart; say they are others, or keep one and link its passages.`;
  const merge = async () => {
    const outcome = await joinEvents(session, first, second);
    if (outcome === 'too-large')
      notify({
        kind: 'danger',
        text: t`Together they hold more passages, places, actors or words than one event may. Take some out first.`,
      });
    if (outcome === 'two-origins') notify({ kind: 'danger', text: apart });
    if (outcome !== true) return;
    eventDesk.setState({ openId: first.id });
    await offerUndo(t`Merged “${second.title}” into “${first.title}”.`);
  };
  const part = async () => {
    if (await keepApart(session, first, second))
      await offerUndo(t`“${first.title}” and “${second.title}” are kept apart.`);
  };
  return (
    <div className={styles.pair}>
      {[first, second].map((event) => (
        <AriaButton
          key={event.id}
          className={styles.pairTitle ?? ''}
          onPress={() => eventDesk.setState({ openId: event.id })}
        >
          {event.title}
        </AriaButton>
      ))}
      <span className={styles.soft}>{reasons.map(words.likely).join(' · ')}</span>
      <div className={styles.line}>
        <Button size="small" isDisabled={hasDraft || areCollected} onPress={() => void merge()}>
          {t`Merge the second into the first`}
        </Button>
        <Button size="small" variant="quiet" onPress={() => void part()}>
          {t`Not the same`}
        </Button>
      </div>
      {areCollected && <span className={styles.soft}>{apart}</span>}
      {hasDraft && !areCollected && (
        <span className={styles.soft}>{t`Save or discard what is typed in them first.`}</span>
      )}
    </div>
  );
}
