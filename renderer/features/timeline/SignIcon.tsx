import type { ItemKind } from '#core/picture/picture-item.ts';
import { drawSign } from '#core/timeline/draw-sign.ts';
import styles from './Timeline.module.css';

type SignIconProps = {
  readonly kind: ItemKind;
  /** An inferred time is drawn hollow. */
  readonly isSure?: boolean;
};

/** The sign of a kind, as it stands on the timeline; always beside its name. */
export function SignIcon({ kind, isSure = true }: SignIconProps) {
  const sign = drawSign({ kind, x: 8, y: 8, size: 11, isSure });
  if (sign.kind !== 'polygon') return null;
  return (
    <svg
      className={styles.sign}
      data-kind={kind}
      data-hollow={!isSure || undefined}
      viewBox="0 0 16 16"
      aria-hidden="true"
    >
      <polygon points={sign.points.map(([x, y]) => `${x},${y}`).join(' ')} />
    </svg>
  );
}
