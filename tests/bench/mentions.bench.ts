import { readdirSync, readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { parseActors } from '#core/actors/parse-actors.ts';
import { findMentions } from '#core/geo/find-mentions.ts';
import { mistakesAllowed, mistakesBetween } from '#core/geo/find-names.ts';
import { nameKey } from '#core/geo/name-key.ts';
import { createItemFinder } from '#core/mentions/find-items.ts';
import { bundledGazetteer } from '#tests/unit/core/geo/bundled-gazetteer.ts';

const gazetteer = bundledGazetteer();
const seeds = readdirSync('seeds').map((name) => readFileSync(`seeds/${name}`, 'utf8'));
const long = Array.from({ length: 40 }, () => seeds.join('\n')).join('\n');

describe('mentions', () => {
  bench('the five seeds (24 KB); budget 25 ms', () => {
    for (const text of seeds) findMentions(text, [], gazetteer);
  });
  bench('one text of a megabyte; budget 2 s', () => void findMentions(long, [], gazetteer), {
    iterations: 3,
  });
});

const keys = [...new Set(readNames().map(nameKey))].filter((key) => key.length > 1);

/** What the search has to beat: every name looked at, one after the other. */
function scan(text: string): number {
  const key = nameKey(text);
  let found = 0;
  for (const name of keys)
    if (name.includes(key) || mistakesBetween(key, name, mistakesAllowed(key)) <= mistakesAllowed(key))
      found++;
  return found;
}

function readNames(): string[] {
  const rows = readFileSync('resources/geo/gazetteer.tsv', 'utf8').split('\n');
  return rows.flatMap((row) => {
    const [name = '', others = ''] = row.split('\t').slice(8);
    return [name, ...others.split('|')];
  });
}

describe('gazetteer', () => {
  bench('make it from the bundled files; budget 1 s', () => void bundledGazetteer(), { iterations: 3 });
});

// Two letters, a beginning, a name with two mistakes, the beginning of one with a mistake, what names only hold, Arabic.
describe.each(['ba', 'kid', 'ouagadugu', 'menac', 'zaouatine', 'تمبكتو'])('search for %s', (text) => {
  bench('the gazetteer; budget 5 ms', () => void gazetteer.search(text, 12));
  bench('a scan of all names', () => void scan(text));
});

describe('actors, people, dates and figures', () => {
  const find = createItemFinder(parseActors(JSON.parse(readFileSync('resources/actors.json', 'utf8'))));
  const published = { iso: '2024-09-24', precision: 'day', printed: '24 September 2024' } as const;
  bench('the five seeds (24 KB); budget 75 ms', () => {
    for (const text of seeds) find({ text, noise: [], published });
  });
});
