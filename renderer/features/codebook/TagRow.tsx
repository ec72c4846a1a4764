import { useLingui } from '@lingui/react/macro';
import { Archive, ChevronRight, GripVertical } from 'lucide-react';
import { Button, TreeItemContent } from 'react-aria-components';
import type { Tag } from '#core/codebook/tag.ts';
import { ActionMenu, type MenuAction } from '#ui/ActionMenu.tsx';
import { TagMark } from './TagMark.tsx';
import styles from './TagTree.module.css';
import type { Codebook } from './use-codebook.ts';
import { useCodebookWords } from './use-codebook-words.ts';

type TagRowProps = {
  readonly tag: Tag;
  readonly codebook: Codebook;
  readonly actionsFor: (tag: Tag) => readonly MenuAction[];
};

/** The row of one tag: what moves and opens it, its mark and name, how often it is used, and what can be done. */
export function TagRow({ tag, codebook, actionsFor }: TagRowProps) {
  const { t } = useLingui();
  return (
    <TreeItemContent>
      {({ allowsDragging, hasChildItems }) => (
        <div className={styles.row}>
          {allowsDragging && (
            <Button slot="drag" className={styles.grip ?? ''} aria-label={t`Move ${tag.name}`}>
              <GripVertical size={12} aria-hidden="true" />
            </Button>
          )}
          {hasChildItems ? (
            <Button slot="chevron" className={styles.chevron ?? ''}>
              <ChevronRight size={14} aria-hidden="true" />
            </Button>
          ) : (
            <span className={styles.chevron} />
          )}
          <TagMark tag={tag} shade={codebook.shades.get(tag.id) ?? 0} />
          <span className={styles.name} title={tag.name} data-tag={tag.id}>
            <bdi>{tag.name}</bdi>
          </span>
          {tag.isArchived && (
            <>
              <Archive size={13} aria-hidden="true" className={styles.archived ?? ''} />
              <span className={styles.spoken}>{t`archived`}</span>
            </>
          )}
          <RowCount tag={tag} codebook={codebook} />
          <ActionMenu label={t`What to do with ${tag.name}`} actions={actionsFor(tag)} />
        </div>
      )}
    </TreeItemContent>
  );
}

function RowCount({ tag, codebook }: Pick<TagRowProps, 'tag' | 'codebook'>) {
  const words = useCodebookWords();
  const use = codebook.counts?.get(tag.id)?.whole;
  if (use === undefined) return <span className={styles.count}>…</span>;
  return (
    <span className={styles.count} title={words.use(use)}>
      <span aria-hidden="true">
        {use.highlights === 0 ? '–' : use.highlights}
        {use.highlights > 0 && <span className={styles.articles}> · {use.articles}</span>}
      </span>
      <span className={styles.spoken}>{words.use(use)}</span>
    </span>
  );
}
