import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { cleanText } from '#core/import/clean-text.ts';
import { detectEncoding, surveyUtf8 } from '#core/import/detect-encoding.ts';
import { type Imported, importFile } from '#core/import/import-file.ts';
import { titleText } from '#core/import/title-text.ts';
import { hostileFiles } from '#tests/fixtures/import/make-hostile.ts';
import { nodeTools } from './node-tools.ts';

async function read(name: string, bytes: Uint8Array): Promise<{ imported: Imported; text: string }> {
  const outcome = await importFile({ name, bytes }, nodeTools);
  if (outcome.kind === 'refused') throw new Error(`${name} was refused: ${outcome.reason}`);
  return { imported: outcome, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(outcome.text) };
}

describe('hostile files', () => {
  it.each(hostileFiles())('$name', async ({ name, bytes, expect: wanted }) => {
    const before = bytes.slice(0, 1000);
    const outcome = await importFile({ name, bytes }, nodeTools);
    expect(bytes.slice(0, 1000)).toEqual(before);
    if (wanted.outcome === 'refused') {
      expect(outcome).toMatchObject({ kind: 'refused', name, reason: wanted.reason });
      return;
    }
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(outcome.text);
    expect(outcome.article.encoding).toBe(wanted.encoding);
    expect(text).toContain(wanted.holds);
    expect(text).toBe(cleanText(text).text);
    if (/\.html$/.test(name)) expect(text).not.toMatch(/alert|evil|<p|onclick/);
    const { unreadable, controls } = outcome.repairs;
    expect(unreadable + controls > 0).toBe(wanted.outcome === 'repaired');
    if (wanted.title !== undefined) expect(outcome.article.title.value).toBe(wanted.title);
  });
});

const anyText = fc.string({ unit: 'binary', maxLength: 80 });

describe('cleanText', () => {
  it('changes nothing when done again', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: lineBreakers() })), (text) => {
        const once = cleanText(text).text;
        expect(cleanText(once)).toEqual({
          text: once,
          cleaned: { wellFormed: 0, newlines: 0, controls: 0, composed: 0 },
        });
      }),
    );
  });

  it('answers well-formed NFC text without controls', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 }), (units) => {
        const { text } = cleanText(String.fromCharCode(...units));
        expect(text.isWellFormed()).toBe(true);
        expect(text).toBe(text.normalize('NFC'));
        expect(text).not.toMatch(/[\r\f\v\u2028\u2029\ufeff]/);
        expect(text.replace(/[\n\t]/g, '')).not.toMatch(/\p{Cc}/u);
      }),
    );
  });

  it('counts what it did', () => {
    expect(cleanText('a\r\nb\rc\u2028d\u0000\u0085e\u0301\ud800').cleaned).toEqual({
      wellFormed: 1,
      newlines: 4,
      controls: 1,
      composed: 1,
    });
  });

  it('keeps tabs and direction marks', () => {
    expect(cleanText('a\tb\u200f\u202bc\u202c').text).toBe('a\tb\u200f\u202bc\u202c');
  });
});

function lineBreakers() {
  return fc.constantFrom('\r', '\n', '\u0085', '\u2028', 'e', '\u0301', '\ud83d', '\ude00', '\ufeff', '\0');
}

