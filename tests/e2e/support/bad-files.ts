import { execFileSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { docx, epub, odt, paragraph } from '#tests/fixtures/import/make-documents.ts';
import { makePages, printLines } from '#tests/fixtures/import/make-pdf.ts';
import { badArchives, cutFiles } from './bad-archives.ts';
import { type BadFile, bytes, noise, story, words } from './bad-file.ts';
import { root } from './launch.ts';

/** Bad files of every kind, each in a way of its own. */
export function badFiles(): BadFile[] {
  return [...cutFiles(), ...badArchives(), ...pagesAndDocuments(), ...textsAndNames()];
}

/** Put a bad file below `folder`. */
export function writeBadFile(folder: string, { name, made }: BadFile): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  if (typeof made === 'function') made(path);
  else writeFileSync(path, made);
}

const { bomb, empty, imported } = words;

function pagesAndDocuments(): BadFile[] {
  const laughs = `<!DOCTYPE x [<!ENTITY a "ha">${Array.from('bcdefghij', (name, at) => `<!ENTITY ${name} "${`&${'abcdefghij'.charAt(at)};`.repeat(10)}">`).join('')}]>`;
  const page = (name: string, body: string): BadFile => ({
    way: 'HTML that means harm',
    name,
    made: `<!doctype html><html><head><title>${name} from Gao</title></head><body>${body}</body></html>`,
    told: { '': imported },
  });
  const row = (at: number) =>
    `<tr><td>District ${at}</td><td>${at} wells are dry, said the mayor of town ${at}</td></tr>`;
  return [
    page('table.html', `<table>${Array.from({ length: 20_000 }, (_, at) => row(at)).join('')}</table>`),
    page('deep.html', `${'<div>'.repeat(1_000)}<p>${story('nested deep')}</p>${'</div>'.repeat(1_000)}`),
    {
      way: 'PDF with JavaScript and embedded files',
      name: 'script.pdf',
      made: makePages([printLines('The road to Gao is open again, said the mayor of the town.')], {
        catalogue:
          '/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >> /Names << /EmbeddedFiles << /Names [(bad.exe) 4 0 R] >> >>',
        more: [
          { dictionary: '/Type /Filespec /F (bad.exe) /UF (bad.exe) /EF << /F 5 0 R >>' },
          { dictionary: '/Type /EmbeddedFile', stream: 'MZ' },
        ],
      }),
      told: { '': imported },
    },
    {
      way: 'XML entity bomb',
      name: 'laughs.docx',
      made: docx(paragraph('&j;'), {}, laughs),
      told: { '': bomb },
    },
    {
      way: 'XML entity bomb',
      name: 'laughs.odt',
      made: odt('<text:p>&j;</text:p>', {}, laughs),
      told: { '': bomb },
    },
    {
      way: 'XML entity bomb',
      name: 'laughs.epub',
      made: epub({ 'OPS/a b.xhtml': `${laughs}<html><p>&j;</p></html>` }, ['a']),
      told: { '': bomb },
    },
    {
      way: 'XML entity bomb',
      name: 'laughs.xhtml',
      made: `<?xml version="1.0"?>${laughs}<html><head><title>Laughs</title></head><body><p>&j; ${story('laughs')}</p></body></html>`,
      told: { '': imported },
    },
    {
      way: 'wrong extension',
      name: 'a page.docx',
      made: `<!doctype html><html><head><title>Market of Gao</title></head><body><p>${story('a page')}</p></body></html>`,
      told: { '': imported },
    },
    {
      way: 'wrong extension',
      name: 'a text.pdf',
      made: story('a text that says it is a PDF'),
      told: { '': imported },
    },
    {
      way: 'wrong extension',
      name: 'a document.txt',
      made: docx(paragraph(story('a document'))),
      told: { '': imported },
    },
    {
      way: 'wrong extension',
      name: 'a picture.txt',
      made: readFileSync(join(root, 'resources', 'readme.png')),
      told: { '': /^Not imported: this is a picture\. Read it with a text recognition program/ },
    },
  ];
}

function textsAndNames(): BadFile[] {
  const broken = bytes(story('café at the post of Ménaka'));
  broken[broken.indexOf(0xa9)] = 0x28;
  const text = (way: string, name: string): BadFile => ({
    way,
    name,
    made: story(name),
    told: { '': imported },
  });
  return [
    {
      way: 'binary renamed .txt',
      name: 'binary.txt',
      made: noise(50_000),
      told: { '': /^Not imported: it holds data, not text/ },
    },
    {
      way: 'invalid UTF-8',
      name: 'invalid.txt',
      made: broken,
      told: { '': /^Imported with repairs \(1 character could not be read/ },
    },
    {
      way: 'mixed line ends',
      name: 'line ends.txt',
      made: 'Lines of Gao\r\n\r\nThe first line ends.\rThe second line ends.\nThe third line ends.\r\n',
      told: { '': imported },
    },
    text('right-to-left override in a name', '\u202egnp.txt'),
    text('name of 255 bytes', `${'n'.repeat(251)}.txt`),
    text('name of 255 bytes', `${'é'.repeat(125)}.html`),
    text('name in Arabic', 'تقرير من ميناكا.txt'),
    text('odd name', ' =1+1, "quoted"\nand broken.txt'),
    text('odd name', '__proto__'),
    {
      way: 'unreadable',
      name: 'closed.txt',
      made: (path) => {
        writeFileSync(path, story('closed'));
        chmodSync(path, 0);
      },
      told: {
        '': /^Not imported: it can’t be opened\. Either your account may not read it/,
      },
    },
    {
      way: 'unreadable',
      name: 'closed folder',
      made: (path) => {
        mkdirSync(path);
        writeFileSync(join(path, 'in it.txt'), story('in it'));
        chmodSync(path, 0);
      },
      told: {
        '/': /^Not imported: this folder can’t be opened, so nothing in it was read\. Give your account/,
      },
    },
    {
      way: 'no file at all',
      name: 'pipe.txt',
      made: (path) => execFileSync('mkfifo', [path]),
      told: { '': empty },
    },
    ...leavingFiles(),
  ];
}

/** Files that go, or become others, after they were chosen. */
function leavingFiles(): BadFile[] {
  return [
    {
      way: 'vanishes',
      name: 'gone.txt',
      made: story('gone'),
      befalls: (path) => rmSync(path),
      told: { '': /^Not imported: it is no longer there\. .*: choose it again where it is now/ },
    },
    {
      way: 'changes',
      name: 'changed.txt',
      made: story('changed'),
      befalls: (path) => appendFileSync(path, story('more')),
      told: { '': /^Not imported: it can’t be opened\. Either .*, or it was changed after it was chosen/ },
    },
  ];
}
