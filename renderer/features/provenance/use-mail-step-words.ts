import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { Step } from '#core/article.ts';
import { readingOfStep } from '#core/import/tables/row-reading.ts';

/** Words what import did with a mail, a page saved in one file or a row of a table; `null` for any other step. */
export function useMailStepWords(): (step: Step) => string | null {
  const { t } = useLingui();
  return ({ name, detail }) => {
    switch (name) {
      case 'read-mail':
        return detail === 'html' ? t`Text of the mail taken from its page` : t`Text of the mail taken`;
      case 'unquote-from':
        return plural(Number(detail), {
          one: 'A mark taken off that the mailbox had put before # line',
          other: 'Marks taken off that the mailbox had put before # lines',
        });
      case 'mail-headers':
        return t`The mail says ${detail}`;
      case 'attachments':
        return t`Attachments, articles of their own: ${detail}`;
      case 'attachments-unread':
        return t`Attachments that are not read and stay in the kept file: ${detail}`;
      case 'saved-page':
        return detail === '' ? t`Page taken from the file` : t`Page taken from the file, saved ${detail}`;
      case 'table-row': {
        const { texts, title } = columnsOf(detail);
        return title === ''
          ? t`One row of a table: its text from ${texts}`
          : t`One row of a table: its text from ${texts}, its title from ${title}`;
      }
      case 'date-unread':
        return t`The date in its column was not read: ${detail}`;
      default:
        return null;
    }
  };
}

/** The columns that a row was read by, as the table calls them or by their number. */
function columnsOf(detail: string): { texts: string; title: string } {
  const reading = readingOfStep(detail);
  const called = (at: number) => `“${reading?.headings[at] || String(at + 1)}”`;
  const title = reading?.mapping.roles.title;
  return {
    texts: reading?.mapping.text.map(called).join(', ') ?? '',
    title: title === undefined ? '' : called(title),
  };
}
