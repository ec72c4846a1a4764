import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { chooseContainer } from '#core/import/containers/choose-container.ts';
import { importFile } from '#core/import/import-file.ts';
import { docx, epub, odt, paragraph, run, w } from '#tests/fixtures/import/make-documents.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';
import { fixture, noteLines, readDocument } from './read-fixture.ts';

const title = 'Wells along the old road';
const group = 'River Districts Monitoring Group';

const mediaTypes: Record<string, string> = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  odt: 'application/vnd.oasis.opendocument.text',
  epub: 'application/epub+zip',
};

describe('documents of several programs', () => {
  it.each([
    'pandoc.docx',
    'libreoffice.docx',
    'abiword.docx',
    'pandoc.odt',
    'libreoffice.odt',
    'libreoffice-from-docx.odt',
    'abiword.odt',
    'pandoc.epub',
    'libreoffice.epub',
  ])('reads what %s holds, line by line', async (name) => {
    const { lines, imported } = await readDocument(name);
    expect(lines).toEqual([title, group, ...noteLines()]);
    expect(imported.article.mediaType).toBe(mediaTypes[name.replace(/.*\./, '')]);
    expect(imported.article.title.value).toBe(title);
    if (name !== 'abiword.docx') expect(imported.article.byline?.value).toBe(group);
  });

  it('takes the date of a book as its publication', async () => {
    const { imported } = await readDocument('pandoc.epub');
    expect(imported.article.publishedAt?.value.iso).toBe('2024-04-02');
  });

  it.each(['pandoc.docx', 'pandoc.odt', 'pandoc.epub'])('knows %s by what is in it', async (name) => {
    const { imported } = await readDocument('report.txt', fixture(name));
    expect(imported.article.mediaType).toBe(mediaTypes[name.replace(/.*\./, '')]);
  });

  it.each(['pandoc.docx', 'libreoffice.odt', 'libreoffice.epub'])('refuses %s cut short', async (name) => {
    const bytes = fixture(name);
    expect(await refusal(name, bytes.subarray(0, bytes.length * 0.6))).toBe('damaged');
  });

  it.each(['pandoc.docx', 'libreoffice.odt', 'libreoffice.epub'])(
    'never throws on %s with bytes changed',
    async (name) => {
      for (let at = 40; at < 6000; at += 151) {
        const bytes = fixture(name).slice();
        for (let one = 0; one < 8; one++) bytes[at + one * 3] = (at * 7 + one * 31) & 0xff;
        const outcome = await importFile({ name, bytes }, nodeTools);
        expect(outcome.kind).toMatch(/imported|refused/);
      }
    },
  );
});

describe('DOCX', () => {
  it('keeps rows of tables whole, but not the paragraphs of a table that is there for the layout', async () => {
    const long =
      'This paragraph is long enough to be running text and not a value in a table of values. '.repeat(3);
    const cell = (...paragraphs: string[]) => `<w:tc>${paragraphs.map(paragraph).join('')}</w:tc>`;
    const table = `<w:tbl><w:tr>${cell('a', 'b')}${cell('c')}</w:tr><w:tr>${cell(long, long)}</w:tr></w:tbl>`;
    const { lines } = await readDocument('a.docx', docx(table));
    expect(lines).toEqual(['a b\tc', long.trim(), long.trim()]);
  });

  it('reads changes as accepted, and counts what was deleted and the comments it leaves out', async () => {
    const body = `<w:p>${run('One')}<w:ins w:id="1">${run(' two')}</w:ins><w:del w:id="2" w:author="x"><w:r><w:delText> three</w:delText></w:r></w:del></w:p>`;
    const bytes = docx(body, { 'word/comments.xml': '<w:comments><w:comment w:id="1"/></w:comments>' });
    const { lines, imported } = await readDocument('a.docx', bytes);
    expect(lines).toEqual(['One two']);
    expect(imported.article.steps).toContainEqual({ name: 'left-deletions', detail: '1' });
    expect(imported.article.steps).toContainEqual({ name: 'left-comments', detail: '1' });
  });

  it('marks heads and feet of pages as boilerplate, once each', async () => {
    const head = `<w:hdr ${w}>${paragraph('Confidential')}</w:hdr>`;
    const bytes = docx(paragraph('Text'), { 'word/header1.xml': head, 'word/header2.xml': head });
    const { lines, noise } = await readDocument('a.docx', bytes);
    expect(lines).toEqual(['Text']);
    expect(noise).toEqual(['Confidential']);
  });

  it('says that it left macros and files where they are', async () => {
    const bytes = docx(paragraph('Text'), { 'word/vbaProject.bin': 'x', 'word/embeddings/table.xlsx': 'x' });
    const { imported } = await readDocument('a.docm', bytes);
    expect(imported.article.steps).toContainEqual({ name: 'left-scripts', detail: '' });
    expect(imported.article.steps).toContainEqual({ name: 'left-files', detail: '1, table.xlsx' });
  });

  it('refuses one with a password', async () => {
    const bytes = new Uint8Array(20_000);
    bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    expect(await refusal('old.doc', bytes)).toBe('unsupported');
    bytes.set(Buffer.from('EncryptedPackage', 'utf16le'), 7995);
    expect(await refusal('locked.docx', bytes)).toBe('encrypted');
    expect(await refusal('locked.docx', fixture('locked.docx'))).toBe('encrypted');
  });
});

