import { describe, expect, it } from 'vitest';
import { extractHtml } from '#core/import/extract-html.ts';
import { importFile } from '#core/import/import-file.ts';
import { nodeTools } from './node-tools.ts';

const sentence =
  'Une colonne de véhicules a quitté la ville à l’aube, selon plusieurs habitants joints par téléphone. ';
const paragraph = `<p>${sentence.repeat(4)}</p>`;

const newsPage = `<!doctype html><html lang="fr"><head>
<meta charset="utf-8"><title>Au Mali, une colonne quitte Gao | Sahel Info</title>
<meta property="og:title" content="Au Mali, une colonne quitte Gao | Sahel Info">
<meta property="og:site_name" content="Sahel Info">
<meta property="article:published_time" content="2024-09-24T08:15:00+00:00">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
{"@type":["NewsArticle"],"headline":"Au Mali, une colonne quitte Gao","datePublished":"2024-09-24T08:15:00+00:00","author":[{"@type":"Person","name":"Awa Diallo"}],"publisher":{"@type":"Organization","name":"Sahel Info"}}]}</script>
<style>p { color: red }</style></head><body>
<nav><a href="/">Accueil</a> <a href="/mali">Mali</a></nav>
<main><article><h1>Au Mali, une colonne quitte Gao</h1><time datetime="2024-09-24T08:15">24 sept.</time>
${paragraph}<h2>Sur la route</h2>${paragraph}
<figure><img src="x.jpg" onerror="alert(1)"><figcaption>Une rue de Gao, le 12 mars 2024</figcaption></figure>
<ul><li>premier point de la liste, assez long pour compter</li><li>second point de la liste, assez long aussi</li></ul>
<blockquote>« Nous avons tout vu », dit un témoin de la scène.</blockquote>
<table><tr><th>Lieu</th><th>Véhicules</th></tr><tr><td>Gao</td><td>40</td></tr></table>
${paragraph}<script>alert('evil')</script><!-- evil comment --><p hidden>evil hidden</p></article></main>
<footer>Mentions légales</footer></body></html>`;

function textOf(html: string): string {
  return extractHtml(html)
    .blocks.map(({ text }) => text)
    .join('\n');
}

describe('a news page', () => {
  it('becomes lines of text, and nothing else', () => {
    const page = extractHtml(newsPage);
    expect(page.from).toBe('article');
    const lines = page.blocks.map(({ text }) => text);
    expect(lines[0]).toBe('Au Mali, une colonne quitte Gao');
    expect(lines).toContain(sentence.repeat(4).trim());
    expect(lines).toContain('Sur la route');
    expect(lines).toContain('second point de la liste, assez long aussi');
    expect(lines).toContain('« Nous avons tout vu », dit un témoin de la scène.');
    expect(lines).toContain('Gao\t40');
    expect(lines.join('\n')).not.toMatch(/evil|alert|color|Accueil|Mentions|[<>]/);
  });

  it('marks captions', () => {
    const caption = extractHtml(newsPage).blocks.find(({ text }) => text.startsWith('Une rue de Gao'));
    expect(caption?.noise).toBe('caption');
  });

  it('states its title, date, author and site', async () => {
    const bytes = new TextEncoder().encode(newsPage);
    const outcome = await importFile({ name: 'a.html', bytes }, nodeTools);
    expect(outcome).toMatchObject({
      kind: 'imported',
      article: {
        mediaType: 'text/html',
        title: { value: 'Au Mali, une colonne quitte Gao', basis: 'stated', reason: 'json-ld' },
        publishedAt: {
          value: { iso: '2024-09-24T08:15', precision: 'minute' },
          basis: 'stated',
          reason: 'json-ld',
        },
        publisher: { value: 'Sahel Info', basis: 'stated' },
        carrier: null,
        byline: { value: 'Awa Diallo' },
        language: { value: 'fr' },
      },
    });
    if (outcome.kind === 'refused') return;
    const text = new TextDecoder().decode(outcome.text);
    const { title, noise } = outcome.article;
    expect(text.slice(title.evidence?.start, title.evidence?.end)).toBe(title.value);
    expect(noise.map(({ start, end }) => text.slice(start, end))).toContain(
      'Une rue de Gao, le 12 mars 2024',
    );
  });

  it('is handed on by its site when it credits another source', async () => {
    const credited = newsPage.replace('</article>', '<p>Source : Le Monde</p></article>');
    const outcome = await importFile(
      { name: 'a.html', bytes: new TextEncoder().encode(credited) },
      nodeTools,
    );
    expect(outcome).toMatchObject({
      article: { publisher: { value: 'Le Monde' }, carrier: { value: 'Sahel Info' } },
    });
  });
});

