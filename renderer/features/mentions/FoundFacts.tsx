import { Trans, useLingui } from '@lingui/react/macro';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import type { ShownItem } from '#core/mentions/items-to-show.ts';
import { kindWord } from '#ui/actor-kind-word.ts';
import styles from './Mentions.module.css';
import { type ItemWords, useItemWords } from './use-item-words.ts';

type FoundFactsProps = {
  readonly item: ShownItem;
  readonly actor: JoinedActor | null;
  /** Nobody suggested it: the analyst selected the words. */
  readonly isHand: boolean;
};

/** What a thing found is taken for, and why. */
export function FoundFacts({ item, actor, isHand }: FoundFactsProps) {
  const { t } = useLingui();
  const words = useItemWords();
  const { exact, kind } = item;
  const title = isHand ? exact : titleOf(item, actor, words);
  const reasons = reasonsOf(item).map(words.reason);
  const about =
    kind !== 'actor' || isHand
      ? null
      : actor === null
        ? t`A person whom the registry does not have. Take them in, link them, or reject them.`
        : kindWord(actor.kind);
  return (
    <>
      <p>
        <span className={styles.name}>{title}</span> <State item={item} isHand={isHand} />
      </p>
      {title !== exact && <p className={styles.soft}>{t`Printed: “${exact}”`}</p>}
      {about !== null && <p className={styles.soft}>{about}</p>}
      <DateFacts item={item} />
      {reasons.length > 0 && (
        <p className={styles.soft}>
          <Trans>Because: {reasons.join(' · ')}</Trans>
        </p>
      )}
    </>
  );
}

function State({ item, isHand }: Pick<FoundFactsProps, 'item' | 'isHand'>) {
  const { t } = useLingui();
  const words = {
    accepted: t`accepted`,
    rejected: item.decided?.reach === 'everywhere' ? t`rejected in all articles` : t`rejected`,
    suggested: isHand ? t`selected` : t`suggested`,
  };
  return <span className={styles.soft}>{words[item.status]}</span>;
}

function DateFacts({ item }: Pick<FoundFactsProps, 'item'>) {
  const words = useItemWords();
  const dating = datingOf(item);
  if (dating === undefined) return null;
  const why = words.dateReasons(dating.reasons);
  return <p className={styles.soft}>{[words.basis(dating), why].filter(Boolean).join(': ')}</p>;
}

function datingOf({ item, decided }: ShownItem) {
  return item?.kind === 'date' ? item.dating : decided?.dating;
}

function titleOf(item: ShownItem, actor: JoinedActor | null, words: ItemWords): string {
  const dating = datingOf(item);
  if (dating !== undefined) return words.date(dating);
  if (item.item?.kind === 'figure') return words.figure(item.item);
  return actor?.name ?? item.decided?.name ?? item.exact;
}

function reasonsOf({ item, decided }: ShownItem): readonly string[] {
  return item?.kind === 'actor' ? item.reasons : (decided?.reasons ?? []);
}
