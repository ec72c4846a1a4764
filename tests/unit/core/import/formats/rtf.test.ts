import { describe, expect, it } from 'vitest';
import { importFile } from '#core/import/import-file.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';
import { noteLines, readDocument } from './read-fixture.ts';

const title = ['Wells along the old road', 'River Districts Monitoring Group'];

describe('RTF', () => {
  it.each(['pandoc.rtf', 'libreoffice.rtf', 'abiword.rtf'])(
    'reads what %s holds, line by line',
    async (name) => {
      const { lines, imported } = await readDocument(name);
      expect(lines).toEqual([...title, ...noteLines()]);
      expect(imported.article.mediaType).toBe('application/rtf');
      expect(imported.article.title.value).toBe(title[0]);
    },
  );

  it('takes the title and the author from its properties', async () => {
    const { imported } = await readDocument('libreoffice.rtf');
    expect(imported.article.title.basis).toBe('stated');
    expect(imported.article.byline?.value).toBe(title[1]);
  });

  it('marks heads and feet as boilerplate and puts footnotes after the text', async () => {
    const { lines, noise } = await readDocument(
      'a.rtf',
      rtf('{\\header Weekly note}\\pard One{\\footnote A source.} two.\\par Three.'),
    );
    expect(lines).toEqual(['One two.', 'Three.', 'A source.']);
    expect(noise).toEqual(['Weekly note']);
  });

  it.each([
    ["\\ansi\\ansicpg1251 \\'cf\\'f0\\'e8", 'При'],
    ["\\ansi\\ansicpg1252 \\'e9l\\'e8ve \\'93a\\'94", 'élève “a”'],
    ["\\mac \\'8elu", 'élu'],
    ["{\\fonttbl{\\f0 A;}{\\f1\\fcharset178 B;}}\\'e9{\\f1 \\'e3\\'c7\\'e1\\'ed}\\'e9", 'éماليé'],
    ["\\ansicpg932 \\'93\\'fa\\'96\\'7b", '日本'],
    ["\\uc1 l\\u8217'arm\\u233\\'e9e", 'l’armée'],
    ["\\uc2 x\\u233\\'c3\\'a9y", 'xéy'],
    ['\\uc0 a\\u233 b', 'aéb'],
    ['a \\u-10179 ?\\u-8704 ?', 'a 😀'],
    ['a\\~b\\_c\\-d\\{e\\}\\\\', 'a\u00a0b\u2011cd{e}\\'],
    ['\\ldblquote go\\rdblquote\\emdash x', '“go”—x'],
    ['a\\tab b\\line c', 'a\tb\nc'],
    ['seen {\\v hidden }{\\deleted struck }{\\v0 shown}', 'seen shown'],
    ['before{\\pict\\bin4 }}}}}after', 'beforeafter'],
    ['{\\field{\\*\\fldinst HYPERLINK "http://x.example/"}{\\fldrslt a link}}', 'a link'],
    ['a{\\*\\unknownword secret}b', 'ab'],
    ['a{\\object{\\*\\objdata 00ff}{\\result shown}}b', 'ab'],
    ['{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt in a box}}}', 'in a box'],
  ])('reads %s', async (source, wanted) => {
    const { imported } = await readDocument('a.rtf', rtf(source));
    expect(new TextDecoder().decode(imported.text)).toBe(wanted);
  });

  it('says that a file was cut short', async () => {
    const { imported, lines } = await readDocument('a.rtf', rtf('One.\\par Two.').slice(0, -1));
    expect(lines).toEqual(['One.', 'Two.']);
    expect(imported.missing).toEqual({ reason: 'part', detail: { cut: 1 } });
  });

  it('counts the comments it leaves out', async () => {
    const { imported, lines } = await readDocument('a.rtf', rtf('One{\\*\\annotation Not true.}.'));
    expect(lines).toEqual(['One.']);
    expect(imported.article.steps).toContainEqual({ name: 'left-comments', detail: '1' });
  });

  it('reads a hundred thousand groups within one another', async () => {
    const deep = `${'{\\b '.repeat(100_000)}deep${'}'.repeat(100_000)}`;
    expect((await readDocument('a.rtf', rtf(deep))).lines).toEqual(['deep']);
  });

  it('reads it with the encoding the analyst chose', async () => {
    const bytes = rtf("\\ansi\\ansicpg1252 \\'cf\\'f0\\'e8");
    const outcome = await importFile({ name: 'a.rtf', bytes, encoding: 'windows-1251' }, nodeTools);
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    expect(new TextDecoder().decode(outcome.text)).toBe('При');
  });
});

function rtf(body: string): Uint8Array {
  return new TextEncoder().encode(`{\\rtf1${body}}`);
}
