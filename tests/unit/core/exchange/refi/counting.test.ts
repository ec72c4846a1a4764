import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQdpx } from '#core/exchange/refi/read-qdpx.ts';
import { cleanText } from '#core/import/clean-text.ts';
import { type Dialect, foreignProject, guid, projectXml, zipOf } from './make-qdpx.ts';

function read(bytes: Uint8Array) {
  const answer = readQdpx(bytes);
  if (!answer.ok) throw new Error(`${answer.code} ${JSON.stringify(answer.detail)}`);
  return answer;
}

/** What stands at passages of `text`, by hand. */
function quotes(text: string, passages: readonly (readonly [number, number])[]): string[] {
  const characters = Array.from(text);
  return passages.map(([from, to]) => cleanText(characters.slice(from, to).join('')).text);
}

const anyDialect: fc.Arbitrary<Dialect> = fc.record({
  unit: fc.constantFrom('code-point', 'utf-16'),
  stored: fc.constantFrom('\n', '\r\n'),
  counted: fc.constantFrom('\n', '\r\n'),
  hasMark: fc.boolean(),
  countsMark: fc.boolean(),
  names: fc.constantFrom('quotes', 'cut', 'none'),
});

const sentences = [
  'Un convoi de vivres a été attaqué 🔥 mardi à l’est de Ménaka.',
  'وقالت مصادر محلية إن الهجوم وقع 🚚 قرب الحدود.',
  'Un e\u0301lu local parle de onze morts & de blessés <graves>.',
  'The claims 👩‍🚒 are not verified by anybody 🇲🇱 so far.',
];

/** A text of several lines, with passages of whole words in it. */
const anyReport = fc
  .tuple(
    fc.array(fc.constantFrom(...sentences), { minLength: 4, maxLength: 12 }),
    fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 9 })), { minLength: 5, maxLength: 10 }),
  )
  .map(([lines, picks]) => {
    const text = lines.join('\n');
    const words = Array.from(text.matchAll(/[\p{L}\p{M}\p{N}’]+/gu));
    const place = (index: number) => Array.from(text.slice(0, index)).length;
    const passages = picks.map(([at, count]) => {
      const first = words[at % words.length];
      const last = words[Math.min(words.length - 1, (at % words.length) + count - 1)];
      if (first === undefined || last === undefined) throw new Error('a text without words');
      return [place(first.index), place(last.index + last[0].length)] as const;
    });
    return { text, passages };
  });

/** The last passage, counted otherwise, takes in the full stop behind it, and ends where a word does all the same. */
const endsBeforeAStop = {
  text: [sentences[0], sentences[0], sentences[2], sentences[0]].join('\n'),
  passages: [...Array.from({ length: 4 }, () => [0, 2] as const), [26, 59] as const],
};
const countedInUnits: Dialect = {
  unit: 'utf-16',
  stored: '\n',
  counted: '\n',
  hasMark: false,
  countsMark: false,
  names: 'quotes',
};

