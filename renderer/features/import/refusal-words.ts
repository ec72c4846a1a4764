import { i18n } from '@lingui/core';
import { plural, t as say } from '@lingui/core/macro';
import type { Activity } from '#core/activity.ts';

type Detail = Activity['detail'];

/**
 * Words why a file, or a part of one that holds several, was not imported, and what to do next; `null` for what is no
 * refusal of a container or a document. `format` is what the file is, worded.
 */
export function refusalWords(reason: string, detail: Detail, format: string): string | null {
  switch (reason) {
    case 'encrypted':
      return say`Not imported: it is locked by a password. Open it with its program, save it without one, and import that.`;
    case 'damaged':
      return damaged(detail);
    case 'unreadable':
      return unreadable(detail);
    case 'changed':
      return isBegun(detail)
        ? say`Not imported to its end: it was changed or replaced while it was read. Let it rest, then import it again; what was imported already adds nothing.`
        : say`Not imported: it was changed or replaced while it was read. Let it rest, then import it again.`;
    case 'bomb':
      return bomb(detail);
    case 'unsafe-name':
      return detail.link === undefined
        ? say`Not imported: its name in the archive leads to a place outside of it. Unpack it by hand if you trust it, and import the file.`
        : say`Not imported: it is no file but a link to another place. Import the file that it leads to.`;
    case 'no-columns':
      return say`Not imported: nobody said what its columns are. Import it again and choose them, or read it as one text.`;
    case 'passed-over':
      return passedOver(detail);
    case 'unsupported':
      return unsupported(detail, format);
    default:
      return null;
  }
}

/** Parts of it were read before. */
function isBegun({ parts }: Detail): boolean {
  return Number(parts ?? 0) > 0;
}

function unreadable(detail: Detail): string {
  switch (detail.closed) {
    case 'folder':
      return say`Not imported: this folder can’t be opened, so nothing in it was read. Give your account the right to read it, then import it again.`;
    case 'name':
      return say`Not imported: a file here has a name that can’t be read, as old systems wrote them. Rename it, then import it again.`;
    case 'gone':
      return isBegun(detail)
        ? say`Not imported to its end: it was moved, renamed or deleted while it was read. Import it again from where it is now; what was imported already adds nothing.`
        : say`Not imported: it is no longer there. It was moved, renamed or deleted after it was chosen: choose it again where it is now.`;
    default:
      return say`Not imported: it can’t be opened. Either your account may not read it, or it was changed after it was chosen. Give your account the right to read it and import it again.`;
  }
}

function damaged({ recovered, broken, part, cut }: Detail): string {
  if (cut !== undefined)
    return say`It is cut short: what was left of it has been read, the rest is lost. Fetch it again if you can.`;
  if (recovered !== undefined && recovered !== 0)
    return plural(Number(recovered), {
      one: 'The archive is cut short or broken: # file was found in it and is told of by itself, the rest is lost. Fetch it again.',
      other:
        'The archive is cut short or broken: # files were found in it and are told of one by one, the rest is lost. Fetch it again.',
    });
  if (broken !== undefined)
    return plural(Number(broken), {
      one: '# record in it is broken and was left out. Fetch the file again if you can.',
      other: '# records in it are broken and were left out. Fetch the file again if you can.',
    });
  if (part === undefined)
    return say`Not imported: it is cut short or broken inside. Fetch it again, or open it with its own program and save it anew.`;
  const where = String(part);
  return say`Not imported: it is broken inside (${where}). Fetch it again, or open it with its own program and save it anew.`;
}

function bomb({ limit, largest }: Detail): string {
  const most = largest === undefined ? '' : i18n.number(Number(largest));
  switch (limit) {
    case 'ratio':
    case 'overlap':
      return say`Not imported: it is made to unpack to far more than it holds, as files made to do harm are. Don’t open it with other programs either.`;
    case 'depth':
      return say`Not imported: too many archives lie in one another here. Unpack the outer ones by hand and import what is in them.`;
    case 'entries':
      return most === ''
        ? say`Not imported: it holds more files than are safe to read. Unpack it by hand and import it in parts.`
        : say`Not imported: it holds more than ${most} files. Unpack it by hand and import it in parts.`;
    case 'total':
      return say`Not imported: it would unpack to more than is safe. Unpack it by hand and import it in parts.`;
    case 'pages':
      return say`Not imported: it has more than ${most} pages. Split it with a PDF program and import the parts.`;
    case 'entities':
      return say`Not imported: it is made to grow without end when it is read, as files made to do harm are.`;
    default:
      return say`Not imported: reading it would take more memory than is safe. Save it anew with its own program, or in parts.`;
  }
}

function passedOver({ what, files, example }: Detail): string {
  const count = Number(files ?? 1);
  const one = String(example ?? '');
  const named = example === undefined ? '' : say` (such as ${one})`;
  if (what === 'system')
    return plural(count, {
      one: `Passed over: # file that a system or a program keeps for itself${named}. There is nothing to do.`,
      other: `Passed over: # files that systems or programs keep for themselves${named}. There is nothing to do.`,
    });
  if (what === 'hidden')
    return plural(count, {
      one: `Passed over: # hidden file${named}. If it is an article, choose the file by itself.`,
      other: `Passed over: # hidden files${named}. If one of them is an article, choose the file by itself.`,
    });
  if (what === 'page-part')
    return plural(count, {
      one: `Passed over: # script, style or picture that belongs to a saved page${named}. The page itself is read.`,
      other: `Passed over: # scripts, styles and pictures that belong to saved pages${named}. The pages themselves are read.`,
    });
  return plural(count, {
    one: `Passed over: # record that is no article${named}. There is nothing to do.`,
    other: `Passed over: # records that are no articles${named}. There is nothing to do.`,
  });
}

function unsupported({ format, method }: Detail, what: string): string {
  const packing = String(method ?? '');
  switch (format) {
    case 'packing':
      return say`Not imported: it is packed in a way that is not read (${packing}). Unpack it by hand and import what is in it.`;
    case 'image':
      return say`Not imported: this is ${what}. Read it with a text recognition program and import what it makes.`;
    case 'sound-or-film':
      return say`Not imported: this is ${what}. Write down what is said in it and import that.`;
    case 'archive':
      return say`Not imported: this is ${what} that is not read. Unpack it by hand and import what is in it.`;
    case 'program':
    case 'font':
    case 'database':
      return say`Not imported: this is ${what}, not an article.`;
    case 'spreadsheet':
      return say`Not imported: this is ${what}. Save its table as CSV and import that.`;
    default:
      return say`Not imported: this is ${what}, which is not read. Save it as PDF, DOCX or text with its own program and import that.`;
  }
}
