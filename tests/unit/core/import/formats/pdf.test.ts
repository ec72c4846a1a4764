import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { importFile } from '#core/import/import-file.ts';
import { makePages, type PdfObject, printLines } from '#tests/fixtures/import/make-pdf.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';
import { fixture, noteLines, readDocument } from './read-fixture.ts';

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

  it('reads what a browser printed, Arabic letter by letter, with heads and feet', async () => {
    const { lines, noise } = await readDocument('chromium.pdf');
    const prose = noteLines().filter(
      (line) => !line.includes('\t') && !line.startsWith('Treat') && !line.startsWith('Do not'),
    );
    expect(lines.filter((line) => prose.includes(line))).toEqual(prose);
    expect(
      noise
        .join('\n')
        .split('\n')
        .filter((line) => /\d/.test(line)),
    ).toEqual(['1/3', '2/3', '3/3']);
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

describe('difficult PDFs', () => {
  it('refuses one with a password, and reads one that is only locked against changes', async () => {
    expect(await refusal('locked.pdf', fixture('locked.pdf'))).toBe('encrypted');
    const { lines } = await readDocument('owner-locked.pdf');
    expect(latin(lines)).toEqual(latin(['Wells along the old road', head, ...noteLines()]));
  });

  it('keeps a scan and says that it has no text', async () => {
    const { imported, lines } = await readDocument('scan.pdf', makePages(['0 0 m 9 9 l S', '']));
    expect(lines.join('')).toBe('');
    expect(imported.missing).toEqual({ reason: 'no-text', detail: { pages: 2 } });
    expect(imported.original.length).toBeGreaterThan(0);
  });

  it('says which pages are broken, and how many are empty', async () => {
    const bytes = makePages([printLines('One'), '', printLines('Three')]);
    const { imported, lines } = await readDocument('a.pdf', bytes);
    expect(lines).toEqual(['One', 'Three']);
    expect(imported.missing).toEqual({ reason: 'part', detail: { pages: 3, empty: 1 } });
  });

  it('reads what is left of one that was cut short, and says so', async () => {
    const whole = makePages([printLines('One'), printLines('Two'), printLines('Three')]);
    const { imported, lines } = await readDocument('a.pdf', whole.subarray(0, whole.length - 10));
    expect(lines).toEqual(['One', 'Two', 'Three']);
    expect(imported.missing).toMatchObject({ reason: 'part', detail: { cut: 1 } });
  });

  it.each(['libreoffice', 'ghostscript', 'chromium', 'weasyprint-indented'])(
    'finds the pages of one that lost the list of its objects: %s',
    async (name) => {
      const whole = fixture(`${name}.pdf`);
      const { lines: all } = await readDocument(`${name}.pdf`);
      const end = Buffer.from(whole).lastIndexOf('endobj') + 7;
      const { lines, imported } = await readDocument('a.pdf', whole.subarray(0, end));
      expect(lines).toEqual(all);
      expect(imported.missing).toMatchObject({ reason: 'part', detail: { cut: 1 } });
      expect(imported.article.steps).toContainEqual({ name: 'recover-pdf', detail: '' });
    },
  );

  it.each(['libreoffice', 'ghostscript', 'chromium', 'weasyprint-two-columns'])(
    'reads no line of one that was cut short otherwise than it stands in the whole: %s',
    async (name) => {
      const whole = fixture(`${name}.pdf`);
      const { lines, noise } = await readDocument(`${name}.pdf`);
      const words = new Set([...lines, ...noise].join(' ').split(/\s+/));
      let read = 0;
      for (let part = 1; part < 16; part++) {
        const bytes = whole.subarray(0, Math.floor((whole.length * part) / 16));
        const outcome = await importFile({ name: 'a.pdf', bytes }, nodeTools);
        if (outcome.kind === 'refused') continue;
        expect(outcome.missing).toBeDefined();
        const found = new TextDecoder().decode(outcome.text).split(/\s+/).filter(Boolean);
        expect(found.filter((word) => !words.has(word) && word !== '•')).toEqual([]);
        if (found.length > 20) read += 1;
      }
      // The others write their pages, or what tells their letters, at the end.
      if (name === 'ghostscript' || name === 'chromium') expect(read).toBeGreaterThan(0);
    },
  );

  it('finds the pages of one whose objects are packed together, made by qpdf', async () => {
    const whole = fixture('qpdf-object-streams.pdf');
    const end = Buffer.from(whole).lastIndexOf('/XRef');
    const { lines, imported } = await readDocument('a.pdf', whole.subarray(0, end - 40));
    expect(latin(lines)).toEqual(latin(['Wells along the old road', head, ...noteLines()]));
    expect(imported.missing).toMatchObject({ reason: 'part', detail: { cut: 1 } });
  });

  it('runs no script and leaves files in it where they are, and says both', async () => {
    const bytes = makePages([printLines('Text')], {
      catalogue:
        '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /EmbeddedFiles << /Names [(bad.exe) 4 0 R] >> >>',
      more: [
        { dictionary: '/Type /Filespec /F (bad.exe) /UF (bad.exe) /EF << /F 5 0 R >>' },
        { dictionary: '/Type /EmbeddedFile', stream: 'MZ' },
      ],
    });
    const { imported, lines } = await readDocument('a.pdf', bytes);
    expect(lines).toEqual(['Text']);
    expect(imported.article.steps).toContainEqual({ name: 'left-files', detail: '1, bad.exe' });
    expect(imported.article.steps).toContainEqual({ name: 'left-scripts', detail: '' });
  });

  it('refuses a page that unpacks to more than is safe', async () => {
    const packed = zlibSync(new Uint8Array(100_000_000).fill(0x20), { level: 9 });
    const bytes = makePages([packed], { packed: '/Filter /FlateDecode' });
    expect(bytes.length).toBeLessThan(200_000);
    expect(await refusal('a.pdf', bytes)).toBe('bomb');
    const twice = makePages([zlibSync(packed)], { packed: '/Filter [/FlateDecode /FlateDecode]' });
    expect(await refusal('a.pdf', twice)).toBe('bomb');
  });

  it('refuses forms that print each other ten times over', async () => {
    const form = (at: number): PdfObject => ({
      dictionary: `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> /XObject << /X ${at + 5} 0 R >> >>`,
      stream: at === 7 ? printLines('ha') : '/X Do 1 0 0 1 0 1 cm '.repeat(10),
    });
    const more = Array.from({ length: 8 }, (_, at) => form(at));
    expect(await refusal('a.pdf', makePages(['/X Do'], { more }))).toBe('bomb');
  });

  it('refuses one whose objects are opened thousands of times and never closed, at once', async () => {
    const bytes = Buffer.from(`%PDF-1.7\n${'7 0 obj\n<< /Filter /FlateD endobj\n'.repeat(8000)}`);
    expect(await refusal('a.pdf', new Uint8Array(bytes))).toBe('damaged');
  });

  it('refuses one in which thousands of objects stand twice with a string that nothing ends, at once', async () => {
    const twice = '1 0 obj\n<< /A (never ended\n>>\nendobj\n'.repeat(3_000);
    expect(await refusal('a.pdf', new TextEncoder().encode(`%PDF-1.4\n${twice}trailer\n`))).toBe('damaged');
  });

  it('looks through thousands of objects without an end once', async () => {
    const open = Array.from(
      { length: 4_000 },
      (_, at) => `${at} 0 obj\n<< /Length 9 >>\nstream\n${'x'.repeat(60)}\n`,
    );
    expect(await refusal('a.pdf', new TextEncoder().encode(`%PDF-1.4\n${open.join('')}`))).toBe('damaged');
  });

  it('never throws on one with bytes changed', async () => {
    for (let at = 20; at < 40_000; at += 1511) {
      const bytes = fixture('ghostscript.pdf').slice();
      for (let one = 0; one < 12; one++) bytes[(at + one * 97) % bytes.length] = (at * 7 + one * 31) & 0xff;
      const outcome = await importFile({ name: 'a.pdf', bytes }, nodeTools);
      expect(outcome.kind).toMatch(/imported|refused/);
    }
  });
});

describe('lists whose signs are drawn and not written', () => {
  it.each(['chromium', 'cairo', 'ghostscript'])('keep their entries apart: %s', async (program) => {
    const { lines } = await readDocument(`${program}-list.pdf`);
    const html = new TextDecoder().decode(fixture('list.html'));
    const wanted = [...html.matchAll(/<(?:h1|p|li)>([^<]+)/g)].map(([, text]) => text);
    expect(lines).toEqual(wanted);
  });
});

describe('fonts that are not in the file', () => {
  it('are read by the tables of the program: Japanese, Chinese and Korean of ReportLab', async () => {
    const { lines } = await readDocument('reportlab-cid.pdf');
    expect(lines).toEqual([
      'ニジェール川の渡し船は月曜日に運航を再開した。燃料がなかったため、十一日間止まっていた。',
      '加奥的市场星期一重新开放，商人们说。卡车从尼日尔运来洋葱和大米。',
      '가오의 시장이 월요일에 다시 문을 열었다.',
      'The market of Gao opened again on Monday.',
    ]);
  });
});

describe('the lines of a PDF', () => {
  const at = (x: number, y: number, text: string, size = 12) =>
    `BT /F ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text}) Tj ET`;

  it('keeps rows of a table whole, with tabs', async () => {
    const rows = [700, 680, 660].flatMap((y, row) => [
      at(72, y, `a${row}`),
      at(200, y, `b${row}`),
      at(330, y, `c${row}`),
    ]);
    const { lines } = await readDocument('a.pdf', makePages([rows.join(' ')]));
    expect(lines).toEqual(['a0\tb0\tc0', 'a1\tb1\tc1', 'a2\tb2\tc2']);
  });

  it('puts text up the margin last', async () => {
    const content = `BT /F 9 Tf 0 1 -1 0 20 300 Tm (stamped) Tj ET ${at(72, 700, 'Text')}`;
    const { lines } = await readDocument('a.pdf', makePages([content]));
    expect(lines).toEqual(['Text', 'stamped']);
  });

  it('reads letters printed twice, to be bold, once', async () => {
    const content = `${at(72, 700, 'Bold')} ${at(72.3, 700, 'Bold')}`;
    expect((await readDocument('a.pdf', makePages([content]))).lines).toEqual(['Bold']);
  });

  it('ends a paragraph where the next word would have had room', async () => {
    const long = 'This line is long enough to reach the right edge of its column of text';
    const content = [
      at(72, 700, long),
      at(72, 685, 'and ends here.'),
      at(72, 670, long),
      at(72, 655, 'too.'),
    ];
    const { lines } = await readDocument('a.pdf', makePages([content.join(' ')]));
    expect(lines).toEqual([`${long} and ends here.`, `${long} too.`]);
  });
});

async function refusal(name: string, bytes: Uint8Array): Promise<string | null> {
  const outcome = await importFile({ name, bytes }, nodeTools);
  return outcome.kind === 'refused' ? outcome.reason : null;
}
