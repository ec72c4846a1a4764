import { useLingui } from '@lingui/react/macro';
import { Check, X } from 'lucide-react';
import type { SuggestionPassage } from '#core/geo/group-suggestions.ts';
import type { Place } from '#core/geo/place.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { look } from '#state/workspace.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { IconButton } from '#ui/IconButton.tsx';
import { acceptSuggestion, rejectSuggestion } from './mention-deeds.ts';
import { PassageQuote } from './PassageQuote.tsx';
import styles from './Places.module.css';
import { usePlaceWords } from './use-place-words.ts';

type SuggestedPassageProps = {
  readonly passage: SuggestionPassage;
  /** Of the article; left out where it is plain which one is meant. */
  readonly title?: string | undefined;
};

/** A suggested passage with the ground it stands on: accept, reject, or choose another place. */
export function SuggestedPassage({ passage, title }: SuggestedPassageProps) {
  const { t } = useLingui();
  const words = usePlaceWords();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const { articleId, suggestion } = passage;
  const [best, ...others] = suggestion.candidates;
  if (best === undefined) return null;
  // That the words are a name of the place goes without saying, unless nothing else speaks for it.
  const telling = suggestion.reasons.filter((reason) => reason !== 'name');
  const reasons = telling.length > 0 ? telling : suggestion.reasons;

  const accept = async (place: Place) => {
    if (await acceptSuggestion(session, passage, place))
      await offerUndo(t`“${suggestion.exact}” is ${place.name}.`);
  };
  const reject = async () => {
    if (await rejectSuggestion(session, passage, best))
      await offerUndo(t`“${suggestion.exact}” is no place.`);
  };
  return (
    <li>
      <PassageQuote articleId={articleId} span={suggestion} exact={suggestion.exact} title={title} />
      <div className={styles.actions}>
        <IconButton
          label={t`Accept ${suggestion.exact} as ${best.name}`}
          icon={Check}
          size="small"
          onPress={() => void accept(best)}
        />
        <IconButton
          label={t`${suggestion.exact} is no place`}
          icon={X}
          size="small"
          onPress={() => void reject()}
        />
        <ActionMenu
          label={t`Another place for ${suggestion.exact}`}
          actions={[
            ...others.map((place) => ({
              id: place.id,
              label: `${place.name} · ${words.kind(place)} · ${words.point(place)}`,
              onAction: () => void accept(place),
            })),
            {
              id: 'search',
              label: t`Search or click on the map…`,
              onAction: () => look.setState({ placing: { articleId, span: suggestion } }),
            },
          ]}
        />
        <span className={styles.soft}>{reasons.map(words.reason).join(' · ')}</span>
      </div>
    </li>
  );
}
