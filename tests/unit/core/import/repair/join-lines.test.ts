import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinParagraphs, repairLines } from '#core/import/repair/repair-text.ts';

const seeds = readdirSync('seeds').map((file) => readFileSync(`seeds/${file}`, 'utf-8'));

/** The paragraphs of the seeds: running text in English and French. */
const prose = seeds.flatMap((text) => text.split('\n')).filter((line) => /^[A-ZL“].{300,}[.”]$/u.test(line));

/** Break `paragraph` as a terminal or a mail program does: at the last space that fits. */
function wrap(paragraph: string, width: number): string {
  const lines: string[] = [];
  let line = '';
  for (const word of paragraph.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

/** Break words too, where they have room, as typesetters do. */
function wrapHyphenated(paragraph: string, width: number): string {
  let line = '';
  const lines: string[] = [];
  for (const word of paragraph.split(' ')) {
    const room = width - line.length - (line === '' ? 0 : 1);
    const isBroken = word.length > room && room >= 5 && /^[a-zé]{8,}[.,]?$/u.test(word);
    const head = isBroken ? word.slice(0, Math.min(room - 1, word.length - 4)) : word;
    if (isBroken) {
      lines.push(`${line}${line === '' ? '' : ' '}${head}-`);
      line = word.slice(head.length);
    } else if (word.length > room && line !== '') {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].join('\n');
}

describe('repairLines', () => {
  it.each(readdirSync('seeds'))('does not change %s', (file) => {
    const text = readFileSync(`seeds/${file}`, 'utf-8');
    expect(repairLines(text)).toEqual({ text, steps: [] });
  });

  it('gives back every paragraph of texts that were broken to any width', () => {
    const source = prose.join('\n\n');
    for (const width of [48, 60, 65, 72, 76, 80, 100]) {
      const wrapped = prose.map((paragraph) => wrap(paragraph, width)).join('\n\n');
      const { text, steps } = repairLines(wrapped);
      expect(text, `${width}`).toBe(source);
      expect(steps).toEqual([
        { name: 'join-lines', detail: String(wrapped.split('\n').length - source.split('\n').length) },
      ]);
    }
  });

  it('joins the words that were broken with the lines', () => {
    const source = prose.join('\n\n');
    const wrapped = prose.map((paragraph) => wrapHyphenated(paragraph, 60)).join('\n\n');
    const broken = wrapped.match(/\p{Ll}-\n\p{Ll}/gu)?.length ?? 0;
    expect(broken).toBeGreaterThan(30);
    expect(repairLines(wrapped).text).toBe(source);
  });

  it.each([
    ['a poem', 'Les sanglots longs\nDes violons\nDe l’automne\nBlessent mon cœur\nD’une langueur\nMonotone.'],
    ['a list', ['Needed:', '- rice', '- oil for the lamps', '- water', '- salt', '- tea'].join('\n')],
    [
      'a table',
      ['Town    Dead   Wounded', 'Gao     12     30', 'Menaka  4      9', 'Kidal   1      2'].join('\n'),
    ],
    ['addresses', 'Jean Dupont\n12 rue du Fleuve\nBP 1234\nBamako\nMali\nTel. 123'],
    [
      'lines of one sentence each',
      seeds
        .join('\n')
        .split('\n')
        .map((line) => line.split('. ').join('.\n'))
        .join('\n'),
    ],
  ])('leaves %s as it is', (_, text) => {
    expect(repairLines(text)).toEqual({ text, steps: [] });
  });

  it('loses no character but line ends and hyphens, whatever the text', () => {
    const bit = fc.constantFrom(
      'word ',
      'longer words here ',
      '- ',
      'a-',
      '\n',
      '\n\n',
      '. ',
      'Then ',
      '\t',
      '  ',
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 120 }), (bits) => {
        const source = bits.join('');
        const { text } = repairLines(source);
        expect(text.replace(/[\s-]/g, '')).toBe(source.replace(/[\s-]/g, ''));
        expect(text.split(/\n\s*\n/).length).toBe(source.split(/\n\s*\n/).length);
      }),
    );
  });
});

describe('joinParagraphs', () => {
  it.each([
    ['infor-\nmation', 'information', 1, 0],
    ['al-\nQurachi', 'al-Qurachi', 0, 1],
    ['le vice-\nprésident', 'le vice-président', 0, 1],
    ['a-t-\nil dit', 'a-t-il dit', 0, 1],
    ['counter-terrorism and counter-\nterrorism', 'counter-terrorism and counter-terrorism', 0, 1],
    ['in 2012-\n2013', 'in 2012-2013', 0, 1],
    ['soft\u00ad\nware', 'software', 1, 0],
    ['military and the air-\ncraft; aircraft', 'military and the aircraft; aircraft', 1, 0],
  ])('%j becomes %j', (source, wanted, hyphens, kept) => {
    expect(joinParagraphs([source])).toEqual({
      lines: [wanted],
      steps: [
        { name: 'join-lines', detail: '1' },
        { name: 'join-words', detail: `${hyphens}, ${kept}` },
      ],
    });
  });

  it('joins with a space what no hyphen parts, and leaves what has no line end', () => {
    expect(joinParagraphs(['The army\n took  \nMenaka.', 'As it was - so.'])).toEqual({
      lines: ['The army took Menaka.', 'As it was - so.'],
      steps: [{ name: 'join-lines', detail: '2' }],
    });
  });
});
