import { useLingui } from '@lingui/react/macro';
import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import type { Article } from '#core/article.ts';
import type { ArticleId } from '#core/ids.ts';
import { useSession } from '#state/session.ts';
import { listArticles } from '#storage/articles.ts';
import { ArticleMenu } from '#ui/ArticleMenu.tsx';
import { Dialog } from '#ui/Dialog.tsx';
import { commitSameText } from './correction-deeds.ts';
import styles from './SameText.module.css';

type SameTextDialogProps = {
  readonly article: Article;
  /** All that have its text already. */
  readonly members: readonly Article[];
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** Choose the article that has the same text as another one. */
export function SameTextDialog({ article, members, isOpen, onClose }: SameTextDialogProps) {
  const { t } = useLingui();
  const session = useSession();
  const title = article.title.value;
  return (
    <Dialog title={t`Same text as…`} isOpen={isOpen} onClose={onClose} wide>
      {isOpen && (
        <>
          <p className={styles.explained}>
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
  const all = useLiveQuery(() => listArticles(db), [db]);
  const others = useMemo(() => all?.filter(({ id }) => !without.has(id)), [all, without]);
  return <ArticleMenu label={t`Same text as…`} articles={others} onChoose={onChoose} />;
}
