import { useLingui } from '@lingui/react/macro';
import type { Field } from '#core/article.ts';

/** Says on what ground a value of an article's header stands. */
export function useReasonWords(): (field: Field<unknown>) => string {
  const { t } = useLingui();
  const words: Record<string, string> = {
    meta: t`stated in the page’s markup`,
    'json-ld': t`stated in the page’s data for search engines`,
    'title-tag': t`stated as the title of the page`,
    'page-heading': t`stated as the heading of the page`,
    'time-element': t`stated in the page’s markup of a time`,
    'canonical-link': t`stated in the page’s link to itself`,
    mail: t`stated in the headers of the mail`,
    column: t`stated in a column of the table`,
    document: t`stated in the properties of the document`,
    archive: t`stated in the record of the web archive`,
    'page-byline': t`stated in a line of the page as its author`,
    'address-line': t`stated in a line with the address`,
    'translation-line': t`stated in a line on the translation`,
    'translator-mark': t`the page bears the mark of a translator`,
    'translation-damage': t`suggested by damage as a machine’s translation leaves it`,
    'left-over-words': t`suggested by words that were left in another language`,
    credit: t`stated in a credit line`,
    'trailing-credit': t`stated in the last line`,
    notice: t`stated in a notice of the site`,
    byline: t`stated as the author`,
    'published-label': t`stated after “published”`,
    'header-line': t`stated in a line above the text`,
    dateline: t`stated at the head of the text`,
    heading: t`stated as the headline`,
    headline: t`stated as the headline`,
    bio: t`stated in the note on the author`,
    copyright: t`stated in a copyright line`,
    'image-credit': t`taken from the credit of a picture`,
    'first-sentence': t`taken from the first sentence: no headline is stated`,
    'file-name': t`taken from the file’s name`,
    'word-shapes': t`inferred from the words of the text`,
    'coding-project': t`stated in the coding project it came with`,
    inferred: t`taken over by you from what the program suggested`,
    entered: t`entered by you`,
    analyst: t`entered by you`,
  };
  return ({ reason, basis }) =>
    words[reason] ?? (basis === 'stated' ? t`stated` : t`inferred by the program`);
}
