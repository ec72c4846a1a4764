import { useLingui } from '@lingui/react/macro';
import type { Tag } from '#core/codebook/tag.ts';
import styles from './TagPicker.module.css';

type TagGuideCardProps = {
  readonly id: string;
  readonly tag: Tag | null;
  /** Whether no line is reached yet. */
  readonly isIdle: boolean;
};

/** What a tag is for, when to give it and when not, beside the list it is chosen from. */
export function TagGuideCard({ id, tag, isIdle }: TagGuideCardProps) {
  const { t } = useLingui();
  const parts: readonly (readonly [string, string])[] =
    tag?.guide === undefined
      ? []
      : [
          [t`Give it for`, tag.guide.include],
          [t`Not for`, tag.guide.exclude],
          [t`Example`, tag.guide.example],
        ];
  const said = parts.filter(([, words]) => words !== '');
  const isSilent = tag !== null && tag.description === '' && said.length === 0;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, and the keys have to reach what is below.
    <aside id={id} className={styles.guide} aria-label={t`What the tag means`} tabIndex={0}>
      {tag !== null && <p className={styles.guideName}>{tag.name}</p>}
      {tag === null && isIdle && (
        <p className={styles.faint}>{t`The arrows go through the list and show here what each tag means.`}</p>
      )}
      {isSilent && <p className={styles.faint}>{t`Nothing is written about this tag yet.`}</p>}
      {tag !== null && tag.description !== '' && <p>{tag.description}</p>}
      {said.map(([title, words]) => (
        <p key={title}>
          <strong>{title}</strong> {words}
        </p>
      ))}
    </aside>
  );
}
