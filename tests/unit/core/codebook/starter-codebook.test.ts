import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type StarterCodebook, starterCodebook } from '#core/codebook/starter-codebook.ts';
import { type Tag, tagColors } from '#core/codebook/tag.ts';
import { applyTo, countingIds } from './make-codebook.ts';

const codebook: StarterCodebook = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../../../resources/codebook.json'), 'utf8'),
);
const every = codebook.tags.flatMap((tag) => [tag, ...tag.children]);

describe('the starter codebook', () => {
  it('says in both languages what each tag takes in, what it leaves out, and shows an example', () => {
    for (const { name, include, exclude, example } of every)
      for (const words of [name, include, exclude, example])
        for (const language of ['en', 'fr'] as const)
          expect(words[language].trim().length).toBeGreaterThan(1);
  });

  it('uses only colours of the theme', () => {
    expect(
      codebook.tags.map(({ color }) => color).filter((color) => !tagColors.some((one) => one === color)),
    ).toEqual([]);
  });

  it('refers in brackets only to tags it has', () => {
    const unknown = (['en', 'fr'] as const).flatMap((language) => {
      const names = new Set(every.map(({ name }) => name[language]));
      const stems = [...names].map((name) => name.split(' ')[0]);
      return every
        .flatMap(({ exclude }) =>
          [...exclude[language].matchAll(/\(([^)]+)\)/g)].map((match) => match[1] ?? ''),
        )
        .flatMap((list) => list.split(', '))
        .filter((name) => !names.has(name) && !stems.includes(name));
    });

    expect(unknown).toEqual([]);
  });
});

describe('starterCodebook', () => {
  it.each(['en', 'fr'] as const)('makes every tag in %s', (language) => {
    const tags = applyTo<Tag>('tags', [], starterCodebook(codebook, language, countingIds()));

    expect(tags.map(({ name }) => name)).toEqual(every.map(({ name }) => name[language]));
  });

  it('gives children the colour of their parent and rules in the language asked for', () => {
    const tags = applyTo<Tag>('tags', [], starterCodebook(codebook, 'fr', countingIds()));

    const ambush = tags.find(({ name }) => name === 'embuscade');
    const source = every.find(({ name }) => name.fr === 'embuscade');
    expect(ambush?.color).toBe('red');
    expect(ambush?.guide).toEqual({
      include: source?.include.fr,
      exclude: source?.exclude.fr,
      example: source?.example.fr,
    });
  });

  it('changes nothing when it is there already', () => {
    const newId = countingIds();
    const tags = applyTo<Tag>('tags', [], starterCodebook(codebook, 'en', newId));

    expect(starterCodebook(codebook, 'en', newId, tags)).toEqual([]);
  });
});
