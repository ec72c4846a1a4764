import { utils, write as writeBook } from '@e965/xlsx';
import fc from 'fast-check';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { CodingProject, ProjectAnswer } from '#core/exchange/coding-project.ts';
import { readCsv } from '#core/exchange/table/read-csv.ts';
import { readCsvFile, readXlsxFile } from '#core/exchange/table/read-table-file.ts';
import { readWorkbook } from '#core/exchange/table/read-workbook.ts';
import { writeHighlightCsv, writeHighlightXlsx } from '#core/exchange/table/write-highlight-table.ts';
import { toXlsx } from '#core/exchange/to-xlsx.ts';
import { anyNote, anyProject, anyText } from '#tests/unit/core/exchange/arbitrary-project.ts';
import { newHighlight, newProject } from '#tests/unit/core/exchange/sample-project.ts';

const tools = { decode: (bytes: Uint8Array, label: string) => new TextDecoder(label).decode(bytes) };

function ready(answer: ProjectAnswer): CodingProject {
  if (!answer.ok) throw new Error(answer.code);
  return answer.project;
}

/** CSV as another library writes it. */
function foreignCsv(rows: readonly (readonly string[])[], separator: string): string {
  return utils.sheet_to_csv(utils.aoa_to_sheet(rows as string[][]), { FS: separator, blankrows: false });
}

describe('readCsv', () => {
  it.each([
    {
      text: 'a,b\r\n1,2\r\n',
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
    },
    {
      text: 'a;b\n"1;""x""";2',
      rows: [
        ['a', 'b'],
        ['1;"x"', '2'],
      ],
    },
    {
      text: '\ufeffa\tb\r1\t2\r',
      rows: [
        ['a', 'b'],
        ['1', '2'],
      ],
    },
    {
      text: 'a,b\n\n,\n"",x\n',
      rows: [
        ['a', 'b'],
        ['', ''],
        ['', 'x'],
      ],
    },
    { text: '"a\r\nb",c', rows: [['a\r\nb', 'c']] },
    { text: 'a,b,', rows: [['a', 'b', '']] },
    { text: 'a"b,c"', rows: [['a"b', 'c"']] },
    { text: '"a"b,c', rows: [['ab', 'c']] },
    { text: '', rows: [] },
  ])('reads $text', ({ text, rows }) => {
    expect(readCsv(text)).toEqual({ ok: true, rows });
  });

  it('says where a quote is opened and never closed', () => {
    expect(readCsv('a,b\nc,d\n"e,f\n')).toEqual({ ok: false, code: 'unclosed-quote', detail: { line: 3 } });
  });

  it.each([
    { what: 'rows', text: 'a\n'.repeat(200_002), code: 'too-many-rows' },
    { what: 'columns', text: ','.repeat(1_000_000), code: 'too-many-columns' },
  ])('refuses too many $what', ({ text, code }) => {
    expect(readCsv(text)).toMatchObject({ ok: false, code });
  });

  it('reads what another library writes', () => {
    // That library leaves a cell of white space alone unquoted, and drops rows that are empty.
    const cell = anyNote.filter((text) => text.trim() !== '' && !text.includes('\t'));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 6 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, separator) => {
          const heads = ['alpha', 'beta', 'gamma'];
          expect(readCsv(foreignCsv([heads, ...rows], separator))).toEqual({
            ok: true,
            rows: [heads, ...rows],
          });
        },
      ),
    );
  });
});

