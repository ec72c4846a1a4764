import { describe, expect, it } from 'vitest';
import { describeText } from '#core/import/describe-text.ts';
import { extractHtml } from '#core/import/extract-html.ts';
import { mergeFacts, noFacts, type PageFacts } from '#core/import/page-facts.ts';

const prose =
  'The army of the neighbouring country crossed the border at dawn and reached the first villages before noon, residents told reporters. Nobody was hurt, they said.';
const french =
  'L’armée du pays voisin a franchi la frontière à l’aube et a atteint les premiers villages avant midi, ont raconté des habitants. Personne n’a été blessé, selon eux.';
const arabic = 'أعلن الجيش المالي استعادة السيطرة على مدينة ميناكا القريبة من الحدود بعد معارك عنيفة';

function read(lines: readonly string[], facts: Partial<PageFacts> | null = null, fileName = 'article.txt') {
  const text = lines.join('\n\n');
  const given = { fileName, facts: facts && { ...noFacts, ...facts }, noise: [] };
  const described = describeText(text, given);
  const spans = (described.languages ?? []).map(({ start, end, language }) => [
    language,
    text.slice(start, end),
  ]);
  return { ...described, spans, text };
}

describe('a date that is inferred', () => {
  it.each([
    ['a year', 'The war began in 2012 and has gone on since 2017.', '2017'],
    ['a month', 'The town fell in November 2023, months after others.', '2023-11'],
    ['a day', 'They met on July 6, 2024 in Niamey, and in 2023 as well.', '2024-07-06'],
    ['a French day', 'Ils se sont vus le 1er mars 2024, comme en 2020.', '2024-03-01'],
    ['an Arabic day', 'وقع الهجوم في 17 سبتمبر 2024 في العاصمة', '2024-09-17'],
    ['Arabic digits', 'وقع الهجوم في ١٧ سبتمبر ٢٠٢٤ في العاصمة', '2024-09-17'],
    ['the year of a book', 'the author of a history of the war (Plon, 2016), said so', '2016'],
    ['the fuller of two', 'In 2024 they came, and on 3 May 2024 they went.', '2024-05-03'],
  ])('lies not before %s the text looks back on', (_, sentence, from) => {
    const { inferredDate, text } = read([prose, sentence, prose]);
    expect(inferredDate).toMatchObject({
      value: { from, until: null },
      basis: 'derived',
      reason: 'text',
    });
    const { start, end } = inferredDate?.evidence ?? { start: 0, end: 0 };
    expect(sentence).toContain(text.slice(start, end));
  });

  it.each([
    'Elections will be held in February 2025.',
    'The mission is expected to end in 2026, officials said.',
    'Les élections prévues en 2025 sont loin.',
    'D’ici à 2030, la population aura doublé.',
    'They hope to leave by 2027.',
    'At least 2024 fighters were there, and 2,020 people fled.',
    'They left on 12 September and came back on Thursday.',
    'Le bilan de mai est lourd : 1 990 morts.',
  ])('does not follow from "%s"', (sentence) => {
    expect(read([prose, sentence, prose]).inferredDate).toBeUndefined();
  });

  it('is the day in the address or in the name of the file', () => {
    const there = { address: 'https://example.org/2024/09/24/a-convoy/' };
    expect(read([prose], there).inferredDate).toMatchObject({
      value: { from: '2024-09-24', until: '2024-09-24' },
      reason: 'address',
    });
    expect(read([prose], null, '2024-09-24 Le Monde.txt').inferredDate).toMatchObject({
      value: { from: '2024-09-24', until: '2024-09-24' },
      reason: 'file-name',
    });
    expect(read([prose], null, 'report-20249924.txt').inferredDate).toBeUndefined();
    expect(read([prose], null, '000_167fb66774c1e724.txt').inferredDate).toBeUndefined();
  });

  it('lies not after the archiving, the last change or a time stamp', () => {
    const since = 'The war has gone on since 2017.';
    expect(read([prose, since], { archived: '2022-06-01T08:00:00Z' }).inferredDate).toMatchObject({
      value: { from: '2017', until: '2022-06-01T08:00' },
      reason: 'text-and-archived',
    });
    expect(read([prose, since, '1727014146']).inferredDate).toMatchObject({
      value: { from: '2017', until: '2024-09-22T14:09' },
      reason: 'text-and-stamp',
    });
    expect(read([prose], { modified: '2022-06' }).inferredDate?.value).toEqual({
      from: null,
      until: '2022-06',
    });
  });

  it('takes what lies after the archiving for a look ahead', () => {
    const { inferredDate } = read([prose, 'It ends in 2031.'], { archived: '2022-06-01' });
    expect(inferredDate?.value).toEqual({ from: null, until: '2022-06-01' });
  });

  it('is not there where a date is stated', () => {
    const { inferredDate, publishedAt } = read(['Published: 3 May 2024', prose, 'The war began in 2012.']);
    expect(publishedAt?.value.iso).toBe('2024-05-03');
    expect(inferredDate).toBeUndefined();
  });
});

