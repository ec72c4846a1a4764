import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo, useState } from 'react';
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';
import { useSession } from '#state/session.ts';
import { listArticles } from '#storage/articles.ts';
import { Dialog } from '#ui/Dialog.tsx';
import { useFieldWords } from '#ui/use-field-words.ts';
import { commitSameText } from './correction-deeds.ts';
import styles from './SameText.module.css';

type SameTextDialogProps = {
  readonly article: Article;
  /** All that have its text already. */
  readonly members: readonly Article[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

const offered = 80;

/** Choose the article that has the same text as another one. */
export function SameTextDialog({ article, members, isOpen, onClose }: SameTextDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const title = article.title.value;
  return (
    <Dialog title={t`Same text as…`} isOpen={isOpen} onClose={onClose} wide>
      {isOpen && (
        <>
          <p className={styles.soft}>
            {t`Choose the article that has the same text as “${title}”. Both stay; they are listed once and counted once.`}
          </p>
          <Choices
            without={new Set(members.map(({ id }) => id)).add(article.id)}
            onChoose={(id) => {
              onClose();
              void commitSameText(session, article.id, id);
            }}
          />
        </>
      )}
    </Dialog>
  );
}

type ChoicesProps = {
  readonly without: ReadonlySet<ArticleId>;
  readonly onChoose: (id: ArticleId) => void;
};

function Choices({ without, onChoose }: ChoicesProps) {
  const { t } = useLingui();
  const { db } = useSession();
  const words = useFieldWords();
  const [query, setQuery] = useState('');
  const articles = useLiveQuery(() => listArticles(db), [db]);
  const found = useMemo(() => {
    const wanted = fold(query.normalize('NFC')).split(/\s+/);
    const names = (one: Article) => fold(`${one.title.value} ${one.originalName} ${words.source(one)}`);
    return (articles ?? [])
      .filter(({ id }) => !without.has(id))
      .filter((one) => query.trim() === '' || wanted.every((word) => names(one).includes(word)))
      .slice(0, offered);
  }, [articles, query, without, words]);
  return (
    <Autocomplete inputValue={query} onInputChange={setQuery}>
      <SearchField aria-label={t`Same text as…`} autoFocus>
        <Input className={styles.chooserInput} placeholder={t`Words of a title or a source`} />
      </SearchField>
      <Menu
        aria-label={t`Articles`}
        className={styles.chooserList ?? ''}
        items={found}
        onAction={(key) => onChoose(key as ArticleId)}
        renderEmptyState={() => <p className={styles.soft}>{t`No other article reads like that.`}</p>}
      >
        {(one) => (
          <MenuItem id={one.id} className={styles.chooserItem ?? ''} textValue={one.title.value}>
            <bdi>{one.title.value}</bdi>
            <span className={styles.soft} dir="auto">
              {[words.source(one), one.publishedAt === null ? '' : words.date(one.publishedAt.value)]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}
