import { Trans, useLingui } from '@lingui/react/macro';
import { TriangleAlert } from 'lucide-react';
import type { Damage } from '#core/article.ts';
import { useKeys } from '#state/keys.ts';
import { Button } from '#ui/Button.tsx';
import { Keys } from '#ui/Keys.tsx';
import styles from './Damage.module.css';
import { useDamageWords } from './use-damage-words.ts';

type DamageCardProps = {
  readonly damage: Damage;
  readonly onDismiss: () => void;
  readonly onNext: () => void;
  readonly onClose: () => void;
};

/** Explains at its place why words look damaged, and lets the analyst say that they are not. */
export function DamageCard({ damage, onDismiss, onNext, onClose }: DamageCardProps) {
  const { t } = useLingui();
  const words = useDamageWords();
  const keysOf = useKeys();
  return (
    <div className={styles.explained} role="status">
      <p className={styles.kind}>
        <TriangleAlert size={15} aria-hidden="true" /> {t`Suspected damage`}: {words.kind(damage)}
      </p>
      <p>{words.reason(damage)}</p>
      {damage.likely !== undefined && (
        <p>
          <Trans>
            May have been: <q className={styles.likely}>{damage.likely}</q>
          </Trans>
        </p>
      )}
      <div className={styles.row}>
        <Button size="small" onPress={onDismiss}>
          {t`No damage`} <Keys keys={keysOf('damage.dismiss').slice(0, 1)} />
        </Button>
        <Button size="small" variant="quiet" onPress={onNext}>
          {t`Next`} <Keys keys={keysOf('damage.next').slice(0, 1)} />
        </Button>
        <Button size="small" variant="quiet" onPress={onClose}>
          {t`Close`}
        </Button>
      </div>
    </div>
  );
}
