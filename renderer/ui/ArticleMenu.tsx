import { useLingui } from '@lingui/react/macro';
import { type ReactNode, useMemo, useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import styles from './ArticleMenu.module.css';
import { useFieldWords } from './use-field-words.ts';

/** Articles that are offered at once; more are found by typing. */
const most = 80;

type ArticleMenuProps = {
  /** What is chosen here. */
  readonly label: string;
  /** In the order in which they are offered; `undefined` while they are read. */
  readonly articles: readonly Article[] | undefined;
  readonly onChoose: (id: ArticleId) => void;
  /** What stands between the box and the list. */
  readonly children?: ReactNode;
  /** What is said of an article below its title. */
  readonly remark?: (article: Article) => ReactNode;
};

/** A box for words of a title, a source or a file's name, and below it the articles that have them. */
export function ArticleMenu({ label, articles, onChoose, children, remark }: ArticleMenuProps) {
  const { t } = useLingui();
  const words = useFieldWords();
  const [query, setQuery] = useState('');
  const found = useMemo(() => {
    const wanted = fold(query.normalize('NFC')).split(/\s+/).filter(Boolean);
    const names = (one: Article) => fold(`${one.title.value} ${one.originalName} ${words.source(one)}`);
    return (articles ?? [])
      .filter((one) => wanted.length === 0 || wanted.every((word) => names(one).includes(word)))
      .slice(0, most);
  }, [articles, query, words]);
  return (
    <div className={styles.choice}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField aria-label={label} autoFocus>
          <Input className={styles.input} placeholder={t`Words of a title or a source`} />
        </SearchField>
        {children}
        <Menu
          aria-label={t`Articles`}
          className={styles.list ?? ''}
          items={found}
          dependencies={[remark]}
          onAction={(key) => onChoose(key as ArticleId)}
          renderEmptyState={() => <p className={styles.soft}>{t`No other article reads like that.`}</p>}
        >
          {(one) => (
            <MenuItem id={one.id} className={styles.item ?? ''} textValue={one.title.value}>
              <span className={styles.title} dir="auto">
                {one.title.value}
              </span>
              <span className={styles.soft} dir="auto">
                {[words.source(one), one.publishedAt === null ? '' : words.date(one.publishedAt.value)]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {remark?.(one)}
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </div>
  );
}
