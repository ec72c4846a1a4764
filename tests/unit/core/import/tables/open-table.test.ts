import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { type FileSource, sourceOf } from '#core/import/file-source.ts';
import type { Imported } from '#core/import/import-file.ts';
import { importFile } from '#core/import/import-file.ts';
import { readSource } from '#core/import/read-source.ts';
import type { Refusal } from '#core/import/refusal.ts';
import type { ColumnAnswer, ColumnMapping, TableHead } from '#core/import/tables/column-mapping.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const signal = new AbortController().signal;

type Told = { readonly outcomes: readonly (Imported | Refusal)[]; readonly asked: readonly TableHead[] };

/** Import a table, answering as `answer` says: with the guess when nothing else is given. */
async function importTable(
  source: FileSource,
  answer: (table: TableHead) => ColumnAnswer = ({ guess }) => guess,
): Promise<Told> {
  const outcomes: (Imported | Refusal)[] = [];
  const asked: TableHead[] = [];
  const columns = async (table: TableHead) => {
    asked.push(table);
    return answer(table);
  };
  for await (const one of readSource(source, { columns }, { tools: nodeTools, signal })) outcomes.push(one);
  return { outcomes, asked };
}

function texts({ outcomes }: Told): string[] {
  return outcomes.map((one) => (one.kind === 'imported' ? new TextDecoder().decode(one.text) : one.reason));
}

const mapping = (text: number[], rest: Partial<ColumnMapping> = {}): ColumnMapping => ({
  hasHeadings: true,
  text,
  roles: {},
  dateOrder: null,
  ...rest,
});

const story =
  'Des hommes armés ont attaqué lundi le village de Barsalogho, a dit un élu. Les habitants ont fui vers Kaya.';

