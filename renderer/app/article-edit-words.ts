import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';

/** A detail that an older version did not note reads as nothing. */
type Detail = Readonly<Record<string, string | number>>;
type Sentence = (detail: Detail) => string;

/** A sentence for every edit of articles; a lone one is named where its title was noted. */
export const articleSentences: Readonly<Record<string, Sentence>> = {
  'articles.import': ({ imported, duplicates, refused }) =>
    importSentence(count(imported), count(duplicates), count(refused)),
  'article.status': ({ status, title, count: articles }) =>
    title === undefined
      ? statusOfMany(String(status), count(articles))
      : statusOfOne(String(status), String(title)),
  'article.open': ({ title = '' }) => t`Opened “${title}”`,
  'article.read': ({ title = '', count: paragraphs }) => {
    const read = plural(count(paragraphs), { one: '# paragraph', other: '# paragraphs' });
    return t`Read ${read} of “${title}”`;
  },
  'article.flag': ({ flagged, title, count: articles }) => {
    const named = title === undefined ? articlesIn(count(articles)) : t`“${title}”`;
    if (flagged === undefined) return t`Changed the flag of ${named}`;
    return flagged === 1 ? t`Flagged ${named}` : t`Took the flag off ${named}`;
  },
  'article.correct': ({ field, title }) => {
    const name = fieldWord(String(field));
    return title === undefined
      ? t`Corrected the ${name} of an article`
      : t`Corrected the ${name} of “${title}”`;
  },
  'article.join-text': ({ title = '', sameAs = '' }) =>
    t`Said that “${title}” has the same text as “${sameAs}”`,
  'article.part-text': ({ title = '' }) => t`Said that “${title}” has a text of its own`,
  'articles.group-text': ({ joined, left }) => groupSentence(count(joined), count(left)),
  'article.take-date': ({ title = '' }) => t`Took over the suggested date of “${title}”`,
  'article.noise': ({ title = '', quote = '' }) => t`Marked “${quote}” as boilerplate in “${title}”`,
  'articles.noise': ({ lines, count: articles }) => {
    const repeated = plural(count(lines), { one: '# repeated line', other: '# repeated lines' });
    const where = articlesIn(count(articles));
    return t`Marked ${repeated} as boilerplate, ${where}`;
  },
  'article.spare': ({ title = '', quote = '' }) => t`Marked “${quote}” as text in “${title}”`,
  'damage.dismiss': ({ title = '', quote = '' }) => t`“${quote}” in “${title}” is no damage`,
  'damage.restore': ({ title = '', quote = '' }) => t`“${quote}” in “${title}” looks damaged after all`,
  'article.derive': ({ title = '', moved, waiting }) => {
    const along = plural(count(moved), { one: '# passage moved along', other: '# passages moved along' });
    const left = plural(count(waiting), { one: '# waits for review', other: '# wait for review' });
    return t`Read the text of “${title}” again: ${along}, ${left}`;
  },
  'batch.answer': ({ at }) => {
    const when = moment(at);
    return t`Corrected where the import of ${when} comes from`;
  },
  'batch.take-back': ({ at, count: articles }) => {
    const when = moment(at);
    const gone = articlesIn(count(articles));
    return t`Took back the import of ${when}, ${gone}`;
  },
};

function groupSentence(joined: number, left: number): string {
  const parts = [
    plural(joined, {
      one: 'Found that # article has the text of another one',
      other: 'Found that # articles have the text of another one',
    }),
    plural(left, {
      one: 'Found that # article has a text of its own',
      other: 'Found that # articles have a text of their own',
    }),
  ];
  return parts.filter((_, at) => [joined, left][at] !== 0).join('; ');
}

function moment(at: Detail[string] | undefined): string {
  const date = new Date(String(at));
  return Number.isNaN(date.getTime()) ? '?' : i18n.date(date, { dateStyle: 'medium', timeStyle: 'short' });
}

function count(value: Detail[string] | undefined): number {
  return Number(value ?? 0);
}

function articlesIn(articles: number): string {
  return plural(articles, { one: '# article', other: '# articles' });
}

function importSentence(imported: number, duplicates: number, refused: number): string {
  const parts = [plural(imported, { one: 'Imported # article', other: 'Imported # articles' })];
  if (duplicates > 0) parts.push(plural(duplicates, { one: '# duplicate', other: '# duplicates' }));
  if (refused > 0) parts.push(plural(refused, { one: '# file refused', other: '# files refused' }));
  return parts.join(', ');
}

function statusOfOne(status: string, title: string): string {
  switch (status) {
    case 'read':
      return t`Marked “${title}” as read`;
    case 'reading':
      return t`Marked “${title}” as being read`;
    default:
      return t`Marked “${title}” as unread`;
  }
}

function statusOfMany(status: string, articles: number): string {
  switch (status) {
    case 'read':
      return plural(articles, { one: 'Marked # article as read', other: 'Marked # articles as read' });
    case 'reading':
      return plural(articles, { one: 'Began to read # article', other: 'Began to read # articles' });
    default:
      return plural(articles, { one: 'Marked # article as unread', other: 'Marked # articles as unread' });
  }
}

function fieldWord(field: string): string {
  switch (field) {
    case 'title':
      return t`title`;
    case 'publisher':
      return t`publisher`;
    case 'carrier':
      return t`carrier`;
    case 'byline':
      return t`byline`;
    case 'publishedAt':
      return t`publication date`;
    case 'address':
      return t`address`;
    case 'translation':
      return t`translation`;
    default:
      return t`language`;
  }
}
