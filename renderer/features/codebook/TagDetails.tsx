import { useLingui } from '@lingui/react/macro';
import { ListFilter, Pencil } from 'lucide-react';
import type { Tag } from '#core/codebook/tag.ts';
import { tagPathText } from '#core/codebook/tag-tree.ts';
import { showScreen } from '#state/workspace.ts';
import { Button } from '#ui/Button.tsx';
import styles from './TagDetails.module.css';
import { TagMark } from './TagMark.tsx';
import type { Codebook } from './use-codebook.ts';
import { useCodebookWords } from './use-codebook-words.ts';

type TagDetailsProps = {
  readonly tag: Tag;
  readonly codebook: Codebook;
  readonly onEdit: () => void;
};

/** What the chosen tag is for and where it is used. */
export function TagDetails({ tag, codebook, onEdit }: TagDetailsProps) {
  const { t } = useLingui();
  const words = useCodebookWords();
  const count = codebook.counts.get(tag.id);
  return (
    <section className={styles.details} aria-label={t`About the tag`}>
      <h3 className={styles.path}>
        <TagMark tag={tag} />
        {tagPathText(tag.id, codebook.byId)}
      </h3>
      {tag.description === '' ? (
        <p className={styles.soft}>{t`No description yet. Say what to include and what to leave out.`}</p>
      ) : (
        <p className={styles.description}>{tag.description}</p>
      )}
      {count !== undefined && (
        <p className={styles.soft}>
          {words.use(count.own)}
          {count.whole.highlights > count.own.highlights && (
            <>
              <br />
              {t`with the tags below: ${words.use(count.whole)}`}
            </>
          )}
        </p>
      )}
      <div className={styles.actions}>
        <Button size="small" onPress={onEdit}>
          <Pencil size={13} aria-hidden="true" />
          {t`Edit…`}
        </Button>
        <Button size="small" onPress={() => showScreen('analysis')}>
          <ListFilter size={13} aria-hidden="true" />
          {t`Show its passages`}
        </Button>
      </div>
    </section>
  );
}
