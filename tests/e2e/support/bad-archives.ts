import { closeSync, ftruncateSync, openSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import { docx, paragraph } from '#tests/fixtures/import/make-documents.ts';
import { makeZip } from '#tests/unit/core/import/containers/zip/make-zip.ts';
import { type BadFile, bytes, fixture, noise, story, words } from './bad-file.ts';

const { bomb, damaged, empty, imported, locked, outside } = words;

/** Files that are cut short, empty or far too large. */
export function cutFiles(): BadFile[] {
  const cut = (name: string, from: string, told: RegExp): BadFile => ({
    way: 'truncated',
    name,
    made: fixture(from).subarray(0, fixture(from).length * 0.6),
    told: { '': told },
  });
  return [
    { way: 'empty file', name: 'empty.txt', made: '', told: { '': empty } },
    {
      way: '2 GB file',
      name: 'two gigabytes.txt',
      made: (path) => {
        const file = openSync(path, 'w');
        ftruncateSync(file, 2 * 1024 ** 3);
        closeSync(file);
      },
      told: { '': /^Not imported: it has 2,?048 MB; an article may have 25 MB at most\. Split it/ },
    },
    cut('cut.pdf', 'office/ghostscript.pdf', /^Not imported: it is cut short|^Imported in part/),
    cut('cut.docx', 'office/libreoffice.docx', damaged),
    {
      way: 'truncated',
      name: 'cut.zip',
      made: zipSync({ 'whole.txt': bytes(story('cut archive')), 'lost.txt': noise(9_000) }).subarray(
        0,
        5_000,
      ),
      told: {
        '': /^The archive is cut short or broken: \d files? (?:was|were) found in it/,
        'whole.txt': imported,
        'lost.txt': /^Not imported: (?:it is cut short or broken inside|it holds data, not text)/,
      },
    },
  ];
}

/** Archives and documents that mean harm or are locked. */
export function badArchives(): BadFile[] {
  const zeros = new Uint8Array(20 * 1024 * 1024);
  let nested: Uint8Array = bytes(story('too deep'));
  for (let depth = 4; depth >= 1; depth--) nested = zipSync({ [depth === 4 ? 'a.txt' : 'in.zip']: nested });
  return [
    {
      way: 'zip bomb',
      name: 'bomb.zip',
      made: makeZip([
        { name: 'bomb.txt', data: zeros, isDeflated: true },
        { name: 'good.txt', data: bytes(story('beside a bomb')), isDeflated: true },
      ]),
      told: { 'bomb.txt': bomb, 'good.txt': imported },
    },
    { way: 'zip bomb', name: 'bomb.txt.gz', made: gzipSync(zeros), told: { '': bomb } },
    {
      way: 'zip bomb',
      name: 'bomb.docx',
      made: docx(`${paragraph('x')}${' '.repeat(40_000_000)}`),
      told: { '': bomb },
    },
    {
      way: 'path traversal and absolute names',
      name: 'outside.zip',
      made: makeZip([
        { name: '../../up.txt', data: bytes(story('up')) },
        { name: '/etc/absolute.txt', data: bytes(story('absolute')) },
        { name: 'C:\\drive.txt', data: bytes(story('drive')) },
        { name: 'good.txt', data: bytes(story('inside')) },
      ]),
      told: {
        '../../up.txt': outside,
        '/etc/absolute.txt': outside,
        'C:/drive.txt': outside,
        'good.txt': imported,
      },
    },
    {
      way: '100,000 entries',
      name: 'many.zip',
      made: makeZip(Array.from({ length: 100_001 }, (_, at) => ({ name: `${at}`, data: new Uint8Array(0) }))),
      told: { '': /^Not imported: it holds more (?:than 100,?000 files|files than are safe)/ },
    },
    {
      way: 'nested archives',
      name: 'nested.zip',
      made: nested,
      told: { 'in.zip/in.zip/in.zip': /^Not imported: too many archives lie in one another/ },
    },
    {
      way: 'nested archives',
      name: 'mails.zip',
      made: zipSync({ 'may.zip': zipSync({ 'a.txt': bytes(story('archive in an archive')) }) }),
      told: { 'may.zip/a.txt': imported },
    },
    { way: 'encrypted', name: 'locked.pdf', made: fixture('office/locked.pdf'), told: { '': locked } },
    { way: 'encrypted', name: 'locked.docx', made: fixture('office/locked.docx'), told: { '': locked } },
    { way: 'encrypted', name: 'locked.odt', made: fixture('office/locked.odt'), told: { '': locked } },
    {
      way: 'encrypted',
      name: 'locked.zip',
      made: fixture('archives/encrypted-info-zip.zip'),
      told: { '': locked },
    },
    {
      way: 'encrypted',
      name: 'locked too.zip',
      made: fixture('archives/encrypted-7zip-aes.zip'),
      told: { '': locked },
    },
  ];
}
