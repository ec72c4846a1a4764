import { plural } from '@lingui/core/macro';
import { useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import type { CodebookRefusal } from '#core/codebook/edit-codebook.ts';
import type { GroupRefusal } from '#core/codebook/edit-tag-groups.ts';
import type { TagColor } from '#core/codebook/tag.ts';
import type { TagUse } from '#core/codebook/tag-tree.ts';
import type { DeedOutcome } from './codebook-deeds.ts';
import type { GroupOutcome } from './group-deeds.ts';

/** The sentences of the codebook. */
export type CodebookWords = {
  readonly refusal: (refusal: CodebookRefusal | GroupRefusal) => string;
  /** What has to be shown of an outcome: a refusal. What could not be saved is told by the shell. */
  readonly problem: (outcome: DeedOutcome | GroupOutcome) => string | null;
  readonly color: (color: TagColor) => string;
  readonly use: (use: TagUse) => string;
  readonly tags: (count: number) => string;
};

/** Word refusals, colours and counts in the language of the screen. */
export function useCodebookWords(): CodebookWords {
  const { t } = useLingui();
  return useMemo(() => {
    const refusalWords = (refusal: CodebookRefusal | GroupRefusal): string => {
      switch (refusal.reason) {
        case 'empty-name':
          return t`A name is needed.`;
        case 'slash-in-name':
          return t`A slash stands between a tag and the one below it; a name can’t hold one.`;
        case 'name-too-long':
          return t`The name is longer than ${refusal.limit} characters.`;
        case 'description-too-long':
          return t`The description would be longer than ${refusal.limit} characters. Shorten it first.`;
        case 'guide-too-long':
          return t`One of the rules would be longer than ${refusal.limit} characters. Shorten it first.`;
        case 'group-full':
          return t`A group holds no more than ${refusal.limit} tags.`;
        case 'name-taken':
          return t`“${refusal.by.name}” stands there already. Merge the two, or choose another name.`;
        case 'cycle':
          return t`A tag can’t stand below itself or below one of its own tags.`;
        case 'same-tag':
          return t`Choose another tag.`;
        case 'nothing-chosen':
          return t`Nothing is chosen any more.`;
        case 'missing-group':
          return t`This group is no longer there.`;
        case 'missing-tag':
        case 'missing-parent':
          return t`This tag is no longer in the codebook.`;
      }
    };
    const colors: Record<TagColor, string> = {
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
    return {
      refusal: refusalWords,
      problem: (outcome) => (outcome.kind === 'refused' ? refusalWords(outcome.refusal) : null),
      color: (color) => colors[color],
      use({ highlights, articles, texts }) {
        const passages = plural(highlights, { one: '# highlight', other: '# highlights' });
        const counted = plural(articles, { one: '# article', other: '# articles' });
        const different = plural(texts ?? articles, { one: '# text', other: '# texts' });
        const sources = texts === undefined ? counted : `${counted} (${different})`;
        return t`${passages} in ${sources}`;
      },
      tags: (count) => plural(count, { one: '# tag', other: '# tags' }),
    };
  }, [t]);
}
