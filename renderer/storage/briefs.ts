import type { Block, Brief } from '#core/brief/brief.ts';
import type { BriefId } from '#core/ids.ts';
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
