import { plural } from '@lingui/core/macro';
import { Plural, useLingui } from '@lingui/react/macro';
import { Download, Pencil } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { SavedTable, TableFormat } from '#core/exchange/saved-table.ts';
import { type BatchCell, cellOf } from '#core/search/batch.ts';
import { openArticle } from '#state/workspace.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { Button } from '#ui/Button.tsx';
import { type DataColumn, DataTable } from '#ui/DataTable.tsx';
import { MatrixGrid, type MatrixHead, type MatrixValues } from '#ui/MatrixGrid.tsx';
import { type BatchAnswer, batchLimit } from '#workers/batch-api.ts';
import styles from './Batch.module.css';
import { type AskedBatch, batchDesk } from './batch-desk.ts';
import { showConcordance } from './concordance-desk.ts';
import { type Batch, type BatchTerm, useBatch } from './use-batch.ts';
import { useSaveSearchTable } from './use-save-search-table.ts';

type BatchResultProps = { readonly asked: AskedBatch; readonly answer: BatchAnswer };

/** What each term came to, and which article has which of them. */
export function BatchResult({ asked, answer }: BatchResultProps) {
  const { t } = useLingui();
  const batch = useBatch(asked, answer);
  const [onlyMissing, setOnlyMissing] = useState(false);
  const missing = batch.terms.length - batch.found.length;
  const columns = useTermColumns();
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <span role="status" className={styles.total}>
          {summary(batch)}
        </span>
        <Button size="small" onPress={() => batchDesk.setState({ isEditing: true })}>
          <Pencil size={14} aria-hidden="true" />
          {t`Change the list`}
        </Button>
        <span className={styles.gap} />
        <SaveBatch batch={batch} />
      </div>
      <Notes answer={answer} />
      <div className={styles.columns}>
        <section className={styles.terms} aria-label={t`Names searched`}>
          <label className={styles.check}>
            <input
              type="checkbox"
              checked={onlyMissing}
              onChange={(event) => setOnlyMissing(event.target.checked)}
            />
            <Plural
              value={missing}
              _0="None was not found"
              one="Only the # not found"
              other="Only the # not found"
            />
          </label>
          <DataTable
            label={t`Names`}
            columns={columns}
            rows={onlyMissing ? batch.terms.filter((term) => term.articles === 0) : batch.terms}
            keyOf={({ line }) => String(line)}
            least={18}
            none={t`Every name was found.`}
            onOpen={(term) => {
              if (term.articles > 0)
                showConcordance({ query: term.query, expands: asked.expands, withoutAliases: [] });
            }}
          />
        </section>
        <Matrix batch={batch} />
      </div>
    </div>
  );
}

function summary({ terms, found, rows, texts }: Batch): string {
  const names = plural(terms.length, { one: '# name', other: '# names' });
  const counted = plural(rows.length, { one: '# article', other: '# articles' });
  const different = plural(texts, { one: '# text', other: '# texts' });
  const articles = texts < rows.length ? `${counted} (${different})` : counted;
  const missing = terms.length - found.length;
  return plural(missing, {
    0: `${names} in ${articles}`,
    one: `${names} in ${articles}; # was not found`,
    other: `${names} in ${articles}; # were not found`,
  });
}

function useTermColumns(): DataColumn<BatchTerm>[] {
  const { t } = useLingui();
  return useMemo(
    () => [
      {
        key: 'term',
        label: t`Name`,
        width: 'minmax(9rem, 1fr)',
        sortBy: ({ text }) => text,
        cell: ({ text, understood, spellings }) => (
          <span title={[understood, ...spellings].join('\n')}>
            <bdi>{text}</bdi>
            {understood === '' && <span className={styles.warning}> {t`(nothing to search in it)`}</span>}
          </span>
        ),
      },
      {
        key: 'articles',
        label: t`Articles`,
        width: '5rem',
        isNumber: true,
        sortBy: ({ articles }) => articles,
        cell: ({ articles, texts }) =>
          articles === 0 ? (
            <b className={styles.zero}>0</b>
          ) : texts < articles ? (
            <span
              title={t`${articles} articles with ${texts} different texts`}
            >{`${articles} (${texts})`}</span>
          ) : (
            articles
          ),
      },
      {
        key: 'places',
        label: t`Places`,
        width: '4.5rem',
        isNumber: true,
        sortBy: ({ places }) => places,
        cell: ({ places }) => places,
      },
    ],
    [t],
  );
}

