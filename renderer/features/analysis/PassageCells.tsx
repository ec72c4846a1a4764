import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { gradeText, type Passage } from '#core/analysis/passages.ts';
import type { PassageKey } from '#core/analysis/sort-passages.ts';
import type { AnalystId } from '#core/ids.ts';
import { Chip } from '#ui/Chip.tsx';
import { useGradeWords } from '#ui/use-grade-words.ts';
import styles from './PassageTable.module.css';
import { useMarkNames } from './use-mark-names.ts';

/** More tags than this are only counted. */
const mostChips = 2;

type PassageCellsProps = {
  readonly passage: Passage;
  readonly columns: readonly PassageKey[];
  readonly nameOf: (analystId: AnalystId | null) => string;
};

/** The cells of one passage. */
export function PassageCells({ passage, columns, nameOf }: PassageCellsProps) {
  return columns.map((key) => <PassageCell key={key} column={key} passage={passage} nameOf={nameOf} />);
}

type PassageCellProps = Omit<PassageCellsProps, 'columns'> & { readonly column: PassageKey };

function PassageCell({ column, passage, nameOf }: PassageCellProps) {
  const { t, i18n } = useLingui();
  const marks = useMarkNames();
  const { highlight, article } = passage;
  switch (column) {
    case 'quote':
      return (
        <Cell className={styles.quote} title={highlight.anchor.exact}>
          {highlight.anchor.exact}
        </Cell>
      );
    case 'tags':
      return <TagCell passage={passage} />;
    case 'article':
      return <Cell title={article?.title.value ?? ''}>{article?.title.value ?? t`(article is gone)`}</Cell>;
    case 'publisher':
    case 'carrier': {
      const value = article?.[column]?.value ?? null;
      return (
        <Cell title={value ?? ''} isSoft={value === null}>
          {value ?? t`not stated`}
        </Cell>
      );
    }
    case 'date': {
      const date = article?.publishedAt?.value ?? null;
      return (
        <Cell title={date?.printed ?? ''} isSoft={date === null}>
          {date === null ? t`no date stated` : date.iso.replace('T', ' ')}
        </Cell>
      );
    }
    case 'grade':
      return <GradeCell passage={passage} />;
    case 'marks': {
      const text = highlight.marks?.map((mark) => marks[mark]).join(', ') ?? '';
      return <Cell title={text}>{text}</Cell>;
    }
    case 'analyst': {
      const name = nameOf(highlight.analystId ?? null);
      return (
        <Cell title={name} isSoft={highlight.analystId === undefined}>
          {name}
        </Cell>
      );
    }
    case 'note':
      return <Cell title={highlight.note}>{highlight.note}</Cell>;
    case 'made':
      return (
        <Cell title={highlight.createdAt}>
          {i18n.date(highlight.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
        </Cell>
      );
  }
}

function TagCell({ passage: { tags, tagPaths } }: { readonly passage: Passage }) {
  return (
    <Cell className={styles.tags} title={tagPaths.join('\n')}>
      {tags.slice(0, mostChips).map((tag) => (
        <Chip key={tag.id} color={tag.color}>
          {tag.name}
        </Chip>
      ))}
      {tags.length > mostChips && <span className={styles.soft}>+{tags.length - mostChips}</span>}
    </Cell>
  );
}

function GradeCell({ passage: { highlight } }: { readonly passage: Passage }) {
  const words = useGradeWords();
  const { reliability, credibility } = highlight.grade;
  const judged = reliability !== 'F' || credibility !== 6;
  return (
    <Cell
      title={`${reliability} – ${words.reliability[reliability]}\n${credibility} – ${words.credibility[credibility]}`}
      isSoft={!judged}
    >
      {gradeText(highlight.grade)}
    </Cell>
  );
}

type CellProps = {
  readonly children: ReactNode;
  readonly title: string;
  readonly className?: string | undefined;
  readonly isSoft?: boolean;
};

function Cell({ children, title, className, isSoft = false }: CellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: the table draws only the rows in sight.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus.
    <div
      role="gridcell"
      className={[styles.cell, className, isSoft && styles.soft].filter(Boolean).join(' ')}
      title={title}
    >
      <span className={styles.lines}>{children}</span>
    </div>
  );
}
