import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { archiveLimits, createInflateBudget } from '#core/import/containers/inflate-limits.ts';
import { readZipArchive } from '#core/import/containers/zip/read-zip-archive.ts';
import { type FileSource, sourceOf } from '#core/import/file-source.ts';
import { fixtures, readAll, readFixture, summarise } from '#tests/unit/core/import/containers/read-all.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';
import { makeZip } from './make-zip.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const english =
  'Fighting near Menaka\n\nThe army said on Tuesday that its soldiers had retaken the town of Menaka, close to the border with Niger, after two days of fighting with armed groups.\n';
const french =
  'Combats près de Ménaka\n\nL’armée a annoncé mardi que ses soldats avaient repris la ville de Ménaka, près de la frontière du Niger, après deux jours de combats contre des groupes armés.\n';

async function readZip(bytes: Uint8Array, name = 'made.zip') {
  return summarise(await readAll(sourceOf(name, bytes)));
}

describe('zip files of several programs', () => {
  it.each(['info-zip.zip', '7zip.zip', 'bsdtar.zip', 'streamed-info-zip.zip'])('%s', async (name) => {
    const found = await readFixture(`archives/${name}`);
    const texts = summarise(found);
    expect(texts['menaka.txt']).toBe(english);
    expect(texts['été/ménaka.txt']).toBe(french);
    expect(texts['عربي/ميناكا.txt']).toContain('ميناكا');
    expect(texts['été/sous-dossier/page.html']).toContain('Le grand marché de Gao');
    expect(found.filter(({ kind }) => kind === 'refused')).toMatchObject([
      { name, reason: 'passed-over', detail: { what: 'system', files: 1, example: '.DS_Store' } },
    ]);
    const article = found.find((one) => one.kind === 'imported')?.article;
    expect(article?.container).toMatchObject({
      name,
      sizeBytes: readFileSync(resolve(fixtures, 'archives', name)).length,
    });
  });

  it('gives the bytes another reader gives, of every fixture that reader can open', async () => {
    const folder = resolve(fixtures, 'archives');
    for (const name of readdirSync(folder).filter((one) =>
      /^(?:7zip|bsdtar|info-zip|python-[^d]).*\.zip$/.test(one),
    )) {
      const bytes = new Uint8Array(readFileSync(resolve(folder, name)));
      let oracle: Record<string, Uint8Array>;
      try {
        oracle = unzipSync(bytes);
      } catch {
        continue;
      }
      const wanted = Object.values(oracle).map((one) => Buffer.from(one).toString('hex'));
      for (const outcome of await readFixture(`archives/${name}`))
        if (outcome.kind === 'imported' && !outcome.article.container?.path.includes('inner.zip'))
          expect(wanted).toContain(Buffer.from(outcome.original).toString('hex'));
    }
  });

  it.each([
    ['python-cp437.zip', 'été à Ménaka.txt'],
    ['python-cp850.zip', 'À lire - São Tomé.txt'],
    ['python-zip64.zip', 'été/ménaka.txt'],
  ])('reads the names of %s', async (name, path) => {
    expect((await readFixture(`archives/${name}`).then(summarise))[path]).toBe(french);
  });

  it('keeps files of one name apart, and names only Windows refuses', async () => {
    const texts = summarise(await readFixture('archives/python-duplicates.zip'));
    expect(Object.keys(texts)).toEqual(['a.txt', 'a.txt#2', 'CON.txt']);
    expect(texts['a.txt']).toBe(english);
    expect(texts['a.txt#2']).toBe(french);
  });

  it('keeps names of 255 bytes', async () => {
    const names = Object.keys(summarise(await readFixture('archives/python-long-names.zip')));
    expect(names.map((name) => utf8(name).length)).toEqual([254, 255]);
  });
});