describe('ODT', () => {
  it('reads spaces, tabs, notes, boxes and lists, without comments and deletions', async () => {
    const { lines, imported } = await readDocument(
      'a.odt',
      odt(`<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>
        <text:h>A<text:s text:c="2"/>head</text:h>
        <text:p>One<office:annotation><text:p>mine</text:p></office:annotation><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A source.</text:p></text:note-body></text:note>
        two<text:line-break/>three<text:tab/>four<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame></text:p>
        <text:list><text:list-item><text:p>first</text:p></text:list-item></text:list>`),
    );
    expect(lines).toEqual(['A  head', 'boxed', 'One[1] two', 'three\tfour', 'first', '[1] A source.']);
    expect(imported.article.steps).toContainEqual({ name: 'left-comments', detail: '1' });
  });

  it('refuses one with a password', async () => {
    const manifest = '<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>';
    expect(await refusal('a.odt', odt('', { 'META-INF/manifest.xml': manifest }))).toBe('encrypted');
    expect(await refusal('locked.odt', fixture('locked.odt'))).toBe('encrypted');
  });
});

describe('EPUB', () => {
  const page = (text: string) => `<html><head><title/></head><body><p>${text}</p></body></html>`;

  it('follows the order of reading, and tells when a chapter is missing', async () => {
    const { lines, imported, noise } = await readDocument(
      'a.epub',
      epub({ 'OPS/a b.xhtml': page('first<br/>line'), 'OPS/n.xhtml': page('Contents') }, ['n', 'a', 'gone']),
    );
    expect(lines).toEqual(['first', 'line']);
    expect(noise).toEqual(['Contents']);
    expect(imported.missing).toEqual({ reason: 'part', detail: { pages: 3, broken: 1 } });
  });

  it('refuses a book whose text is locked, not one whose fonts are', async () => {
    const locked = (uri: string) => ({
      'META-INF/encryption.xml': `<encryption><enc:CipherReference URI="${uri}"/></encryption>`,
      'OPS/a b.xhtml': page('text'),
    });
    expect(await refusal('a.epub', epub(locked('OPS/font.otf'), ['a']))).toBeNull();
    expect(await refusal('a.epub', epub(locked('OPS/a%20b.xhtml'), ['a']))).toBe('encrypted');
  });
});

describe('hostile documents', () => {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${'bcdefghij'
    .split('')
    .map((name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'.charAt(at)};`.repeat(10)}">`)
    .join('')}]>`;

  it.each([
    ['a.docx', docx(paragraph('&j;'), {}, laughs)],
    ['a.odt', odt('<text:p>&j;</text:p>', {}, laughs)],
    ['a.epub', epub({ 'OPS/a b.xhtml': `${laughs}<html><p>&j;</p></html>` }, ['a'])],
  ])('refuses entities made of entities in %s', async (name, bytes) => {
    expect(await refusal(name, bytes)).toBe('bomb');
  });

  it.each([
    ['a.docx', docx(`${paragraph('x')}${' '.repeat(40_000_000)}`)],
    ['a.odt', odt(' '.repeat(40_000_000))],
    ['a.epub', epub({ 'OPS/a b.xhtml': ' '.repeat(40_000_000) }, ['a'])],
  ])('refuses %s that unpacks a thousandfold', async (name, bytes) => {
    expect(bytes.length).toBeLessThan(100_000);
    expect(await refusal(name, bytes)).toBe('bomb');
  });

  it('reads entities that a page declares as they stand', async () => {
    const page = '<!DOCTYPE html [<!ENTITY me "x">]><html><p>&me; &eacute;</p></html>';
    const { lines } = await readDocument('a.epub', epub({ 'OPS/a b.xhtml': page }, ['a']));
    expect(lines).toEqual(['&me; é']);
  });

  it.each([
    ['a.odt', odt(`${'<text:section>'.repeat(60_000)}<text:p>deep</text:p>`)],
    ['a.epub', epub({ 'OPS/a b.xhtml': `${'<div>'.repeat(100_000)}deep` }, ['a'])],
  ])('reads %s nested very deep', async (name, bytes) => {
    expect((await readDocument(name, bytes)).lines).toEqual(['deep']);
  });

  it('answers to a DOCX nested very deep', async () => {
    const bytes = docx('<w:sdt><w:sdtContent>'.repeat(20_000) + paragraph('deep'));
    expect(await refusal('a.docx', bytes)).toMatch(/damaged/);
  });
});

/** Why it was refused; `null` when it was not. */
async function refusal(name: string, bytes: Uint8Array): Promise<string | null> {
  const outcome = await importFile({ name, bytes }, nodeTools);
  return outcome.kind === 'refused' ? outcome.reason : null;
}

describe('a document whose parts have lost their names', () => {
  it('is refused whole: its parts are no articles', () => {
    const parts = Object.entries(unzipSync(fixture('pandoc.docx')));
    const broken = zipSync(Object.fromEntries(parts.map(([name, part], at) => [`${at}${name}`, part])));
    expect(chooseContainer('a.docx', broken.subarray(0, 4096))).toBeNull();
    expect(chooseContainer('a.zip', broken.subarray(0, 4096))).not.toBeNull();
  });

  it('is an archive after all when it holds files that are read', () => {
    const archive = zipSync({ 'a.txt': strToU8('The army came.'), 'b.xml': strToU8('<a/>') });
    expect(chooseContainer('a.docx', archive)).not.toBeNull();
  });
});
