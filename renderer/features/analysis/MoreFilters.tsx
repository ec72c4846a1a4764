import { useLingui } from '@lingui/react/macro';
import { highlightMarks } from '#core/annotations/highlight.ts';
import { Select } from '#ui/Select.tsx';
import { TextField } from '#ui/TextField.tsx';
import { useGradeWords } from '#ui/use-grade-words.ts';
import { ChoiceField } from './ChoiceField.tsx';
import styles from './PassageFilters.module.css';
import type { PassageFiltersProps } from './PassageFilters.tsx';
import { useSourceChoices } from './use-choices.ts';
import { useMarkNames } from './use-mark-names.ts';

const reliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const credibilities = [1, 2, 3, 4, 5, 6] as const;
const any = 'any';

/** The boxes that are asked for more seldom. */
export function MoreFilters(props: PassageFiltersProps) {
  const { analysis, filter, onFilter } = props;
  const { t } = useLingui();
  const findSources = useSourceChoices(analysis.articles);
  return (
    <div className={styles.boxes}>
      {analysis.groups.length > 0 && <TagGroupChoice {...props} />}
      <ChoiceField
        label={t`Publisher or carrier`}
        value={filter.source}
        none={t`any`}
        find={findSources}
        onChoose={(source) => onFilter({ source })}
        onClear={() => onFilter({ source: null })}
      />
      <TextField
        label={t`Published from`}
        type="date"
        value={filter.from ?? ''}
        onChange={(from) => onFilter({ from: from === '' ? null : from })}
      />
      <TextField
        label={t`Published until`}
        type="date"
        value={filter.to ?? ''}
        onChange={(to) => onFilter({ to: to === '' ? null : to })}
      />
      <GradeChoices {...props} />
      <MarkChoices {...props} />
      <Select
        label={t`Analyst`}
        value={filter.analystId ?? any}
        options={[
          { value: any, label: t`any` },
          ...analysis.analystIds.map((id) => ({ value: id ?? 'unknown', label: analysis.nameOf(id) })),
        ]}
        onChange={(value) => {
          const found = analysis.analystIds.find((id) => (id ?? 'unknown') === value);
          onFilter({ analystId: found === undefined ? null : (found ?? 'unknown') });
        }}
      />
    </div>
  );
}

function TagGroupChoice({ analysis, filter, onFilter }: PassageFiltersProps) {
  const { t } = useLingui();
  return (
    <Select
      label={t`Tag group`}
      value={filter.groupId ?? any}
      options={[
        { value: any, label: t`any` },
        ...analysis.groups.map(({ id, name }) => ({ value: id as string, label: name })),
      ]}
      onChange={(value) => onFilter({ groupId: analysis.groups.find(({ id }) => id === value)?.id ?? null })}
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
          onFilter({ reliability: reliabilities.find((value) => value === wanted) ?? null })
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
          onFilter({ credibility: credibilities.find((value) => String(value) === wanted) ?? null })
        }
      />
    </>
  );
}

function MarkChoices({ filter, onFilter }: PassageFiltersProps) {
  const { t } = useLingui();
  const names = useMarkNames();
  const note = filter.hasNote === null ? any : filter.hasNote ? 'with' : 'without';
  return (
    <>
      <Select
        label={t`Mark`}
        value={filter.mark ?? any}
        options={[
          { value: any, label: t`any` },
          ...highlightMarks.map((mark) => ({ value: mark, label: names[mark] })),
        ]}
        onChange={(wanted) => onFilter({ mark: highlightMarks.find((mark) => mark === wanted) ?? null })}
      />
      <Select
        label={t`Note`}
        value={note}
        options={[
          { value: any, label: t`any` },
          { value: 'with', label: t`with a note` },
          { value: 'without', label: t`without a note` },
        ]}
        onChange={(wanted) => onFilter({ hasNote: wanted === any ? null : wanted === 'with' })}
      />
    </>
  );
}
