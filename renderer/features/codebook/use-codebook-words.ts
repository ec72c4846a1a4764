import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import type { CodebookRefusal } from '#core/codebook/edit-codebook.ts';
import type { TagColor } from '#core/codebook/tag.ts';
import type { TagUse } from '#core/codebook/tag-tree.ts';

/** The sentences of the codebook. */
export type CodebookWords = {
  readonly refusal: (refusal: CodebookRefusal) => string;
  readonly color: (color: TagColor) => string;
  readonly use: (use: TagUse) => string;
};

/** Word refusals, colours and counts in the language of the screen. */
export function useCodebookWords(): CodebookWords {
  const { t } = useLingui();
  return {
    refusal(refusal) {
      switch (refusal.reason) {
        case 'empty-name':
          return t`A tag needs a name.`;
        case 'slash-in-name':
          return t`A slash stands between a tag and the one below it; a name can't hold one.`;
        case 'name-too-long':
          return t`The name is longer than ${refusal.limit} characters.`;
        case 'description-too-long':
          return t`The description is longer than ${refusal.limit} characters.`;
        case 'guide-too-long':
          return t`One of the rules is longer than ${refusal.limit} characters.`;
        case 'nothing-chosen':
          return t`Nothing is chosen.`;
        case 'name-taken':
          return t`“${refusal.by.name}” stands there already. Merge the two, or choose another name.`;
        case 'cycle':
          return t`A tag can't stand below itself or below one of its own tags.`;
        case 'same-tag':
          return t`Choose another tag.`;
        case 'missing-tag':
        case 'missing-parent':
          return t`This tag is no longer in the codebook.`;
      }
    },
    color(color) {
      const names: Record<TagColor, string> = {
        yellow: t`yellow`,
        red: t`red`,
        green: t`green`,
        blue: t`blue`,
        purple: t`purple`,
        magenta: t`magenta`,
        orange: t`orange`,
        teal: t`teal`,
        brown: t`brown`,
        grey: t`grey`,
      };
      return names[color];
    },
    use({ highlights, articles }) {
      const passages = plural(highlights, { one: '# highlight', other: '# highlights' });
      const sources = plural(articles, { one: '# article', other: '# articles' });
      return t`${passages} in ${sources}`;
    },
  };
}
