import { parseHTML } from 'linkedom';
import { expect, it } from 'vitest';
import { toCsv } from '#core/exchange/csv.ts';
import {
  type WritingWords,
  writingsToHtml,
  writingsToMarkdown,
  writingsToRows,
} from '#core/memos/export-writings.ts';
import { createShelf } from '#core/memos/things.ts';
import { listWritings } from '#core/memos/writings.ts';
import { memo, shelf } from './sample-shelf.ts';

const words: WritingWords = {
  title: 'Memos of “Liptako”',
  language: 'en',
  columns: {
    kind: 'Kind',
    name: 'Title',
    text: 'Text',
    on: 'On',
    links: 'Leads to',
    author: 'Analyst',
    made: 'Begun',
    changed: 'Changed',
  },
  memo: 'Memo',
  note: 'Note',
  untitled: 'Untitled memo',
  subject: (kind) => `[${kind}]`,
  gone: (kind) => `gone ${kind}`,
  author: ({ analystId }) => analystId ?? 'unknown',
};
const writings = listWritings(shelf);
const sources = { shelf, words };

it('writes a row for each with its words, its subject and its links', () => {
  const rows = writingsToRows(writings, sources);
  const row = (id: string) => rows.find((cells) => cells.at(-1) === id);

  expect(rows).toHaveLength(1 + writings.length);
  expect(new Set(rows.map((cells) => cells.length))).toEqual(new Set([9]));
  expect(row('m4')?.slice(0, 6)).toEqual([
    'Memo',
    '',
    '=42 or more',
    '[highlight]: “42 soldats maliens ont été tués” (Début août à Tesit)',
    '[tag]: attack',
    'unknown',
  ]);
  expect(row('m6')?.[3]).toBe('gone highlight');
  expect(row('wagner')?.slice(0, 3)).toEqual(['Note', '', 'Press release only.']);
});

it('guards a cell that a spreadsheet might run', () => {
  expect(toCsv(writingsToRows(writings, sources))).toContain(`"'=42 or more"`);
});

const hostile = createShelf({
  articles: [],
  tags: [],
  highlights: [],
  memos: [
    memo(
      'x',
      { kind: 'free' },
      {
        title: '<script>alert(1)</script>',
        text: '# not a heading\n<img src=x onerror=alert(1)>\n\n[a](javascript:alert(1))',
      },
    ),
  ],
});

it('makes no markup of what was written, on the page', () => {
  const page = writingsToHtml(listWritings(hostile), { shelf: hostile, words });
  const { document } = parseHTML(page);

  expect(document.querySelectorAll('script, img, a')).toHaveLength(0);
  expect(document.querySelector('h2')?.textContent).toBe('<script>alert(1)</script>');
  expect(document.querySelector('section')?.textContent).toContain('<img src=x onerror=alert(1)>');
});

it('makes no markup of what was written, in Markdown', () => {
  const text = writingsToMarkdown(listWritings(hostile), { shelf: hostile, words });

  expect(text.match(/^#+ .*$/gm)).toEqual(['# Memos of “Liptako”', '## \\<script\\>alert(1)\\</script\\>']);
  expect(text).toContain('\\# not a heading');
  expect(text).not.toMatch(/(?<!\\)</);
});
