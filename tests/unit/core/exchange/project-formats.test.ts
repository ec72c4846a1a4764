import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { strToU8 } from 'fflate';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { type WriteFormat, writeFormats } from '#core/exchange/project-formats.ts';
import { readProject } from '#core/exchange/read-project.ts';
import { writeProject } from '#core/exchange/write-project.ts';
import { anyProject } from './arbitrary-project.ts';
import { englishWords } from './export-words.ts';

const tools = { decode: (bytes: Uint8Array, label: string) => new TextDecoder(label).decode(bytes) };
const now = '2026-11-21T10:00:00.000Z';

const readBack: Readonly<Partial<Record<WriteFormat, string>>> = {
  qdpx: 'qdpx',
  qdc: 'qdc',
  'web-annotation': 'web-annotation',
  'highlights-xlsx': 'highlights-xlsx',
  'highlights-csv': 'highlights-csv',
  'codebook-csv': 'codebook-csv',
  'taguette-csv': 'taguette-csv',
};

describe('writeProject', () => {
  it.each(writeFormats)('writes %s, and readProject knows it by its content', async (format) => {
    const [project] = fc.sample(
      anyProject.filter(
        ({ highlights, tags }) => tags.length > 2 && highlights.some(({ tagIds }) => tagIds.length > 0),
      ),
      { numRuns: 1, seed: 11 },
    );
    if (project === undefined) throw new Error('no sample');
    const { bytes } = await writeProject({ format, project, words: englishWords, now });
    const { format: found, answer } = await readProject({ name: 'x.bin', bytes }, tools);

    expect(bytes.length).toBeGreaterThan(100);
    if (readBack[format] === undefined) expect(answer.ok).toBe(false);
    else expect([found, answer.ok]).toEqual([readBack[format], true]);
  });
});

describe('readProject', () => {
  const samples = ['golden', 'taguette', 'w3c'].flatMap((folder) =>
    readdirSync(`tests/fixtures/exchange/${folder}`).map(
      (name) => `tests/fixtures/exchange/${folder}/${name}`,
    ),
  );

  it.each(samples)('answers for %s cut off anywhere', async (path) => {
    const whole = new Uint8Array(readFileSync(path));
    for (const share of [0, 0.01, 0.3, 0.5, 0.9, 0.999]) {
      const bytes = whole.slice(0, Math.floor(whole.length * share));
      const { answer } = await readProject({ name: path, bytes }, tools);
      expect(typeof answer.ok).toBe('boolean');
    }
  });

  it('reads a table in an encoding of DOS', async () => {
    const quote = "Où étaient les élèves ? À l'école, près de la frontière.";
    const bytes = new Uint8Array(iconv.encode(`quote,article_id\n"${quote}",a\n`, 'cp850'));
    expect(JSON.stringify((await readProject({ name: 'x.csv', bytes }, tools)).answer)).toContain(quote);
  });

  it('answers for any bytes', async () => {
    const heads = ['', 'PK\x03\x04', 'SQLite format 3\0', '{', '<?xml', '\ufeff', 'quote,article_id\n'];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 300 }), async (head, rest) => {
        const { answer } = await readProject(
          { name: 'x', bytes: Uint8Array.of(...strToU8(head), ...rest) },
          tools,
        );
        expect(typeof answer.ok).toBe('boolean');
      }),
    );
  });
});
