import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strFromU8, strToU8 } from 'fflate';
import initSqlJs from 'sql.js/dist/sql-asm.js';
import { describe, expect, it } from 'vitest';
import type { CodingProject, ProjectAnswer } from '#core/exchange/coding-project.ts';
import { settlePassages } from '#core/exchange/settle-passages.ts';
import { writeCodebookCsv } from '#core/exchange/table/codebook-table.ts';
import { readCsvFile } from '#core/exchange/table/read-table-file.ts';
import { readDocumentText } from '#core/exchange/taguette/document-text.ts';
import { isSqlite, readTaguetteDatabase } from '#core/exchange/taguette/read-taguette-database.ts';
import { writeTaguetteHighlights } from '#core/exchange/taguette/taguette-highlights.ts';
import { taguetteTagId } from '#core/ids.ts';
import { anyProject } from '#tests/unit/core/exchange/arbitrary-project.ts';

const fixtures = 'tests/fixtures/exchange/taguette';
const database = new Uint8Array(readFileSync(`${fixtures}/sahel-demo.sqlite3`));
const tools = { decode: (bytes: Uint8Array, label: string) => new TextDecoder(label).decode(bytes) };

function ready(answer: ProjectAnswer): CodingProject {
  if (!answer.ok) throw new Error(answer.code);
  return answer.project;
}

function readFile(name: string): CodingProject {
  return ready(readCsvFile(new Uint8Array(readFileSync(`${fixtures}/${name}`)), tools).answer);
}

/** `[number of the row, dotted tags, words without white space]` of every highlight. */
function summary({ highlights, tags }: CodingProject) {
  const names = new Map(tags.map((tag) => [tag.id, tag]));
  const dotted = (id: string): string => {
    const tag = names.get(id as never);
    if (tag === undefined) return '?';
    return tag.parentId === null ? tag.name : `${dotted(tag.parentId)}.${tag.name}`;
  };
  return highlights
    .map(
      ({ tagIds, exact }) => `${(exact ?? '').replace(/\s+/g, '')} | ${tagIds.map(dotted).sort().join(', ')}`,
    )
    .sort();
}

/** A database with Taguette's tables, filled by `fill`. */
async function makeDatabase(fill: string): Promise<Uint8Array> {
  const { Database } = await initSqlJs();
  const db = new Database();
  db.run(`CREATE TABLE projects (id INTEGER PRIMARY KEY, name, description, created);
    CREATE TABLE documents (id INTEGER PRIMARY KEY, name, description, created, project_id, contents);
    CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id, start_offset, end_offset, snippet);
    CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id, path, description);
    CREATE TABLE highlight_tags (highlight_id, tag_id);`);
  db.run(fill);
  const bytes = db.export();
  db.close();
  return bytes;
}

