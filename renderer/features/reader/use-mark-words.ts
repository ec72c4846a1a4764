import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { type HighlightMark, maxHighlightLength } from '#core/annotations/highlight.ts';
import type { Joined } from '#core/annotations/join-highlights.ts';
import type { CodebookRefusal } from '#core/codebook/edit-codebook.ts';

type JoinProblem = Extract<Joined, { ok: false }>['problem'];

/** Words for why a tag can't be made, a passage not be marked or highlights not be joined. */
export function useMarkWords(): {
  readonly refusal: (refusal: CodebookRefusal) => string;
  readonly tooLong: (length: number) => string;
  readonly cantJoin: (problem: JoinProblem) => string;
  readonly gradesDiffered: string;
  readonly mark: (mark: HighlightMark) => string;
  readonly marked: (mark: HighlightMark, isOn: boolean) => string;
} {
  const { t, i18n } = useLingui();
  return useMemo(
    () => ({
      refusal: (refusal) => {
        switch (refusal.reason) {
          case 'empty-name':
            return t`A tag needs a name on each side of the slash.`;
          case 'name-too-long':
            return t`A tag’s name can have up to ${refusal.limit} characters.`;
          case 'missing-tag':
            return t`This tag has been deleted.`;
          default:
            return t`This tag can’t be made.`;
        }
      },
      tooLong: (length) => {
        const selected = i18n.number(length);
        const most = i18n.number(maxHighlightLength);
        return t`${selected} characters are selected; a highlight holds up to ${most}. Mark it in parts.`;
      },
      gradesDiffered: t`What was joined had been graded differently: grade it anew, it is F6 now.`,
      mark: (mark) => (mark === 'important' ? t`Important` : t`Suspected translation error`),
      marked: (mark, isOn) => {
        if (mark === 'important') return isOn ? t`Marked as important` : t`No longer marked as important`;
        return isOn
          ? t`Marked as a suspected translation error`
          : t`No longer marked as a suspected translation error`;
      },
      cantJoin: (problem) => {
        const most = i18n.number(maxHighlightLength);
        switch (problem) {
          case 'too-few':
            return t`It takes two highlights to join.`;
          case 'other-text':
            return t`One of them was made on another version of this text. Check first where it stands.`;
          case 'apart':
            return t`Only highlights that overlap or have no word between them can be joined.`;
          case 'too-long':
            return t`Joined they would be longer than the ${most} characters a highlight holds.`;
          case 'note-too-long':
            return t`Their notes are too long to be joined. Shorten one of them first.`;
        }
      },
    }),
    [t, i18n],
  );
}
