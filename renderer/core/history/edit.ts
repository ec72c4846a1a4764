import type { DeviceId, GroupId } from '#core/ids.ts';
import type { Change } from './change.ts';

/**
 * What an edit was about, for the history to word: `action` is a code such as `highlight.add`, `tag.merge`,
 * `articles.import`; `detail` holds the names and counts that go into its sentence.
 */
export type EditLabel = {
  readonly action: string;
  readonly detail: Readonly<Record<string, string | number>>;
};

/** One intent of the analyst, kept whole in the journal. */
export type Edit = {
  /** ISO 8601 UTC, by the device's clock. */
  readonly at: string;
  readonly label: EditLabel;
  readonly changes: readonly Change[];
  /** Edits of one group are undone together: the parts of a long import. `null` for a lone edit. */
  readonly group: GroupId | null;
  /**
   * What this edit does to the history: a `new` intent, the `undo` / `redo` of the edit of `target` (its sequence number
   * on the same device), or something noted `beside` it (what was read), which undo passes over.
   */
  readonly kind: 'new' | 'undo' | 'redo' | 'beside';
  readonly target: number | null;
};

/** A device's own numbering of its edits, from 1, without gaps. */
export type Sequence = number;

/** An edit as the journal holds it. */
export type JournalEntry = {
  readonly device: DeviceId;
  readonly sequence: Sequence;
  /** Hybrid logical time: milliseconds since 1970 times 65,536 plus a counter, as a decimal string (64 bits). */
  readonly time: string;
  /** SHA-256 of the device's previous hash, this entry's head and its body, in hex. */
  readonly hash: string;
  readonly edit: Edit;
};

/** The last entry of a device. */
export type JournalHead = {
  readonly device: DeviceId;
  readonly sequence: Sequence;
  readonly hash: string;
};