describe('readTaguetteDatabase', () => {
  it('finds the words of the sample where Taguette has them', async () => {
    const project = ready(await readTaguetteDatabase(database));
    const texts = new Map(project.articles.map(({ id, text }) => [id, text ?? '']));
    const words = project.highlights.map(({ articleId, start, end }) =>
      (texts.get(articleId) ?? '').slice(start ?? 0, end ?? 0),
    );

    expect(words).toEqual([
      'Un convoi de vivres a été attaqué mardi à l’est de Ménaka',
      'Ménaka',
      'est de Ménaka, dans la zone des trois frontières',
      '« au moins onze personnes » ont été tuées. 🚚🔥',
      'الهجوم وقع قرب الحدود مع النيجر',
      'tuées. 🚚🔥\nL’armée malienne n’a pas confirmé le bilan',
      'About 3,400 people reached Gao city',
      'Un convoi de vivres a été attaqué mardi à l’est de Ménaka',
    ]);
    expect(project.highlights.map(({ exact }) => exact)).toEqual(words);
  });

  it('agrees with what Taguette itself exports as CSV', async () => {
    expect(summary(ready(await readTaguetteDatabase(database)))).toEqual(summary(readFile('all_tags.csv')));
  });

  it('gives highlights and tags the ids that its CSV gives them', async () => {
    const project = ready(await readTaguetteDatabase(database));
    const csv = readFile('all_tags.csv');

    expect(project.highlights.map(({ id }) => id).sort()).toEqual(csv.highlights.map(({ id }) => id).sort());
    expect(project.tags.find(({ name }) => name === 'convoy')?.id).toBe(taguetteTagId('attack.convoy'));
  });

  it('keeps blocks apart that run into one another in Taguette', async () => {
    const { text, place } = readDocumentText(
      '<h1>Gao</h1><p>é<b>🚚</b> a\nb</p>\n<ul><li>x</li><li>y</li></ul>',
    );

    expect(text).toBe('Gao\né🚚 a b\nx\ny');
    // Gao|é|🚚| a b|\n|x|y, in bytes: 3 + 2 + 4 + 4 + 1 + 1 + 1
    expect(place(3, 9)).toEqual({ span: { start: 4, end: 7 }, words: 'é🚚' });
    expect(place(0, 3)).toEqual({ span: { start: 0, end: 3 }, words: 'Gao' });
    expect(place(14, 16)).toEqual({ span: { start: 12, end: 15 }, words: 'xy' });
    expect(place(4, 9)).toBeNull();
    expect(place(0, 99)).toBeNull();
  });

  it('finds every span of any text between any tags', () => {
    const piece = fc.constantFrom(
      'é',
      '🚚',
      ' ',
      '\n',
      'e\u0301',
      'الهجوم',
      'a&amp;b',
      '<b>',
      '</b>',
      '<p>',
      '</p>',
      '<br>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.nat(), fc.nat(), (pieces, a, b) => {
        // The text nodes, as an independent reading of so simple a page.
        const raw = pieces
          .join('')
          .replace(/<[^>]+>/g, '')
          .replaceAll('&amp;', '&');
        const characters = [...raw];
        if (characters.length === 0) return;
        const from = a % characters.length;
        const to = from + 1 + (b % (characters.length - from));
        const words = characters.slice(from, to).join('');
        const startByte = Buffer.byteLength(characters.slice(0, from).join(''));
        const read = readDocumentText(pieces.join(''));
        const found = read.place(startByte, startByte + Buffer.byteLength(words));

        expect(read.text).toBe(read.text.normalize('NFC'));
        if (found === null) return;
        expect(found.words).toBe(words);
        // A letter that its accent joined is taken whole.
        const ours = read.text.slice(found.span.start, found.span.end).replace(/\s/g, '');
        if (!/^\u0301|e$/.test(words)) expect(ours).toBe(words.normalize('NFC').replace(/\s/g, ''));
      }),
      { numRuns: 500 },
    );
  });

  it('does not trust offsets that give other words than the snippet', async () => {
    const bytes = await makeDatabase(`INSERT INTO projects VALUES (1, 'P', '', '2026-01-02 03:04:05.678');
      INSERT INTO documents VALUES (1, 'd.html', 'About it', '2026-01-02 03:04:05', 1, '<p>one two three</p>');
      INSERT INTO highlights VALUES (1, 1, 4, 7, '<p>three</p>'), (2, 1, 4, 7, '<p>two</p>');`);
    const answer = await readTaguetteDatabase(bytes);

    expect(ready(answer).highlights.map(({ start, exact }) => [start, exact])).toEqual([
      [null, 'three'],
      [4, 'two'],
    ]);
    expect(answer).toMatchObject({ losses: [{ code: 'offsets-unsure', count: 1 }] });
    expect(ready(answer).memos).toMatchObject([{ text: 'About it', subject: { kind: 'article' } }]);
  });

  it('reads who made a highlight from the log', async () => {
    const bytes = await makeDatabase(`INSERT INTO projects VALUES (1, 'P', '', '2026-01-02 03:04:05');
      INSERT INTO documents VALUES (1, 'd', '', '2026-01-02 03:04:05', 1, 'one two');
      INSERT INTO highlights VALUES (7, 1, 0, 3, 'one');
      CREATE TABLE commands (id INTEGER PRIMARY KEY, date, user_login, project_id, payload);
      INSERT INTO commands VALUES
        (1, '2026-01-03 00:00:00.5', 'aminata', 1, '{"type": "highlight_add", "highlight_id": 7}'),
        (2, '2026-01-04 00:00:00', 'boukary', 1, '{"type": "highlight_add", "highlight_id": 7}'),
        (3, 'x', 'y', 1, 'highlight_add {{{');`);
    const { highlights, analysts } = ready(await readTaguetteDatabase(bytes));

    expect(highlights).toMatchObject([
      { createdAt: '2026-01-03T00:00:00Z', updatedAt: '2026-01-04T00:00:00Z' },
    ]);
    expect(analysts.find(({ id }) => id === highlights[0]?.analystId)?.name).toBe('aminata');
  });

  it.each([
    {
      what: 'garbage with the right head',
      bytes: () => strToU8(`SQLite format 3\0${'x'.repeat(5000)}`),
      code: 'damaged-database',
    },
    {
      what: 'another database',
      bytes: async () => {
        const { Database } = await initSqlJs();
        const db = new Database();
        db.run('CREATE TABLE a (b)');
        return db.export();
      },
      code: 'not-taguette',
    },
    { what: 'an empty project', bytes: () => makeDatabase(''), code: 'empty-project' },
    {
      what: 'views without end',
      bytes: async () => {
        const { Database } = await initSqlJs();
        const db = new Database();
        db.run(
          'CREATE TABLE projects(id); CREATE TABLE documents(id); CREATE TABLE tags(id); CREATE TABLE highlight_tags(id); CREATE VIEW highlights AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n',
        );
        return db.export();
      },
      code: 'not-taguette',
    },
  ])('answers $code for $what', async ({ bytes, code }) => {
    expect(await readTaguetteDatabase(await bytes())).toMatchObject({ ok: false, code });
  });

  it('answers for a database damaged anywhere', async () => {
    for (let at = 0; at < database.length; at += 997) {
      const damaged = database.slice();
      damaged.fill(0xa5, at, at + 300);
      const answer = await readTaguetteDatabase(damaged);
      expect(typeof answer.ok).toBe('boolean');
    }
    for (const length of [16, 100, 1024, 4096, 20_000])
      expect(await readTaguetteDatabase(database.slice(0, length))).toMatchObject({ ok: false });
    expect(isSqlite(database)).toBe(true);
    expect(isSqlite(strToU8('SQLite'))).toBe(false);
  });
});