describe('a table of highlights', () => {
  const writers = [
    {
      format: 'highlights-csv',
      write: async (project: CodingProject) => writeHighlightCsv(project),
      read: async (bytes: Uint8Array) => readCsvFile(bytes, tools),
    },
    { format: 'highlights-xlsx', write: writeHighlightXlsx, read: readXlsxFile },
  ] as const;

  it.each(writers)(
    'comes back from $format as it was, whatever it holds',
    async ({ format, write, read }) => {
      await fc.assert(
        fc.asyncProperty(anyProject, async (project) => {
          const answer = await read((await write(project)).bytes);
          const back = ready(answer.answer);
          const used = new Set(project.highlights.map(({ articleId }) => articleId));
          const tagIds = new Set(project.tags.map(({ id }) => id));

          expect(answer.format).toBe(format);
          expect(back.highlights).toEqual(project.highlights);
          expect(back.articles).toEqual(
            expect.arrayContaining(
              project.articles
                .filter(({ id }) => used.has(id))
                .map((article) => ({ ...article, text: null })),
            ),
          );
          for (const tag of back.tags) {
            const ours = project.tags.find(({ id }) => id === tag.id);
            expect(tagIds).toContain(tag.id);
            expect([tag.name, tag.parentId]).toEqual([ours?.name, ours?.parentId]);
          }
          expect(back.untold).toEqual(['tag-description']);
        }),
        { numRuns: format === 'highlights-xlsx' ? 25 : 100 },
      );
    },
  );

  it('takes what was changed in a spreadsheet, and leaves what has no column', () => {
    const table = [
      ['Tags', 'HIGHLIGHT_ID', 'source_reliability', 'information_credibility', 'marks'],
      ['attack / ambush; place', '44adcd92-f4c3-5d6d-8fbb-b99d30fe43d3', 'b', '2', 'important; huge'],
      ['place', 'ed03247c-f2aa-5c23-896b-3474cc3d7c40', 'G', '9', ''],
    ];
    const { answer } = readCsvFile(strToU8(table.map((row) => row.join(',')).join('\n')), tools);
    const project = ready(answer);
    const [first, second] = project.highlights;

    expect(first).toMatchObject({ grade: { reliability: 'B', credibility: 2 }, marks: ['important'] });
    expect(second?.grade).toBeNull();
    expect(second?.tagIds).toEqual([first?.tagIds[1]]);
    expect(project.untold).toEqual(['tag-description', 'note']);
    expect(answer).toMatchObject({
      losses: [
        { code: 'mark-unknown', examples: ['huge'] },
        { code: 'grade-unreadable', examples: ['G9'] },
      ],
    });
  });

  it('goes by the path of a tag that was changed by hand, not by the id beside it', async () => {
    const ids = ['44adcd92-f4c3-5d6d-8fbb-b99d30fe43d3', 'ed03247c-f2aa-5c23-896b-3474cc3d7c40'] as never[];
    const tags = ['attack', 'place'].map(
      (name, index) =>
        ({ id: ids[index], parentId: null, name, description: '', color: null, isFolder: false }) as never,
    );
    const highlights = [0, 1].map((index) =>
      newHighlight(index, { exact: `quote ${index}`, tagIds: ids.slice(index, index + 1) }),
    );
    const { bytes } = writeHighlightCsv(newProject({ tags, highlights }));
    const edited = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).replace('"attack"', '"place"');
    const back = ready(readCsvFile(strToU8(edited), tools).answer);

    expect(back.highlights.map(({ tagIds }) => tagIds)).toEqual([[ids[1]], [ids[1]]]);
  });

  it('names what a table has no place for', async () => {
    const { losses } = writeHighlightCsv(
      newProject({ groups: [{ id: 'g', name: 'To check', description: '', tagIds: [] } as never] }),
    );

    expect(losses).toEqual([{ code: 'group-left-out', count: 1, examples: ['To check'] }]);
  });
});

describe('readWorkbook', () => {
  it('reads the values of a workbook that another library wrote, formulas as their results', async () => {
    const sheet = utils.aoa_to_sheet([
      ['a', 'b'],
      [1, true],
    ]);
    sheet.C1 = { t: 'n', f: '1+1', v: 2 };
    sheet['!ref'] = 'A1:C2';
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, 'S');
    const bytes = new Uint8Array(writeBook(book, { type: 'array', bookType: 'xlsx' }));

    expect(await readWorkbook(bytes)).toEqual({
      ok: true,
      sheets: [
        [
          ['a', 'b', '2'],
          ['1', 'true', ''],
        ],
      ],
    });
  });

  it.each([
    { what: 'no zip', bytes: async () => strToU8('PK nothing'), code: 'not-a-zip' },
    {
      what: 'a bomb',
      bytes: async () => zipSync({ 'xl/workbook.xml': new Uint8Array(30_000_000) }),
      code: 'suspicious-ratio',
    },
    { what: 'another zip', bytes: async () => zipSync({ 'a.txt': strToU8('x') }), code: 'damaged-workbook' },
    {
      what: 'a workbook with nothing known in it',
      bytes: () => toXlsx([{ name: 'x', columns: [{ head: 'q', width: 1 }], rows: [] }]),
      code: 'no-known-table',
    },
  ])('answers $code for $what', async ({ bytes, code }) => {
    expect((await readXlsxFile(await bytes())).answer).toMatchObject({ ok: false, code });
  });

  it('answers for a workbook damaged anywhere', async () => {
    const whole = await toXlsx([
      { name: 'x', columns: [{ head: 'highlight_id', width: 1 }], rows: [['a'], ['b']] },
    ]);
    const files = unzipSync(whole);
    for (const [name, content] of Object.entries(files)) {
      const cut = zipSync({ ...files, [name]: content.slice(0, content.length / 2) });
      const odd = zipSync({ ...files, [name]: strToU8('<x>&y;</z>') });
      for (const bytes of [cut, odd]) expect(typeof (await readWorkbook(bytes)).ok).toBe('boolean');
    }
  });
});

describe('readCsvFile', () => {
  it('answers for any text', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string(), anyText),
        fc.constantFrom(
          '',
          'quote,article_id\n',
          'id,document,tag,content\n',
          'name\n',
          'url,quote/description,comment\n',
        ),
        (text, heads) => {
          expect(typeof readCsvFile(strToU8(heads + text), tools).answer.ok).toBe('boolean');
        },
      ),
    );
  });

  it('reads what Hypothesis exports as CSV', () => {
    const csv =
      'Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\n2024-09-01T10:00:00Z,amina,Convoi,https://example.org/c,Public,Annotation,"tuées, selon",Check,"attack, place"\n2024-09-01T11:00:00Z,amina,Convoi,https://example.org/c,Public,Page note,,On the whole,\n';
    const { answer, format } = readCsvFile(strToU8(csv), tools);
    const project = ready(answer);

    expect(format).toBe('hypothesis');
    expect(project.highlights).toMatchObject([{ exact: 'tuées, selon', note: 'Check' }]);
    expect(project.tags.map(({ name }) => name)).toEqual(['attack', 'place']);
    expect(project.memos).toMatchObject([{ text: 'On the whole', subject: { kind: 'article' } }]);
  });
});
