import { readdirSync, readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { detectEncoding } from '#core/import/detect-encoding.ts';
import { importFile } from '#core/import/import-file.ts';
import { decodeOneByte } from '#core/import/one-byte.ts';
import { nodeTools } from './node-tools.ts';

const french =
  'L’armée malienne a repris Ménaka, « ville clé » du nord-est, où l’État islamique s’était établi. Dès août, des élus ont été arrêtés à Gao ; les forces françaises s’étaient déjà retirées.';
const plainFrench = french.replace(/’/g, "'").replace(/[«»] ?/g, '');
const spanish = 'El niño cantó más canciones en español: ¿qué pasó el año de la sequía en Níger?';
const german = 'Die Größe der Straße überraschte Jürgen; für süße Äpfel zahlte er fünf Mark.';
const arabic = 'قال الجيش المالي إن القوات دخلت مدينة كيدال في نوفمبر، بعد معارك عنيفة استمرت ثلاثة أيام.';

async function read(bytes: Uint8Array): Promise<string> {
  const read = await importFile({ name: 'a.txt', bytes }, nodeTools);
  if (read.kind === 'refused') throw new Error(read.reason);
  return new TextDecoder().decode(read.text);
}

describe('the encoding of a plain text', () => {
  it.each([
    ['windows-1252', french],
    ['windows-1252', spanish],
    ['windows-1252', german],
    ['macintosh', french],
    ['macintosh', spanish],
    ['macintosh', german],
    ['cp850', plainFrench],
    ['cp850', spanish],
    ['cp850', german],
    ['windows-1256', arabic],
    ['iso-8859-6', arabic],
    ['utf-16le', french],
    ['utf-16be', french],
    ['utf-16le', arabic],
    ['utf-16be', arabic],
    ['utf-8', arabic],
  ])('%s is told by the bytes alone, without a mark', async (encoding, text) => {
    expect(await read(iconv.encode(text, encoding, { addBOM: false }))).toBe(text);
  });

  it.each(readdirSync('seeds'))('%s is read in every encoding that can write it', async (file) => {
    const text = readFileSync(`seeds/${file}`, 'utf-8');
    for (const encoding of ['windows-1252', 'macintosh', 'utf-16le']) {
      const bytes = iconv.encode(text, encoding, { addBOM: false });
      if (iconv.decode(bytes, encoding) === text) expect(await read(bytes), encoding).toBe(text);
    }
  });

  it('is not taken for one of an old machine for a few signs', () => {
    for (const text of [
      'Prix : 5 € – 10 £',
      'PREMIER ÉTÉ AU MALI',
      'naïve café',
      '“quoted” — it’s',
      '© 2022 ®',
    ])
      expect(detectEncoding(iconv.encode(text, 'windows-1252'), null)?.label).not.toMatch(/mac|ibm/);
  });
});

it('reads the encodings of DOS as iconv does', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, byte) => byte);
  for (const [label, name] of [
    ['ibm850', 'cp850'],
    ['ibm437', 'cp437'],
  ] as const)
    expect(decodeOneByte(bytes, label)?.slice(0x80)).toBe(iconv.decode(Buffer.from(bytes), name).slice(0x80));
  expect(decodeOneByte(bytes, 'windows-1252')).toBeNull();
});
