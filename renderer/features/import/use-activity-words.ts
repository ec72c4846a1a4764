import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Activity } from '#core/activity.ts';
import { partlyWords } from './partly-words.ts';
import { refusalWords } from './refusal-words.ts';

/** What came of a file, as far as words need it. */
export type Outcome = Pick<Activity, 'reason' | 'detail'>;

/** Words what came of a file in one sentence. */
export function useActivityWords(): (outcome: Outcome) => string {
  const { t, i18n } = useLingui();
  const formatWords = useFormatWords();
  const megabytes = (bytes: unknown) =>
    i18n.number(Number(bytes ?? 0) / 1024 / 1024, { maximumFractionDigits: 1 });

  function repairs({ unreadable, controls, misread }: Outcome['detail']): string {
    const parts: string[] = [];
    const lost = Number(unreadable);
    const dropped = Number(controls);
    if (lost > 0)
      parts.push(
        plural(lost, {
          one: '# character could not be read and stands as �',
          other: '# characters could not be read and stand as �',
        }),
      );
    if (dropped > 0)
      parts.push(
        plural(dropped, {
          one: '# control character was left out',
          other: '# control characters were left out',
        }),
      );
    // Older lines of the log have no such number.
    const mended = Number(misread ?? 0);
    if (mended > 0)
      parts.push(
        plural(mended, {
          one: '# misread character was put right',
          other: '# misread characters were put right',
        }),
      );
    return parts.join(', ');
  }

  return ({ reason, detail }) => {
    const title = String(detail.title ?? '');
    const sameAs = String(detail.sameAs ?? '');
    const done = reason === 'repaired' ? repairs(detail) : '';
    const size = megabytes(detail.sizeBytes);
    const limit = megabytes(detail.largestBytes);
    const format = formatWords(detail.format);
    const encoding = String(detail.encoding);
    const message = String(detail.message);
    switch (reason) {
      case 'imported':
        return t`Imported as: ${title}`;
      case 'repaired':
        return sameAs === ''
          ? t`Imported with repairs (${done}) as: ${title}`
          : t`Imported with repairs (${done}) as: ${title}. It has the same text as: ${sameAs}`;
      case 'same-text':
        return t`Imported as: ${title}. It has the same text as: ${sameAs}`;
      case 'duplicate':
        return t`Already here, the same file byte for byte: ${title}`;
      case 'duplicate-text':
        return t`Already here, another file with the same text: ${title}`;
      case 'empty':
        return t`Not imported: there is no text in it. If there should be, fetch the file again.`;
      case 'too-large':
        return t`Not imported: it has ${size} MB; an article may have ${limit} MB at most. Split it and import the parts.`;
      case 'binary':
        return t`Not imported: it holds data, not text. If it is a document, save it as PDF, DOCX or text with its own program.`;
      case 'undecodable':
        return t`Not imported: its characters can’t be read as ${encoding}. Save it as UTF-8 and try again.`;
      case 'failed':
        return t`Not imported: reading it failed (${message}). Save it anew with its own program and import that.`;
      case 'left':
        return t`Not imported: the import ended before its turn. Import it again.`;
      case 'index-damaged':
        return t`The search index was damaged: what was lost of it is being made anew. Your articles are not touched.`;
      case 'index-unkept':
        return t`The search index can’t be kept on this disk: it is made anew at each start. Your articles are not touched.`;
      default:
        return refusalWords(reason, detail, format) ?? partlyWords({ reason, detail }) ?? reason;
    }
  };
}

function useFormatWords(): (format: unknown) => string {
  const { t } = useLingui();
  return (format) => {
    switch (format) {
      case 'pdf':
        return t`a PDF file`;
      case 'zip':
        return t`a ZIP archive or an office document`;
      case 'spreadsheet':
        return t`a spreadsheet`;
      case 'slides':
        return t`a presentation`;
      case 'office':
        return t`an office document of another kind`;
      case 'old-office':
        return t`an old office document`;
      case 'rtf':
        return t`an RTF document`;
      case 'image':
        return t`a picture`;
      case 'sound-or-film':
        return t`a sound or film file`;
      case 'archive':
        return t`an archive`;
      case 'database':
        return t`a database`;
      case 'program':
        return t`a program`;
      case 'font':
        return t`a font`;
      case 'wacz':
        return t`a web archive`;
      default:
        return t`a file of another kind`;
    }
  };
}
