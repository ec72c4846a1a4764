import { useLingui } from '@lingui/react/macro';
import { Button } from 'react-aria-components';
import type { JoinedActor } from '#core/actors/join-actors.ts';
import { kindWord } from '#ui/actor-kind-word.ts';
import styles from './Mentions.module.css';

type RunnersUpProps = {
  readonly others: readonly JoinedActor[];
  readonly onChoose: (actor: JoinedActor) => void;
};

/** Who else may be meant, each with the key that takes it. */
export function RunnersUp({ others, onChoose }: RunnersUpProps) {
  const { t } = useLingui();
  if (others.length === 0) return null;
  return (
    <>
      <p className={styles.soft}>{t`Or is it:`}</p>
      <div className={styles.choices}>
        {others.map((other, at) => (
          <Button key={other.id} className={styles.choice ?? ''} onPress={() => onChoose(other)}>
            <span className={styles.key} aria-hidden="true">
              {at + 1}
            </span>
            <span>{other.name}</span>
            <span className={styles.soft}>{kindWord(other.kind)}</span>
          </Button>
        ))}
      </div>
    </>
  );
}
