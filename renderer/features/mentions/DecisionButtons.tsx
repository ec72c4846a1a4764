import { useLingui } from '@lingui/react/macro';
import { Ban, Check, Undo2, X } from 'lucide-react';
import type { ShownItem } from '#core/mentions/items-to-show.ts';
import { Button } from '#ui/Button.tsx';
import type { Said } from './finding-deeds.ts';
import styles from './Mentions.module.css';
import type { ItemDeeds } from './use-card-deeds.ts';

type DecisionButtonsProps = {
  readonly item: ShownItem;
  /** Who is suggested or decided on; `null`: nobody the registry has, or no actor. */
  readonly said: Said;
  readonly deeds: ItemDeeds;
};

/** Accept, reject here or in all articles, take back. */
export function DecisionButtons({ item, said, deeds }: DecisionButtonsProps) {
  const { t } = useLingui();
  const { status, kind, decided } = item;
  const isActor = kind === 'actor';
  const isNobody = isActor && said === null;
  const no = isNobody ? t`Nobody (x)` : isActor ? t`Not here (x)` : t`Reject (x)`;
  return (
    <div className={styles.actions}>
      {status !== 'accepted' && !isNobody && (
        <Button size="small" variant="primary" autoFocus onPress={() => deeds.accept([item], said)}>
          <Check size={14} aria-hidden="true" />
          {t`Accept (a)`}
        </Button>
      )}
      {status !== 'rejected' && (
        <Button size="small" autoFocus={isNobody} onPress={() => deeds.reject([item], said)}>
          <X size={14} aria-hidden="true" />
          {no}
        </Button>
      )}
      {isActor && decided?.reach !== 'everywhere' && (
        <Button size="small" onPress={() => deeds.rejectEverywhere([item], said)}>
          <Ban size={14} aria-hidden="true" />
          {t`Nowhere (Shift+X)`}
        </Button>
      )}
      {decided !== null && (
        <Button size="small" variant="quiet" onPress={() => deeds.forget(item)}>
          <Undo2 size={14} aria-hidden="true" />
          {t`Take back`}
        </Button>
      )}
    </div>
  );
}
