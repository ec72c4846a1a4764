import { useLingui } from '@lingui/react/macro';
import type { Grade } from '#core/annotations/highlight.ts';
import { Select } from '#ui/Select.tsx';
import { useGradeWords } from '#ui/use-grade-words.ts';
import styles from './HighlightList.module.css';

type GradeChoiceProps = { readonly grade: Grade; readonly onChange: (grade: Grade) => void };

const letters = ['A', 'B', 'C', 'D', 'E', 'F'] as const;
const numbers = [1, 2, 3, 4, 5, 6] as const;

/** How far the source and what it says are to be trusted; each grade with its meaning. */
export function GradeChoice({ grade, onChange }: GradeChoiceProps) {
  const { t } = useLingui();
  const words = useGradeWords();
  return (
    <div className={styles.grades}>
      <Select
        label={t`Source`}
        value={grade.reliability}
        options={letters.map((letter) => ({
          value: letter,
          label: `${letter} – ${words.reliability[letter]}`,
        }))}
        onChange={(reliability) => onChange({ ...grade, reliability })}
      />
      <Select
        label={t`What it says`}
        value={`${grade.credibility}`}
        options={numbers.map((number) => ({
          value: `${number}` as const,
          label: `${number} – ${words.credibility[number]}`,
        }))}
        onChange={(value) => {
          const credibility = numbers.find((number) => `${number}` === value);
          if (credibility !== undefined) onChange({ ...grade, credibility });
        }}
      />
    </div>
  );
}
