import { t as say } from '@lingui/core/macro';
import type { Activity } from '#core/activity.ts';

/** Words why a broken, locked or dangerous file was refused, and what to do; `null` for any other reason. */
export function refusalWords({ reason, detail }: Pick<Activity, 'reason' | 'detail'>): string | null {
  switch (reason) {
    case 'damaged':
      return say`Not imported: it is cut short or broken inside. Copy or download it again and import it anew.`;
    case 'encrypted':
      return say`Not imported: it is locked by a password. Save it without the password and import that.`;
    case 'bomb':
      return bombWords(detail);
    case 'changed':
      return say`Not imported: the file changed or went away while it was read. Import it again.`;
    case 'unsafe-name':
      return say`Not imported: its name points out of its archive. If you trust it, unpack the archive and import the file.`;
    default:
      return null;
  }
}

function bombWords({ limit, largest }: Activity['detail']): string {
  const most = String(largest);
  switch (limit) {
    case 'entries':
      return say`Not imported: it holds more files than are safe to unpack. Unpack it with care and import parts of it.`;
    case 'depth':
      return say`Not imported: archives lie too deep within archives. Unpack the outer ones and import the rest.`;
    case 'pages':
      return say`Not imported: it has more than ${most} pages. Part it and import the parts.`;
    case 'entities':
      return say`Not imported: it is made to fill the memory of the program that reads it. Ask for it in another format.`;
    default:
      return say`Not imported: it would unpack to more than is safe. If you trust it, open it in its own program, save it as text and import that.`;
  }
}
