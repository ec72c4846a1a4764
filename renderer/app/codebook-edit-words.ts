import { plural, t } from '@lingui/core/macro';

/** A detail that an older version did not note reads as nothing. */
type Detail = Readonly<Record<string, string | number>> &
  Readonly<Record<'tag' | 'into' | 'parent' | 'to' | 'group' | 'count' | 'highlights', string | number>>;

type Sentence = (detail: Detail) => string;

/** A sentence for every edit of several tags at once, of the groups, and for what sets tags aside or parts them. */
export const codebookSentences: Readonly<Record<string, Sentence>> = {
  'tag.recolor': ({ tag }) => t`Gave the tag ${tag} another colour`,
  'tag.archive': ({ tag }) => t`Archived the tag ${tag}`,
  'tag.restore': ({ tag }) => t`Brought the tag ${tag} back from the archive`,
  'tag.split': ({ tag, into, highlights }) => {
    const moved = plural(Number(highlights), { one: '# highlight', other: '# highlights' });
    return t`Split ${into} from ${tag}, ${moved}`;
  },
  'tags.move': ({ count, parent }) => {
    const tags = countTags(count);
    return parent === '' ? t`Moved ${tags}` : t`Moved ${tags} under ${parent}`;
  },
  'tags.recolor': ({ count }) => {
    const tags = countTags(count);
    return t`Gave ${tags} another colour`;
  },
  'tags.archive': ({ count }) => {
    const tags = countTags(count);
    return t`Archived ${tags}`;
  },
  'tags.restore': ({ count }) => {
    const tags = countTags(count);
    return t`Brought ${tags} back from the archive`;
  },
  'tags.merge': ({ count, into, highlights }) => {
    const tags = countTags(count);
    const moved = plural(Number(highlights), { one: '# highlight', other: '# highlights' });
    return t`Merged ${tags} into ${into}, ${moved}`;
  },
  'tags.delete': ({ count, highlights }) => {
    const tags = countTags(count);
    const bared = plural(Number(highlights), { one: '# highlight lost one', other: '# highlights lost one' });
    return t`Deleted ${tags}; ${bared}`;
  },
  'group.create': ({ group }) => t`Made the group ${group}`,
  'group.rename': ({ group, to }) => t`Renamed the group ${group} to ${to}`,
  'group.delete': ({ group }) => t`Deleted the group ${group}`,
  'group.fill': ({ group, count }) => {
    const tags = countTags(count);
    return t`Put ${tags} into the group ${group}`;
  },
  'group.thin': ({ group, count }) => {
    const tags = countTags(count);
    return t`Took ${tags} out of the group ${group}`;
  },
  'group.assign': ({ count }) => {
    const tags = countTags(count);
    return t`Changed the groups of ${tags}`;
  },
};

function countTags(count: string | number): string {
  return plural(Number(count), { one: '# tag', other: '# tags' });
}
