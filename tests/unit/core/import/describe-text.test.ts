import { describe, expect, it } from 'vitest';
import { describeText } from '#core/import/describe-text.ts';

const prose =
  'The army of the neighbouring country crossed the border at dawn and reached the first villages before noon, residents told reporters. Nobody was hurt, they said.';
const french =
  'L’armée du pays voisin a franchi la frontière à l’aube et a atteint les premiers villages avant midi, ont raconté des habitants. Personne n’a été blessé, selon eux.';

function read(...lines: string[]) {
  const text = lines.join('\n');
  const described = describeText(text, { fileName: 'article.txt', facts: null, noise: [] });
  return { ...described, noiseTexts: described.noise.map(({ start, end }) => text.slice(start, end)) };
}

describe('title', () => {
  it.each([
    ['a headline over a blank line', ['Troops cross the border', '', prose], 'Troops cross the border'],
    ['a question', ['Who crosses the border at night?', '', prose], 'Who crosses the border at night?'],
    ['an abbreviation', ['U.S. General visits Niamey', '', prose], 'U.S. General visits Niamey'],
    [
      'the longer of kicker and headline',
      ['On the ground', 'Troops cross the border again', '', prose],
      'Troops cross the border again',
    ],
    [
      'the line under a date',
      ['24 September 2024', '', 'Troops cross the border', '', prose],
      'Troops cross the border',
    ],
    ['a labelled title', ['Title: Troops cross', 'Date: 24 September 2024', '', prose], 'Troops cross'],
    [
      'a headline in Arabic',
      ['الجيش المالي يعلن استعادة ميناكا', '', prose],
      'الجيش المالي يعلن استعادة ميناكا',
    ],
  ])('takes %s', (_, lines, title) => {
    expect(read(...lines).title).toMatchObject({ value: title, basis: 'stated' });
  });

  it.each([
    ['running text', [prose, '', prose]],
    ['a salutation', ['Dear colleagues,', '', prose]],
    ['a section', ['World', 'By Jane Doe', '', prose]],
    ['a breadcrumb', ['Home > Africa > Mali and the Sahel', '', prose]],
  ])('derives one, and says so, under %s', (_, lines) => {
    expect(read(...lines).title.basis).toBe('derived');
  });

  it('takes a short first sentence over a long second one', () => {
    expect(read('They came at dawn.', '', prose).title).toMatchObject({
      value: 'They came at dawn.',
      basis: 'derived',
    });
  });

  it('falls back to the first words, then to the name of the file', () => {
    expect(read('Kidal').title).toMatchObject({ value: 'Kidal', basis: 'derived' });
    expect(read('***').title).toMatchObject({ value: 'article', reason: 'file-name', evidence: null });
  });
});

describe('date', () => {
  it('prefers the date that is called the publication', () => {
    const lines = ['1 January 2024', 'Troops cross the border', 'Published: 24 September 2024', '', prose];
    expect(read(...lines).publishedAt).toMatchObject({
      value: { iso: '2024-09-24' },
      reason: 'published-label',
    });
  });

  it('takes a labelled date under the text', () => {
    expect(
      read('Troops cross the border', '', prose, '', 'Publié le 24 septembre 2024').publishedAt?.value.iso,
    ).toBe('2024-09-24');
  });

  it.each([
    ['in the body', [prose, '24 September 2024', prose]],
    ['under the body', [prose, '', '24 September 2024']],
    ['in a sentence', [`On 24 September 2024, ${prose}`]],
  ])('takes none that stands %s', (_, lines) => {
    expect(read(...lines).publishedAt).toBeNull();
  });

  it('leaves a date inside the body in sight', () => {
    expect(read(prose, '24 September 2024', prose).noise).toEqual([]);
  });
});

