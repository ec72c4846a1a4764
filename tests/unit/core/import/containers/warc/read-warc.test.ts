import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Readable } from 'node:stream';
import { gunzipSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WARCParser } from 'warcio';
import { sourceOf } from '#core/import/file-source.ts';
import type { Imported } from '#core/import/import-file.ts';
import {
  fixtures,
  readAll,
  readFixture,
  summarise,
  textOf,
} from '#tests/unit/core/import/containers/read-all.ts';

const bytesOf = (name: string) => new Uint8Array(readFileSync(resolve(fixtures, 'warc', name)));
const articles = (outcomes: Awaited<ReturnType<typeof readAll>>) =>
  outcomes.filter((one): one is Imported => one.kind === 'imported');

/** The bodies of the pages and texts that answered, by another reader. */
async function bodiesByWarcio(bytes: Uint8Array): Promise<string[]> {
  const bodies: string[] = [];
  const stream = Readable.toWeb(Readable.from([bytes])) as ReadableStream<Uint8Array>;
  for await (const record of new WARCParser(stream)) {
    const type = String(record.httpHeaders?.headers.get('content-type') ?? '');
    const isWanted =
      / 2\d\d /.test(record.httpHeaders?.statusline ?? '') && /^text\/(?:html|plain)/.test(type);
    if (record.warcType !== 'response' || !isWanted) continue;
    const body = Buffer.from(await record.readFully(true)).toString('hex');
    if (body !== '' && !record.warcTargetURI?.endsWith('/robots.txt')) bodies.push(body);
  }
  return bodies;
}

