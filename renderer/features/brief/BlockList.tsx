import { useLingui } from '@lingui/react/macro';
import { GripVertical } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import type { Block, BlockContent, Brief } from '#core/brief/brief.ts';
import type { BlockId, HighlightId } from '#core/ids.ts';
import { pressedCommand } from '#state/keys.ts';
import { announce } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { useOfferUndo } from '#state/use-offer-undo.ts';
import { ActionMenu } from '#ui/ActionMenu.tsx';
import { BlockBody } from './BlockBody.tsx';
import { dropBlock, insertBlock, moveBlockTo } from './brief-deeds.ts';
import { type CiteTarget, dragTypes } from './cite-target.ts';
import styles from './Editor.module.css';
import { useBlockDrop } from './use-block-drop.ts';
import type { BriefDesk } from './use-brief-desk.ts';

type BlockListProps = {
  readonly brief: Brief;
  readonly desk: BriefDesk;
  /** The block that was made just now. */
  readonly newId: BlockId | null;
  readonly onAdd: (content: BlockContent, index: number) => void;
  readonly onTarget: (target: CiteTarget, isMeant: boolean) => void;
  readonly onTargetGone: (target: CiteTarget) => void;
  readonly onOpen: (id: HighlightId) => void;
};

/** The blocks of a brief, to be written and put in order: by dragging, by the menu, or by Alt and the arrows. */
export function BlockList({ brief, desk, newId, onAdd, ...rest }: BlockListProps) {
  const { t } = useLingui();
  const session = useSession();
  const offerUndo = useOfferUndo();
  const kinds = useKindNames();
  const { blocks } = desk;

  const move = async (block: Block, by: number) => {
    const isKept = await moveBlockTo(session, block, (newest) => indexOf(newest, block.id) + by);
    const place = indexOf(blocks, block.id) + by + 1;
    if (isKept && place >= 1 && place <= blocks.length)
      announce(t`Moved to place ${place} of ${blocks.length}`);
  };
  const remove = async (block: Block) => {
    const name = kinds[block.content.kind];
    if (await dropBlock(session, block)) await offerUndo(t`${name} deleted`);
  };
  const drop = useBlockDrop({
    blockAt: async (id, index) => {
      const from = indexOf(blocks, id as BlockId);
      // Places are counted with the dragged block still where it was.
      const place = from !== -1 && from < index ? index - 1 : index;
      await moveBlockTo(session, { id: id as BlockId, briefId: brief.id }, () => place);
    },
    highlightAt: async (id, index) => {
      await insertBlock(session, brief.id, { kind: 'quote', highlightId: id as HighlightId }, index);
    },
  });
  const onKeyDown = (event: KeyboardEvent, block: Block) => {
    const id = pressedCommand(event.nativeEvent, 'brief');
    if (id !== 'block.up' && id !== 'block.down') return;
    event.preventDefault();
    move(block, id === 'block.up' ? -1 : 1).catch(() => undefined);
  };

  return (
    <ol className={styles.blocks} aria-label={t`Blocks of the brief`} {...drop.listProps}>
      {blocks.map((block, index) => {
        const name = kinds[block.content.kind];
        return (
          // The keys move the block that holds the focus.
          <li
            key={block.id}
            className={styles.block}
            data-kind={block.content.kind}
            data-drop={drop.index === index || undefined}
            data-drop-after={(drop.index === blocks.length && index === blocks.length - 1) || undefined}
            onKeyDown={(event) => onKeyDown(event, block)}
          >
            <div className={styles.gutter}>
              {/* biome-ignore lint/a11y/noStaticElementInteractions: for the mouse alone; keys have the menu and Alt with the arrows. */}
              <span
                className={styles.handle}
                draggable
                title={t`Drag to another place (or Alt with the arrow keys)`}
                onDragStart={({ dataTransfer }) => {
                  dataTransfer.setData(dragTypes.block, block.id);
                  dataTransfer.effectAllowed = 'move';
                }}
              >
                <GripVertical size={15} aria-hidden="true" />
              </span>
              <ActionMenu
                label={t`${name}, place ${index + 1}: actions`}
                actions={[
                  {
                    id: 'up',
                    label: t`Move up (Alt+↑)`,
                    isDisabled: index === 0,
                    onAction: () => void move(block, -1),
                  },
                  {
                    id: 'down',
                    label: t`Move down (Alt+↓)`,
                    isDisabled: index === blocks.length - 1,
                    onAction: () => void move(block, 1),
                  },
                  {
                    id: 'paragraph',
                    label: t`Add a paragraph below`,
                    onAction: () => onAdd({ kind: 'paragraph', text: '' }, index + 1),
                  },
                  {
                    id: 'heading',
                    label: t`Add a heading below`,
                    onAction: () => onAdd({ kind: 'heading', text: '' }, index + 1),
                  },
                  { id: 'delete', label: t`Delete`, isDanger: true, onAction: () => void remove(block) },
                ]}
              />
            </div>
            <div className={styles.body}>
              {block.content.kind !== 'paragraph' && block.content.kind !== 'heading' && (
                <p className={styles.kind}>{name}</p>
              )}
              <BlockBody block={block} desk={desk} takesFocus={block.id === newId} {...rest} />
            </div>
          </li>
        );
      })}
    </ol>
  );
}

/** What the kinds of blocks are called. */
export function useKindNames(): Record<Block['content']['kind'], string> {
  const { t } = useLingui();
  return { heading: t`Heading`, paragraph: t`Paragraph`, quote: t`Quote`, map: t`Map`, table: t`Table` };
}

function indexOf(blocks: readonly Block[], id: BlockId): number {
  return blocks.findIndex((block) => block.id === id);
}
