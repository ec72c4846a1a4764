import { resolve } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { formats, loadSamples, type Sample } from '#tests/fuzz/samples.ts';
import { makeMutant, tryMutant } from '#tests/fuzz/try-mutant.ts';

const samples = loadSamples(resolve(import.meta.dirname, '../../../..'));

/** A short run of what `npm run fuzz:import` does for long; the same every time. */
describe('files with a few places changed are read or refused, never more', () => {
  it.each(formats)(
    '%s',
    async (format) => {
      const own = samples.get(format) ?? [];
      expect(own.length).toBeGreaterThan(0);
      for (let seed = 1; seed <= 12; seed++) {
        const mutant = makeMutant(own, seed);
        expect({ seed, name: mutant.name, faults: await tryMutant(mutant) }).toEqual({
          seed,
          name: mutant.name,
          faults: [],
        });
      }
    },
    120_000,
  );
});

describe('what fuzzing found to take a square of the time', () => {
  const spaces = ' '.repeat(300_000);
  const story = 'The army said on Tuesday that it had retaken the town.';

  it.each([
    ['spaces in a text', 'a.txt', `${story}${spaces}${story}`],
    [
      'spaces in a page',
      'a.html',
      `<p>${story}</p><pre>a${spaces}b</pre><p>a${'&nbsp;'.repeat(100_000)}b</p>`,
    ],
    ['spaces in an RTF', 'a.rtf', `{\\rtf1\\ansi ${story}${spaces}${story}}`],
  ])('%s', async (_, name, text) => {
    await inGoodTime({ name, bytes: new TextEncoder().encode(text) });
  });

  it('tags in a DOCX that are not closed', async () => {
    const sample = samples.get('docx')?.find(({ name }) => name === 'pandoc.docx');
    const parts = unzipSync(sample?.bytes ?? new Uint8Array(0));
    const tags = '<w:pPr><w:lvl w:ilvl="5"></w:pPr><w:lvlText w:val=" " /></w:lvl><w:lvl w:ilvl="5">';
    parts['word/numbering.xml'] = strToU8(`<w:numbering xmlns:w="urn:w">${tags.repeat(3000)}</w:numbering>`);
    await inGoodTime({ name: 'a.docx', bytes: zipSync(parts) });
  });

  it('a web archive of nothing but broken parts', async () => {
    const broken = Uint8Array.of(
      0x1f,
      0x8b,
      8,
      0,
      0,
      0,
      0,
      0,
      0,
      3,
      ...Array.from({ length: 90 }, (_, at) => 5 + ((at * 37) % 200)),
    );
    const bytes = Uint8Array.from({ length: 400_000 }, (_, at) => broken[at % broken.length] ?? 0);
    await inGoodTime({ name: 'a.warc.gz', bytes });
  });

  it('objects of a PDF that are not closed', async () => {
    const sample = samples.get('pdf')?.find(({ name }) => name === 'ghostscript.pdf');
    const objects = Buffer.from(
      '37 0 obj\n<< /Filter /FlateD}M\n.endstream\nendobj\n'.repeat(3000),
      'latin1',
    );
    await inGoodTime({
      name: 'a.pdf',
      bytes: new Uint8Array(Buffer.concat([sample?.bytes ?? objects, objects])),
    });
  });

  async function inGoodTime(sample: Sample) {
    const before = process.cpuUsage();
    expect(await tryMutant(sample)).toEqual([]);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1e6).toBeLessThan(5);
  }
});
