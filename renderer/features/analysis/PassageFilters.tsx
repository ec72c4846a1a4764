import { useLingui } from '@lingui/react/macro';
import { ListFilter } from 'lucide-react';
import { useState } from 'react';
import type { PassageFilter } from '#core/analysis/filter-passages.ts';
import type { Grouping } from '#core/analysis/group-passages.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import type { ArticleId, TagId } from '#core/ids.ts';
import { Button } from '#ui/Button.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { ChoiceField } from './ChoiceField.tsx';
import { MoreFilters } from './MoreFilters.tsx';
import styles from './PassageFilters.module.css';
import type { Analysis } from './use-analysis.ts';
import { useArticleChoices, useTagChoices } from './use-choices.ts';

export type PassageFiltersProps = {
  readonly analysis: Analysis;
  readonly filter: PassageFilter;
  readonly onFilter: (change: Partial<PassageFilter>) => void;
};

type GroupingProps = {
  readonly grouping: Grouping | 'none';
  readonly onGrouping: (grouping: Grouping | 'none') => void;
};

/** The boxes above the table. */
export function PassageFilters(props: PassageFiltersProps & GroupingProps) {
  const { analysis, filter, onFilter } = props;
  const { t } = useLingui();
  const [withMore, setMore] = useState(() => countMore(filter) > 0);
  const findTags = useTagChoices(analysis);
  const findArticles = useArticleChoices(analysis.articles);
  const article = filter.articleId === null ? null : analysis.articleById.get(filter.articleId);
  const more = countMore(filter);
  return (
    <>
      <div className={styles.boxes}>
        <TextField
          label={t`Words in quote, note or title`}
          type="search"
          value={filter.text}
          onChange={(text) => onFilter({ text })}
        />
        <ChoiceField
          label={t`Tag`}
          value={filter.tagId === null ? null : tagPathText(filter.tagId, analysis.tagById)}
          none={t`any`}
          find={findTags}
          onChoose={(key) => onFilter({ tagId: key as TagId })}
          onClear={() => onFilter({ tagId: null })}
        />
        <ChoiceField
          label={t`Article`}
          value={filter.articleId === null ? null : (article?.title.value ?? t`(article is gone)`)}
          none={t`all`}
          find={findArticles}
          onChoose={(key) => onFilter({ articleId: key as ArticleId })}
          onClear={() => onFilter({ articleId: null })}
        />
        <GroupingChoice {...props} />
        <Button variant="quiet" aria-expanded={withMore} onPress={() => setMore(!withMore)}>
          <ListFilter size={14} aria-hidden="true" />
          {more > 0 ? t`More filters (${more})` : t`More filters`}
        </Button>
      </div>
      {withMore && <MoreFilters analysis={analysis} filter={filter} onFilter={onFilter} />}
    </>
  );
}

/** How many of the further boxes ask for something. */
function countMore(filter: PassageFilter): number {
  const { groupId, source, from, to, reliability, credibility, mark, analystId, hasNote } = filter;
  const parts = [groupId, source, from, to, reliability, credibility, mark, analystId, hasNote];
  return parts.filter((part) => part !== null).length;
}

function GroupingChoice({ grouping, onGrouping }: GroupingProps) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Group by`}
      value={grouping}
      options={[
        { value: 'none', label: t`nothing` },
        { value: 'tag', label: t`tag` },
        { value: 'article', label: t`article` },
        { value: 'source', label: t`source` },
        { value: 'month', label: t`month of publication` },
        { value: 'grade', label: t`grade` },
        { value: 'analyst', label: t`analyst` },
      ]}
      onChange={onGrouping}
    />
  );
}
