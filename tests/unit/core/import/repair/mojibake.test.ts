import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { repairCharacters } from '#core/import/repair/repair-text.ts';

/** Clean texts in the languages that reach an analyst of the Sahel and of elsewhere, with what could be mistaken. */
const clean: Readonly<Record<string, string>> = {
  french:
    'L’armée malienne a repris Ménaka, « ville clé » du nord-est — où l’État islamique s’était établi. Dès août, près de 1 000 € ont été versés à l’œuvre ; Noël à Gao, c’est naïf…',
  'french in capitals':
    'LA LIBERTÉ», «ÉTAT D’URGENCE PROROGÉ», DÉCÈS: L’ARMÉE À KIDAL… FORÊT» ET CÔTÉ» – À GAO, «OÙ ?» “ÉTATS-UNIS” “À L’ÉTÉ”',
  english:
    'The “province” of Menaka – a naïve café’s façade… £5, 20°, ½, §4, ©2022, it’s Goïta’s coup d’état™.',
  arabic:
    'قال الجيش المالي إن القوات دخلت مدينة كيدال في ١٤ نوفمبر ٢٠٢٣، بعد معارك «عنيفة» استمرت ثلاثة أيام.',
  german: 'Die „Größe“ der Straße überraschte Jürgen: »Ä« und „Ö“, 5 € für süße Äpfel – ÄÖÜ, „JAPANIÄ“.',
  portuguese: 'A IRMÃ » não vê a AÇÃO «da MAÇû; o pão, à noite, são três corações. SÃO, ÃO, IRMÃ – Â»',
  spanish: '¿Qué pasó? ¡España! El niño «pequeño» cantó más: año 2024, ÑANDÚ…',
  swedish: 'Åsa åt på ”Å” i PÅ” LÅ” och Öland, ”Äpplet” – på ön.',
  turkish: 'İstanbul’da ışık: Şişli, Ağrı, “Çağ”, Ö… günü.',
  vietnamese: 'Việt Nam: Â… “ĐÂU” – Ăn ở, những người đàn ông đã đến.',
  russian: 'Военные Мали вошли в Кидаль 14 ноября 2023 года — «после боёв».',
  hausa: 'Ƙungiyar ta ɓace a ɗakin; ƴan bindiga sun kai hari.',
  greek: 'Ο στρατός του Μάλι μπήκε στην πόλη «Κιντάλ» — Α» Β».',
  table: '┌──┬──┐\n├──┼──┤\n│ a│ b│\n└──┴──┘ √2 ≈ 1,41 ¬p ƒ(x) ‚ok‘',
};

/** `text` written as UTF-8 and read as `encoding`, with the five open bytes as browsers read them. */
function misread(text: string, encoding: string): string {
  return Array.from(Buffer.from(text, 'utf-8'), (byte) => {
    const character = iconv.decode(Buffer.from([byte]), encoding);
    return character === '\ufffd' ? String.fromCharCode(byte) : character;
  }).join('');
}

describe('repairCharacters', () => {
  it.each(Object.entries(clean))('leaves clean text alone: %s', (_, text) => {
    expect(repairCharacters(text)).toEqual({ text, steps: [] });
  });

  it.each(readdirSync('seeds'))('leaves %s alone', (file) => {
    const text = readFileSync(`seeds/${file}`, 'utf-8');
    expect(repairCharacters(text)).toEqual({ text, steps: [] });
  });

  const running = ['french', 'english', 'arabic', 'german', 'spanish', 'turkish', 'russian'];
  const encodings = ['windows-1252', 'latin1', 'macintosh', 'cp850', 'cp437'];
  it.each(running.flatMap((name) => encodings.map((encoding) => [name, encoding] as const)))(
    'restores %s read as %s',
    (name, encoding) => {
      const text = clean[name] ?? '';
      expect(repairCharacters(misread(text, encoding)).text).toBe(text);
    },
  );

  it.each(['french', 'arabic', 'russian'])('restores %s that was misread twice and three times', (name) => {
    const text = clean[name] ?? '';
    const twice = misread(misread(text, 'windows-1252'), 'windows-1252');
    expect(repairCharacters(twice).text).toBe(text);
    expect(repairCharacters(misread(twice, 'windows-1252')).text).toBe(text);
  });

  it('repairs the misread part of a text and leaves the rest', () => {
    const text = `Le cafÃ© de l’été, «ÉTÉ»: ${misread('كيدال', 'windows-1252')} et plus.`;
    const { text: repaired, steps } = repairCharacters(text);
    expect(repaired).toBe('Le café de l’été, «ÉTÉ»: كيدال et plus.');
    expect(steps).toEqual([{ name: 'repair-mojibake', detail: 'windows-1252, 6' }]);
  });

  it('changes nothing when done again', () => {
    const letters = fc.constantFrom(...'éèàçôœ’“”«»… –abcdeÉÀ., ');
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 60 }), (text) => {
        const once = repairCharacters(misread(text, 'windows-1252')).text;
        expect(repairCharacters(once).text).toBe(once);
      }),
    );
  });

  it('never takes characters away from ASCII text', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(repairCharacters(text).text).toBe(text);
      }),
    );
  });
});