describe.each(['wget.warc.gz', 'wget.warc'])('%s', (name) => {
  it('gives the pages with their address and when they were taken', async () => {
    const found = await readFixture(`warc/${name}`);
    const market = articles(found).find(({ article }) => article.originalName === 'market.html');
    expect(market?.article).toMatchObject({
      address: { value: 'http://news.example.org/en/market.html', basis: 'stated', reason: 'archive' },
      title: { value: 'Mali: the market of Gao reopens' },
      container: {
        name,
        path: expect.stringMatching(/^#\d+ http:\/\/news\.example\.org\/en\/market\.html$/),
      },
      publishedAt: null,
    });
    expect(market && textOf(market)).toContain('lorries from Niger were seen unloading onions');
    const latin = articles(found).find(({ article }) => article.originalName === 'latin1.html');
    expect(latin && textOf(latin)).toContain('Combats à Ménaka');
    const names = articles(found).map(({ article }) => article.originalName);
    expect(names).toContain('سوق.html');
    expect(names).toContain('news.example.org.html');
    expect(names).toContain('marche.html');
    expect(names).toContain('notes.txt');
  });

  it('gives the same bodies as another reader', async () => {
    const bodies = articles(await readFixture(`warc/${name}`)).map(({ original }) =>
      Buffer.from(original).toString('hex'),
    );
    expect(bodies).toEqual(await bodiesByWarcio(bytesOf(name)));
    expect(bodies).toHaveLength(8);
  });

  it('says in a line each what was passed over', async () => {
    const refused = (await readFixture(`warc/${name}`)).filter(({ kind }) => kind === 'refused');
    expect(refused).toMatchObject([
      { name, reason: 'passed-over', detail: { what: 'web-part', files: 4 } },
      { name, reason: 'passed-over', detail: { what: 'web-answer', files: 2 } },
    ]);
  });
});

describe('archives made by browsers', () => {
  it.each([
    ['warcio-js.warc.gz', 'warcio-js.warc.gz'],
    ['python.wacz', 'python.wacz/archive/data.warc.gz'],
  ])('%s', async (name, inner) => {
    const found = await readFixture(`warc/${name}`);
    const texts = articles(found).map(textOf);
    expect(texts).toHaveLength(3);
    expect(texts[0]).toContain('Talks between the governor');
    expect(texts[1]).toContain('Heavy rains have closed the road');
    expect(texts[2]).toContain('The union of drivers');
    expect(articles(found)[0]?.article).toMatchObject({
      originalName: 'kidal.html',
      address: { value: 'https://journal.example.org/2026/11/20/kidal?page=1' },
      inferredDate: { value: { until: expect.stringMatching(/^2026-11-20/) } },
    });
    expect(found.filter(({ kind }) => kind === 'refused')).toMatchObject([
      { name: `${inner} #5 https://journal.example.org/sealed`, reason: 'damaged' },
      { name: inner, detail: { what: 'web-part', files: 1 } },
      { name: inner, detail: { what: 'revisit', files: 1 } },
    ]);
  });
});

describe('pages packed for their way', () => {
  it('are read when they came as Brotli or Zstandard, in chunks too', async () => {
    const found = await readFixture('warc/wget-packed.warc.gz');
    expect(articles(found).map(({ article }) => article.title.value)).toEqual([
      'The ferry of Bourem runs again',
      'Des puits rouverts près d’Ansongo',
      'Bridge at Wabaria closed for lorries',
      'Bridge at Wabaria closed for lorries',
    ]);
    expect(articles(found).map(textOf)[1]).toContain('deux autres puits restent à sec.');
    expect(found.filter(({ kind }) => kind === 'refused')).toEqual([]);
  });
});

describe('broken archives', () => {
  const whole = bytesOf('wget.warc.gz');
  const plain = new Uint8Array(gunzipSync(whole));

  it('give what stands before and behind the break', async () => {
    const total = articles(await readAll(sourceOf('a.warc.gz', whole))).length;
    for (const [name, bytes] of [
      ['a.warc.gz', whole],
      ['a.warc', plain],
    ] as const) {
      const broken = bytes.slice();
      broken.fill(0x55, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 30);
      const found = await readAll(sourceOf(name, broken));
      expect(articles(found).length).toBeGreaterThanOrEqual(total - 2);
      if (name === 'a.warc.gz') expect(found.at(-1)).toMatchObject({ name, reason: 'damaged' });
      const cut = await readAll(sourceOf(name, bytes.subarray(0, Math.floor(bytes.length * 0.7))));
      expect(articles(cut).length).toBeGreaterThan(3);
      expect(cut.at(-1)).toMatchObject({ name, reason: 'damaged' });
    }
  });

  it('give the page within which they were cut short, in part', async () => {
    const text = Buffer.from(plain).toString('latin1');
    for (const [cutAt, page] of [
      [text.indexOf('a rouvert lundi'), 'marche.html'],
      // Packed by its server: what is left of it unpacks as far as it goes.
      [text.indexOf('\x1f\x8b') + 300, 'market.html'],
    ] as const) {
      const found = await readAll(sourceOf('a.warc', plain.subarray(0, cutAt)));
      const inPart = articles(found).filter(({ missing }) => missing !== undefined);
      expect(inPart.map(({ article }) => article.originalName)).toEqual([page]);
      expect(inPart[0]).toMatchObject({ missing: { reason: 'part', detail: { cut: 1 } } });
      expect(found.at(-1)).toMatchObject({ name: 'a.warc', reason: 'damaged', detail: { cut: 1 } });
    }
  });

  it('give the page within which their packing was cut short, in part', async () => {
    const packed = new Uint8Array(gzipSync(plain));
    const names = new Set<string>();
    for (let length = 1000; length < packed.length; length += 150) {
      const found = await readAll(sourceOf('a.warc.gz', packed.subarray(0, length)));
      const inPart = articles(found).filter(({ missing }) => missing !== undefined);
      for (const one of inPart) names.add(one.article.originalName);
      expect(found.at(-1)).toMatchObject({ name: 'a.warc.gz', reason: 'damaged' });
      if (inPart.length > 0) expect(found.at(-1)).toMatchObject({ detail: { cut: 1 } });
    }
    expect([...names]).toEqual(expect.arrayContaining(['news.example.org.html', 'marche.html']));
  });

  it('are read on behind a record that lies about its length', async () => {
    const text = Buffer.from(plain).toString('latin1');
    const at = text.indexOf('Content-Length: ', text.indexOf('fr/marche'));
    const lying = `${text.slice(0, at)}Content-Length: 7${text.slice(text.indexOf('\r', at))}`;
    const found = summarise(await readAll(sourceOf('a.warc', Buffer.from(lying, 'latin1'))));
    expect(Object.keys(found).some((path) => path.includes('notes.txt'))).toBe(true);
    expect(found['a.warc']).toBe('refused: damaged');
  });

  it('never give a text that is not theirs, nor throw', async () => {
    const wanted = new Set(Object.values(summarise(await readAll(sourceOf('a.warc.gz', whole)))));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer({ min: 300, max: whole.length - 1 }), fc.nat(255)), {
          minLength: 1,
          maxLength: 4,
        }),
        async (edits) => {
          const bytes = whole.slice();
          for (const [at, value] of edits) bytes[at] = value;
          const texts = Object.values(summarise(await readAll(sourceOf('a.warc.gz', bytes))));
          expect(texts.filter((text) => wanted.has(text)).length).toBeGreaterThanOrEqual(4);
          expect(texts.filter((text) => !wanted.has(text) && !text.startsWith('refused'))).toEqual([]);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('refuse an answer that unpacks to too much', async () => {
    const bomb = gzipSync(Buffer.alloc(60 * 1024 * 1024, '<p>'));
    const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n`;
    const record = (type: string, block: Buffer) =>
      Buffer.concat([
        Buffer.from(
          `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: http://a.example/b\r\nContent-Type: application/http;msgtype=response\r\nContent-Length: ${block.length}\r\n\r\n`,
        ),
        block,
        Buffer.from('\r\n\r\n'),
      ]);
    const archive = record('response', Buffer.concat([Buffer.from(head), bomb]));
    const [outcome] = await readAll(sourceOf('a.warc', new Uint8Array(archive)));
    expect(outcome).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/^(?:bomb|too-large)$/) });
  });
});
