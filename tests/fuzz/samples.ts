import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Sample = { readonly name: string; readonly bytes: Uint8Array };

/** The formats import reads, by the ending of their samples. */
const endings: Readonly<Record<string, RegExp>> = {
  text: /\.txt$/,
  html: /\.x?html?$/,
  pdf: /\.pdf$/,
  docx: /\.docx$/,
  odt: /\.odt$/,
  rtf: /\.rtf$/,
  epub: /\.epub$/,
  eml: /\.eml$/,
  mbox: /\.mbox$/,
  mhtml: /\.mht(?:ml)?$/,
  csv: /\.[ct]sv$/,
  json: /\.json$/,
  jsonl: /\.(?:jsonl|ndjson)$/,
  zip: /\.zip$/,
  gzip: /\.gz$/,
  tar: /\.tar$/,
  warc: /\.warc$/,
  wacz: /\.wacz$/,
};

export const formats = Object.keys(endings);

/** Larger files are left out: most of a mutant's time would go into reading what was not changed. */
const largestSample = 300_000;

/** The fixtures of every format, with a few files of our own where there are no others; `root` is the checkout. */
export function loadSamples(root: string): Map<string, Sample[]> {
  const files = [...listFiles(join(root, 'tests/fixtures/import')), ...listFiles(join(root, 'seeds'))].map(
    (path) => ({ name: path.slice(path.lastIndexOf('/') + 1), bytes: new Uint8Array(readFileSync(path)) }),
  );
  const small = [...files, ...ownSamples()].filter(({ bytes }) => bytes.length <= largestSample);
  return new Map(
    formats.map((format) => [format, small.filter(({ name }) => endings[format]?.test(name) === true)]),
  );
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) =>
      entry.isDirectory() ? listFiles(join(folder, entry.name)) : [join(folder, entry.name)],
    );
}

const story =
  'L’armée a annoncé mardi 24 septembre 2024 la reprise de Ménaka, près de la frontière. “We fled at dawn,” a trader said.';

function ownSamples(): Sample[] {
  const mail = (n: number) =>
    `From: "A. Trader" <trader@example.org>\r\nTo: desk@example.org\r\nSubject: =?utf-8?Q?M=C3=A9naka_${n}?=\r\nDate: Tue, 24 Sep 2024 02:56:00 +0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary="b"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${story}\r\n--b\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<p>L=E2=80=99arm=C3=A9e ${n}</p>\r\n--b--\r\n`;
  const page = `<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Ménaka</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Ménaka","datePublished":"2024-09-24"}</script></head><body><nav><a href="/">Accueil</a></nav><article><h1>Ménaka</h1><p>${story}</p><table><tr><td>morts</td><td>12</td></tr></table><pre>a\n b</pre></article><footer>©</footer></body></html>`;
  const mhtml = `From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/menaka\r\nSubject: Menaka\r\nDate: Tue, 24 Sep 2024 02:56:00 -0000\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; type="text/html"; boundary="----m"\r\n\r\n------m\r\nContent-Type: text/html\r\nContent-Location: https://example.org/menaka\r\n\r\n${page}\r\n------m--\r\n`;
  const rows = Array.from({ length: 8 }, (_, n) => ({
    title: `Story ${n}`,
    date: '2024-09-24',
    text: `${story} (${n})`,
  }));
  const own: Readonly<Record<string, string>> = {
    'own.html': page,
    'own.eml': mail(1),
    'own.mbox': [1, 2, 3]
      .map((n) => `From trader@example.org Tue Sep 24 02:56:00 2024\n${mail(n).replaceAll('\r\n', '\n')}\n`)
      .join(''),
    'own.mhtml': mhtml,
    'own.csv': `title,date,text\n${rows.map((row) => `"${row.title}",${row.date},"${row.text.replaceAll('"', '""')}"`).join('\n')}\n`,
    'semicolons.csv': `titre;date;texte\r\n${rows.map((row) => `${row.title};24/09/2024;"${row.text.replaceAll('"', '""')}"`).join('\r\n')}\r\n`,
    'own.json': JSON.stringify(rows, null, 1),
    'within.json': JSON.stringify({ articles: rows.map((row) => ({ ...row, source: { name: 'A' } })) }),
    'own.jsonl': rows.map((row) => JSON.stringify(row)).join('\n'),
  };
  return Object.entries(own).map(([name, text]) => ({ name, bytes: new TextEncoder().encode(text) }));
}
