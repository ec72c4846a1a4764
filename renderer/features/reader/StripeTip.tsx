import { useLingui } from '@lingui/react/macro';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { TagDot } from '#ui/TagDot.tsx';
import { useGradeWords } from '#ui/use-grade-words.ts';
import styles from './MarginStripes.module.css';
import { useMarkWords } from './use-mark-words.ts';
import { useWhoWords } from './use-who-words.ts';

type StripeTipProps = {
  readonly highlight: Highlight;
  readonly byId: ReadonlyMap<TagId, Tag>;
  /** In pixels from the top of the text. */
  readonly top: number;
};

/** What is known of a highlight at a glance: its tags by their full paths, who made it and when, grade, marks, note. */
export function StripeTip({ highlight, byId, top }: StripeTipProps) {
  const { t, i18n } = useLingui();
  const grades = useGradeWords();
  const words = useMarkWords();
  const who = useWhoWords();
  const { tagIds, note, grade, marks = [] } = highlight;
  const tags = tagIds.flatMap((id) => byId.get(id) ?? []);
  const made = i18n.date(highlight.createdAt, { dateStyle: 'medium', timeStyle: 'short' });
  const begin = note.trim().slice(0, 240).toWellFormed();
  return (
    <div className={styles.tip} style={{ top }} role="tooltip">
      {tags.length === 0 && <span>{t`Highlight without a tag`}</span>}
      {tags.map((tag) => (
        <span key={tag.id} className={styles.tag}>
          <TagDot color={tag.color} />
          {tagPathText(tag.id, byId)}
        </span>
      ))}
      {marks.map((mark) => (
        <span key={mark} className={styles.mark}>
          {words.mark(mark)}
        </span>
      ))}
      <span className={styles.fact}>
        {grade.reliability}
        {grade.credibility} – {grades.reliability[grade.reliability]}; {grades.credibility[grade.credibility]}
      </span>
      <span className={styles.fact}>
        {who(highlight.analystId)}, {made}
      </span>
      {begin !== '' && (
        <span className={styles.note} dir="auto">
          {begin}
          {begin.length < note.trim().length && '…'}
        </span>
      )}
    </div>
  );
}
