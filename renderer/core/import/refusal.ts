/** Why a file, or a part of a file that holds several, was not imported. */
export type RefusalReason =
  | 'empty'
  | 'too-large'
  | 'unsupported'
  | 'binary'
  | 'undecodable'
  /** The system would not let it be read, it went away, or it changed while it was read. */
  | 'unreadable'
  | 'changed'
  /** Locked by a password. */
  | 'encrypted'
  /** Cut short or broken inside. */
  | 'damaged'
  /** It would unpack to more than is safe: too large, too many entries, too deep. */
  | 'bomb'
  /** An entry that names a place outside of its archive. */
  | 'unsafe-name'
  /** Not an article by what it is: kept by a system or a program beside the files, or part of a saved page. */
  | 'passed-over'
  /** A table whose columns were not told. */
  | 'no-columns'
  | 'failed';

/** That a file was not imported; `detail` has the numbers and names that go into the words. */
export type Refusal = {
  readonly kind: 'refused';
  /** The file, and for a part the way to it: `mails.zip/may/1.eml`. */
  readonly name: string;
  readonly reason: RefusalReason;
  readonly detail: Readonly<Record<string, string | number>>;
};

/** A refusal in one call. */
export function refuse(name: string, reason: RefusalReason, detail: Refusal['detail'] = {}): Refusal {
  return { kind: 'refused', name, reason, detail };
}
