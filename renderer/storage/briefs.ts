import type { Block, Brief } from '#core/brief/brief.ts';
import type { BlockId, BriefId } from '#core/ids.ts';
import type { Database } from './database.ts';

/** All briefs, newest first. */
export function listBriefs(db: Database): Promise<Brief[]> {
  return db.briefs.orderBy('id').reverse().toArray();
}

/** The blocks of a brief in their order. */
export async function listBlocks(db: Database, briefId: BriefId): Promise<Block[]> {
  const blocks = await db.blocks.where('briefId').equals(briefId).toArray();
  return blocks.sort((a, b) => a.order - b.order);
}

/** The blocks of all briefs, in no order that matters. */
export function listAllBlocks(db: Database): Promise<Block[]> {
  return db.blocks.toArray();
}

/** One brief; `null` when there is none with this id. */
export async function findBrief(db: Database, id: BriefId): Promise<Brief | null> {
  return (await db.briefs.get(id)) ?? null;
}

/** One block; `null` when there is none with this id. */
export async function findBlock(db: Database, id: BlockId): Promise<Block | null> {
  return (await db.blocks.get(id)) ?? null;
}
