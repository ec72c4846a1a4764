import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { parseHTML } from 'linkedom';
import mammoth from 'mammoth';
import { describe, expect, it } from 'vitest';
import { composeBrief } from '#core/brief/compose-brief.ts';
import type { ComposedBrief } from '#core/brief/composed-brief.ts';
import { toDocx } from '#core/exchange/to-docx.ts';
import { exportPolicy, toHtml } from '#core/exchange/to-html.ts';
import { escapeInline, toMarkdown } from '#core/exchange/to-markdown.ts';
import type { BlockId } from '#core/ids.ts';
import { englishWords } from '#tests/unit/core/brief/english-words.ts';
import { makeCase } from '#tests/unit/core/brief/sample-case.ts';

const fixtures = resolve(import.meta.dirname, '../../../fixtures/brief');
const words = englishWords;

function composeCase(): ComposedBrief {
  return composeBrief({ ...makeCase(), base: null, words });
}

/** A brief with `text` in every place that comes from outside or from the analyst. */
function composeHostile(text: string): ComposedBrief {
  const material = makeCase();
  return composeBrief({
    ...material,
    brief: { ...material.brief, title: text, author: text },
    blocks: material.blocks.map((block) => {
      const { content } = block;
      if (content.kind === 'quote') return block;
      if (content.kind === 'map' || content.kind === 'table')
        return { ...block, content: { ...content, caption: text } };
      return { ...block, content: { ...content, text: content.text + text } };
    }),
    highlights: material.highlights.map((highlight) => ({
      ...highlight,
      note: text,
      anchor: { ...highlight.anchor, exact: text },
    })),
    articles: material.articles.map((article) => ({
      ...article,
      originalName: text,
      title: { ...article.title, value: text },
      publisher: { value: text, basis: 'stated', evidence: null, reason: 'test' },
    })),
    tags: material.tags.map((tag) => ({ ...tag, name: text })),
    mentions: material.mentions.map((mention) => ({ ...mention, place: { ...mention.place, name: text } })),
    base: null,
    words,
  });
}

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'--><svg/onload=alert(1)>",
  '</style></title></textarea><iframe src=javascript:alert(1)>',
  '&lt;b&gt; &amp; &#x41;',
  '{{7*7}} $x$ `code`',
  '\u202eevil\u202c \u0000 \u0001 \ud800 \ufffe',
  '[a](javascript:alert(1)) ![x](https://example.org/x.png) <https://example.org>',
  '| a | b |\n|---|---|\n# heading\n- item\n1. one\n> quote\n---\n===',
  'قُتل خمسة جنود في هجوم قرب تيساليت',
];

/** `text` with what XML can't hold replaced, as each document has to show it. */
function writable(text: string): string {
  const isWritable = (point: number) =>
    point >= 0x20 ? point !== 0xfffe && point !== 0xffff : point === 9 || point === 10 || point === 13;
  return Array.from(text.toWellFormed(), (character) =>
    isWritable(character.codePointAt(0) ?? 0) ? character : '\ufffd',
  ).join('');
}

/** Names of elements and attributes of a page, in order, with how many there are of each. */
function shapeOf(html: string): string[] {
  const { document } = parseHTML(html);
  return Array.from(document.querySelectorAll('*'), (element) =>
    [element.localName, ...Array.from(element.attributes, (attribute) => attribute.name).sort()].join(' '),
  );
}

