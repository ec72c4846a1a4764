import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Check, ListChecks, X } from 'lucide-react';
import { Button as AriaButton } from 'react-aria-components';
import type { Article } from '#core/article.ts';
import type { SuggestionGroup } from '#core/geo/group-suggestions.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { ArticleId } from '#core/ids.ts';
import { look, useLook } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { DoubtMark } from './DoubtMark.tsx';
import { askPassages } from './mention-engine.ts';
import { PlaceFacts } from './PlaceFacts.tsx';
import { PlaceButton } from './PlaceFinder.tsx';
import styles from './Places.module.css';
import { SuggestedPassage } from './SuggestedPassage.tsx';
import { useDecideAll } from './use-decide-all.ts';
import { usePlaceWords } from './use-place-words.ts';
import { useSuggestionPassages } from './use-suggestions.ts';

type SuggestedPlacesProps = {
  readonly groups: readonly SuggestionGroup[];
  readonly decided: readonly Mention[];
  readonly articles: ReadonlyMap<ArticleId, Article>;
};

/** As many groups as anyone decides about in one sitting. */
const groupsShown = 200;

/** What is suggested and not decided, by place; the chosen one shows its passages. */
export function SuggestedPlaces({ groups, decided, articles }: SuggestedPlacesProps) {
  const { t, i18n } = useLingui();
  if (groups.length === 0)
    return (
      <EmptyState icon={ListChecks} title={t`Nothing to decide`}>
        <Trans>
          Place names found in your articles are suggested here. Nothing stands on the map as fact until you
          accept it.
        </Trans>
      </EmptyState>
    );
  const strong = groups.filter(({ strength }) => strength >= 0.5);
  const weak = groups.filter(({ strength }) => strength < 0.5);
  const list = (shown: readonly SuggestionGroup[], label: string) => (
    <>
      <ul aria-label={label}>
        {shown.slice(0, groupsShown).map((group) => (
          <Group key={group.place.id} group={group} decided={decided} articles={articles} />
        ))}
      </ul>
      {shown.length > groupsShown && (
        <p className={styles.progress}>
          {t`${i18n.number(shown.length - groupsShown)} more come once some of these are decided.`}
        </p>
      )}
    </>
  );
  return (
    <>
      {list(strong, t`Suggested places`)}
      {weak.length > 0 && (
        <>
          <h2 className={styles.heading}>{t`Doubtful: may be a person or a common word`}</h2>
          {list(weak, t`Doubtful suggestions`)}
        </>
      )}
    </>
  );
}

/** More than any workspace holds of one place. */
const allPassages = 100_000;

function Group({
  group,
  decided,
  articles,
}: { group: SuggestionGroup } & Omit<SuggestedPlacesProps, 'groups'>) {
  const { place, count, articleCount, textCount } = group;
  const { t } = useLingui();
  const words = usePlaceWords();
  const isOpen = useLook((state) => state.placeId === place.id);
  const isLit = useLook((state) => state.hoverPlaceId === place.id);
  const passages = useSuggestionPassages(isOpen ? place.id : null, decided);
  const decideAll = useDecideAll(place);
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
          <Plural value={count} one="# passage" other="# passages" />
          {articleCount > 1 && (
            <>
              {' · '}
              <Plural value={articleCount} one="# article" other="# articles" />
              {textCount < articleCount && (
                <>
                  {' '}
                  <Plural value={textCount} one="(# text)" other="(# texts)" />
                </>
              )}
            </>
          )}
        </span>
      </AriaButton>
      <span className={styles.soft}>
        <DoubtMark place={place} />
        {words.kind(place)} · {words.point(place)}
      </span>
      <div className={styles.actions}>
        <Button
          size="small"
          aria-label={t`Accept all of ${place.name}`}
          onPress={() => void decideAll('accepted', () => askPassages(place.id, allPassages))}
        >
          <Check size={14} aria-hidden="true" />
          <Plural value={count} one="Accept it" other="Accept all #" />
        </Button>
        <Button
          size="small"
          variant="quiet"
          aria-label={t`Reject all of ${place.name}`}
          onPress={() => void decideAll('rejected', () => askPassages(place.id, allPassages))}
        >
          <X size={14} aria-hidden="true" />
          <Plural value={count} one="Reject it" other="Reject all" />
        </Button>
      </div>
      {isOpen && (
        <>
          <PlaceFacts place={place} />
          <div className={styles.actions}>
            <PlaceButton place={place} />
          </div>
        </>
      )}
      {isOpen && (
        <ul aria-label={t`Passages about ${place.name}`}>
          {passages.map((passage, at) => (
            <SuggestedPassage
              key={`${passage.articleId} ${passage.suggestion.start}`}
              passage={passage}
              title={
                passages[at - 1]?.articleId === passage.articleId
                  ? undefined
                  : articles.get(passage.articleId)?.title.value
              }
            />
          ))}
        </ul>
      )}
    </li>
  );
}
