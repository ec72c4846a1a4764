import { i18n } from '@lingui/core';
import { expect, it } from 'vitest';
import { refusalWords } from '#features/import/refusal-words.ts';

i18n.loadAndActivate({ locale: 'en', messages: {} });

it.each([
  ['encrypted', {}, /password.*without one/],
  ['damaged', { recovered: 1 }, /1 file was found/],
  ['damaged', { recovered: 12 }, /12 files were found/],
  ['damaged', { broken: 3 }, /3 records/],
  ['damaged', { part: 'content.xml' }, /\(content\.xml\).*Fetch it again/],
  ['damaged', { sizeBytes: 7 }, /cut short.*Fetch it again/],
  ['changed', { sizeBytes: 7 }, /changed.*import it again/],
  ['changed', { sizeBytes: 7, parts: 0 }, /^Not imported: it was changed/],
  ['changed', { sizeBytes: 7, parts: 3 }, /to its end.*import it again/],
  ['unreadable', { sizeBytes: 7 }, /may not read it.*import it again/],
  ['unreadable', { closed: 'folder' }, /this folder.*the right to read it/],
  ['unreadable', { closed: 'name' }, /a name that.*Rename it/],
  ['unreadable', { closed: 'gone', parts: 0 }, /no longer there.*choose it again/],
  ['unreadable', { closed: 'gone', parts: 3 }, /to its end.*from where it is now/],
  ['bomb', { limit: 'ratio', ratio: 250 }, /unpack to far more/],
  ['bomb', { limit: 'depth', depth: 4 }, /Unpack the outer ones/],
  ['bomb', { limit: 'entries', largest: 100_000 }, /more than 100,000 files/],
  ['bomb', { limit: 'entries' }, /more files than are safe/],
  ['bomb', { limit: 'total', totalBytes: 9 }, /in parts/],
  ['bomb', { limit: 'pages', pages: 9, largest: 8 }, /more than 8 pages/],
  ['bomb', { limit: 'entities', part: 'a.xml' }, /without end/],
  ['bomb', { limit: 'filters' }, /memory/],
  ['unsafe-name', {}, /outside of it.*Unpack it by hand/],
  ['unsafe-name', { link: 1 }, /a link.*Import the file/],
  ['no-columns', { columns: 'a, b' }, /columns.*choose them/],
  ['passed-over', { what: 'system', files: 1 }, /1 file that a system/],
  ['passed-over', { what: 'system', files: 4, example: '.DS_Store' }, /4 files.*\(such as \.DS_Store\)/],
  ['passed-over', { what: 'hidden', files: 1, example: '.a' }, /1 hidden file \(such as \.a\).*by itself/],
  ['passed-over', { what: 'page-part', files: 2, example: 'a.css' }, /2 scripts.*The pages themselves/],
  ['passed-over', { what: 'revisit', files: 2 }, /2 records/],
  ['unsupported', { format: 'packing', method: 98 }, /\(98\)/],
  ['unsupported', { format: 'image' }, /a thing.*text recognition/],
  ['unsupported', { format: 'spreadsheet' }, /as CSV/],
  ['unsupported', { format: 'old-office' }, /a thing.*as PDF, DOCX or text/],
])('words %s %o with what to do next', (reason, detail, words) => {
  const said = refusalWords(reason, detail as never, 'a thing');

  expect(said).toMatch(words);
  expect(said).not.toMatch(/undefined|NaN|null/);
  expect(said).toMatch(/\.$/);
});

it('leaves the words of single files to others', () => {
  expect(refusalWords('empty', {}, '')).toBeNull();
});
