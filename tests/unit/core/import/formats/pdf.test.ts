import { describe, expect, it } from 'vitest';
import { noteLines, readDocument } from './read-fixture.ts';

const head = 'River Districts Monitoring Group';

describe('PDF', () => {
  it('reads what LibreOffice printed, paragraph by paragraph', async () => {
    const { lines, noise, imported } = await readDocument('libreoffice.pdf');
    expect(latin(lines)).toEqual(latin(['Wells along the old road', head, ...noteLines()]));
    expect(noise).toEqual(['1', '2']);
    expect(imported.article).toMatchObject({
      mediaType: 'application/pdf',
      encoding: 'pdf',
      title: { value: 'Wells along the old road', basis: 'stated' },
      byline: { value: head },
    });
    expect(imported.missing).toBeUndefined();
  });

  it('reads the same from what Ghostscript made of it', async () => {
    const { lines } = await readDocument('ghostscript.pdf');
    expect(latin(lines)).toEqual(latin(['Wells along the old road', head, ...noteLines()]));
  });

  it('reads two columns under a headline one after the other, words at line ends whole', async () => {
    const { lines } = await readDocument('weasyprint-two-columns.pdf');
    const prose = latin(noteLines()).filter((line) => !line.includes('\t'));
    expect(latin(lines).filter((line) => prose.includes(line))).toEqual(prose);
  });

  it('joins indented, justified and hyphenated paragraphs over pages', async () => {
    const { lines, noise } = await readDocument('weasyprint-indented.pdf');
    const prose = latin(noteLines()).filter((line) => !line.includes('\t'));
    expect(latin(lines).filter((line) => prose.includes(line))).toEqual(prose);
    expect(noise.join('\n').split('\n')).toEqual([head, '1', head, '2', head, '3']);
  });
});

/** Without the Arabic paragraph, whose letters these files name wrongly: every reader gets it as wrong. */
function latin(lines: readonly string[]): string[] {
  return lines.filter((line) => !/[\u0600-\u08ff]/.test(line));
}