describe('Taguette’s tables', () => {
  it('reads its codebook with its descriptions', () => {
    const { tags } = readFile('codebook.csv');
    const byId = new Map(tags.map((tag) => [tag.id, tag]));

    expect(byId.get(taguetteTagId('place.Ménaka'))).toMatchObject({
      name: 'Ménaka',
      description: 'الموقع',
      parentId: taguetteTagId('place'),
    });
    // `claim` itself has no row.
    expect(byId.get(taguetteTagId('claim'))).toMatchObject({ description: '' });
    expect(tags).toHaveLength(8);
  });

  it('leaves words that stand twice to be lost, and finds the others with other white space', async () => {
    const { articles } = ready(await readTaguetteDatabase(database));
    const { highlights } = readFile('all_tags.csv');
    const text = articles[0]?.text ?? '';
    const first = highlights.filter(({ articleId }) => articleId === highlights[0]?.articleId);
    const found = settlePassages(first, text).map(({ exact }) => text.split(exact ?? '').length - 1);

    // `Ménaka` stands twice in it, everything else once.
    expect(found.sort()).toEqual([1, 1, 1, 1, 1, 2]);
  });

  it.each([
    {
      encoding: 'utf-16le',
      bytes: Uint8Array.of(0xff, 0xfe, ...Buffer.from('Name;Description\r\nattaque;été\r\n', 'utf16le')),
    },
    {
      encoding: 'windows-1252',
      bytes: new Uint8Array(
        Buffer.from('PATH,description\nattaque,"été, à Ménaka où l’on"\n'.replace('’', "'"), 'latin1'),
      ),
    },
    { encoding: 'utf-8', bytes: strToU8('\ufefftag\tDESCRIPTION\nattaque\tété') },
  ])('reads a codebook in $encoding', ({ bytes }) => {
    const { answer, format } = readCsvFile(bytes, tools);

    expect(format).toBe('codebook-csv');
    expect(ready(answer).tags).toMatchObject([
      { name: 'attaque', description: expect.stringMatching(/^été/) },
    ]);
  });

  it('refuses a codebook with two columns of tags', () => {
    expect(readCsvFile(strToU8('name,path,description\na,b,c\n'), tools).answer).toMatchObject({
      ok: false,
      code: 'several-tag-columns',
    });
  });

  it('takes our codebook back as it was, whatever its names hold', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const { bytes, losses } = writeCodebookCsv(project);
        const back = ready(readCsvFile(bytes, tools).answer);

        expect(losses.map(({ code }) => code)).toEqual(['group-left-out']);
        expect(new Map(back.tags.map((tag) => [tag.id, tag]))).toEqual(
          new Map(project.tags.map((tag) => [tag.id, tag])),
        );
      }),
    );
  });

  it('writes a row for each highlight and tag, and names what it leaves out', () => {
    fc.assert(
      fc.property(anyProject, (project) => {
        const { bytes, losses } = writeTaguetteHighlights(project);
        const counts = new Map(losses.map(({ code, count }) => [code, count]));
        const tagged = project.highlights.filter(({ tagIds }) => tagIds.length > 0);
        const back = ready(readCsvFile(bytes, tools).answer);

        expect(strFromU8(bytes, true).startsWith('\xef\xbb\xbf"id","document","tag","content"\r\n')).toBe(
          true,
        );
        expect(counts.get('untagged-left-out') ?? 0).toBe(project.highlights.length - tagged.length);
        expect(counts.get('note-left-out') ?? 0).toBe(
          project.highlights.filter(({ note }) => note !== '').length,
        );
        const words = tagged.filter(({ exact }) => exact?.trim() !== '');
        expect(back.highlights.map(({ id, exact }) => [id, exact])).toEqual(
          words.map(({ id, exact }) => [id, exact]),
        );
        expect(summary(back)).toEqual(summary({ ...project, highlights: words }));
      }),
    );
  });
});
