import { Plural, Trans, useLingui } from '@lingui/react/macro';
import type { CSSProperties } from 'react';
import { Button } from 'react-aria-components';
import type { ArticleId, TagId } from '#core/ids.ts';
import { TagDot } from '#ui/TagDot.tsx';
import styles from './TagMatrixTable.module.css';
import type { Analysis } from './use-analysis.ts';

/** More columns than this can't be read. */
const mostColumns = 40;

type TagMatrixTableProps = {
  readonly analysis: Analysis;
  readonly onOpen: (tagId: TagId, articleId: ArticleId) => void;
};

/** Which article says how much about which tag; a cell opens its passages. */
export function TagMatrixTable({ analysis, onOpen }: TagMatrixTableProps) {
  const { t } = useLingui();
  const { rows, columns, count, most } = analysis.matrix;
  if (rows.length === 0)
    return <p className={styles.none}>{t`Give a passage a tag, and it is counted here by article.`}</p>;
  const shown = columns.slice(0, mostColumns);
  const titleOf = (id: ArticleId) => analysis.articleById.get(id)?.title.value ?? t`(article is gone)`;
  return (
    <>
      <p className={styles.hint}>
        {columns.length > mostColumns ? (
          <Trans>
            The {mostColumns} articles with most tagged passages, of {columns.length}. A tag counts the tags
            below it too.
          </Trans>
        ) : (
          t`A tag counts the tags below it too. Choose a number to read its passages.`
        )}
      </p>
      <div className={styles.frame}>
        <table className={styles.table}>
          <caption className={styles.spoken}>{t`Passages by tag and article`}</caption>
          <thead>
            <tr>
              <td className={styles.corner} />
              {shown.map((id) => (
                <th key={id} scope="col" className={styles.article} title={titleOf(id)}>
                  <span>{titleOf(id)}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ tag, depth }) => (
              <tr key={tag.id}>
                <th scope="row" className={styles.tag} style={{ paddingInlineStart: `${depth + 0.5}rem` }}>
                  <span className={styles.tagname}>
                    <TagDot color={tag.color} />
                    {tag.name}
                  </span>
                </th>
                {shown.map((id) => {
                  const passages = count(tag.id, id);
                  if (passages === 0) return <td key={id} className={styles.cell} />;
                  return (
                    <td key={id} className={styles.cell}>
                      <Button
                        className={styles.number ?? ''}
                        style={{ '--share': `${Math.round(12 + (passages / most) * 33)}%` } as CSSProperties}
                        onPress={() => onOpen(tag.id, id)}
                      >
                        {passages}
                        <span className={styles.spoken}>
                          <Plural value={passages} one="passage" other="passages" />: {tag.name},{' '}
                          {titleOf(id)}
                        </span>
                      </Button>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}
