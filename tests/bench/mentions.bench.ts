import { readdirSync, readFileSync } from 'node:fs';
import { bench, describe } from 'vitest';
import { findMentions } from '#core/geo/find-mentions.ts';
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

describe('gazetteer', () => {
  bench('make it from the bundled files; budget 1 s', () => void bundledGazetteer(), { iterations: 3 });
  bench('search by beginning; budget 5 ms', () => void gazetteer.search('ba', 12));
  bench('search with mistakes; budget 5 ms', () => void gazetteer.search('ouagadugu', 12));
});
