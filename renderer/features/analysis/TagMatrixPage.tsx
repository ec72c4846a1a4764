import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useDeferredValue, useMemo, useState } from 'react';
import type { Passage } from '#core/analysis/passages.ts';
import {
  countTagMatrix,
  type MatrixColumn,
  passagesOfCell,
  type TagMatrixChoice,
  wordStarts,
} from '#core/analysis/tag-matrix.ts';
import { MatrixGrid, type MatrixHead } from '#ui/MatrixGrid.tsx';
import { Select } from '#ui/Select.tsx';
import styles from './AnalysisScreen.module.css';
import { showPassages } from './analysis-desk.ts';
import { gridToRows, tagHeads, toMatrixValues } from './matrix-heads.ts';
import { rememberLast } from './remember-last.ts';
import { SaveTable } from './SaveTable.tsx';
import { ScopeChoice } from './ScopeChoice.tsx';
import { useAhead } from './use-ahead.ts';
import type { Analysis } from './use-analysis.ts';
import { useMonthName } from './use-group-words.ts';

const usualChoice: TagMatrixChoice = { by: 'article', scope: 'whole', unit: 'highlights' };
const countLast = rememberLast(countTagMatrix);
const findWordsAhead = ({ highlight }: Passage) => void wordStarts(highlight);

/** Which article, or which month of publication, says how much about which tag; a cell opens its passages. */
export function TagMatrixPage({ analysis }: { readonly analysis: Analysis }) {
  const { t, i18n } = useLingui();
  const [choice, setChoice] = useState<TagMatrixChoice>(usualChoice);
  useAhead(analysis.passages, findWordsAhead);
  const applied = useDeferredValue(choice);
  const matrix = countLast(analysis.passages, analysis.tags, applied);
  const rows = useMemo(() => tagHeads(matrix.rows, analysis.tagById), [matrix, analysis]);
  const monthName = useMonthName();
  const nameOf = (column: MatrixColumn) =>
    column.by === 'month'
      ? monthName(column.month)
      : (analysis.articleById.get(column.articleId)?.title.value ?? t`(article is gone)`);
  const counted = useCountedWords(matrix.columns);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the names of months change with the language alone.
  const columns = useMemo(
    () =>
      matrix.columns.map(
        (column): MatrixHead => ({
          key: column.by === 'month' ? String(column.month) : column.text,
          label: nameOf(column),
        }),
      ),
    [matrix, analysis, i18n.locale],
  );
  const open = (row: number, column: number) => {
    const tag = matrix.rows[row]?.tag;
    const wanted = matrix.columns[column];
    if (tag === undefined || wanted === undefined) return;
    const cell = { tagId: tag.id, column: wanted, scope: applied.scope };
    const ids = passagesOfCell(analysis.passages, cell, analysis.tags);
    showPassages(new Set(ids), `${tag.name} × ${nameOf(wanted)}`);
  };
  const isWords = applied.unit === 'words';
  const name = choice.by === 'article' ? t`tags × articles` : t`tags × months`;
  return (
    <>
      <div className={styles.choices}>
        <Select
          label={t`Tags by`}
          value={choice.by}
          options={[
            { value: 'article', label: t`article` },
            { value: 'month', label: t`month of publication` },
          ]}
          onChange={(by) => setChoice({ ...choice, by })}
        />
        <Select
          label={t`Count`}
          value={choice.unit}
          options={[
            { value: 'highlights', label: t`highlights` },
            { value: 'words', label: t`words in them` },
          ]}
          onChange={(unit) => setChoice({ ...choice, unit })}
        />
        <ScopeChoice scope={choice.scope} onScope={(scope) => setChoice({ ...choice, scope })} />
      </div>
      <div className={styles.line}>
        <span>
          {choice.by === 'month'
            ? t`Months are those stated in the articles. What states none has a column of its own; nothing is guessed.`
            : t`The articles with most tagged passages come first. Choose a number to read its passages.`}{' '}
          {counted}
        </span>
        <span className={styles.gap} />
        <SaveTable table={() => ({ name, rows: gridToRows(rows, columns, matrix.grid) })} />
      </div>
      {rows.length === 0 ? (
        <p className={styles.hint}>{t`Give a passage a tag, and it is counted here.`}</p>
      ) : (
        <MatrixGrid
          label={name}
          rows={rows}
          columns={columns}
          values={toMatrixValues(matrix.grid)}
          format={(value) => (value === 0 ? '' : String(value))}
          say={(value) =>
            isWords
              ? plural(value, { one: '# word', other: '# words' })
              : plural(value, { one: '# passage', other: '# passages' })
          }
          onOpen={open}
        />
      )}
    </>
  );
}

/** How many articles the columns stand for, and of how many texts, when some have the same. */
function useCountedWords(columns: readonly MatrixColumn[]): string {
  const { t } = useLingui();
  const texts = columns.filter((column) => column.by === 'article');
  const articles = texts.reduce((sum, column) => sum + column.articles, 0);
  if (articles === texts.length) return '';
  const counted = plural(articles, { one: '# article', other: '# articles' });
  const different = plural(texts.length, { one: '# text', other: '# texts' });
  return t`${counted} (${different}): what has the same text is one column, and marked alike in several it counts once.`;
}
