import { useLingui } from '@lingui/react/macro';
import { maxHighlightLength } from '#core/annotations/highlight.ts';
import type { CodebookRefusal } from '#core/codebook/edit-codebook.ts';

/** Words for why a tag can't be made or a passage not be marked. */
export function useMarkWords(): {
  readonly refusal: (refusal: CodebookRefusal) => string;
  readonly tooLong: (length: number) => string;
} {
  const { t, i18n } = useLingui();
  return {
    refusal: (refusal) => {
      switch (refusal.reason) {
        case 'empty-name':
          return t`A tag needs a name on each side of the slash.`;
        case 'name-too-long':
          return t`A tag's name can have up to ${refusal.limit} characters.`;
        case 'missing-tag':
          return t`This tag has been deleted.`;
        default:
          return t`This tag can't be made.`;
      }
    },
    tooLong: (length) => {
      const selected = i18n.number(length);
      const most = i18n.number(maxHighlightLength);
      return t`${selected} characters are selected; a highlight holds up to ${most}. Mark it in parts.`;
    },
  };
}
