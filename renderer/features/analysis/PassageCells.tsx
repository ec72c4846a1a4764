import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Passage } from '#core/analysis/passages.ts';
import { Chip } from '#ui/Chip.tsx';
import { useGradeWords } from '#ui/use-grade-words.ts';
import styles from './PassageTable.module.css';

/** More tags than this are only counted. */
const mostChips = 2;

/** The cells of one passage. */
export function PassageCells({ passage }: { readonly passage: Passage }) {
  const { t } = useLingui();
  const words = useGradeWords();
  const { highlight, article, tags, tagPaths } = passage;
  const { reliability, credibility } = highlight.grade;
  const date = article?.publishedAt ?? null;
  const judged = reliability !== 'F' || credibility !== 6;
  return (
    <>
      <Cell className={styles.quote} title={highlight.anchor.exact}>
        {highlight.anchor.exact}
      </Cell>
      <Cell className={styles.tags} title={tagPaths.join('\n')}>
        {tags.slice(0, mostChips).map((tag) => (
          <Chip key={tag.id} color={tag.color}>
            {tag.name}
          </Chip>
        ))}
        {tags.length > mostChips && <span className={styles.soft}>+{tags.length - mostChips}</span>}
      </Cell>
      <Cell title={article?.title.value ?? ''}>{article?.title.value ?? t`(article is gone)`}</Cell>
      <Cell title={date?.value.printed ?? ''} isSoft={date === null}>
        {date === null ? t`no date stated` : date.value.iso.replace('T', ' ')}
      </Cell>
      <Cell
        title={`${reliability} – ${words.reliability[reliability]}\n${credibility} – ${words.credibility[credibility]}`}
        isSoft={!judged}
      >
        {reliability}
        {credibility}
      </Cell>
      <Cell title={highlight.note}>{highlight.note}</Cell>
    </>
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
