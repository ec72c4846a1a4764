import { plural } from '@lingui/core/macro';
import { Trans, useLingui } from '@lingui/react/macro';
import { Check, MapPin as PinIcon, Search, Undo2, X } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Button as AriaButton, Dialog, Popover } from 'react-aria-components';
import type { SuggestionPassage } from '#core/geo/group-suggestions.ts';
import type { ShownMention } from '#core/geo/mentions-to-show.ts';
import type { Place } from '#core/geo/place.ts';
import type { ArticleId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { look } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import {
  acceptSuggestion,
  changeStatus,
  decideSuggestions,
  forgetMentions,
  placePassage,
  rejectSuggestion,
} from './mention-deeds.ts';
import { askPassages } from './mention-engine.ts';
import { PlaceFacts } from './PlaceFacts.tsx';
import styles from './Places.module.css';
import { openPlace } from './place-desk.ts';
import { useDecideAll } from './use-decide-all.ts';
import { useArticleMentions } from './use-mentions.ts';
import { usePlaceWords } from './use-place-words.ts';

type MentionCardProps = {
  readonly articleId: ArticleId;
  /** As the reader was given it. */
  readonly mentionId: string;
  /** Where the words stand in the window. */
  readonly anchorRect: DOMRect;
  readonly onClose: () => void;
  /** Another place is wanted: the panel of places asks for it. */
  readonly onPlacing?: () => void;
};

/** A place name that was clicked in the text: what it is taken for, on what ground, and what else it may be. */
export function MentionCard({ articleId, mentionId, anchorRect, onClose, onPlacing }: MentionCardProps) {
  const { t } = useLingui();
  const anchor = useRef<HTMLDivElement>(null);
  const shown = useArticleMentions(articleId);
  const mention = shown.find(({ id }) => id === mentionId);
  const placeId = mention?.place.id;
  // Choosing it in the text chooses it on the map.
  useEffect(() => {
    if (placeId !== undefined) look.setState({ placeId });
  }, [placeId]);
  if (mention === undefined) return null;
  const { left, top, width, height } = anchorRect;
  return (
    <>
      <div ref={anchor} className={styles.anchor} style={{ left, top, width, height }} />
      <Popover
        triggerRef={anchor}
        isOpen
        placement="bottom start"
        offset={6}
        onOpenChange={(isOpen) => {
          if (!isOpen) onClose();
        }}
      >
        <Dialog className={styles.card ?? ''} aria-label={t`Place name “${mention.exact}”`}>
          <CardBody
            articleId={articleId}
            mention={mention}
            all={shown}
            onClose={onClose}
            onPlacing={onPlacing}
          />
        </Dialog>
      </Popover>
    </>
  );
}

/** More than any workspace holds of one place. */
const allPassages = 100_000;

type CardBodyProps = {
  readonly articleId: ArticleId;
  readonly mention: ShownMention;
  readonly all: readonly ShownMention[];
  readonly onClose: () => void;
  readonly onPlacing?: (() => void) | undefined;
};

function CardBody({ articleId, mention, all, onClose, onPlacing }: CardBodyProps) {
  const { t } = useLingui();
  const words = usePlaceWords();
  const { place, exact, status, suggestion, span } = mention;
  const deeds = useCardDeeds({ articleId, mention, all, onClose });
  const rejectAll = useDecideAll(place);
  const others = suggestion?.candidates.filter(({ id }) => id !== place.id) ?? [];
  const reasons = (mention.decided?.reasons ?? suggestion?.reasons ?? []).map(words.reason);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'a') deeds.accept(place);
    else if ((event.key === 'x' || event.key === 'Delete') && suggestion !== null) deeds.reject();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the letters are short cuts for the buttons inside.
    <div onKeyDown={onKeyDown}>
      <div className={styles.search}>
        <p>
          <span className={styles.name}>{place.name}</span>{' '}
          <span className={styles.soft}>
            {status === 'accepted' ? t`accepted` : status === 'rejected' ? t`rejected` : t`suggested`}
          </span>
        </p>
        <p className={styles.soft}>
          {words.kind(place)} · {words.point(place)} · {words.precision(place.precision)}
        </p>
        {reasons.length > 0 && (
          <p className={styles.soft}>
            <Trans>Because: {reasons.join(' · ')}</Trans>
          </p>
        )}
        <PlaceFacts place={place} />
        <div className={styles.actions}>
          {status !== 'accepted' && (
            <Button size="small" variant="primary" autoFocus onPress={() => deeds.accept(place)}>
              <Check size={14} aria-hidden="true" />
              {t`Accept (a)`}
            </Button>
          )}
          {/* What was placed by hand alone can only be taken back: there is no suggestion to reject. */}
          {status !== 'rejected' && suggestion !== null && (
            <Button size="small" onPress={deeds.reject}>
              <X size={14} aria-hidden="true" />
              {t`No place (x)`}
            </Button>
          )}
          {mention.decided !== null && (
            <Button size="small" variant="quiet" onPress={deeds.forget}>
              <Undo2 size={14} aria-hidden="true" />
              {t`Take back`}
            </Button>
          )}
        </div>
        {status === 'suggested' && (
          <div className={styles.actions}>
            <Button
              size="small"
              variant="quiet"
              onPress={() => {
                onClose();
                void rejectAll('rejected', () => askPassages(place.id, allPassages));
              }}
            >
              {t`Reject in all articles`}
            </Button>
          </div>
        )}
        {deeds.sameCount > 1 && (
          <div className={styles.actions}>
            <Button size="small" variant="quiet" onPress={() => deeds.decideSame('accepted')}>
              {t`Accept all ${deeds.sameCount} in this article`}
            </Button>
            <Button size="small" variant="quiet" onPress={() => deeds.decideSame('rejected')}>
              {t`Reject all`}
            </Button>
          </div>
        )}
        {others.length > 0 && (
          <>
            <p className={styles.soft}>{t`Or is it:`}</p>
            <div className={styles.choices}>
              {others.map((other) => (
                <AriaButton
                  key={other.id}
                  className={styles.choice ?? ''}
                  onPress={() => deeds.accept(other)}
                >
                  <span>{other.name}</span>
                  <span className={styles.soft}>
                    {words.kind(other)} · {words.point(other)}
                  </span>
                </AriaButton>
              ))}
            </div>
          </>
        )}
        <div className={styles.actions}>
          <Button
            size="small"
            onPress={() => {
              look.setState({ placing: { articleId, span } });
              onClose();
              onPlacing?.();
            }}
          >
            <Search size={14} aria-hidden="true" />
            <PinIcon size={14} aria-hidden="true" />
            {t`Another place for “${exact}”…`}
          </Button>
          <Button
            size="small"
            variant="quiet"
            onPress={() => {
              onClose();
              openPlace(place);
            }}
          >
            {t`Correct or add to ${place.name}…`}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** What the card can do; each closes it and can be undone. */
function useCardDeeds({ articleId, mention, all, onClose }: CardBodyProps) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const { exact, place, decided, suggestion, span } = mention;
  const passage: SuggestionPassage | null = suggestion === null ? null : { articleId, suggestion };
  const same = all.flatMap(({ status, place: other, suggestion: own }) =>
    status === 'suggested' && other.id === place.id && own !== null ? [{ articleId, suggestion: own }] : [],
  );
  const run = async (deed: Promise<boolean>, text: string) => {
    onClose();
    if (await deed) await offerUndo(text);
  };
  return {
    sameCount: same.length,
    accept(chosen: Place) {
      const isOpen = decided === null && passage !== null;
      const deed = isOpen
        ? acceptSuggestion(session, passage, chosen)
        : decided !== null && chosen.id === place.id
          ? changeStatus(session, decided, 'accepted')
          : placePassage(session, { articleId, span }, chosen);
      void run(deed, t`“${exact}” is ${chosen.name}.`);
    },
    reject() {
      if (decided !== null) void run(changeStatus(session, decided, 'rejected'), t`“${exact}” is no place.`);
      else if (passage !== null)
        void run(rejectSuggestion(session, passage, place), t`“${exact}” is no place.`);
    },
    forget() {
      if (decided !== null)
        void run(forgetMentions(session, [decided]), t`Nothing is decided about “${exact}” now.`);
    },
    decideSame(status: 'accepted' | 'rejected') {
      const count = same.length;
      void run(
        decideSuggestions(session, same, place, status),
        status === 'accepted'
          ? t`Accepted ${place.name}: ${plural(count, { one: '# passage', other: '# passages' })}.`
          : t`Rejected ${place.name}: ${plural(count, { one: '# passage', other: '# passages' })}.`,
      );
    },
  };
}
