import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { toCsv } from '#core/exchange/csv.ts';
import {
  type WritingWords,
  writingsToHtml,
  writingsToMarkdown,
  writingsToRows,
} from '#core/memos/export-writings.ts';
import type { Shelf } from '#core/memos/things.ts';
import type { Writing } from '#core/memos/writings.ts';
import { desktop } from '#state/desktop.ts';
import { notify } from '#state/notices.ts';
import { useSession } from '#state/session.ts';
import { useMemoWords } from './use-memo-words.ts';
import { useAnalystNames } from './use-memos.ts';

/** How memos are saved as a file. */
export type WritingFormat = 'markdown' | 'html' | 'csv';

/** A function that saves writings as a file where the analyst chooses, and tells what came of it. */
export function useSaveWritings(
  shelf: Shelf,
): (writings: readonly Writing[], format: WritingFormat) => Promise<void> {
  const { t } = useLingui();
  const { workspace } = useSession();
  const words = useWritingWords();
  return async (writings, format) => {
    const answer = await desktop().saveFile({
      suggestedName: `${workspace.name} - ${t`memos`}`,
      kind: format,
      content: write(writings, format, { shelf, words }),
    });
    if (answer === null) return;
    const count = plural(writings.length, { one: '# memo or note', other: '# memos and notes' });
    if (answer.ok) notify({ kind: 'good', text: t`Saved ${count} to ${answer.fileLabel}.` });
    else notify({ kind: 'danger', text: t`The file could not be saved: ${answer.problem.message}` });
  };
}

function write(
  writings: readonly Writing[],
  format: WritingFormat,
  sources: { readonly shelf: Shelf; readonly words: WritingWords },
): string {
  switch (format) {
    case 'markdown':
      return writingsToMarkdown(writings, sources);
    case 'html':
      return writingsToHtml(writings, sources);
    case 'csv':
      return toCsv(writingsToRows(writings, sources));
  }
}

function useWritingWords(): WritingWords {
  const { t, i18n } = useLingui();
  const { workspace } = useSession();
  const { subject, gone, untitled } = useMemoWords();
  const nameOf = useAnalystNames();
  return {
    title: t`Memos of “${workspace.name}”`,
    language: i18n.locale,
    columns: {
      kind: t`Kind`,
      name: t`Title`,
      text: t`Text`,
      on: t({ message: 'On', context: 'what a memo is on' }),
      links: t`Leads to`,
      author: t`Analyst`,
      made: t`Begun`,
      changed: t`Changed`,
    },
    memo: t`Memo`,
    note: t`Note`,
    untitled,
    subject,
    gone,
    author: (writing) => nameOf(writing.analystId),
  };
}
