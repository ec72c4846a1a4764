import { extractMail } from '#core/import/mail/extract-mail.ts';
import { recogniseMail } from '#core/import/mail/recognise-mail.ts';
import { isHtml, type OtherFormat, recogniseFormat } from '#core/import/recognise-format.ts';
import type { Extractor, Given } from './extraction.ts';
import { extractOldOffice } from './old-office.ts';
import { extractPdf } from './pdf.ts';
import { extractPlain } from './plain-text.ts';
import { extractRtf } from './rtf.ts';
import { extractSavedPage } from './saved-page.ts';
import { extractPage } from './web-page.ts';
import { extractZipped } from './zipped-document.ts';

/** The reader for a file, by its bytes first and its name second; the name of its format when there is no reader. */
export function chooseExtractor({ name, bytes }: Given): Extractor | OtherFormat {
  const format = recogniseFormat(bytes);
  if (format !== null) return readers.get(format) ?? format;
  const mail = recogniseMail(name, bytes);
  if (mail !== null) return mail === 'saved-page' ? extractSavedPage : extractMail;
  return isHtml(name, bytes) ? extractPage : extractPlain;
}

const readers: ReadonlyMap<OtherFormat, Extractor> = new Map([
  ['pdf', extractPdf],
  ['rtf', extractRtf],
  ['zip', extractZipped],
  ['old-office', extractOldOffice],
]);
