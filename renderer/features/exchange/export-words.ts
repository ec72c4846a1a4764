import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { ExportWords } from '#core/exchange/export-words.ts';

/** Words around the work in a page or a vault, in the language of the screen. */
export function exportWords(): ExportWords {
  return {
    language: i18n.locale,
    articles: t`Articles`,
    contents: t`Contents`,
    highlights: t`Highlights`,
    tags: t`Tags`,
    groups: t`Groups of tags`,
    memos: t`Memos`,
    text: t`Text`,
    note: t`Note`,
    grade: t`Grade`,
    marks: { important: t`important`, 'translation-error': t`suspected translation error` },
    analyst: t`Analyst`,
    source: t`Source`,
    publisher: t`Publisher`,
    carrier: t`Carrier`,
    byline: t`Byline`,
    date: t`Date`,
    place: t`Place (UTF-16 units)`,
    about: t`About`,
    description: t`Description`,
    include: t`Give it when`,
    exclude: t`Do not give it when`,
    example: t`Example`,
    untagged: t`Without a tag`,
    archived: t`archived`,
    unplaced: t`Marked on another version of the text.`,
    written: t`Written`,
    show: t`Show in the text`,
    check: t`Check the quote`,
    checkHelp: t`Each text stands here exactly as it was read: its SHA-256 (of the UTF-8 text) and the places of the passages can be checked with any program. “Check the quote” opens this page again and lets the browser itself search the words.`,
    colorNote: t`A passage has the colour of its first tag. Where passages lie on one another each draws a line, and the numbers behind them lead to what is said of them.`,
  };
}
