import type { HtmlReader } from '#core/import/scan-html.ts';

/**
 * Read a page made of a document such that each of its notes begins with the number in brackets that stands in the
 * text, and without the arrows that lead back.
 */
export function withNoteNumbers(reader: HtmlReader): HtmlReader {
  let notes = 0;
  let inArrow = false;
  return {
    open(tag, attributes) {
      if (tag === 'a' && /^#(?:foot|end)note-ref-/.test(attributes.get('href') ?? '')) inArrow = true;
      reader.open(tag, attributes);
      if (tag !== 'li' || !/^(?:foot|end)note-/.test(attributes.get('id') ?? '')) return;
      notes += 1;
      reader.text(`[${notes}] `);
    },
    close(tag) {
      if (tag === 'a') inArrow = false;
      reader.close(tag);
    },
    text(text) {
      if (!inArrow) reader.text(text);
    },
  };
}
