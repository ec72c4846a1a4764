import { useLingui } from '@lingui/react/macro';
import type { GroupHead } from '#core/analysis/group-passages.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import type { Analysis } from './use-analysis.ts';

/** Says what the passages of a group have in common. */
export function useGroupWords(analysis: Analysis): (head: GroupHead) => string {
  const { t } = useLingui();
  const monthName = useMonthName();
  return (head) => {
    switch (head.by) {
      case 'tag':
        return head.tag === null ? t`Without a tag` : tagPathText(head.tag.id, analysis.tagById);
      case 'article':
        return head.article?.title.value ?? t`(article is gone)`;
      case 'source':
        return head.source ?? t`Source not stated`;
      case 'month':
        return monthName(head.month);
      case 'grade':
        return head.grade;
      case 'analyst':
        return analysis.nameOf(head.analystId);
    }
  };
}

/** Says a month of publication: `2024-09`, `2024` when no month is stated, `null` without a date. */
export function useMonthName(): (month: string | null) => string {
  const { t, i18n } = useLingui();
  return (month) => {
    if (month === null) return t`No date stated`;
    if (month.length < 7) return t`${month}, month not stated`;
    return i18n.date(new Date(`${month}-01T00:00:00Z`), { month: 'short', year: 'numeric', timeZone: 'UTC' });
  };
}
