import type { CSSProperties } from 'react';
import type { Tag } from '#core/codebook/tag.ts';
import styles from './TagMark.module.css';

/** The colour of a tag with the first letter of its name, so that colour is never the only sign. */
export function TagMark({ tag }: { readonly tag: Pick<Tag, 'name' | 'color'> }) {
  const [letter = ''] = tag.name;
  return (
    <span
      className={styles.mark}
      style={{ '--mark': `var(--tag-${tag.color})` } as CSSProperties}
      aria-hidden="true"
    >
      {letter.toLocaleUpperCase()}
    </span>
  );
}