describe('a CSV', () => {
  it('of DOS is read like any other', async () => {
    const accented = `${story} Étaient-ils armés ? Où étaient les élèves, à l’école ?`.replaceAll('’', "'");
    const told = await importTable(
      sourceOf('veille.csv', iconv.encode(`Titre;Texte\r\nKaya;${accented}\r\n`, 'cp850')),
    );
    expect(texts(told)).toEqual([accented]);
  });

  it('gives an article a row, with what its columns say and the row itself as its original', async () => {
    const row = `"Attaque à Barsalogho; des morts";25/08/2024;Awa Sanou;"${story}\nSuite ""demain"".";https://example.org/a`;
    const bytes = utf8(`﻿Titre;Date de publication;Auteur;Texte;Lien\r\n${row}\r\n`);

    const told = await importTable(sourceOf('veille.csv', bytes));

    const [one] = told.outcomes;
    if (one?.kind !== 'imported') throw new Error('it was refused');
    expect(new TextDecoder().decode(one.original)).toBe(row);
    expect(new TextDecoder().decode(one.text)).toBe(`${story}\nSuite "demain".`);
    expect(one.article).toMatchObject({
      mediaType: 'text/csv',
      title: { value: 'Attaque à Barsalogho; des morts', basis: 'stated', reason: 'column' },
      byline: { value: 'Awa Sanou', reason: 'column' },
      publishedAt: { value: { iso: '2024-08-25', printed: '25/08/2024' }, reason: 'column' },
      address: { value: 'https://example.org/a', reason: 'column' },
    });
  });

  it('is not read before its columns are told', async () => {
    const table = sourceOf('a.csv', utf8(`title,text\nOne,${story}\n`));

    expect((await importTable(table, () => null)).outcomes).toMatchObject([
      { kind: 'refused', reason: 'no-columns', name: 'a.csv', detail: { columns: 'title, text' } },
    ]);
  });

  it('is one text when the analyst says so', async () => {
    const table = sourceOf('a.csv', utf8(`Un titre\n${story}\n`));

    expect(texts(await importTable(table, () => 'one-text'))).toEqual([`Un titre\n${story}\n`]);
  });

  it('is read in every encoding tables come in', async () => {
    const rows = `titre;texte\nL’été;${story} Où ? À Ménaka.\nL’hiver;${story} Là-bas, c’était Noël.\n`;
    const expected = [`${story} Où ? À Ménaka.`, `${story} Là-bas, c’était Noël.`];
    const wide = (little: boolean, mark: boolean) => {
      const bytes = new Uint8Array((rows.length + (mark ? 1 : 0)) * 2);
      const view = new DataView(bytes.buffer);
      const units = mark ? `\ufeff${rows}` : rows;
      for (let at = 0; at < units.length; at++) view.setUint16(at * 2, units.charCodeAt(at), little);
      return bytes;
    };
    const { default: iconv } = await import('iconv-lite');

    for (const bytes of [
      utf8(rows),
      utf8(`\ufeff${rows}`),
      wide(true, true),
      wide(false, true),
      wide(true, false),
      new Uint8Array(iconv.encode(rows, 'windows-1252')),
    ])
      expect(texts(await importTable(sourceOf('t.csv', bytes)))).toEqual(expected);
  });

  it('keeps to the delimiter a spreadsheet names', async () => {
    const table = sourceOf('t.csv', utf8(`sep=|\ntitle|text\nA, b|${story}\n`));

    expect((await importTable(table)).asked[0]?.headings).toEqual(['title', 'text']);
  });

  it('goes on at the next line behind a quote that is never closed', async () => {
    const plain = story.replaceAll(',', '');
    const lines = ['title,text', `One,"${plain}`, `Two,${plain} Two.`, `Three,${plain} Three.`];

    expect(texts(await importTable(sourceOf('t.csv', utf8(lines.join('\n')))))).toEqual([
      'damaged',
      `${plain} Two.`,
      `${plain} Three.`,
    ]);
  });

  it('gives rows whose text is empty as refused, each by its number', async () => {
    const table = sourceOf('t.csv', utf8(`title,text\nOne,\nTwo,${story}\n`));

    expect((await importTable(table)).outcomes).toMatchObject([
      { kind: 'refused', reason: 'empty', name: 't.csv #1' },
      { kind: 'imported' },
    ]);
  });

  it('is read the same from its rows when they are read again', async () => {
    const told = await importTable(sourceOf('t.csv', utf8(`title;text;note\nOne;${story};x\n`)));
    const [one] = told.outcomes;
    if (one?.kind !== 'imported') throw new Error('it was refused');

    const again = await importFile(
      { name: one.article.originalName, bytes: one.original, steps: one.article.steps },
      nodeTools,
    );

    const { container, ...read } = one.article;
    expect(container).toMatchObject({ name: 't.csv', path: '#1' });
    expect(again).toMatchObject({ kind: 'imported', article: read });
  });

  it('reads a date that could be two only in the order that was told', async () => {
    const table = sourceOf('t.csv', utf8(`title,date,text\nOne,03/04/2024,${story}\n`));
    const dated = async (dateOrder: ColumnMapping['dateOrder']) => {
      const { outcomes } = await importTable(table, ({ guess }) => ({ ...guess, dateOrder }));
      return outcomes.map((one) => one.kind === 'imported' && one.article.publishedAt?.value.iso);
    };

    expect(await dated('day-first')).toEqual(['2024-04-03']);
    expect(await dated('month-first')).toEqual(['2024-03-04']);
    expect(await dated(null)).toEqual([undefined]);
  });

  it('says of a row with more cells than there are columns that not all of it was read', async () => {
    const table = sourceOf('t.csv', utf8(`title,text\nOne,${story}\nTwo,"${story}"\n`));

    const { outcomes } = await importTable(table);

    expect(outcomes.map((one) => one.kind === 'imported' && one.missing)).toEqual([
      { reason: 'part', detail: { cells: 3, columns: 2 } },
      undefined,
    ]);
  });

  it('reads cells that hold markup as text', async () => {
    const table = sourceOf(
      't.csv',
      utf8(`title,content\nOne,"<p>${story}</p><script>alert(1)</script><p>Fin &amp; suite.</p>"\n`),
    );

    expect(texts(await importTable(table))).toEqual([`${story}\nFin & suite.`]);
  });
});