describe('the date of an Arabic text', () => {
  it.each([
    ['24 سبتمبر 2024', '2024-09-24'],
    ['الثلاثاء، ٢٤ سبتمبر ٢٠٢٤', '2024-09-24'],
    ['نشر في 3 ماي 2024', '2024-05-03'],
    ['تاريخ النشر: 12 تشرين الثاني 2023', '2023-11-12'],
  ])('is read from "%s"', (line, iso) => {
    expect(read(['الجيش المالي يعلن استعادة ميناكا', line, `${arabic}.`]).publishedAt?.value.iso).toBe(iso);
  });
});

describe('a translation', () => {
  it.each([
    ['Translated from French by Google', 'machine', 'fr'],
    ['This article was automatically translated from Arabic.', 'machine', 'ar'],
    ['Traduit de l’anglais par Awa Diallo', 'unknown', 'en'],
    ['Traduction automatique', 'machine', null],
    ['This story was originally published in French.', 'unknown', 'fr'],
  ])('is stated by "%s"', (line, by, from) => {
    expect(read([prose, prose, line]).translation).toMatchObject({
      value: { by, from },
      basis: 'stated',
      reason: 'translation-line',
    });
  });

  it.each([
    'The book was translated by its author in prison, residents said of the man they had known for years.',
    'Read the original documents in the archive.',
    'The French translated their plans into orders.',
  ])('is not stated by "%s" inside the text', (line) => {
    expect(read(['Troops cross the border', prose, prose, line, prose, prose]).translation).toBeUndefined();
  });

  it('is shown by the mark a browser’s translator leaves on a page', () => {
    const { facts } = extractHtml(
      `<html lang="en" class="translated-ltr"><body><p>${prose}</p></body></html>`,
    );
    expect(facts.translation).toEqual({ by: 'machine', from: null });
  });

  it('is suggested by editor’s notes left in another language', () => {
    const text = `“The army [dans le nord du Mali] left the town,” he said. “The others [au Niger] stay here [situé entre le Mali et le Niger],” she said.`;
    expect(read([prose, text, prose]).translation).toMatchObject({
      value: { by: 'machine', from: 'fr' },
      basis: 'derived',
    });
  });
});

describe('passages in another language', () => {
  it.each([
    ['a sentence', [prose, `${prose} ${french}`], [['fr', french.slice(0, -1)]]],
    ['an English line in a French text', [french, french, prose], [['en', prose.slice(0, -1)]]],
    ['Arabic writing', [prose, `They shouted ${arabic} and left.`], [['ar', arabic]]],
    [
      'brackets',
      [`${prose} He stayed in Gao [dans le nord du Mali] for years.`],
      [['fr', 'dans le nord du Mali']],
    ],
  ])('are found: %s', (_, lines, expected) => {
    const plain = read(lines).spans.map(([language, text]) => [language, text?.replace(/\.$/, '')]);
    expect(plain).toEqual(expected);
  });

  it.each([
    [
      'names',
      'The Coordination des mouvements de l’Azawad and the Front de libération du Macina met in Gao.',
    ],
    ['titles', 'He wrote for Le Monde, Le Figaro and La Croix from Bamako to Ouagadougou.'],
    ['a word of Arabic', 'The word جهاد is on the flag.'],
    ['Persian', 'دولت ایران اعلام کرد که این گفتگوها در روزهای آینده ادامه خواهد یافت و چیزی تغییر نمی‌کند'],
  ])('are not made of %s', (_, line) => {
    expect(read([prose, line, prose]).spans.filter(([, text]) => text !== 'جهاد')).toEqual([]);
  });
});