describe('the facts of a page', () => {
  it.each([
    ['a title tag', '<title>Troops &amp; rebels</title>', 'Troops & rebels'],
    ['a heading', '<body><h1>Troops <b>and</b> rebels</h1>', 'Troops and rebels'],
    ['an og:title', '<title>x</title><meta content="Troops" property="og:title">', 'Troops'],
    ['entities', '<title>L&rsquo;arm&eacute;e &#8211; 2&#x2019;</title>', 'L’armée – 2’'],
    ['nothing', '<p>text</p>', null],
  ])('reads the title from %s', (_, html, title) => {
    expect(extractHtml(html).facts.title).toBe(title);
  });

  it.each([
    ['dc.date', '<meta name="dc.date" content="2024-01-02">', '2024-01-02'],
    [
      'a time called published',
      '<time datetime="2020-01-01">a</time><time class="entry-date published" datetime="2024-01-02">',
      '2024-01-02',
    ],
    ['the only time', '<time datetime="2024-01-02"></time><time datetime="2024-01-02"></time>', '2024-01-02'],
    [
      'no one of several times',
      '<time datetime="2024-01-02"></time><time datetime="2024-01-03"></time>',
      null,
    ],
    ['no time of change', '<time class="updated" datetime="2024-01-02"></time>', null],
  ])('reads the date from %s', (_, html, date) => {
    expect(extractHtml(html).facts.published).toBe(date);
  });

  it('survives JSON-LD of every shape', () => {
    for (const json of [
      '{',
      'null',
      '[]',
      '[null,1,"a"]',
      '{"@type":"Article","author":null}',
      '{"@type":"Article","headline":{"a":1}}',
      '{"__proto__":{"headline":"x"},"@type":"Article"}',
      '['.repeat(100_000),
    ])
      expect(extractHtml(`<script type="application/ld+json">${json}</script>`).facts.title).toBeNull();
  });
});

describe('the text of any page', () => {
  it.each([
    ['words parted by inline tags', '<p>one <b>two</b><i> three</i>four</p>', 'one two threefour'],
    ['line breaks', '<p>one<br>two<br/>three</p>', 'one\ntwo\nthree'],
    ['preformatted lines', '<pre>one\n  two</pre>', 'one\ntwo'],
    ['white space', '<p> one\n\t two </p>\n<p></p>', 'one two'],
    ['no-break spaces', '<p>12&nbsp;000</p>', '12\u00a0000'],
    ['text outside of elements', 'one<div>two</div>three', 'one\ntwo\nthree'],
    ['a less-than sign', '<p>1 < 2 & 3 > 2', '1 < 2 & 3 > 2'],
    ['attributes with brackets', '<p title="a > b" class=\'<b>\'>one</p>', 'one'],
    ['upper-case tags', '<P>one</P><SCRIPT>two</SCRIPT >three', 'one\nthree'],
    ['a comment that never ends', '<p>one</p><!-- two', 'one'],
    ['a script that never ends', '<p>one</p><script>two', 'one'],
    [
      'forms and buttons',
      '<p>one</p><button>two</button><select><option>three</select><textarea>four</textarea>',
      'one',
    ],
    ['svg and style', '<p>one<svg><text>two</text></svg><style>three</style></p>', 'one'],
    ['double escapes', '<p>&amp;lt;script&amp;gt;</p>', '&lt;script&gt;'],
    ['escaped markup, as text', '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>', '<script>alert(1)</script>'],
  ])('keeps %s', (_, html, text) => {
    expect(textOf(html)).toBe(text);
  });

  it.each([
    ['200,000 nested elements', `${'<div>'.repeat(200_000)}<p>the text</p>`],
    [
      '200,000 nested elements of two kinds, misnested',
      `${'<b><i>'.repeat(100_000)}the text${'</b></i>'.repeat(100_000)}`,
    ],
    ['100,000 flat elements', `<p>the text</p>${'<span>a</span>'.repeat(100_000)}`],
    ['a million end tags', `the text${'</p>'.repeat(1_000_000)}`],
    ['a million attributes', `<p ${'a="1" '.repeat(500_000)}>the text</p>`],
    ['an attribute that never ends', `the text<p a="${'x'.repeat(1_000_000)}`],
    ['unclosed comments', `the text${'<!--'.repeat(500_000)}`],
    ['20,000 nested tables', `${'<table><tr><td>'.repeat(20_000)}the text`],
    ['wide and deep', `<p>the text</p>${(`${'<div>'.repeat(100)}a${'</div>'.repeat(100)}`).repeat(250)}`],
  ])('is read in seconds from %s', (_, html) => {
    expect(textOf(html)).toContain('the text');
  });
});