describe('detectCounting', () => {
  it('finds every passage, however its program counts and stores', () => {
    fc.assert(
      fc.property(anyReport, anyDialect, ({ text, passages }, dialect) => {
        const { project, counting } = read(foreignProject(text, passages, dialect));
        // Without names, several countings may well end where words do: then it says so.
        fc.pre(counting.unsure.length === 0);
        if (dialect.names === 'none' && counting.ground === 'rule') return;
        expect(project.articles[0]?.text).toBe(cleanText(text).text);
        expect(project.highlights.map(({ exact }) => exact)).toEqual(quotes(text, passages));
      }),
      { numRuns: 400, examples: [[endsBeforeAStop, countedInUnits]] },
    );
  });

  it.each<{ what: string; dialect: Dialect; counting: object }>([
    {
      what: 'CRLF counted as one (ATLAS.ti)',
      dialect: {
        unit: 'code-point',
        stored: '\r\n',
        counted: '\n',
        hasMark: true,
        countsMark: false,
        names: 'quotes',
      },
      counting: { unit: 'code-point', lineEnd: 'as-one', byteOrderMark: 'passed-over' },
    },
    {
      what: 'CRLF counted as two (NVivo)',
      dialect: {
        unit: 'code-point',
        stored: '\r\n',
        counted: '\r\n',
        hasMark: false,
        countsMark: false,
        names: 'none',
      },
      counting: { unit: 'code-point', lineEnd: 'as-stored', byteOrderMark: 'passed-over' },
    },
    {
      what: 'LF counted as two (a text carried over to another system)',
      dialect: {
        unit: 'utf-16',
        stored: '\n',
        counted: '\r\n',
        hasMark: false,
        countsMark: false,
        names: 'cut',
      },
      counting: { unit: 'utf-16', lineEnd: 'as-two', byteOrderMark: 'passed-over' },
    },
    {
      what: 'a byte order mark that counts',
      dialect: {
        unit: 'code-point',
        stored: '\n',
        counted: '\n',
        hasMark: true,
        countsMark: true,
        names: 'quotes',
      },
      counting: { unit: 'code-point', lineEnd: 'as-stored', byteOrderMark: 'counted' },
    },
    {
      what: 'labels for names (MAXQDA)',
      dialect: {
        unit: 'utf-16',
        stored: '\n',
        counted: '\n',
        hasMark: false,
        countsMark: false,
        names: 'labels',
      },
      counting: { unit: 'utf-16', lineEnd: 'as-stored', byteOrderMark: 'passed-over' },
    },
  ])('tells $what', ({ dialect, counting }) => {
    const text = sentences.join('\n');
    const place = (words: string) => {
      const from = Array.from(text.slice(0, text.indexOf(words))).length;
      return [from, from + Array.from(words).length] as const;
    };
    const passages = ['mardi à l’est', 'قرب الحدود', 'élu', 'onze morts & de blessés', 'so far'].map(
      (words) => place(text.includes(words) ? words : words.normalize('NFD')),
    );
    const answer = read(foreignProject(text, passages, dialect));
    expect(answer.counting.counting).toEqual(counting);
    expect(answer.project.highlights.map(({ exact }) => exact)).toEqual(quotes(text, passages));
    expect(answer.losses).toEqual([]);
  });

  it('follows the rule where nothing tells, and says which passages it is not sure of', () => {
    const bytes = foreignProject('🔥abcdef ghijkl', [[2, 5]], {
      unit: 'code-point',
      stored: '\n',
      counted: '\n',
      hasMark: false,
      countsMark: false,
      names: 'none',
    });
    const answer = read(bytes);
    expect(answer.counting).toMatchObject({
      ground: 'rule',
      counting: { unit: 'code-point' },
      unsure: ['bcd'],
    });
    expect(answer.project.highlights[0]?.exact).toBe('bcd');
    expect(answer.losses).toEqual([{ code: 'counting-unsure', count: 1, examples: ['bcd'] }]);
  });

  it('says where a passage is called otherwise than it reads', () => {
    const named = (number: number, name: string, from: number, to: number) =>
      `<PlainTextSelection guid="${guid(number)}" name="${name}" startPosition="${from}" endPosition="${to}"/>`;
    const selections = [
      named(1, 'Un con…', 0, 9),
      named(2, 'de vivres', 10, 19),
      named(3, 'Convoy', 3, 9),
    ].join('');
    const content = '<PlainTextContent>Un convoi de vivres</PlainTextContent>';
    const answer = read(
      zipOf({
        'project.qde': projectXml(
          `<Sources><TextSource guid="${guid(9)}">${content}${selections}</TextSource></Sources>`,
        ),
      }),
    );
    expect(answer.project.highlights.map(({ exact }) => exact)).toEqual(['Un convoi', 'de vivres', 'convoi']);
    expect(answer.losses).toEqual([
      { code: 'passage-quoted-otherwise', count: 1, examples: ['Convoy ≠ convoi'] },
    ]);
  });
});
