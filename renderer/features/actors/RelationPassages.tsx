import { useLingui } from '@lingui/react/macro';
import { Unlink } from 'lucide-react';
import { Button } from 'react-aria-components';
import type { ActorRelation } from '#core/actors/actor.ts';
import type { Anchor } from '#core/annotations/highlight.ts';
import { notify } from '#state/notices.ts';
import { openPassage } from '#state/open-passage.ts';
import { useSession } from '#state/session.ts';
import { useAllArticles } from '#state/use-all-articles.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { IconButton } from '#ui/IconButton.tsx';
import styles from './Actors.module.css';
import { takePassage } from './actor-deeds.ts';

/** The passages that say so; each leads back to its text. */
export function RelationPassages({ relation }: { readonly relation: ActorRelation }) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const articles = useAllArticles(session.db);
  const titleOf = ({ articleId }: Anchor) =>
    articles?.find(({ id }) => id === articleId)?.title.value ?? t`The article is no longer here`;
  const open = async (passage: Anchor) => {
    if (!(await openPassage(session, passage)))
      notify({ kind: 'danger', text: t`The passage does not stand in the article any more.` });
  };
  const take = async (passage: Anchor) => {
    const { kind } = await takePassage(session, relation, passage);
    if (kind === 'done') await offerUndo(t`The relation no longer rests on that passage.`);
  };
  return (
    <ul className={styles.plain} aria-label={t`Passages of the relation`}>
      {relation.passages.map((passage) => (
        <li key={`${passage.articleId} ${passage.start} ${passage.end}`} className={styles.passage}>
          <Button
            className={styles.quote ?? ''}
            aria-label={t`Open the passage: ${passage.exact}`}
            onPress={() => void open(passage)}
          >
            <span dir="auto">“{passage.exact}”</span>
            <span className={styles.soft}>{titleOf(passage)}</span>
          </Button>
          <IconButton
            label={t`Take the passage out of the relation`}
            icon={Unlink}
            size="small"
            onPress={() => void take(passage)}
          />
        </li>
      ))}
    </ul>
  );
}
