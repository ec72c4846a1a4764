import { useLingui } from '@lingui/react/macro';
import { ChevronRight, GripVertical } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import {
  Button,
  Collection,
  DropIndicator,
  Tree,
  TreeItem,
  TreeItemContent,
  useDragAndDrop,
} from 'react-aria-components';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagNode } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { ActionMenu, type MenuAction } from '#ui/ActionMenu.tsx';
import { TagMark } from './TagMark.tsx';
import styles from './TagTree.module.css';
import type { Codebook } from './use-codebook.ts';
import { useCodebookWords } from './use-codebook-words.ts';

type TagTreeProps = {
  readonly codebook: Codebook;
  /** The nodes to show; fewer than the codebook's while something is searched. */
  readonly nodes: readonly TagNode[];
  readonly openIds: ReadonlySet<TagId>;
  readonly onOpen: (ids: Iterable<TagId>) => void;
  readonly chosenId: TagId | null;
  readonly onChoose: (id: TagId | null) => void;
  /** `before`, `after` or `on` another tag. */
  readonly onDrop: (tag: Tag, target: Tag, where: 'before' | 'after' | 'on') => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly actionsFor: (tag: Tag) => readonly MenuAction[];
};

/** The tags as a tree that is moved through by arrow keys and rearranged by dragging. */
export function TagTree(props: TagTreeProps) {
  const { t } = useLingui();
  const { codebook, nodes, openIds, chosenId } = props;
  const find = (key: unknown) => codebook.byId.get(key as TagId);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': find(key)?.name ?? '' })),
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles.drop ?? ''} />,
    onMove: ({ keys, target }) => {
      const [tag, onto] = [find([...keys][0]), find(target.key)];
      if (tag !== undefined && onto !== undefined) props.onDrop(tag, onto, target.dropPosition);
    },
  });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the tree has the focus; this hears the keys it leaves.
    <div className={styles.frame} onKeyDown={props.onKeyDown}>
      <Tree
        className={styles.tree ?? ''}
        aria-label={t`Codebook`}
        items={nodes}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={chosenId === null ? [] : [chosenId]}
        onSelectionChange={(keys) => {
          const [key] = keys === 'all' ? [] : [...keys];
          props.onChoose(find(key)?.id ?? null);
        }}
        expandedKeys={openIds}
        onExpandedChange={(keys) => props.onOpen([...keys].flatMap((key) => find(key)?.id ?? []))}
        dragAndDropHooks={dragAndDropHooks}
        dependencies={[codebook, props.actionsFor]}
      >
        {(node) => <TagRow id={node.tag.id} node={node} codebook={codebook} actionsFor={props.actionsFor} />}
      </Tree>
    </div>
  );
}

type TagRowProps = Pick<TagTreeProps, 'codebook' | 'actionsFor'> & {
  /** The collection tells rows apart by this property of what its function answers. */
  readonly id: TagId;
  readonly node: TagNode;
};

function TagRow({ id, node, codebook, actionsFor }: TagRowProps) {
  const { t } = useLingui();
  const words = useCodebookWords();
  const { tag, children } = node;
  const use = codebook.counts.get(tag.id)?.whole ?? { highlights: 0, articles: 0 };
  return (
    <TreeItem id={id} textValue={tag.name} className={styles.item ?? ''}>
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
            <TagMark tag={tag} />
            <span className={styles.name}>{tag.name}</span>
            <span className={styles.count} title={words.use(use)}>
              <span aria-hidden="true">
                {use.highlights === 0 ? '–' : `${use.highlights} · ${use.articles}`}
              </span>
              <span className={styles.spoken}>{words.use(use)}</span>
            </span>
            <ActionMenu label={t`What to do with ${tag.name}`} actions={actionsFor(tag)} />
          </div>
        )}
      </TreeItemContent>
      <Collection items={children}>
        {(child) => <TagRow id={child.tag.id} node={child} codebook={codebook} actionsFor={actionsFor} />}
      </Collection>
    </TreeItem>
  );
}
