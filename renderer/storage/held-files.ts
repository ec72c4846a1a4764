import { whenApplied } from './apply-changes.ts';
import type { Database } from './database.ts';

/** Which files the articles of a working copy were made of: told at once, so that hardly any has to be looked up. */
export type HeldFiles = {
  /** Whether there may be an article of the file with this hash; `false` is certain. */
  mayHave(sha256: string): boolean;
  /** Counts the edits of articles: what was planned before the last one may not hold any more. */
  edits(): number;
  /** Stop following the edits. */
  close(): void;
};

/** Hexadecimal digits that fit a number exactly: among a million files two agree in them once in hundreds of times. */
const digits = 12;

/** Read the hashes of all files the articles were made of, and follow each edit. */
export async function loadHeldFiles(db: Database): Promise<HeldFiles> {
  const held = new Set<number>();
  let edits = 0;
  // An article that is removed stays: it only costs a look.
  const close = whenApplied(db, (changes) => {
    for (const change of changes) {
      if (change.table !== 'articles') continue;
      edits += 1;
      if (change.after !== null) held.add(shortened(change.after.originalSha256));
    }
  });
  for (const sha256 of await db.articles.orderBy('originalSha256').uniqueKeys())
    held.add(shortened(String(sha256)));
  return { mayHave: (sha256) => held.has(shortened(sha256)), edits: () => edits, close };
}

function shortened(sha256: string): number {
  return Number.parseInt(sha256.slice(0, digits), 16);
}
