import { useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, useRef } from 'react';
import {
  Collection,
  DropIndicator,
  type Key,
  ListLayout,
  type Selection,
  Tree,
  TreeItem,
  useDragAndDrop,
  Virtualizer,
} from 'react-aria-components';
import type { Tag } from '#core/codebook/tag.ts';
import type { TagNode } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { usePreferences } from '#state/preferences.ts';
import type { MenuAction } from '#ui/ActionMenu.tsx';
import { TagRow } from './TagRow.tsx';
import styles from './TagTree.module.css';
import { tagDragType } from './tag-drag.ts';
import type { Codebook } from './use-codebook.ts';

type TagTreeProps = {
  readonly codebook: Codebook;
  /** The nodes to show; fewer than the codebook's while something is searched. */
  readonly nodes: readonly TagNode[];
  readonly openIds: ReadonlySet<TagId>;
  readonly onOpen: (ids: Iterable<TagId>) => void;
  readonly pickedIds: ReadonlySet<TagId>;
  readonly onPick: (ids: ReadonlySet<TagId>) => void;
  /** `before`, `after` or `on` another tag. */
  readonly onDrop: (tags: readonly Tag[], target: Tag, where: 'before' | 'after' | 'on') => void;
  /** Enter or a double click. */
  readonly onAction: (tag: Tag) => void;
  /** Hears a key before the tree does. */
  readonly onKeyDownCapture: (event: KeyboardEvent) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly actionsFor: (tag: Tag) => readonly MenuAction[];
};

/** In pixels at normal text size. */
const rowHeight = 28;

/** The tags as a tree that is moved through by arrow keys and rearranged by dragging; only what is seen is drawn. */
export function TagTree(props: TagTreeProps) {
  const { t } = useLingui();
  const textSize = usePreferences((state) => state.textSize);
  const { codebook, nodes } = props;
  const find = (keys: Iterable<Key>) => [...keys].flatMap((key) => codebook.byId.get(key as TagId) ?? []);
  const idsOf = (keys: Iterable<Key>) => find(keys).map(({ id }) => id);
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => find(keys).map((tag) => ({ 'text/plain': tag.name, [tagDragType]: tag.id })),
    renderDropIndicator: (target) => <DropIndicator target={target} className={styles.drop ?? ''} />,
    onMove: ({ keys, target }) => {
      const [onto] = find([target.key]);
      if (onto !== undefined) props.onDrop(find(keys), onto, target.dropPosition);
    },
  });
  // The tree's own set knows where a range began; a copy of it would begin anew with every click.
  const lastPick = useRef<Selection>(new Set());
  const pick = (keys: Selection) => {
    lastPick.current = keys;
    props.onPick(new Set(keys === 'all' ? listShown(nodes, props.openIds) : idsOf(keys)));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the tree has the focus; this hears its keys.
    <div className={styles.frame} onKeyDownCapture={props.onKeyDownCapture} onKeyDown={props.onKeyDown}>
      <Virtualizer layout={ListLayout} layoutOptions={{ rowSize: Math.round((rowHeight * textSize) / 100) }}>
        <Tree
          className={styles.tree ?? ''}
          aria-label={t`Codebook`}
          items={nodes}
          selectionMode="multiple"
          selectionBehavior="replace"
          selectedKeys={isSame(lastPick.current, props.pickedIds) ? lastPick.current : props.pickedIds}
          onSelectionChange={pick}
          expandedKeys={props.openIds}
          onExpandedChange={(keys) => props.onOpen(idsOf(keys))}
          onAction={(key) => {
            const [tag] = find([key]);
            if (tag !== undefined) props.onAction(tag);
          }}
          dragAndDropHooks={dragAndDropHooks}
          dependencies={[codebook, props.actionsFor]}
        >
          {(node) => (
            <Branch id={node.tag.id} node={node} codebook={codebook} actionsFor={props.actionsFor} />
          )}
        </Tree>
      </Virtualizer>
    </div>
  );
}

type BranchProps = Pick<TagTreeProps, 'codebook' | 'actionsFor'> & {
  /** The collection tells rows apart by this property of what its function answers. */
  readonly id: TagId;
  readonly node: TagNode;
};

function Branch({ id, node, codebook, actionsFor }: BranchProps) {
  const { tag, children } = node;
  return (
    <TreeItem
      id={id}
      textValue={tag.name}
      className={styles.item ?? ''}
      data-archived={tag.isArchived || undefined}
    >
      <TagRow tag={tag} codebook={codebook} actionsFor={actionsFor} />
      <Collection items={children}>
        {(child) => <Branch id={child.tag.id} node={child} codebook={codebook} actionsFor={actionsFor} />}
      </Collection>
    </TreeItem>
  );
}

function isSame(keys: Selection, ids: ReadonlySet<TagId>): boolean {
  return keys !== 'all' && keys.size === ids.size && [...ids].every((id) => keys.has(id));
}

/** The tags whose rows are there, from top to bottom. */
export function listShown(nodes: readonly TagNode[], openIds: ReadonlySet<TagId>): TagId[] {
  return nodes.flatMap(({ tag, children }) => [
    tag.id,
    ...(openIds.has(tag.id) ? listShown(children, openIds) : []),
  ]);
}