/** Articles by terms; a cell opens the article at the first place. */
function Matrix({ batch }: { readonly batch: Batch }) {
  const { t } = useLingui();
  const { rows, found } = batch;
  const heads = useMemo(
    (): MatrixHead[] =>
      rows.map(({ articleId, article }) => ({ key: articleId, label: article.title.value })),
    [rows],
  );
  const tops = useMemo(
    (): MatrixHead[] => found.map(({ line, text }) => ({ key: String(line), label: text })),
    [found],
  );
  const values = useMemo((): MatrixValues => {
    const most = rows.reduce(
      (high, { cells }) => cells.reduce((top, { count }) => Math.max(top, count), high),
      0,
    );
    const at = (row: number, column: number) => {
      const cell = cellAt(batch, row, column);
      // Found, but not by words of the text.
      return cell === null ? 0 : cell.count === 0 ? -1 : cell.count;
    };
    return { at, most };
  }, [batch, rows]);
  if (rows.length === 0) return <p className={styles.hint}>{t`None of the names is in any article.`}</p>;
  return (
    <MatrixGrid
      label={t`Articles and names`}
      rows={heads}
      columns={tops}
      values={values}
      format={(value) => (value > 0 ? String(value) : value < 0 ? '•' : '')}
      say={(value) =>
        value < 0
          ? t`found by the title, or not by words`
          : plural(value, { 0: 'not found', one: '# place', other: '# places' })
      }
      onOpen={(row, column) => {
        const cell = cellAt(batch, row, column);
        const article = rows[row];
        if (cell !== null && article !== undefined) openArticle(article.articleId, cell.first);
      }}
    />
  );
}

function cellAt({ rows, found }: Batch, row: number, column: number) {
  const at = rows[row];
  const term = found[column];
  return at === undefined || term === undefined ? null : cellOf(at, term.index);
}

/** A number; a dot where the article was found by its title, or not by words. */
function cellText(cell: BatchCell | null): string {
  if (cell === null) return '0';
  return cell.count === 0 ? '•' : String(cell.count);
}

/** Saves the matrix, or the names with what they came to. */
function SaveBatch({ batch }: { readonly batch: Batch }) {
  const { t } = useLingui();
  const save = useSaveSearchTable();
  const matrix = (): SavedTable => ({
    name: t`names by article`,
    rows: [
      [t`Article`, t`Date`, t`File`, ...batch.terms.map(({ text }) => text)],
      ...batch.rows.map((row) => [
        row.article.title.value,
        row.article.publishedAt?.value.iso ?? '',
        row.article.originalName,
        ...batch.terms.map(({ index }) => cellText(cellOf(row, index))),
      ]),
    ],
  });
  const names = (): SavedTable => ({
    name: t`names searched`,
    rows: [
      [t`Line`, t`Name`, t`Understood as`, t`Other spellings`, t`Articles`, t`Texts`, t`Places`],
      ...batch.terms.map(({ line, text, understood, spellings, articles, texts, places }) => [
        String(line),
        text,
        understood,
        spellings.join('; '),
        String(articles),
        String(texts),
        String(places),
      ]),
    ],
  });
  const action = (id: string, label: string, table: () => SavedTable, format: TableFormat) => ({
    id,
    label,
    onAction: () => void save(table(), format),
  });
  return (
    <ActionMenu
      label={t`Save the batch`}
      actions={[
        action('matrix-csv', t`Names by article, as CSV…`, matrix, 'csv'),
        action('matrix-xlsx', t`Names by article, as an Excel workbook…`, matrix, 'xlsx'),
        action('names-csv', t`Names with their totals, as CSV…`, names, 'csv'),
        action('names-xlsx', t`Names with their totals, as an Excel workbook…`, names, 'xlsx'),
      ]}
    >
      <Download size={14} aria-hidden="true" />
      {t`Save…`}
    </ActionMenu>
  );
}

function Notes({ answer }: { readonly answer: BatchAnswer }) {
  const { t } = useLingui();
  return (
    <>
      {answer.isFull && (
        <p className={styles.warning}>
          {t`There are more than ${batchLimit} pairs of an article and a name: not all articles are listed. Search a shorter list.`}
        </p>
      )}
      {answer.unreadable > 0 && (
        <p className={styles.warning}>
          <Plural
            value={answer.unreadable}
            one="# article is left out: its text can’t be read."
            other="# articles are left out: their texts can’t be read."
          />
        </p>
      )}
    </>
  );
}
