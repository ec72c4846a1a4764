import { Plural, useLingui } from '@lingui/react/macro';
import { Download } from 'lucide-react';
import type { PassageFilter } from '#core/analysis/passages.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import { Button } from '#ui/Button.tsx';
import { Chip } from '#ui/Chip.tsx';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useGradeWords } from '#ui/use-grade-words.ts';
import styles from './PassageFilters.module.css';
import type { Analysis } from './use-analysis.ts';

/** What the table is grouped by. */
export type Grouping = 'none' | 'tag' | 'article';

type PassageFiltersProps = {
  readonly analysis: Analysis;
  readonly filter: PassageFilter;
  readonly onFilter: (filter: PassageFilter) => void;
  readonly onClear: () => void;
  readonly grouping: Grouping;
  readonly onGrouping: (grouping: Grouping) => void;
  readonly foundCount: number;
  readonly onSave: () => void;
};

const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const credibilities = [1, 2, 3, 4, 5, 6] as const;
const any = 'any';

/** The boxes above the table, and how many passages pass them. */
export function PassageFilters(props: PassageFiltersProps) {
  const { t } = useLingui();
  const { analysis, filter, onFilter, foundCount } = props;
  const tag = filter.tagId === null ? undefined : analysis.tagById.get(filter.tagId);
  const total = analysis.passages.length;
  const isFiltered =
    tag !== undefined ||
    filter.articleId !== null ||
    filter.reliability !== null ||
    filter.credibility !== null ||
    filter.text.trim() !== '';
  return (
    <>
      <div className={styles.boxes}>
        <TextField
          label={t`Words in quote, note or title`}
          type="search"
          value={filter.text}
          onChange={(text) => onFilter({ ...filter, text })}
        />
        <ArticleChoice {...props} />
        <GradeChoices {...props} />
        <Select
          label={t`Group by`}
          value={props.grouping}
          options={[
            { value: 'none', label: t`nothing` },
            { value: 'tag', label: t`tag` },
            { value: 'article', label: t`article` },
          ]}
          onChange={props.onGrouping}
        />
      </div>
      <div className={styles.line}>
        <span className={styles.count} role="status">
          {isFiltered ? (
            <Plural value={total} one={`${foundCount} of # passage`} other={`${foundCount} of # passages`} />
          ) : (
            <Plural value={total} one="# passage" other="# passages" />
          )}
        </span>
        {tag !== undefined && (
          <Chip color={tag.color} name={tag.name} onRemove={() => onFilter({ ...filter, tagId: null })}>
            {tagPathText(tag.id, analysis.tagById)}
          </Chip>
        )}
        {isFiltered && (
          <Button variant="quiet" size="small" onPress={props.onClear}>
            {t`Show all`}
          </Button>
        )}
        <span className={styles.gap} />
        <Button size="small" onPress={props.onSave} isDisabled={foundCount === 0}>
          <Download size={14} aria-hidden="true" />
          {t`Save as CSV…`}
        </Button>
      </div>
    </>
  );
}

function ArticleChoice({ analysis, filter, onFilter }: PassageFiltersProps) {
  const { t } = useLingui();
  const ids = [...new Set(analysis.passages.map(({ highlight }) => highlight.anchor.articleId))];
  const options = ids.map((id) => ({
    value: id as string,
    label: analysis.articleById.get(id)?.title.value ?? t`(article is gone)`,
  }));
  return (
    <Select
      label={t`Article`}
      value={filter.articleId ?? any}
      options={[{ value: any, label: t`all` }, ...options]}
      onChange={(value) => onFilter({ ...filter, articleId: ids.find((id) => id === value) ?? null })}
    />
  );
}

function GradeChoices({ filter, onFilter }: PassageFiltersProps) {
  const { t } = useLingui();
  const words = useGradeWords();
  return (
    <>
      <Select
        label={t`Reliability`}
        value={filter.reliability ?? any}
        options={[
          { value: any, label: t`any` },
          ...reliabilities.map((value) => ({ value, label: `${value} – ${words.reliability[value]}` })),
        ]}
        onChange={(wanted) =>
          onFilter({ ...filter, reliability: reliabilities.find((value) => value === wanted) ?? null })
        }
      />
      <Select
        label={t`Credibility`}
        value={String(filter.credibility ?? any)}
        options={[
          { value: any, label: t`any` },
          ...credibilities.map((value) => ({
            value: String(value),
            label: `${value} – ${words.credibility[value]}`,
          })),
        ]}
        onChange={(wanted) =>
          onFilter({
            ...filter,
            credibility: credibilities.find((value) => String(value) === wanted) ?? null,
          })
        }
      />
    </>
  );
}
