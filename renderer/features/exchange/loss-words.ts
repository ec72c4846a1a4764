import { plural, t } from '@lingui/core/macro';
import type { Loss } from '#core/exchange/coding-project.ts';
import { fileLossSentences } from './file-loss-words.ts';

const planSentences: Readonly<Record<string, (count: number) => string>> = {
  'article-missing': (count) =>
    plural(count, {
      one: '# article is only pointed to and is not here: import it first',
      other: '# articles are only pointed to and are not here: import them first',
    }),
  'article-ambiguous': (count) =>
    plural(count, {
      one: '# article is only pointed to, and several of ours read like it',
      other: '# articles are only pointed to, and several of ours read like them',
    }),
  'article-unreadable': (count) =>
    plural(count, { one: '# text could not be read', other: '# texts could not be read' }),
  'article-not-here': (count) =>
    plural(count, {
      one: '# passage of an article that is not here',
      other: '# passages of articles that are not here',
    }),
  'passage-empty': (count) =>
    plural(count, { one: '# passage without any text', other: '# passages without any text' }),
  'passage-too-long': (count) =>
    plural(count, {
      one: '# passage that is longer than a highlight may be',
      other: '# passages that are longer than a highlight may be',
    }),
  'passage-no-quote': (count) =>
    plural(count, {
      one: '# passage that gives only numbers, and no words to prove its place',
      other: '# passages that give only numbers, and no words to prove their place',
    }),
  'passage-gone': (count) =>
    plural(count, {
      one: '# passage whose words do not stand in our text',
      other: '# passages whose words do not stand in our texts',
    }),
  'passage-ambiguous': (count) =>
    plural(count, {
      one: '# passage whose words stand at several places',
      other: '# passages whose words stand at several places',
    }),
  'passage-lookalike': (count) =>
    plural(count, {
      one: '# passage whose few words stand among quite other ones',
      other: '# passages whose few words stand among quite other ones',
    }),
  'tag-not-there': (count) =>
    plural(count, {
      one: '# passage with a tag that the file does not hold',
      other: '# passages with tags that the file does not hold',
    }),
  'tag-name-cut': (count) =>
    plural(count, {
      one: '# name of a tag is too long and was cut',
      other: '# names of tags are too long and were cut',
    }),
  'tag-description-cut': (count) =>
    plural(count, {
      one: '# description of a tag is too long and was cut',
      other: '# descriptions of tags are too long and were cut',
    }),
  'memo-without-subject': (count) =>
    plural(count, {
      one: '# memo on something that did not come along (it stands free now)',
      other: '# memos on things that did not come along (they stand free now)',
    }),
  'memo-link': (count) =>
    plural(count, {
      one: '# memo with a link to something that did not come along',
      other: '# memos with links to things that did not come along',
    }),
};

const sentences: typeof planSentences = { ...fileLossSentences, ...planSentences };

/** The codes that have a sentence. */
export const wordedLosses = Object.keys(sentences);

/** Word what could not be carried over; one that has no words here is shown as its code. */
export function lossWords({ code, count }: Pick<Loss, 'code' | 'count'>): string {
  return sentences[code]?.(count) ?? t`${count} × ${code}`;
}