describe('zip files that are not to be trusted', () => {
  it('refuses names that lead outside, one by one, and reads the rest', async () => {
    const found = await readFixture('archives/python-traversal.zip');
    const name = 'python-traversal.zip';
    expect(summarise(found)).toMatchObject({
      [`${name}/../../etc/outside.txt`]: 'refused: unsafe-name',
      [`${name}//etc/absolute.txt`]: 'refused: unsafe-name',
      [`${name}/C:/windows/drive.txt`]: 'refused: unsafe-name',
      [`${name}/../back.txt`]: 'refused: unsafe-name',
      'good.txt': french,
      '\u202etxt.exe\u202c.txt': english.replace('Tuesday', 'Friday'),
    });
    expect(found).toHaveLength(6);
  });

  it.each(['encrypted-7zip-aes.zip', 'encrypted-info-zip.zip'])('says %s is locked, once', async (name) => {
    expect(summarise(await readFixture(`archives/${name}`))).toEqual({ [name]: 'refused: encrypted' });
  });

  it('reads what is not locked, and refuses links and unknown packings by name', async () => {
    expect(summarise(await readFixture('archives/partly-encrypted.zip'))).toEqual({
      'menaka.txt': english,
      'partly-encrypted.zip/locked.txt': 'refused: encrypted',
    });
    expect(summarise(await readFixture('archives/symlink.zip'))).toEqual({
      'menaka.txt': english,
      'symlink.zip/link.txt': 'refused: unsafe-name',
    });
    expect(await readFixture('archives/7zip-lzma.zip')).toMatchObject([
      { name: '7zip-lzma.zip/menaka.txt', reason: 'unsupported', detail: { format: 'packing' } },
    ]);
  });

  it('reads archives in archives, as deep as is safe', async () => {
    expect(summarise(await readFixture('archives/python-nested.zip'))).toEqual({
      'a.txt': english,
      'inner.zip/deep/b.txt': french,
    });
    let nested = utf8(english);
    for (let depth = 4; depth >= 1; depth--) nested = zipSync({ [depth === 4 ? 'a.txt' : 'in.zip']: nested });
    expect(await readZip(nested)).toEqual({ 'made.zip/in.zip/in.zip/in.zip': 'refused: bomb' });
  });

  it('refuses what grows too much, whatever the directory says of it', async () => {
    const zeros = new Uint8Array(20 * 1024 * 1024);
    const bomb = makeZip([
      { name: 'bomb.txt', data: zeros, isDeflated: true },
      { name: 'liar.txt', data: zeros, isDeflated: true, said: { sizeBytes: 1000 } },
      { name: 'good.txt', data: utf8(english), isDeflated: true },
    ]);
    expect(await readZip(bomb)).toEqual({
      'made.zip/bomb.txt': 'refused: bomb',
      'made.zip/liar.txt': 'refused: bomb',
      'good.txt': english,
    });
  });

  it('refuses what unpacks to too much in all, from where it does', async () => {
    const limits = { ...archiveLimits, totalBytes: 2.5 * english.length };
    const source = sourceOf(
      'made.zip',
      makeZip(
        ['a', 'b', 'c'].map((name) => ({ name: `${name}.txt`, data: utf8(english), isDeflated: true })),
      ),
    );
    const { signal } = new AbortController();
    const opening = { source, tools: nodeTools, signal, budget: createInflateBudget(limits) };
    const read: string[] = [];
    const unpack = async () => {
      for await (const part of readZipArchive(opening)) {
        if (part.kind !== 'file') continue;
        await part.source.read(0, part.source.sizeBytes);
        read.push(part.source.name);
      }
    };
    await expect(unpack()).rejects.toMatchObject({ reason: 'bomb', detail: { limit: 'total' } });
    expect(read).toEqual(['a.txt', 'b.txt']);
  });

  it('refuses entries that share their bytes', async () => {
    const data = utf8(english.repeat(50));
    const entries = Array.from({ length: 40 }, (_, index) => ({
      name: `${index}.txt`,
      data: new Uint8Array(0),
    }));
    const whole = makeZip([{ name: 'a.txt', data }, ...entries]);
    const view = new DataView(whole.buffer);
    // Every other entry is told to lie where the first one does.
    let at = view.getUint32(whole.length - 6, true);
    for (let entry = 0; entry <= 40; entry++) {
      view.setUint32(at + 20, data.length, true);
      view.setUint32(at + 24, data.length, true);
      view.setUint32(at + 42, 0, true);
      at += 46 + view.getUint16(at + 28, true);
    }
    expect(await readZip(whole)).toEqual({ 'made.zip': 'refused: bomb' });
  });

  it('reads 100,000 entries, and no more', async () => {
    const entry = { data: new Uint8Array(0) };
    const many = (count: number) =>
      makeZip(Array.from({ length: count }, (_, at) => ({ name: `${at}`, ...entry })));
    expect(await readAll(sourceOf('many.zip', many(100_000)))).toHaveLength(100_000);
    expect(await readZip(many(100_001))).toEqual({ 'made.zip': 'refused: bomb' });
  }, 120_000);

  it('refuses bytes that are not what their checksum says', async () => {
    const zip = makeZip([
      { name: 'a.txt', data: utf8(english), said: { crc: 1 } },
      { name: 'b.txt', data: utf8(french) },
    ]);
    expect(await readZip(zip)).toEqual({ 'made.zip/a.txt': 'refused: damaged', 'b.txt': french });
  });

  it('says of an archive without files that it is empty', async () => {
    expect(await readZip(zipSync({}))).toEqual({ 'made.zip': 'refused: empty' });
  });
});

