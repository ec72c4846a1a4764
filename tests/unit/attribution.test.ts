import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const attribution = readFileSync('resources/ATTRIBUTION.md', 'utf8');
const sources = ['renderer', 'electron/main', 'electron/preload', 'electron/shared']
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter((name) => /\.tsx?$/.test(name));

/** The packages that code of the program imports, types apart. */
const used = new Set(
  sources.flatMap((file) =>
    [
      ...readFileSync(file, 'utf8').matchAll(
        /^(?:import|export)(?! type\b)(?:[^;']*? from)? '([^'.#][^']*)';|\bimport\('([^'.#][^']*)'\)/gm,
      ),
    ]
      .map(([, at = '', later = '']) => at || later)
      .map((target) =>
        target
          .split('/')
          .slice(0, target.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
  ),
);

describe('ATTRIBUTION.md', () => {
  it('names every library in the program with its installed version and licence', () => {
    const installed = [...used]
      .filter((name) => !name.startsWith('node:') && name !== 'electron')
      .map((name) => {
        const { version, license } = JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'));
        return `| ${name} | ${version} | ${license} |`;
      });
    expect(installed.length).toBeGreaterThan(15);
    expect(installed.filter((row) => !attribution.includes(row))).toEqual([]);
  });

  it('names every file of the map', () => {
    const files = readdirSync('resources/geo');
    expect(files.filter((name) => !attribution.includes(`\`${name}\``))).toEqual([]);
  });
});
