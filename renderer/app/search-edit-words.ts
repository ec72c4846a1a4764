import { plural, t } from '@lingui/core/macro';

/** A detail that an older version did not note reads as nothing. */
type Detail = Readonly<Record<string, string | number>>;
type Sentence = (detail: Detail) => string;

/** A sentence for every edit of saved searches and of what they found. */
export const searchSentences: Readonly<Record<string, Sentence>> = {
  'index.repair': () => t`Noted damage to the search index`,
  'search.save': ({ name = '' }) => t`Saved the search “${name}”`,
  'search.rename': ({ name = '', to = '' }) => t`Renamed the search “${name}” to “${to}”`,
  'search.change': ({ name = '' }) => t`Changed what the search “${name}” asks for`,
  'search.delete': ({ name = '' }) => t`Deleted the saved search “${name}”`,
  'search.accept': ({ name = '', count }) => {
    const articles = articlesIn(count);
    return t`Accepted ${articles} found by “${name}”`;
  },
  'search.dismiss': ({ name = '', count }) => {
    const articles = articlesIn(count);
    return t`Dismissed ${articles} found by “${name}”`;
  },
  'search.reopen': ({ name = '', count }) => {
    const articles = articlesIn(count);
    return t`Put ${articles} back into the inbox of “${name}”`;
  },
  'search.seen': ({ name = '', count }) => {
    const articles = articlesIn(count);
    return t`Marked ${articles} found by “${name}” as seen`;
  },
  'search.tag': ({ name = '', tag = '', count }) => {
    const articles = articlesIn(count);
    return t`Tagged ${articles} found by “${name}” with ${tag}`;
  },
};

function articlesIn(count: Detail[string] | undefined): string {
  return plural(Number(count ?? 0), { one: '# article', other: '# articles' });
}