describe('zip files that were cut short', () => {
  it.each(['info-zip.zip', '7zip.zip', 'streamed-info-zip.zip', 'python-zip64.zip'])(
    'gives the files of %s that are whole, and says the rest is missing',
    async (name) => {
      const whole = new Uint8Array(readFileSync(resolve(fixtures, 'archives', name)));
      const wanted = await readZip(whole, name);
      for (const share of [0.98, 0.9, 0.6, 0.4, 0.2]) {
        const cut = whole.subarray(0, Math.floor(whole.length * share));
        const found = await readZip(cut, name);
        expect(found[name]).toBe('refused: damaged');
        for (const [path, text] of Object.entries(found))
          if (!text.startsWith('refused')) expect(text).toBe(wanted[path]);
      }
      const texts = Object.values(await readZip(whole.subarray(0, whole.length - 30), name));
      expect(texts.filter((text) => !text.startsWith('refused'))).toHaveLength(
        Object.values(wanted).filter((text) => !text.startsWith('refused')).length,
      );
    },
  );

  it('never reads a wrong text and never throws, however the bytes are mangled', async () => {
    const whole = new Uint8Array(readFileSync(resolve(fixtures, 'archives/info-zip.zip')));
    const wanted = new Set(Object.values(await readZip(whole)));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 4, max: whole.length - 1 }), fc.nat(255)), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.integer({ min: 4, max: whole.length }),
        async (edits, length) => {
          const bytes = whole.slice(0, length);
          for (const [at, value] of edits) if (at < length) bytes[at] = value;
          for (const text of Object.values(await readZip(bytes)))
            expect(text.startsWith('refused') || wanted.has(text)).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('a file that goes while it is read', () => {
  it('is refused where it happens', async () => {
    const bytes = makeZip([
      { name: 'a.txt', data: utf8(english) },
      { name: 'b.txt', data: utf8(french) },
    ]);
    const inner = sourceOf('made.zip', bytes);
    const gone: FileSource = {
      ...inner,
      read: () => Promise.reject(new DOMException('gone', 'NotFoundError')),
    };
    expect(summarise(await readAll(gone))).toEqual({ 'made.zip': 'refused: unreadable' });
    const shorter: FileSource = { ...inner, sizeBytes: bytes.length + 100 };
    expect(summarise(await readAll(shorter))).toEqual({ 'made.zip': 'refused: changed' });
  });
});

describe('a zip file of several gigabytes', () => {
  it('is read from its end and its entries alone', async () => {
    const zip = makeZip([
      { name: 'a.txt', data: utf8(english), isDeflated: true },
      { name: 'b.txt', data: utf8(french), isDeflated: true },
    ]);
    const before = 5 * 1024 ** 3;
    let bytesRead = 0;
    const source: FileSource = {
      name: 'large.zip',
      path: 'large.zip',
      sizeBytes: before + zip.length,
      async read(start, end) {
        bytesRead += end - start;
        const bytes = new Uint8Array(Math.min(end, before + zip.length) - start);
        const from = Math.max(0, before - start);
        if (from < bytes.length) bytes.set(zip.subarray(start + from - before, end - before), from);
        return bytes;
      },
    };
    const { signal } = new AbortController();
    const opening = { source, tools: nodeTools, signal, budget: createInflateBudget(archiveLimits) };
    const names: string[] = [];
    for await (const part of readZipArchive(opening)) {
      if (part.kind !== 'file') throw new Error(part.kind);
      names.push(part.source.name);
      expect([english, french]).toContain(
        new TextDecoder().decode(await part.source.read(0, part.source.sizeBytes)),
      );
    }
    expect(names).toEqual(['a.txt', 'b.txt']);
    expect(bytesRead).toBeLessThan(10 * 1024 ** 2);
  });
});
