import { Plural, useLingui } from '@lingui/react/macro';
import { MapPin as PinIcon, Undo2 } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { Article } from '#core/article.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { ArticleId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { look, useLook } from '#state/workspace.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { DoubtMark } from './DoubtMark.tsx';
import { forgetMentions } from './mention-deeds.ts';
import { PassageQuote } from './PassageQuote.tsx';
import { PlaceFacts } from './PlaceFacts.tsx';
import { PlaceButton } from './PlaceFinder.tsx';
import styles from './Places.module.css';
import type { PlaceUse } from './use-place-data.ts';
import { usePlaceWords } from './use-place-words.ts';

type AcceptedPlacesProps = {
  readonly label: string;
  readonly uses: readonly PlaceUse[];
  readonly articles: ReadonlyMap<ArticleId, Article>;
  /** Shown when there are none. */
  readonly empty: { readonly title: string; readonly text: string };
};

/** Accepted places; the chosen one shows its passages. What a pin shows on the map, this list shows by keyboard. */
export function AcceptedPlaces({ label, uses, articles, empty }: AcceptedPlacesProps) {
  if (uses.length === 0)
    return (
      <EmptyState icon={PinIcon} title={empty.title}>
        {empty.text}
      </EmptyState>
    );
  return (
    <ul aria-label={label}>
      {uses.map((use) => (
        <AcceptedPlace key={use.place.id} use={use} articles={articles} />
      ))}
    </ul>
  );
}

function AcceptedPlace({ use, articles }: { use: PlaceUse } & Pick<AcceptedPlacesProps, 'articles'>) {
  const { place, mentions } = use;
  const { t } = useLingui();
  const words = usePlaceWords();
  const isOpen = useLook((state) => state.placeId === place.id);
  const isLit = useLook((state) => state.hoverPlaceId === place.id);
  const hover = (isOn: boolean) => look.setState({ hoverPlaceId: isOn ? place.id : null });
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
        <span className={styles.name}>{place.name}</span>
        <span className={styles.count}>
          <Plural value={mentions.length} one="# passage" other="# passages" />
        </span>
      </AriaButton>
      <span className={styles.soft}>
        <DoubtMark place={place} />
        {words.kind(place)} · {words.point(place)} · {words.precision(place.precision)}
      </span>
      {isOpen && (
        <>
          <PlaceFacts place={place} />
          <div className={styles.actions}>
            <PlaceButton place={place} />
          </div>
          <ul aria-label={t`Passages about ${place.name}`}>
            {mentions.map((mention, at) => (
              <Passage
                key={mention.id}
                mention={mention}
                title={
                  mentions[at - 1]?.anchor.articleId === mention.anchor.articleId
                    ? undefined
                    : articles.get(mention.anchor.articleId)?.title.value
                }
              />
            ))}
          </ul>
        </>
      )}
    </li>
  );
}

function Passage({ mention, title }: { readonly mention: Mention; readonly title: string | undefined }) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const { anchor, place } = mention;
  const forget = async () => {
    if (await forgetMentions(session, [mention]))
      await offerUndo(t`“${anchor.exact}” is no longer about ${place.name}.`);
  };
  return (
    <li className={styles.actions}>
      <PassageQuote articleId={anchor.articleId} span={anchor} exact={anchor.exact} title={title} />
      <IconButton label={t`Take back`} icon={Undo2} size="small" onPress={() => void forget()} />
    </li>
  );
}
