import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Check, MapPinned, Undo2, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { ShownMention } from '#core/geo/mentions-to-show.ts';
import { nameKey } from '#core/geo/name-key.ts';
import type { Place } from '#core/geo/place.ts';
import type { ArticleId, PlaceId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { look, useLook } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { forgetMentions } from './mention-deeds.ts';
import { PassageQuote } from './PassageQuote.tsx';
import { PlaceButton } from './PlaceFinder.tsx';
import styles from './Places.module.css';
import { PlacingForm } from './PlacingForm.tsx';
import { SuggestedPassage } from './SuggestedPassage.tsx';
import { useDecideAll } from './use-decide-all.ts';
import { useArticleMentions } from './use-mentions.ts';
import { usePlaceWords } from './use-place-words.ts';

/** The places of the open article: what is decided and what is to decide. */
export function PlacesPanel() {
  const { t } = useLingui();
  const articleId = useLook((state) => state.shownArticleId);
  const shown = useArticleMentions(articleId);
  if (articleId === null) return null;
  const isWeak = ({ status, suggestion }: ShownMention) =>
    status === 'suggested' && (suggestion?.reasons.includes('weak-name') ?? false);
  const sections = [
    {
      id: 'open',
      title: t`To decide`,
      mentions: shown.filter((m) => m.status === 'suggested' && !isWeak(m)),
    },
    { id: 'accepted', title: t`Accepted`, mentions: shown.filter(({ status }) => status === 'accepted') },
    { id: 'weak', title: t`Doubtful`, mentions: shown.filter(isWeak) },
    { id: 'rejected', title: t`Rejected`, mentions: shown.filter(({ status }) => status === 'rejected') },
  ];
  return (
    <div>
      <PlacingForm />
      {shown.length === 0 && (
        <EmptyState icon={MapPinned} title={t`No place names found`}>
          <Trans>Select words in the text and place them by name or on the map.</Trans>
        </EmptyState>
      )}
      {sections.map(
        ({ id, title, mentions }) =>
          mentions.length > 0 && (
            <section key={id} aria-label={title}>
              <h3 className={styles.heading}>{title}</h3>
              <ul>
                {byPlace(mentions).map(({ place, own }) => (
                  <PlaceInArticle key={place.id} articleId={articleId} place={place} mentions={own} />
                ))}
              </ul>
            </section>
          ),
      )}
    </div>
  );
}

function byPlace(mentions: readonly ShownMention[]): { place: Place; own: ShownMention[] }[] {
  const groups = new Map<PlaceId, { place: Place; own: ShownMention[] }>();
  for (const mention of mentions) {
    const group = groups.get(mention.place.id) ?? { place: mention.place, own: [] };
    group.own.push(mention);
    groups.set(mention.place.id, group);
  }
  // What happened where, then which countries are spoken of; both in the order of the text.
  return [...groups.values()].sort((a, b) => Number(isCountry(a)) - Number(isCountry(b)));
}

function isCountry({ place }: { readonly place: Place }): boolean {
  return place.type === 'country';
}

type PlaceInArticleProps = {
  readonly articleId: ArticleId;
  readonly place: Place;
  /** All of one status. */
  readonly mentions: readonly ShownMention[];
};

function PlaceInArticle({ articleId, place, mentions }: PlaceInArticleProps) {
  const { t } = useLingui();
  const words = usePlaceWords();
  const isOpen = useLook((state) => state.placeId === place.id);
  const isLit = useLook((state) => state.hoverPlaceId === place.id);
  const decideAll = useDecideAll(place);
  const spelling = mentions[0]?.exact;
  const hover = (isOn: boolean) => look.setState({ hoverPlaceId: isOn ? place.id : null });
  const open = mentions.flatMap(({ status, suggestion }) =>
    status === 'suggested' && suggestion !== null ? [{ articleId, suggestion }] : [],
  );
  return (
    <li
      className={styles.item}
      data-lit={isLit || undefined}
      data-chosen={isOpen || undefined}
      onMouseEnter={() => hover(true)}
      onMouseLeave={() => hover(false)}
    >
      <AriaButton
        className={styles.head ?? ''}
        aria-expanded={isOpen}
        onPress={() => look.setState({ placeId: isOpen ? null : place.id })}
      >
        <span className={styles.name}>
          {/* “Talataye → Telatai”: the text's name first, as that is what is looked for. */}
          {spelling !== undefined && nameKey(spelling) !== nameKey(place.name) && `${spelling} → `}
          {place.name}
        </span>
        <span className={styles.count}>
          <Plural value={mentions.length} one="# passage" other="# passages" />
        </span>
      </AriaButton>
      <span className={styles.soft}>
        {words.kind(place)} · {words.point(place)}
      </span>
      {open.length > 0 && (
        <div className={styles.actions}>
          <Button
            size="small"
            aria-label={t`Accept all of ${place.name}`}
            onPress={() => void decideAll('accepted', async () => open)}
          >
            <Check size={14} aria-hidden="true" />
            <Plural value={open.length} one="Accept it" other="Accept all #" />
          </Button>
          <Button
            size="small"
            variant="quiet"
            aria-label={t`Reject all of ${place.name}`}
            onPress={() => void decideAll('rejected', async () => open)}
          >
            <X size={14} aria-hidden="true" />
            <Plural value={open.length} one="Reject it" other="Reject all" />
          </Button>
        </div>
      )}
      {isOpen && (
        <div className={styles.actions}>
          <PlaceButton place={place} />
        </div>
      )}
      {isOpen && (
        <ul aria-label={t`Passages about ${place.name}`}>
          {mentions.map((mention) =>
            mention.decided === null && mention.suggestion !== null ? (
              <SuggestedPassage key={mention.id} passage={{ articleId, suggestion: mention.suggestion }} />
            ) : (
              <DecidedPassage key={mention.id} articleId={articleId} mention={mention} />
            ),
          )}
        </ul>
      )}
    </li>
  );
}

function DecidedPassage({
  articleId,
  mention,
}: {
  readonly articleId: ArticleId;
  readonly mention: ShownMention;
}) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const { decided, exact, span } = mention;
  const forget = async () => {
    if (decided !== null && (await forgetMentions(session, [decided])))
      await offerUndo(t`Nothing is decided about “${exact}” now.`);
  };
  return (
    <li className={styles.actions}>
      <PassageQuote articleId={articleId} span={span} exact={exact} />
      <IconButton label={t`Take back`} icon={Undo2} size="small" onPress={() => void forget()} />
    </li>
  );
}
