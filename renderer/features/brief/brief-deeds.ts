import type { Block, BlockContent, Brief } from '#core/brief/brief.ts';
import {
  addBlock,
  type BriefHead,
  createBrief,
  deleteBlock,
  deleteBrief,
  duplicateBrief,
  moveBlock,
  setHead,
  writeBlock,
} from '#core/brief/edit-brief.ts';
import type { Change } from '#core/history/change.ts';
import type { EditLabel } from '#core/history/edit.ts';
import { type BlockId, type BriefId, type GroupId, type HighlightId, newId } from '#core/ids.ts';
import type { Session } from '#state/session.ts';
import { findBlock, findBrief, listBlocks, listBriefs } from '#storage/briefs.ts';
import { findHighlight } from '#storage/highlights.ts';

/** Make a brief. Answers its id; `null` when it could not be kept (the analyst has been told). */
export async function startBrief(
  session: Session,
  head: BriefHead,
  contents: readonly BlockContent[],
): Promise<BriefId | null> {
  const { brief, changes } = createBrief(head, contents, maker());
  const outcome = await session.commit(labelOf('brief.create', brief), () => changes);
  return outcome.ok ? brief.id : null;
}

/** Fill in a part of the head; what is typed in one go shares a `group` and is undone together. */
export function writeHead(
  session: Session,
  briefId: BriefId,
  head: Partial<BriefHead>,
  group: GroupId,
): Promise<boolean> {
  return edit(session, briefId, { action: 'brief.head', group }, (brief) => setHead(brief, head, now()));
}

/** Write the content of a block. */
export function writeContent(
  session: Session,
  block: Pick<Block, 'id' | 'briefId'>,
  content: BlockContent,
  group: GroupId,
): Promise<boolean> {
  return edit(session, block.briefId, { action: 'brief.write', group }, async (brief) => {
    const newest = await findBlock(session.db, block.id);
    return newest === null ? [] : writeBlock(brief, newest, content, now());
  });
}

/** Put a block in at `index`; past the end is the end. Answers its id, `null` when it could not be kept. */
export async function insertBlock(
  session: Session,
  briefId: BriefId,
  content: BlockContent,
  index: number,
): Promise<BlockId | null> {
  let id: BlockId | null = null;
  const isKept = await edit(session, briefId, { action: 'brief.add' }, async (brief) => {
    const { block, changes } = addBlock(
      brief,
      await listBlocks(session.db, briefId),
      { content, index },
      maker(),
    );
    id = block.id;
    return changes;
  });
  return isKept ? id : null;
}

/** Move a block so that it stands at the place that `indexOf` gives for the blocks as they are by then. */
export function moveBlockTo(
  session: Session,
  block: Pick<Block, 'id' | 'briefId'>,
  indexOf: (blocks: readonly Block[]) => number,
): Promise<boolean> {
  return edit(session, block.briefId, { action: 'brief.move' }, async (brief) => {
    const blocks = await listBlocks(session.db, block.briefId);
    return moveBlock(brief, blocks, { id: block.id, index: indexOf(blocks) }, now());
  });
}

/** Take a block away. */
export function dropBlock(session: Session, block: Pick<Block, 'id' | 'briefId'>): Promise<boolean> {
  return edit(session, block.briefId, { action: 'brief.remove' }, async (brief) => {
    const newest = await findBlock(session.db, block.id);
    return newest === null ? [] : deleteBlock(brief, newest, now());
  });
}

/** Copy a brief under another title. Answers the copy's id. */
export async function copyBrief(session: Session, briefId: BriefId, title: string): Promise<BriefId | null> {
  let id: BriefId | null = null;
  const isKept = await edit(session, briefId, { action: 'brief.duplicate' }, async (brief) => {
    const blocks = await listBlocks(session.db, briefId);
    const copy = duplicateBrief({ brief, blocks, title }, maker());
    id = copy.brief.id;
    return copy.changes;
  });
  return isKept ? id : null;
}

/** Take a brief and its blocks away. */
export function dropBrief(session: Session, briefId: BriefId): Promise<boolean> {
  return edit(session, briefId, { action: 'brief.delete' }, async (brief) =>
    deleteBrief(brief, await listBlocks(session.db, briefId)),
  );
}

/** What came of citing a passage from elsewhere. */
export type CiteOutcome = { readonly briefId: BriefId; readonly title: string } | null;

/**
 * Put a passage as a quote at the end of a brief: of `briefId`, of the newest one when that is gone, or of a new one
 * with `head` when there is none. `null` when it could not be kept.
 */
export async function quoteInBrief(
  session: Session,
  highlightId: HighlightId,
  target: { readonly briefId: BriefId | null; readonly head: BriefHead },
): Promise<CiteOutcome> {
  const { db } = session;
  const highlight = await findHighlight(db, highlightId);
  let cited: CiteOutcome = null;
  const detail = { quote: shorten(highlight?.anchor.exact ?? '') };
  const outcome = await session.commit({ action: 'brief.cite', detail }, async () => {
    const chosen = target.briefId === null ? null : await findBrief(db, target.briefId);
    const brief = chosen ?? (await listBriefs(db))[0];
    const content: BlockContent = { kind: 'quote', highlightId };
    if (brief === undefined) {
      const made = createBrief(target.head, [content], maker());
      cited = { briefId: made.brief.id, title: made.brief.title };
      return made.changes;
    }
    const blocks = await listBlocks(db, brief.id);
    cited = { briefId: brief.id, title: brief.title };
    return addBlock(brief, blocks, { content, index: blocks.length }, maker()).changes;
  });
  return outcome.ok ? cited : null;
}

type BriefEdit = { readonly action: string; readonly group?: GroupId };

/** Edit a brief as it is when its turn has come; nothing happens when it is gone. Answers whether it was kept. */
async function edit(
  session: Session,
  briefId: BriefId,
  { action, group }: BriefEdit,
  plan: (brief: Brief) => readonly Change[] | Promise<readonly Change[]>,
): Promise<boolean> {
  const named = await findBrief(session.db, briefId);
  const outcome = await session.commit(
    labelOf(action, named),
    async () => {
      const brief = await findBrief(session.db, briefId);
      return brief === null ? [] : plan(brief);
    },
    group === undefined ? {} : { group },
  );
  return outcome.ok;
}

function labelOf(action: string, brief: Brief | null): EditLabel {
  return { action, detail: { title: shorten(brief?.title ?? '') } };
}

function maker() {
  return { now: now(), newId };
}

function now(): string {
  return new Date().toISOString();
}

/** The beginning of a text, for the history. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 59).toWellFormed()}…`;
}
