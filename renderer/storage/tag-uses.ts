import type { Tag } from '#core/codebook/tag.ts';
import { TagLedger } from '#core/codebook/tag-ledger.ts';
import type { TagCount } from '#core/codebook/tag-tree.ts';
import type { Change } from '#core/history/change.ts';
import type { TagId } from '#core/ids.ts';
import { whenApplied } from './apply-changes.ts';
import { readTextGroups } from './articles.ts';
import type { Database } from './database.ts';
import { listTags } from './tags.ts';

/** Answers how often each of `tags` is used, as of the moment it was handed over. */
export type CountUses = (tags: readonly Tag[]) => ReadonlyMap<TagId, TagCount>;

type Uses = {
  readonly ledger: TagLedger;
  readonly listeners: Set<() => void>;
  /** Settles once every highlight has been read. */
  readonly read: Promise<void>;
};

/** So small a part is read at a time that the window keeps answering meanwhile. */
const pageSize = 2_000;

const known = new WeakMap<Database, Uses>();

/**
 * Follow how often tags are used: `onCount` is called once every highlight has been read, and again after each edit
 * that touches one, each time with a new function. All highlights are read once for a database, in parts, however many
 * follow; from then on edits are followed one by one.
 *
 * @returns a function that ends the following.
 */
export function followTagUses(
  db: Database,
  onCount: (count: CountUses) => void,
  onFailure: (failure: unknown) => void,
): () => void {
  const uses = usesOf(db);
  let isFollowed = true;
  const tell = () => onCount((tags) => uses.ledger.count(tags));
  uses.read.then(
    () => {
      if (!isFollowed) return;
      uses.listeners.add(tell);
      tell();
    },
    (failure) => {
      if (isFollowed) onFailure(failure);
    },
  );
  return () => {
    isFollowed = false;
    uses.listeners.delete(tell);
  };
}

/** How often each tag is used, alone and with all below it, without reading highlights that have been read before. */
export async function countHighlightsByTag(db: Database): Promise<ReadonlyMap<TagId, TagCount>> {
  const uses = usesOf(db);
  await uses.read;
  return uses.ledger.count(await listTags(db));
}

function usesOf(db: Database): Uses {
  const there = known.get(db);
  if (there !== undefined) return there;
  const ledger = new TagLedger();
  const listeners = new Set<() => void>();
  let early: Change[] | null = [];
  const follow = (changes: readonly Change[]) => {
    const touching = changes.filter(touchesUses);
    if (touching.length === 0) return;
    // A page read later may be older than the edit: what comes while reading is noted after it.
    if (early !== null) early.push(...touching);
    else note(ledger, touching);
    for (const tell of listeners) tell();
  };
  const stop = whenApplied(db, follow);
  const read = readAll(db, ledger).then(
    () => {
      note(ledger, early ?? []);
      early = null;
    },
    (failure) => {
      // Whoever asks next tries again.
      stop();
      known.delete(db);
      throw failure;
    },
  );
  const uses = { ledger, listeners, read };
  known.set(db, uses);
  return uses;
}

async function readAll(db: Database, ledger: TagLedger): Promise<void> {
  for (const [articleId, group] of await readTextGroups(db)) ledger.group(articleId, group);
  let after = '';
  for (;;) {
    const page = await db.highlights.where('id').above(after).limit(pageSize).toArray();
    for (const highlight of page) ledger.put(highlight);
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    after = last.id;
  }
}

function note(ledger: TagLedger, changes: readonly Change[]): void {
  for (const change of changes) {
    if (change.table === 'articles') ledger.group(change.id, change.after?.sameText?.group ?? null);
    if (change.table !== 'highlights') continue;
    if (change.after === null) ledger.drop(change.id);
    else ledger.put(change.after);
  }
}

/** Highlights, and articles that come into another group of the same text: uses are counted by text too. */
function touchesUses(change: Change): boolean {
  if (change.table === 'highlights') return true;
  if (change.table !== 'articles') return false;
  return change.before?.sameText?.group !== change.after?.sameText?.group;
}
