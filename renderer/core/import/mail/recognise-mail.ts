/** What a file of mail is: one message, a mailbox of many, or a web page saved as one. */
export type MailKind = 'message' | 'mailbox' | 'saved-page';

/** The line above each message of a mailbox: who sent it, and when. */
export const mailboxLine = /^From \S.*\d{1,2}:\d{2}.*$/;

/** A header: its name, a colon, its value. */
export const headerLine = /^([\x21-\x39\x3b-\x7e]{1,60}):(?:\s|$)/;

/** Which kind of mail a file is by how it begins; its name helps where that is not quite clear. `null`: none. */
export function recogniseMail(name: string, head: Uint8Array): MailKind | null {
  if (!mayBeMail(head)) return null;
  const start = String.fromCharCode(...head.subarray(0, 4096)).replace(/^(?:\xef\xbb\xbf)?\s*/, '');
  const [first = ''] = start.split(/\r?\n/, 1);
  const isBoxed = mailboxLine.test(first);
  const keys = headerKeys(isBoxed ? start.slice(first.length).replace(/^\r?\n/, '') : start);
  if (isBoxed && keys.size > 0) return 'mailbox';
  if (keys.size === 0) return null;
  if (isSavedPage(name, start)) return 'saved-page';
  if (/\.(?:eml|mht|mhtml)$/i.test(name)) return 'message';
  // A text may begin with lines that look like headers: those that only programs write tell a mail.
  const isSent = keys.has('from') && (keys.has('date') || keys.has('subject'));
  return isSent && ['message-id', 'received', 'mime-version'].some((key) => keys.has(key)) ? 'message' : null;
}

/** Whether the first line begins as in a mail: a quick look, as every file is asked. */
function mayBeMail(head: Uint8Array): boolean {
  let from = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  while (isSpace(head[from])) from += 1;
  return /^(?:From \S|[\x21-\x39\x3b-\x7e]{1,60}:)/.test(
    String.fromCharCode(...head.subarray(from, from + 64)),
  );
}

function isSpace(byte: number | undefined): boolean {
  return byte !== undefined && ((byte >= 9 && byte <= 13) || byte === 0x20 || byte === 0xa0);
}

/** The names of the headers at the start, as far as they go without anything else between them. */
function headerKeys(start: string): Set<string> {
  const keys = new Set<string>();
  for (const line of start.split(/\r?\n/)) {
    if (line === '') break;
    if (/^[ \t]/.test(line)) continue;
    const key = headerLine.exec(line)?.[1];
    if (key === undefined) break;
    keys.add(key.toLowerCase());
  }
  return keys;
}

function isSavedPage(name: string, start: string): boolean {
  if (!/^content-type:\s*multipart\/related/im.test(start)) return false;
  return /\.mht(?:ml)?$/i.test(name) || /^(?:snapshot-content-location:|from:\s*"?<?saved by)/im.test(start);
}
