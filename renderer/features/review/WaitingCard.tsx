import { useLingui } from '@lingui/react/macro';
import type { SuggestedPlace } from '#core/annotations/suggest-places.ts';
import { diffWords } from '#core/text/diff.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { look, openArticle, useLook } from '#state/workspace.ts';
import type { WaitingPassage } from '#storage/waiting-passages.ts';
import { Button } from '#ui/Button.tsx';
import { DiffView } from '#ui/DiffView.tsx';
import styles from './Review.module.css';
import { settlePassage, type WaitingReason } from './review-deeds.ts';
import { useExamined } from './use-waiting.ts';

/** A passage that lost its place: its words as they were, why it waits, and where it may stand. */
export function WaitingCard({ passage }: { readonly passage: WaitingPassage }) {
  const { t } = useLingui();
  const examined = useExamined(passage);
  const reviewing = useLook((state) => state.reviewing);
  const reasons = useReasons();
  const { kind, record, article } = passage;
  const { prefix, exact, suffix } = record.anchor;
  const isHeld = reviewing?.id === record.id && reviewing.kind === kind;
  const hold = () => {
    openArticle(article.id);
    look.setState({ reviewing: { kind, id: record.id } });
  };
  return (
    <li className={styles.card}>
      <p className={styles.source}>
        {kind === 'mention' && t`Place: ${record.place.name}`}
        {kind === 'finding' && t`Found: ${record.name}`}
        {kind === 'highlight' && t`Highlight`} · <bdi>{article.title.value}</bdi>
      </p>
      <blockquote className={styles.quote} dir="auto">
        <span className={styles.context}>{prefix}</span>
        <mark>{exact}</mark>
        <span className={styles.context}>{suffix}</span>
      </blockquote>
      {examined === null && <p role="status">{t`Looking for its place…`}</p>}
      {examined === 'unreadable' && (
        <p className={styles.problem}>{t`The text of its article can’t be read.`}</p>
      )}
      {examined !== null && examined !== 'unreadable' && (
        <>
          <p className={styles.reason}>{reasons[examined.reason]}</p>
          {examined.places.map((place) => (
            <Suggestion
              key={place.span.start}
              passage={passage}
              place={place}
              words={examined.text.slice(place.span.start, place.span.end)}
            />
          ))}
        </>
      )}
      <div className={styles.row}>
        <Button size="small" onPress={hold} isDisabled={isHeld}>
          {t`Place it by hand`}
        </Button>
        {isHeld && (
          <Button size="small" onPress={() => look.setState({ reviewing: null })}>
            {t`Cancel`}
          </Button>
        )}
      </div>
      {isHeld && (
        <p role="status" className={styles.reason}>
          {t`Select the words in the text, then choose “Its place is here”.`}
        </p>
      )}
    </li>
  );
}

type SuggestionProps = {
  readonly passage: WaitingPassage;
  readonly place: SuggestedPlace;
  readonly words: string;
};

function Suggestion({ passage, place, words }: SuggestionProps) {
  const { t, i18n } = useLingui();
  const session = useSession();
  const { anchor } = passage.record;
  const percent = (share: number) => i18n.number(share, { style: 'percent' });
  const take = () => {
    settlePassage(session, passage, place.span).catch((error: unknown) =>
      notify({ kind: 'danger', text: String(error) }),
    );
  };
  return (
    <div className={styles.suggestion}>
      <p className={styles.reason}>
        {place.isLikely ? t`Suggested, likely:` : t`Suggested:`}{' '}
        {t`words ${percent(place.quote)} alike, before them ${percent(place.prefix)}, behind them ${percent(place.suffix)}`}
      </p>
      <DiffView parts={diffWords(anchor.exact, words)} />
      <div className={styles.row}>
        <Button size="small" onPress={take}>
          {t`Take this place`}
        </Button>
        <Button size="small" variant="quiet" onPress={() => openArticle(passage.article.id, place.span)}>
          {t`Show it in the text`}
        </Button>
      </div>
    </div>
  );
}

function useReasons(): Record<WaitingReason, string> {
  const { t } = useLingui();
  return {
    gone: t`Its words no longer stand in the text.`,
    ambiguous: t`Its words stand at several places.`,
    lookalike: t`Its few words stand there once, among quite other words.`,
    doubled: t`Its words stand there, but not as often as before: no one can say which were meant.`,
  };
}
