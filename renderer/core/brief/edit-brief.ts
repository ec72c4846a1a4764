import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import type { BlockId, NewId } from '#core/ids.ts';
import type { Block, BlockContent, Brief } from './brief.ts';

/** The most text one heading, paragraph or caption may hold, in UTF-16 units: no stored value may pass 64 KiB. */
export const maxBlockLength = 20_000;
/** The most text a title or an author's name may hold, in UTF-16 units. */
export const maxHeadLength = 500;

/** The part of a brief that the analyst fills in. */
export type BriefHead = Pick<Brief, 'title' | 'author' | 'cutOff' | 'tlp'>;

/** What an edit needs from outside: the clock (ISO 8601 UTC) and fresh ids. */
export type Maker = { readonly now: string; readonly newId: NewId };

/** Room left between the orders of neighbours when they are numbered afresh. */
const step = 1024;
/** Neighbours closer than this are numbered afresh before something is put between them. */
const closest = 1e-6;

/** Make a brief with `contents` as its blocks, in their order. */
export function createBrief(
  head: BriefHead,
  contents: readonly BlockContent[],
  { now, newId }: Maker,
): { readonly brief: Brief; readonly changes: Change[] } {
  const brief: Brief = { id: newId<'brief'>(), ...head, createdAt: now, updatedAt: now };
  const blocks = contents.map((content, index) => ({
    id: newId<'block'>(),
    briefId: brief.id,
    order: (index + 1) * step,
    content,
  }));
  return {
    brief,
    changes: [creation('briefs', brief), ...blocks.map((block) => creation('blocks', block))],
  };
}

/** Fill in a part of the head; no changes when it says so already. */
export function setHead(brief: Brief, head: Partial<BriefHead>, now: string): Change[] {
  const after = { ...brief, ...head };
  const keys = Object.keys(head) as (keyof BriefHead)[];
  if (keys.every((key) => brief[key] === after[key])) return [];
  return [replacement('briefs', brief, { ...after, updatedAt: now })];
}

/**
 * Put a block in at `index` (0 is the top; past the end is the end). `blocks` are those of the brief, in order.
 */
export function addBlock(
  brief: Brief,
  blocks: readonly Block[],
  { content, index }: { readonly content: BlockContent; readonly index: number },
  { now, newId }: Maker,
): { readonly block: Block; readonly changes: Change[] } {
  const { order, renumbered } = orderAt(blocks, index);
  const block: Block = { id: newId<'block'>(), briefId: brief.id, order, content };
  return { block, changes: [touch(brief, now), ...renumbered, creation('blocks', block)] };
}

/** Give a block other content; no changes when it has it already. */
export function writeBlock(brief: Brief, block: Block, content: BlockContent, now: string): Change[] {
  if (JSON.stringify(block.content) === JSON.stringify(content)) return [];
  return [touch(brief, now), replacement('blocks', block, { ...block, content })];
}

/** Move a block so that it stands at `index` among the others. No changes when it stands there, or is not there. */
export function moveBlock(
  brief: Brief,
  blocks: readonly Block[],
  move: { readonly id: BlockId; readonly index: number },
  now: string,
): Change[] {
  const from = blocks.findIndex((candidate) => candidate.id === move.id);
  const block = blocks[from];
  const others = blocks.filter((candidate) => candidate.id !== move.id);
  const to = Math.min(Math.max(move.index, 0), others.length);
  if (block === undefined || from === to) return [];
  const { order, renumbered } = orderAt(others, to);
  return [touch(brief, now), ...renumbered, replacement('blocks', block, { ...block, order })];
}

/** Take a block away. */
export function deleteBlock(brief: Brief, block: Block, now: string): Change[] {
  return [touch(brief, now), removal('blocks', block)];
}

/** Copy a brief with all its blocks, under another title. */
export function duplicateBrief(
  {
    brief,
    blocks,
    title,
  }: { readonly brief: Brief; readonly blocks: readonly Block[]; readonly title: string },
  maker: Maker,
): { readonly brief: Brief; readonly changes: Change[] } {
  const { author, cutOff, tlp } = brief;
  return createBrief(
    { title, author, cutOff, tlp },
    blocks.map((block) => block.content),
    maker,
  );
}

/** Take a brief and all its blocks away. */
export function deleteBrief(brief: Brief, blocks: readonly Block[]): Change[] {
  return [...blocks.map((block) => removal('blocks', block)), removal('briefs', brief)];
}

function touch(brief: Brief, now: string): Change {
  return replacement('briefs', brief, { ...brief, updatedAt: now });
}

/** The order that stands at `index` among `blocks`, and the changes that make room for it where there is none. */
function orderAt(blocks: readonly Block[], index: number): { order: number; renumbered: Change[] } {
  const at = Math.min(Math.max(index, 0), blocks.length);
  const before = blocks[at - 1]?.order;
  const after = blocks[at]?.order;
  if (before === undefined && after === undefined) return { order: step, renumbered: [] };
  if (before === undefined) return { order: (after ?? 0) - step, renumbered: [] };
  if (after === undefined) return { order: before + step, renumbered: [] };
  if (after - before > closest) return { order: (before + after) / 2, renumbered: [] };
  const renumbered = blocks.map((block, place) =>
    replacement('blocks', block, { ...block, order: (place < at ? place + 1 : place + 2) * step }),
  );
  return { order: (at + 1) * step, renumbered };
}