describe('rows of any CSV', () => {
  const cell = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'ab1 ,;"\n\r\té€ش|') }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
  );

  it('are those that were written, and lie in the file as they are kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 30 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        async (data, delimiter, newline) => {
          const named = data.map(([a, b, c], at) => [`${at}`, a, b, c]);
          const file = Papa.unparse(
            { fields: ['n', 'a', 'b', 'c'], data: named },
            { delimiter, newline, quotes: true },
          );
          const told = await importTable(sourceOf('t.csv', utf8(`sep=${delimiter}\n${file}`)), () =>
            mapping([0]),
          );
          const rows = told.outcomes.flatMap((one) =>
            one.kind === 'imported' ? [new TextDecoder().decode(one.original)] : [],
          );
          expect(rows.map((row) => Papa.parse(row, { delimiter, newline: '\n' }).data[0])).toEqual(named);
          expect(rows.every((row) => file.includes(row))).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('are found alike by another parser in files that are not well formed', async () => {
    const messy = fc.string({ unit: fc.constantFrom(...'ab ,"\n'), maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(messy, async (text) => {
        const file = `n,a\n${text}\nend,x\n`;
        const { data, errors } = Papa.parse<string[]>(file, { delimiter: ',', newline: '\n' });
        // What that parser calls an error it may read in its own way.
        fc.pre(errors.length === 0);
        const told = await importTable(sourceOf('t.csv', utf8(file)), () => mapping([0, 1]));
        const expected = data
          .slice(1)
          .filter((row) => row.length > 1 || row[0] !== '')
          .map((row) => row.slice(0, 2).filter((one) => one.trim() !== ''))
          .map((cells) => cells.join('|'))
          .filter((row) => /[a-z]/.test(row));
        const found = told.outcomes.flatMap((one) => {
          if (one.kind === 'refused') return one.reason === 'empty' ? [] : [one.reason];
          const row = new TextDecoder().decode(one.original);
          const cells = Papa.parse<string[]>(`${row}\n`, { delimiter: ',', newline: '\n' }).data[0] ?? [];
          return [
            cells
              .slice(0, 2)
              .filter((cell) => cell.trim() !== '')
              .join('|'),
          ];
        });
        expect(found).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a large table', () => {
  it('is read with only a piece of it in memory', { timeout: 120_000 }, async () => {
    const count = 20_000;
    const file = utf8(
      `title,text\n${Array.from({ length: count }, (_, at) => `T${at},"${story}\n${at}"`).join('\n')}\n`,
    );
    let largest = 0;
    const source: FileSource = {
      ...sourceOf('large.csv', file),
      async read(start, end) {
        largest = Math.max(largest, end - start);
        return file.slice(start, end);
      },
    };

    const { outcomes } = await importTable(source);

    expect(outcomes).toHaveLength(count);
    expect(outcomes.every(({ kind }) => kind === 'imported')).toBe(true);
    expect(largest).toBeLessThanOrEqual(1024 * 1024);
  });
});

describe('JSON', () => {
  const one = {
    headline: 'Un',
    body: story,
    publishedAt: '2024-08-25T10:00:00Z',
    source: { name: 'AFP', id: 3 },
  };
  const two = { headline: 'Deux', body: `${story} Deux.`, tags: ['a', 'b'], extra: null };
  const forms: Readonly<Record<string, [name: string, text: string]>> = {
    'an array': ['a.json', JSON.stringify([one, two])],
    'a printed array': ['a.json', JSON.stringify([one, two], null, 2)],
    'an array in an object': ['a.json', JSON.stringify({ status: 'ok', n: [1, 2], articles: [one, two] })],
    lines: ['a.jsonl', `${JSON.stringify(one)}\n${JSON.stringify(two)}\n`],
    'lines called .json': ['a.json', `${JSON.stringify(one)}\r\n\r\n${JSON.stringify(two)}`],
  };

  for (const [what, [name, text]] of Object.entries(forms))
    it(`is read from ${what}`, async () => {
      const told = await importTable(sourceOf(name, utf8(text)));

      expect(texts(told)).toEqual([story, `${story} Deux.`]);
      expect(told.asked[0]?.headings).toContain('source.name');
      expect(told.outcomes[0]).toMatchObject({
        article: {
          mediaType: 'application/json',
          title: { value: 'Un' },
          publisher: { value: 'AFP', reason: 'column' },
          publishedAt: { value: { iso: '2024-08-25T10:00' } },
        },
      });
    });

  it('is one record when its object is an article with lists of its own', async () => {
    const text = JSON.stringify({
      title: 'Un',
      comments: [{ text: 'Bravo' }],
      text: `${story} ${story} ${story}`,
    });

    expect(texts(await importTable(sourceOf('a.json', utf8(text))))).toEqual([`${story} ${story} ${story}`]);
  });

  it('that is cut off gives what is whole and says what is not', async () => {
    const text = JSON.stringify([one, two]).slice(0, -40);

    expect(texts(await importTable(sourceOf('a.json', utf8(text))))).toEqual([story, 'damaged']);
  });

  it('with a broken line goes on behind it', async () => {
    const text = `${JSON.stringify(one)}\n{"headline": oops}\n${JSON.stringify(two)}\n`;

    expect(texts(await importTable(sourceOf('a.jsonl', utf8(text))))).toEqual([
      story,
      'damaged',
      `${story} Deux.`,
    ]);
  });

  it('without records is read as the text it is', async () => {
    const text = `["${story}", "${story}"]`;

    expect(texts(await importTable(sourceOf('a.json', utf8(text))))).toEqual([text]);
  });

  it('is cut into its values whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.dictionary(fc.string(), fc.jsonValue()), { minLength: 1 }),
        fc.constantFrom(0, 1, '\t'),
        async (values, indent) => {
          const all = values.map((value) => ({ 'the text': story, ...value }));
          const told = await importTable(
            sourceOf('a.json', utf8(JSON.stringify(all, null, indent))),
            (table) => mapping([table.headings.indexOf('the text')]),
          );
          const originals = told.outcomes.map((outcome) =>
            outcome.kind === 'imported' ? JSON.parse(new TextDecoder().decode(outcome.original)) : outcome,
          );
          expect(originals).toEqual(JSON.parse(JSON.stringify(all)));
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('tables that programs wrote', () => {
  const folder = join(import.meta.dirname, '../../../../fixtures/import/tables');
  type Row = Readonly<Record<'Titre' | 'Date' | 'Auteur' | 'Texte' | 'Lien', string>>;
  const rows: readonly Row[] = JSON.parse(readFileSync(join(folder, 'rows.json'), 'utf8'));
  const files = readdirSync(folder).filter((name) => /\.(?:csv|tsv|jsonl)$/.test(name));

  for (const name of files)
    it(`are read as they were meant: ${name}`, async () => {
      const told = await importTable(sourceOf(name, new Uint8Array(readFileSync(join(folder, name)))));

      const found = told.outcomes.slice(0, rows.length).map((one) => {
        if (one.kind === 'refused') return one;
        const { title, publishedAt, byline, address } = one.article;
        return {
          Titre: title.value,
          Date: publishedAt?.value.iso,
          Auteur: byline?.value ?? '',
          Texte: new TextDecoder().decode(one.text),
          Lien: address?.value,
        };
      });
      expect(found).toEqual(rows);
      if (told.outcomes.length > rows.length)
        expect(told.outcomes.at(-1)).toMatchObject({
          article: { title: { value: 'ميناكا' }, language: { value: 'ar' } },
        });
    });
});