describe('the HTML page of a brief', () => {
  it('is what was looked at and found good', () => {
    const file = resolve(fixtures, 'brief.expected.html');
    if (process.env.WRITE_EXPECTED === '1') writeFileSync(file, toHtml(composeCase()));

    expect(toHtml(composeCase())).toBe(readFileSync(file, 'utf8'));
  });

  it('allows itself nothing but its own style and pictures, and asks for nothing', () => {
    const { document } = parseHTML(toHtml(composeCase()));

    const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
    expect(policy?.getAttribute('content')).toBe(exportPolicy);
    expect(exportPolicy).toBe("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    expect(document.documentElement.getAttribute('lang')).toBe('en');
    expect(document.querySelectorAll('script, link, iframe, object, embed, base, form')).toHaveLength(0);
    for (const link of document.querySelectorAll('[href], [src]'))
      expect(link.getAttribute('href')).toMatch(/^#/);
  });

  it('leads from each citation to its note and back', () => {
    const { document } = parseHTML(toHtml(composeCase()));

    const links = [...document.querySelectorAll('a.cite')];
    expect(links.length).toBe(12);
    for (const link of links) {
      const target = document.getElementById((link.getAttribute('href') ?? '').slice(1));
      expect(target).not.toBeNull();
    }
    const ids = Array.from(document.querySelectorAll('[id]'), (element) => element.id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each(hostile)('shows %j as text, with no element or attribute more', (text) => {
    const flat = text.replaceAll('\n', ' ').replaceAll('- ', '');

    expect(shapeOf(toHtml(composeHostile(flat)))).toEqual(shapeOf(toHtml(composeHostile('plain'))));
  });

  it('shows any words as text', () => {
    const expected = shapeOf(toHtml(composeHostile('plain')));
    const oneLine = fc
      .oneof(fc.string({ unit: 'binary', minLength: 1 }), fc.string({ minLength: 1 }))
      .filter((text) => !/[\n\r]/.test(text) && text.trim() !== '' && !text.includes('[['));
    fc.assert(
      fc.property(oneLine, (text) => {
        const html = toHtml(composeHostile(`x${text}`));

        expect(shapeOf(html)).toEqual(expected);
        // What XML can't hold is replaced; all else is there, letter by letter.
        const shown = writable(`x${text}`);
        const titles = Array.from(
          parseHTML(html).document.querySelectorAll('.notes .title'),
          (title) => title.textContent,
        );
        expect(titles[0]).toBe(shown);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the Markdown of a brief', () => {
  it('is what was looked at and found good', () => {
    const file = resolve(fixtures, 'brief.expected.md');
    if (process.env.WRITE_EXPECTED === '1') writeFileSync(file, toMarkdown(composeCase()));

    expect(toMarkdown(composeCase())).toBe(readFileSync(file, 'utf8'));
  });

  it('has one note for each number and cites no other', () => {
    const markdown = toMarkdown(composeCase());

    const defined = Array.from(markdown.matchAll(/^\[\^(\d+)\]:/gm), (match) => match[1]);
    const cited = new Set(Array.from(markdown.matchAll(/\[\^(\d+)\](?!:)/g), (match) => match[1]));
    expect(defined).toEqual(['1', '2', '3']);
    expect([...cited].sort()).toEqual(defined);
  });

  it('escapes every character that Markdown could read, and changes no other', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = escapeInline(text);

        // Unescaping as CommonMark does (backslash before ASCII punctuation) gives the words back.
        expect(escaped.replace(/\\([!-/:-@[-`{-~])/g, '$1')).toBe(text.replace(/[\r\u2028\u2029\t]/g, ' '));
        // No active character stands without a backslash.
        expect(escaped.replace(/\\[!-/:-@[-`{-~]/g, '')).not.toMatch(/[\\`*_[\]<>|~$^&@{}]/);
      }),
    );
  });

  it.each(['javascript:alert(1)', 'see https://example.org now', 'www.example.org'])(
    'makes no link of %s',
    (text) => {
      expect(escapeInline(text)).not.toMatch(/(javascript:|https:|www\.)/);
    },
  );

  it('keeps hostile lines of a passage inside its note', () => {
    const markdown = toMarkdown(composeHostile('one\n# heading\n- item\n[^9]: note\n---\n<b>bold</b>'));

    // A heading or a note can only begin at the margin; all of these stand behind four spaces or a quote's mark.
    const atMargin = markdown.split('\n').filter((line) => /^(# |\[\^\d+\]:|---|<)/.test(line));
    expect(atMargin.filter((line) => line.startsWith('[^')).map((line) => line.slice(0, 5))).toEqual([
      '[^1]:',
      '[^2]:',
      '[^3]:',
    ]);
    expect(atMargin.filter((line) => line.startsWith('# '))).toHaveLength(1);
    expect(atMargin.filter((line) => line.startsWith('---') || line.startsWith('<'))).toEqual([]);
  });
});

describe('the Word document of a brief', () => {
  const png = Uint8Array.from(
    atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
    (character) => character.charCodeAt(0),
  );

  it('holds every passage, note and number when it is opened again', async () => {
    const brief = composeCase();
    const map = brief.blocks.find((block) => block.kind === 'map');
    const bytes = await toDocx(brief, new Map([[map?.blockId as BlockId, png]]));

    const { value: html } = await mammoth.convertToHtml({ buffer: Buffer.from(bytes) });
    const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
    const text = document.body.textContent ?? '';
    for (const note of brief.notes) {
      expect(text).toContain(note.passage);
      expect(text).toContain(`[${note.number}]`);
      for (const { label, value } of note.facts)
        for (const line of value.split('\n'))
          expect(text).toContain(line === value ? `${label}: ${value}` : line);
    }
    expect(document.querySelectorAll('table')).toHaveLength(2);
    expect(document.querySelectorAll('img')).toHaveLength(1);
    for (const link of document.querySelectorAll('a[href]'))
      expect(document.getElementById((link.getAttribute('href') ?? '').slice(1))).not.toBeNull();
    expect(document.querySelectorAll('a[href^="#"]').length).toBe(12);
  });

  it('is a sound package with its label in header and footer, its head and no link to the outside', async () => {
    const files = unzipSync(await toDocx(composeCase(), new Map()));

    const read = (name: string) => strFromU8(files[name] ?? new Uint8Array());
    const parts = Object.keys(files);
    const header = parts.find((name) => /word\/header\d*\.xml/.test(name)) ?? '';
    const footer = parts.find((name) => /word\/footer\d*\.xml/.test(name)) ?? '';
    expect(read(header)).toContain('TLP:AMBER');
    expect(read(footer)).toContain('TLP:AMBER');
    expect(read(footer)).toContain('NUMPAGES');
    expect(read('docProps/core.xml')).toContain('Bamako and Kidal: September 2024');
    expect(read('docProps/core.xml')).toContain('Sahel desk');
    for (const name of parts.filter((part) => part.endsWith('.rels')))
      expect(read(name)).not.toContain('TargetMode="External"');
  });

  it.each(hostile)('keeps %j as text', async (text) => {
    const bytes = await toDocx(composeHostile(text), new Map());

    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(bytes) });
    const shown = writable(text);
    for (const line of shown.split('\n')) expect(value).toContain(line);
    const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
    expect(xml).not.toMatch(/<(script|img|svg|iframe|b)\b/);
  });

  it('lays Arabic out from right to left', async () => {
    const xml = strFromU8(
      unzipSync(await toDocx(composeHostile('قُتل خمسة جنود'), new Map()))['word/document.xml'] ??
        new Uint8Array(),
    );

    expect(xml).toContain('<w:bidi/>');
    expect(xml).toContain('<w:rtl/>');
  });
});
