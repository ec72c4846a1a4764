import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGenerator, generatorVersion } from '#tests/bench/search/generated-corpus.ts';
import { root } from './launch.ts';

/** So many files lie in a folder: a folder of tens of thousands is what an analyst has divided. */
const perFolder = 1_000;

/**
 * The paths of `count` text files of about 5 KB, none like another, as they would be collected: a headline, a date, an
 * author and the text. Made once and kept below `out`.
 */
export function importCorpus(count: number): string[] {
  const folder = join(root, 'out', 'bench-import', `files-${generatorVersion}`);
  const paths = Array.from({ length: count }, (_, at) =>
    join(folder, String(Math.floor(at / perFolder)).padStart(3, '0'), `article-${at}.txt`),
  );
  if (paths.every((path) => existsSync(path))) return paths;
  const article = createGenerator();
  for (const [at, path] of paths.entries()) {
    if (at % perFolder === 0) mkdirSync(join(path, '..'), { recursive: true });
    const { title, text } = article(at);
    const day = new Date(Date.UTC(2024, 0, 1 + (at % 700))).toISOString().slice(0, 10);
    writeFileSync(path, `${title}\n\n${day}\n\n${text}\n`);
  }
  return paths;
}
