import { describe, expect, it } from 'vitest';
import { findSeeds, understand } from './seed-search.ts';

// What an analyst who knows the five starter articles expects to read first. 000: the Islamic State's show of force in
// the Sahara. 001: a year of the Alliance of Sahel States, and the double attack on Bamako. 002: the Islamic State on
// the border of Mali and Niger. 003 (French): the French army has left Mali. 004: the army and Wagner on their way to
// Kidal. Written by reading them; where two of them answer equally well either may come first.
type Order = readonly (string | readonly string[])[];

describe('the order of results', () => {
  it.each<[string, Order]>([
    // What an article is about comes before what it mentions
    ['Kidal', ['004', '001']],
    // 001 is about the attack on it; 003 has no headline, and its first sentence, which stands for one, names it too.
    ['Bamako', [['001', '003'], '004', '000']],
    ['Niger', ['002', '001', '000']],
    ['Menaka', ['002', '000']],
    ['border', ['002', ['000', '001', '004']]],
    ['Burkina Faso', ['001', '002', '000']],
    ['Sahel', ['001', ['000', '002'], '004']],
    ['security', ['001', ['002', '004']]],
    ['alliance', ['001', '003']],
    // The French article says “jihadistes”, which has another stem.
    ['jihadists', ['001', ['000', '002', '004']]],
    ['civilians', ['002', '001', '004']],
    ['junta', ['002', ['000', '004']]],
    ['withdrawal', ['002', '000']],
    ['drones', ['002', ['000', '004']]],
    ['vehicles', ['004', '000']],
    ['airport', ['004', '001']],
    ['rebels', ['004', '001']],
    ['Nasr', ['002', '000']],
    ['CSP', ['004', '001']],
    ['mercenaries OR mercenaires', ['004', '003']],
    // Several words
    ['double attack Bamako', ['001', '004']],
    ['Islamic State', ['002', '000', '001']],
    ['Wagner Kidal', ['004', '001']],
    ['Tin Zaouatine', ['004', '001']],
    // Names that are written in other ways too
    ['Wagner', ['004', '003', '001']],
    ['Goita', ['001', '004', '003']],
    ['Barkhane', ['003', '000', '002']],
    ['French forces', [['000', '003'], '002']],
    ['armée malienne', ['003', '004', ['001', '002']]],
    ['JNIM', ['001', ['003', '004']]],
    ['JNIM attack', ['001', '004']],
    ['tri-border area', ['002', ['000', '001']]],
  ])('%s: %j', (text, expected) => {
    const found = findSeeds(understand(text));

    expect(grouped(found, expected)).toEqual(expected);
  });
});

/** The results in groups of the sizes expected, in each group by name. */
function grouped(found: readonly string[], expected: Order): Order {
  let at = 0;
  const groups = expected.map((group) => {
    const size = typeof group === 'string' ? 1 : group.length;
    const part = found.slice(at, at + size);
    at += size;
    return typeof group === 'string' ? (part[0] ?? '') : part.sort();
  });
  return at < found.length ? [...groups, found.slice(at)] : groups;
}