describe('the address', () => {
  it.each([
    ['Source: https://example.org/a?b=1#c', 'https://example.org/a?b=1'],
    ['https://Example.org', 'https://example.org/'],
    ['Lien : <https://example.org/é>', 'https://example.org/é'],
  ])('is stated by "%s" under the text', (line, address) => {
    const { address: found, text } = read(['Troops cross the border', prose, prose, line]);
    expect(found).toMatchObject({ value: address, basis: 'stated', reason: 'address-line' });
    expect(text.slice(found?.evidence?.start, found?.evidence?.end)).toMatch(/^https/);
  });

  it('is not one the text mentions, nor one that is none', () => {
    expect(read([prose, `${prose} See https://example.org/a for more.`, prose]).address).toBeUndefined();
    expect(read([prose, prose, 'Source: javascript:alert(1)']).address).toBeUndefined();
  });

  it.each([
    [
      'a canonical link',
      '<link rel="canonical" href="https://user:secret@example.org/a#b">',
      'https://example.org/a',
    ],
    ['og:url', '<meta property="og:url" content="https://example.org/a">', 'https://example.org/a'],
    ['no other kind', '<link rel="canonical" href="javascript:alert(1)">', null],
    ['no path alone', '<link rel="canonical" href="/a">', null],
  ])('is read from %s', (_, html, address) => {
    expect(extractHtml(html).facts.address).toBe(address);
  });
});

describe('JSON-LD', () => {
  const page = (data: unknown) =>
    extractHtml(`<script type="application/ld+json">${JSON.stringify(data)}</script>`).facts;

  it('is read whatever its nesting, with names kept elsewhere in the graph', () => {
    const facts = page({
      '@graph': [
        { '@type': 'Organization', '@id': '#site', name: 'Sahel Info' },
        { '@type': 'Person', '@id': '#awa', name: 'Awa Diallo' },
        {
          '@type': 'WebPage',
          mainEntity: {
            '@type': 'NewsArticle',
            headline: 'A convoy leaves Gao',
            author: { '@id': '#awa' },
            publisher: { '@id': '#site' },
            datePublished: '2024-09-24',
            dateModified: '2024-09-25',
            inLanguage: 'en',
            translationOfWork: { '@type': 'Article', inLanguage: 'fr' },
          },
        },
      ],
    });
    expect(facts).toMatchObject({
      title: 'A convoy leaves Gao',
      byline: 'Awa Diallo',
      siteName: 'Sahel Info',
      published: '2024-09-24',
      modified: '2024-09-25',
      language: 'en',
      translation: { by: 'unknown', from: 'fr' },
      grounds: { title: 'json-ld', byline: 'json-ld' },
    });
  });

  it('says nothing when broken, and leaves the word to the rest', () => {
    const html = '<title>Kept</title><script type="application/ld+json">{"headline": </script>';
    expect(extractHtml(html).facts).toMatchObject({ title: 'Kept', grounds: { title: 'title-tag' } });
  });
});

describe('facts of a container', () => {
  it('win over those of the file, and each keeps its ground', () => {
    const own = { ...noFacts, title: 'Own', byline: 'Own author', grounds: { title: 'json-ld' } } as const;
    const outer = { ...noFacts, ground: 'archive', title: null, address: 'https://example.org/' } as const;
    const { title, byline, address } = read([prose], mergeFacts(outer, own));
    expect(title).toMatchObject({ value: 'Own', reason: 'json-ld' });
    expect(byline).toMatchObject({ value: 'Own author', reason: 'meta' });
    expect(address).toMatchObject({ value: 'https://example.org/', reason: 'archive' });
    expect(mergeFacts({ ...noFacts, ground: 'mail', title: 'Outer' }, own)).toMatchObject({
      title: 'Outer',
      byline: 'Own author',
      grounds: { title: 'mail', byline: 'meta' },
    });
  });
});

describe('a title', () => {
  it('is never empty: a line that is nothing but markup is no headline', () => {
    const { title } = read(['<w:settings xmlns:m="http://example.org/math" w:val="three words">', prose]);
    expect(title.value).toMatch(/^The army/);
  });
});
