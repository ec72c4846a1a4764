import { plural } from '@lingui/core/macro';
import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Ban, BookOpen, Check, X } from 'lucide-react';
import { useState } from 'react';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { ActorGroup, ActorSpot } from '#core/mentions/group-actors.ts';
import { foundId } from '#core/mentions/items-to-show.ts';
import { openArticle } from '#state/workspace.ts';
import { kindWord } from '#ui/actor-kind-word.ts';
import { Button } from '#ui/Button.tsx';
import { VirtualList } from '#ui/VirtualList.tsx';
import type { ArticleItem } from './finding-deeds.ts';
import { LinkActor } from './LinkActor.tsx';
import { SpotLine } from './SpotLine.tsx';
import styles from './Suggested.module.css';
import { type Deeds, useFindingDeeds } from './use-card-deeds.ts';
import { useItemWords } from './use-item-words.ts';
import { useActorSpots } from './use-suggested-actors.ts';

type SuggestedActorProps = {
  readonly group: ActorGroup;
  /** `null`: nobody the registry has. */
  readonly actor: JoinedActor | null;
};

/** Somebody suggested in many articles: by which words, why, where, and all that can be said of it at once. */
export function SuggestedActor({ group, actor }: SuggestedActorProps) {
  const { t } = useLingui();
  const spots = useActorSpots(group.key);
  const [isBusy, setIsBusy] = useState(false);
  const deeds = useFindingDeeds(
    () => setIsBusy(true),
    () => setIsBusy(false),
  );
  const items = spots.map(toItem);
  const name = actor?.name ?? group.names[0]?.text ?? '';
  return (
    <article className={styles.details} aria-label={name}>
      <h2 className={styles.title}>{name}</h2>
      <Facts group={group} actor={actor} />
      {isBusy ? (
        <p role="status">{t`Writing the decision…`}</p>
      ) : (
        <Decisions group={group} actor={actor} items={items} deeds={deeds} />
      )}
      <Passages spots={spots} name={name} actor={actor} deeds={deeds} />
    </article>
  );
}

function Facts({ group, actor }: SuggestedActorProps) {
  const { t } = useLingui();
  const words = useItemWords();
  const named = group.names.map(({ text, count }) => `“${text}” (${count})`).join(', ');
  const reasons = group.reasons.map(({ text, count }) => `${words.reason(text)} (${count})`).join(' · ');
  const { textCount, articleCount } = group;
  return (
    <div className={styles.facts}>
      <p>
        {actor === null ? t`A person whom the registry does not have.` : kindWord(actor.kind)}
        {group.isDoubtful &&
          ` · ${t`Doubtful: several have the name, and nothing tells which is meant. Look at each passage.`}`}
      </p>
      <p>
        <Plural value={group.count} one="# passage" other="# passages" />
        {' · '}
        <Plural value={articleCount} one="# article" other="# articles" />
        {textCount < articleCount && (
          <>
            {' '}
            <Plural value={textCount} one="(# text)" other="(# texts)" />
          </>
        )}
      </p>
      <p className={styles.soft}>
        <Trans>Printed: {named}</Trans>
      </p>
      <p className={styles.soft}>
        <Trans>Because: {reasons}</Trans>
      </p>
    </div>
  );
}

type DecisionsProps = SuggestedActorProps & {
  readonly items: readonly ArticleItem[];
  readonly deeds: Deeds<ArticleItem>;
};

function Decisions({ group, actor, items, deeds }: DecisionsProps) {
  const { t } = useLingui();
  const [isLinking, setIsLinking] = useState(false);
  const [first] = group.names;
  const count = items.length;
  const name = actor?.name ?? first?.text ?? '';
  const isNobody = actor === null;
  if (count === 0 || first === undefined) return null;
  return (
    <>
      <div className={styles.actions}>
        {!isNobody && (
          <Button
            variant="primary"
            aria-label={t`Accept all of ${name}`}
            onPress={() => deeds.accept(items, actor)}
          >
            <Check size={14} aria-hidden="true" />
            <Plural value={count} one="Accept it" other="Accept all #" />
          </Button>
        )}
        <Button aria-label={t`Reject all of ${name}`} onPress={() => deeds.reject(items, actor)}>
          <X size={14} aria-hidden="true" />
          <Plural value={count} one="Reject it" other="Reject all #" />
        </Button>
        <Button onPress={() => deeds.rejectEverywhere(items, actor)}>
          <Ban size={14} aria-hidden="true" />
          {t`Reject everywhere, also in what comes`}
        </Button>
        {!isNobody && !isLinking && (
          <Button onPress={() => setIsLinking(true)}>{t`All of it is somebody else…`}</Button>
        )}
      </div>
      {(isNobody || isLinking) && (
        <LinkActor
          exact={first.text}
          isPerson={isNobody}
          // Of several spellings nobody has said which would be the name.
          mayTeach={group.names.length === 1}
          onLink={(other, teaches) => (teaches ? deeds.teach(items, other) : deeds.accept(items, other))}
          onMake={(form) => deeds.create(items, form)}
        />
      )}
    </>
  );
}

type PassagesProps = {
  readonly spots: readonly ActorSpot[];
  readonly name: string;
  readonly actor: JoinedActor | null;
  readonly deeds: Deeds<ArticleItem>;
};

function Passages({ spots, name, actor, deeds }: PassagesProps) {
  const { t } = useLingui();
  const [at, setAt] = useState(0);
  const index = Math.min(at, spots.length - 1);
  const spot = spots[index];
  const read = () => {
    if (spot !== undefined) openArticle(spot.articleId, spot);
  };
  const counted = plural(spots.length, { one: '# passage', other: '# passages' });
  return (
    <section className={styles.passages} aria-label={t`Passages about ${name}`}>
      <div className={styles.actions}>
        <span className={styles.soft}>{t`${counted}. Of the chosen one:`}</span>
        <Button size="small" isDisabled={spot === undefined} onPress={read}>
          <BookOpen size={14} aria-hidden="true" />
          {t`Read it`}
        </Button>
        {actor !== null && (
          <Button
            size="small"
            isDisabled={spot === undefined}
            onPress={() => spot !== undefined && deeds.accept([toItem(spot)], actor)}
          >
            <Check size={14} aria-hidden="true" />
            {t`Accept this one`}
          </Button>
        )}
        <Button
          size="small"
          isDisabled={spot === undefined}
          onPress={() => spot !== undefined && deeds.reject([toItem(spot)], actor)}
        >
          <X size={14} aria-hidden="true" />
          {t`Not here`}
        </Button>
      </div>
      <div className={styles.list}>
        <VirtualList
          label={t`Passages about ${name}`}
          items={spots}
          keyOf={({ articleId, start }) => `${articleId} ${start}`}
          rowHeight={60}
          chosenIndex={index}
          onChoose={setAt}
          onOpen={read}
          renderRow={(one) => <SpotLine spot={one} />}
        />
      </div>
    </section>
  );
}

function toItem({ articleId, start, end, exact, actorIds, reasons }: ActorSpot): ArticleItem {
  const span = { start, end };
  return {
    articleId,
    item: {
      id: foundId(span),
      span,
      exact,
      kind: 'actor',
      status: 'suggested',
      actorId: actorIds[0] ?? null,
      item: { ...span, exact, kind: 'actor', actorIds, reasons },
      decided: null,
    },
  };
}
