import { useLingui } from '@lingui/react/macro';
import type { MediaType } from '#core/article.ts';

/** Says what kind of file an original is. */
export function useMediaWords(): (mediaType: MediaType) => string {
  const { t } = useLingui();
  const words: Record<MediaType, string> = {
    'text/plain': t`plain text`,
    'text/html': t`web page`,
    'multipart/related': t`web page with its pictures (MHTML)`,
    'application/pdf': t`PDF`,
    'application/vnd.openxmlformats-officedocument.wordprocessingml.document': t`Word document (DOCX)`,
    'application/vnd.oasis.opendocument.text': t`OpenDocument text (ODT)`,
    'application/rtf': t`RTF document`,
    'application/epub+zip': t`EPUB book`,
    'message/rfc822': t`mail`,
    'text/csv': t`row of a table (CSV)`,
    'application/json': t`record of a JSON file`,
  };
  return (mediaType) => words[mediaType];
}