describe('detectEncoding', () => {
  const words =
    'Le général a été tué à Ménaka ; l’armée, près du cœur de la ville, où l’État était déjà présent. ';

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'])(
    'reads French back from %s',
    async (encoding) => {
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 12 }), fc.nat(90), async (times, from) => {
          const text = `Une histoire de Ménaka. ${words.repeat(times).slice(from)}`.trim();
          const { text: back } = await read('a.txt', iconv.encode(text, encoding));
          expect(back).toBe(text);
        }),
        { numRuns: 30 },
      );
    },
  );

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1256'])(
    'reads Arabic back from %s',
    async (encoding) => {
      const sentence =
        'أعلن الجيش المالي استعادة السيطرة على مدينة ميناكا القريبة من الحدود بعد معارك عنيفة. ';
      await fc.assert(
        fc.asyncProperty(fc.integer({ min: 1, max: 12 }), async (times) => {
          const text = sentence.repeat(times).trim();
          const { text: back } = await read('a.txt', iconv.encode(text, encoding));
          expect(back).toBe(text);
        }),
        { numRuns: 12 },
      );
    },
  );

  it('reads English with a few curly quotes from windows-1252, not as damaged UTF-8', async () => {
    const text = `${'The army said the town was calm and the road was open again. '.repeat(40)}It’s over, said the general.`;
    const { imported, text: back } = await read('a.txt', iconv.encode(text, 'windows-1252'));
    expect(back).toBe(text);
    expect(imported.article.encoding).toBe('windows-1252');
  });

  it('believes a page about its encoding when the bytes are not UTF-8', () => {
    const bytes = iconv.encode('Україна', 'windows-1251');
    expect(detectEncoding(bytes, 'windows-1251')).toMatchObject({
      label: 'windows-1251',
      ground: 'declared',
    });
    expect(detectEncoding(new TextEncoder().encode('Україна'), 'windows-1251')).toMatchObject({
      label: 'utf-8',
    });
    expect(detectEncoding(bytes, 'x-evil')?.ground).not.toBe('declared');
  });

  it('counts broken UTF-8 as the decoder does', () => {
    const byte = fc.oneof(fc.nat(255), fc.constantFrom(0xc3, 0xa9, 0xe0, 0xed, 0xa0, 0xf0, 0x9f, 0xf4, 0x90));
    fc.assert(
      fc.property(fc.array(byte, { maxLength: 30 }), (bytes) => {
        const decoded = new TextDecoder('utf-8', { ignoreBOM: true }).decode(Uint8Array.from(bytes));
        const { broken, whole } = surveyUtf8(Uint8Array.from(bytes));
        const characters = Array.from(decoded);
        const ascii = characters.filter((character) => character < '\u0080').length;
        expect(broken + whole + ascii).toBe(characters.length);
        const isClean = Buffer.from(decoded).equals(Buffer.from(bytes));
        expect(broken === 0).toBe(isClean);
      }),
      { numRuns: 500 },
    );
  });
});

describe('importFile', () => {
  it('never throws and answers within reason, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uint8Array({ maxLength: 3000 }),
        fc.constantFrom('a.txt', 'a.html', 'a'),
        async (bytes, name) => {
          const outcome = await importFile({ name, bytes }, nodeTools);
          expect(['imported', 'refused']).toContain(outcome.kind);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('never throws on broken markup', async () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      '"',
      "'",
      '=',
      '<p',
      '<p>',
      '</p>',
      '<div ',
      'class="',
      '<!--',
      '-->',
      '<script>',
      '</script',
      '<title>',
      '<table><tr><td>',
      '&amp;',
      '&#x0;',
      '&#99999999;',
      '<![CDATA[',
      '<?',
      'words of a text ',
      '\0',
      '<svg>',
      '<template>',
      '<a b=c',
      '<nav>',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
        const bytes = new TextEncoder().encode(`<html>${pieces.join('')}`);
        const outcome = await importFile({ name: 'a.html', bytes }, nodeTools);
        expect(['imported', 'refused']).toContain(outcome.kind);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps every word of a plain text that needs no repair', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 300 }), async (part) => {
        const text = cleanText(`A word. ${part}`).text;
        const { imported, text: back } = await read('a.txt', new TextEncoder().encode(text));
        expect(back).toBe(text);
        expect(imported.article.textLength).toBe(text.length);
        for (const { start, end } of imported.article.noise) expect(start).toBeLessThan(end);
      }),
    );
  });

  it.each([
    ['a line of a million words', `${'word '.repeat(1_000_000)}`],
    ['a million lines', 'a line\n'.repeat(1_000_000)],
    [
      'a million titles',
      `${'One and the same title\n'.repeat(500_000)}${'And a sentence of the body. '.repeat(9)}`,
    ],
    ['a line of spaces', `a${' '.repeat(2_000_000)}b`],
    ['a line of dashes', `a ${'- '.repeat(500_000)}b`],
    ['a line of brackets', '<'.repeat(1_000_000)],
    ['names', `By ${'Aa '.repeat(300_000)}\n\nIs ${'A b. '.repeat(200_000)}`],
    // What takes time as the square of the length would not end before the test is given up.
  ])('reads %s to its end', async (_, text) => {
    const outcome = await importFile({ name: 'a.txt', bytes: new TextEncoder().encode(text) }, nodeTools);
    expect(['imported', 'refused']).toContain(outcome.kind);
  });
});

describe('titleText', () => {
  it('is one clean line of bounded length, and stays as it is', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, fc.string({ unit: 'grapheme', maxLength: 400 })), (text) => {
        const title = titleText(text);
        expect(title.length).toBeLessThanOrEqual(161);
        expect(title).not.toMatch(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
        expect(titleText(title)).toBe(title);
      }),
    );
  });

  it('leaves a less-than sign alone', () => {
    expect(titleText('Costs < 5 and > 3')).toBe('Costs < 5 and > 3');
  });
});