describe('credits', () => {
  it.each([
    ['Source: Studio Tamani', { publisher: 'Studio Tamani', carrier: null }],
    ['Source : Jeune Afrique.', { publisher: 'Jeune Afrique', carrier: null }],
    [
      'This article was first published by The New Humanitarian on 3 May.',
      { publisher: 'The New Humanitarian' },
    ],
    [
      'Written by Institute for Security Studies and republished with permission.',
      { publisher: 'Institute for Security Studies' },
    ],
    ['Cet article a été initialement publié par Studio Kalangou.', { publisher: 'Studio Kalangou' }],
    ['L’Humanité', { publisher: 'L’Humanité' }],
    ['Sahel Tribune', { publisher: 'Sahel Tribune' }],
    ['Jean Dupont', { publisher: null }],
    ['Villages', { publisher: null }],
    ['Tamasheq', { publisher: 'Tamasheq' }],
    ['border', { publisher: null }],
    ['I am Awa Diallo, a freelance writer for Desert News.', { publisher: 'Desert News', carrier: null }],
  ])('reads "%s"', (line, expected) => {
    const { publisher, carrier } = read('Troops cross the border', '', prose, '', line);
    if (expected.publisher !== undefined) expect(publisher?.value ?? null).toBe(expected.publisher);
    if ('carrier' in expected) expect(carrier?.value ?? null).toBe(expected.carrier);
  });

  it('takes a writer’s paper for the carrier when another is the source', () => {
    const bio =
      'Je suis Awa Diallo, journaliste indépendante et correspondante pour Sahel Info à Gao depuis dix ans.';
    expect(read(french, '', french, '', 'Source : Le Monde', '', bio)).toMatchObject({
      publisher: { value: 'Le Monde' },
      carrier: { value: 'Sahel Info' },
      byline: { value: 'Awa Diallo' },
    });
  });

  it('reads the agency of a dateline', () => {
    const { publisher } = read('Troops cross the border', '', `NIAMEY (Reuters) - ${prose}`);
    expect(publisher).toMatchObject({ value: 'Reuters', reason: 'dateline', basis: 'stated' });
  });

  it('reads a byline over the text, and no name out of the text', () => {
    expect(read('Troops cross the border', 'By Jane Doe', '', prose).byline?.value).toBe('Jane Doe');
    expect(read('Troops cross the border', '', `${prose} By Jane Doe they were told.`).byline).toBeNull();
  });

  it('takes the rights to pictures for a sign only when one organisation alone holds them', () => {
    const reuters = 'The border post © Reuters TV';
    expect(read(prose, '', reuters, '', prose).publisher).toMatchObject({
      value: 'Reuters TV',
      basis: 'derived',
    });
    expect(read(prose, '', reuters, '', 'The village © Sahel Post', '', prose).publisher).toBeNull();
    expect(read(prose, '', 'The border post © Awa Diallo', '', prose).publisher).toBeNull();
  });
});

describe('noise', () => {
  it.each([
    'Lire aussi Mali : la junte face aux attaques',
    'À lire aussi : « Au Niger, la peur »',
    'Read more: What we know about the attack',
    'Share on Facebook',
    'Partager cet article',
    'Laisser un commentaire',
    'Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *',
    '3 Comments',
    'Abonnez-vous à notre newsletter',
    '#Mali #Niger #Sahel',
    '1727014146',
    '1727014146000',
    '(...)',
    '<div class="ad-slot" data-zone="top">',
    'A soldier at the post – photo: Awa Diallo',
    'Une rue de Gao © AFP',
  ])('marks "%s"', (line) => {
    expect(read('Troops cross the border', '', prose, line, prose).noiseTexts).toEqual([line]);
  });

  it.each([
    'Read also the report of the commission, which says the opposite.',
    'Share of the territory under control: 40 percent.',
    'The general comments on the defeat.',
    'Comments by the minister caused anger',
    'A soldier guards the post where 12 people died on 6 July © AFP',
    'Wassim Nasr is a journalist at France 24 who follows armed groups.',
    'According to the source, nobody was hurt.',
    'Related to this, the army left two posts.',
    'Sign up began in March and ended in May. Nobody came. Nobody asked.',
    '1727 people fled',
    'Security fragility',
    'x = "a" and y = "b", the formula of the smugglers, is known to everyone on the road.',
  ])('leaves "%s"', (line) => {
    expect(read('Troops cross the border', '', prose, '', line, '', prose).noiseTexts).toEqual([]);
  });

  it('marks a second copy of the title, wherever it stands', () => {
    const title = 'Troops cross the border again';
    const { noise } = read(title, '', title, '', prose, title, prose);
    expect(noise.map(({ kind }) => kind)).toEqual(['menu', 'caption']);
  });

  it('marks the links under a heading for them at the end, and not what the article ends with', () => {
    const { noiseTexts } = read(
      prose,
      'A last short line',
      'Related articles',
      'Mali and its neighbours',
      'Who is who in Gao',
    );
    expect(noiseTexts).toEqual(['Related articles\nMali and its neighbours\nWho is who in Gao']);
  });
});

describe('language', () => {
  it.each([
    ['en', prose],
    ['fr', french],
    ['ar', 'أعلن الجيش المالي استعادة السيطرة على مدينة ميناكا القريبة من الحدود بعد معارك عنيفة'],
    ['und', 'Kidal 2024'],
    [
      'und',
      'El ejército del país vecino cruzó la frontera al amanecer y llegó a las primeras aldeas antes del mediodía',
    ],
    ['und', '东部边境的军队在黎明时分越过了边界 并到达了 第一个 村庄'],
  ])('is %s for "%s"', (language, text) => {
    expect(read(text).language.value).toBe(language);
  });
});

describe('every span', () => {
  it('lies in the text', () => {
    const text = `Title of it all\n\n${prose}\nFigaro`;
    const { title } = describeText(text, { fileName: 'a', facts: null, noise: [] });
    expect(Object.keys(title.evidence ?? {})).toEqual(['start', 'end']);
  });
});
