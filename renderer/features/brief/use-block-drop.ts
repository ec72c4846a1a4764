import { type DragEvent, useState } from 'react';
import { dragTypes } from './cite-target.ts';

type Drops = {
  readonly blockAt: (id: string, index: number) => Promise<void>;
  readonly highlightAt: (id: string, index: number) => Promise<void>;
};

type BlockDrop = {
  /** Before which block the dragged thing would land (the number of blocks: at the end); `null` while none is. */
  readonly index: number | null;
  readonly listProps: {
    readonly onDragOver: (event: DragEvent) => void;
    readonly onDragLeave: (event: DragEvent) => void;
    readonly onDrop: (event: DragEvent) => void;
  };
};

/** Take dragged blocks and passages in a list whose children are the blocks, in order. */
export function useBlockDrop({ blockAt, highlightAt }: Drops): BlockDrop {
  const [index, setIndex] = useState<number | null>(null);
  const isOurs = ({ dataTransfer, target }: DragEvent) =>
    dataTransfer.types.includes(dragTypes.block) ||
    // Over a box of prose a passage is cited at the caret, by the box itself.
    (dataTransfer.types.includes(dragTypes.highlight) && !(target instanceof HTMLTextAreaElement));
  return {
    index,
    listProps: {
      onDragOver: (event) => {
        if (!isOurs(event)) {
          setIndex(null);
          return;
        }
        event.preventDefault();
        setIndex(placeUnder(event));
      },
      onDragLeave: ({ currentTarget, relatedTarget }) => {
        if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setIndex(null);
      },
      onDrop: (event) => {
        setIndex(null);
        if (!isOurs(event)) return;
        event.preventDefault();
        event.stopPropagation();
        const place = placeUnder(event);
        const blockId = event.dataTransfer.getData(dragTypes.block);
        const highlightId = event.dataTransfer.getData(dragTypes.highlight);
        const dropped = blockId === '' ? highlightAt(highlightId, place) : blockAt(blockId, place);
        dropped.catch(() => undefined);
      },
    },
  };
}

/** Before which child the pointer stands: a child counts as passed below its middle. */
function placeUnder({ currentTarget, clientY }: DragEvent): number {
  const middles = Array.from(currentTarget.children, (child) => {
    const { top, height } = child.getBoundingClientRect();
    return top + height / 2;
  });
  const place = middles.findIndex((middle) => clientY < middle);
  return place === -1 ? middles.length : place;
}
