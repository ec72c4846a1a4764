import type { CSSProperties } from 'react';
import type { TagColor } from '#core/codebook/tag.ts';
import styles from './Chip.module.css';

/** The colour of a tag; always beside its name. */
export function TagDot({ color }: { readonly color: TagColor }) {
  return (
    <span
      className={styles.dot}
      style={{ '--dot': `var(--tag-${color})` } as CSSProperties}
      aria-hidden="true"
    />
  );
}
