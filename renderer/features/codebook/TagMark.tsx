import type { CSSProperties } from 'react';
import type { Tag } from '#core/codebook/tag.ts';
import styles from './TagMark.module.css';

type TagMarkProps = {
  readonly tag: Pick<Tag, 'name' | 'color'>;
  /** How far it stands below the tag its colour comes from: fainter, and of another shape, the farther. */
  readonly shade?: number;
};

/** The colour of a tag with the first letter of its name, so that colour is never the only sign. */
export function TagMark({ tag, shade = 0 }: TagMarkProps) {
  const [letter = ''] = tag.name;
  return (
    <span
      className={styles.mark}
      data-shade={Math.min(shade, 2)}
      style={{ '--mark': `var(--tag-${tag.color})` } as CSSProperties}
      aria-hidden="true"
    >
      {letter.toLocaleUpperCase()}
    </span>
  );
}
