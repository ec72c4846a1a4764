import { t as say } from '@lingui/core/macro';
import { Plural, useLingui } from '@lingui/react/macro';
import { Check, Flag } from 'lucide-react';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagId } from '#core/ids.ts';
import type { ListedArticle } from '#core/library/list-articles.ts';
import type { TextRow } from '#core/library/list-texts.ts';
import { Chip } from '#ui/Chip.tsx';
import { useFieldWords } from '#ui/use-field-words.ts';
import { Carriers } from './Carriers.tsx';
import styles from './Library.module.css';
import { useStatusWords } from './use-status-words.ts';

type ArticleRowProps = {
  readonly row: TextRow;
  readonly tags: ReadonlyMap<TagId, Tag>;
  readonly isPicked: boolean;
  /** Pick the article for a deed on several, or let it go; `through`: with all from the one picked last. */
  readonly onPick: (through: boolean) => void;
};

const tagsShown = 3;

/** An article in the library's table. */
export function ArticleRow({ row, tags, isPicked, onPick }: ArticleRowProps) {
  const { t, i18n } = useLingui();
  const words = useFieldWords();
  const statusWords = useStatusWords();
  const { listed } = row;
  const { article, status, highlightCount, tagIds } = listed;
  const known = tagIds.flatMap((id) => tags.get(id) ?? []);
  const hasSource = article.publisher !== null || article.carrier !== null;
  return (
    <div className={`${styles.columns} ${styles.row} ${status === 'unread' ? styles.unread : ''}`}>
      {/* The row says itself whether it is picked, and Space picks it. */}
      <span
        className={styles.pick}
        data-picked={isPicked || undefined}
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          onPick(event.shiftKey);
        }}
        onDoubleClick={(event) => event.stopPropagation()}
      >
        {isPicked && <Check size={12} strokeWidth={3} />}
      </span>
      <span className={styles.cell} title={titleHint(listed)} data-place={row.place}>
        <Carriers row={row} />
        <span
          className={`${styles.title} ${article.title.basis === 'derived' ? styles.derived : ''}`}
          dir="auto"
        >
          {article.title.value}
        </span>
      </span>
      <span className={`${styles.cell} ${hasSource ? '' : styles.missing}`}>
        {hasSource ? words.source(article) : t`not stated`}
      </span>
      <span className={`${styles.cell} ${article.publishedAt === null ? styles.missing : ''}`}>
        {article.publishedAt === null ? t`no date stated` : words.date(article.publishedAt.value)}
      </span>
      <span className={styles.cell}>{words.language(article.language.value)}</span>
      <span className={styles.cell}>
        {article.flagged && <Flag className={styles.flag} size={13} role="img" aria-label={t`flagged`} />}{' '}
        {statusWords[status]}
      </span>
      <span className={styles.tags}>
        {known.slice(0, tagsShown).map((tag) => (
          <Chip key={tag.id} color={tag.color}>
            {tag.name}
          </Chip>
        ))}
        {known.length > tagsShown && <span className={styles.cell}>+{known.length - tagsShown}</span>}
      </span>
      <span className={`${styles.cell} ${styles.number}`}>{highlightCount === 0 ? '' : highlightCount}</span>
      <span className={styles.cell}>{i18n.date(new Date(article.importedAt), { dateStyle: 'short' })}</span>
    </div>
  );
}

/** An article in the narrow list beside the reader. */
export function CompactArticleRow({ row }: { readonly row: TextRow }) {
  const { t } = useLingui();
  const words = useFieldWords();
  const statusWords = useStatusWords();
  const { listed } = row;
  const { article, status, highlightCount } = listed;
  return (
    <div
      className={`${styles.compact} ${status === 'unread' ? styles.unread : ''}`}
      title={titleHint(listed)}
    >
      <span
        className={`${styles.compactTitle} ${article.title.basis === 'derived' ? styles.derived : ''}`}
        dir="auto"
      >
        {article.title.value}
      </span>
      <span className={styles.compactLine}>
        <Carriers row={row} />
        {article.flagged && <Flag className={styles.flag} size={12} role="img" aria-label={t`flagged`} />}
        <span>{statusWords[status]}</span>
        <span className={styles.compactDate}>
          {article.publishedAt === null ? t`no date stated` : words.date(article.publishedAt.value)}
        </span>
        {highlightCount > 0 && (
          <span>
            <Plural value={highlightCount} one="# highlight" other="# highlights" />
          </span>
        )}
      </span>
    </div>
  );
}

function titleHint({ article }: ListedArticle): string {
  const { title } = article;
  return title.basis === 'derived'
    ? say`${title.value} (no headline stated; taken from the text)`
    : title.value;
}
