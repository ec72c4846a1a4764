import { describe, expect, it } from 'vitest';
import { joinHyphen } from '#core/import/formats/pdf-hyphens.ts';

describe('joinHyphen', () => {
  it.each([
    ['was repor-', 'ted later', 'was reported later'],
    ['l’insécu\u00ad', 'rité', 'l’insécurité'],
    ['Abu al-', 'Hussein', 'Abu al-Hussein'],
    ['a self-', 'defence post', 'a self-defence post'],
    ['peut-', 'être demain', 'peut-être demain'],
    ['celui-', 'ci est', 'celui-ci est'],
    ['vient-', 'il ici', 'vient-il ici'],
    ['the Abu-Bakr-', 'group', 'the Abu-Bakr-group'],
    ['in 2012-', '2013', null],
    ['it ended -', 'so they say', null],
    ['no hyphen', 'here', null],
  ])('%s | %s', (text, next, wanted) => {
    expect(joinHyphen(text, next, new Set())).toBe(wanted);
  });

  it('writes a word as the document writes it elsewhere', () => {
    expect(joinHyphen('co-', 'operation', new Set(['cooperation']))).toBe('cooperation');
    expect(joinHyphen('sous-', 'préfet', new Set(['sous-préfet']))).toBe('sous-préfet');
    expect(joinHyphen('market-', 'town', new Set(['market', 'town']))).toBe('market-town');
  });
});
