import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { BenchArticle, Corpus } from './article.ts';
import { createGenerator, generatorVersion } from './generated-corpus.ts';
import { realArticles } from './real-corpus.ts';

/** How many articles are parsed and handed over at a time: as many as the program puts into one segment. */
const batch = 1_000;

/** The first `count` generated articles, written to `folder` unless they lie there from an earlier run. */
export function generatedCorpus(folder: string, count: number): Corpus {
  const name = `${count.toLocaleString('en')} generated`;
  return written(folder, `generated-${generatorVersion}-${count}`, name, function* () {
    const generate = createGenerator();
    for (let index = 0; index < count; index++) yield generate(index);
  });
}

/** The real mails. */
export function realCorpus(folder: string): Corpus {
  return written(folder, 'real', 'real mails', realArticles);
}

function written(folder: string, stem: string, name: string, make: () => Iterable<BenchArticle>): Corpus {
  const note = join(folder, `${stem}.json`);
  if (existsSync(note)) return JSON.parse(readFileSync(note, 'utf8'));
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${stem}.ndjson`);
  const out = openSync(file, 'w');
  let count = 0;
  let bytes = 0;
  for (const article of make()) {
    writeSync(out, `${JSON.stringify(article)}\n`);
    count++;
    bytes += Buffer.byteLength(article.title) + Buffer.byteLength(article.text);
  }
  closeSync(out);
  const corpus: Corpus = { name, file, count, bytes };
  writeFileSync(note, JSON.stringify(corpus));
  return corpus;
}

/** The articles of a corpus, some at a time, so that a large one fits in memory. */
export function* readArticles(file: string): Generator<BenchArticle[]> {
  const input = openSync(file, 'r');
  const decoder = new StringDecoder('utf8');
  const block = Buffer.alloc(1 << 20);
  let lines: string[] = [];
  let rest = '';
  for (let read = readSync(input, block); read > 0; read = readSync(input, block)) {
    const parts = (rest + decoder.write(block.subarray(0, read))).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    while (lines.length >= batch) {
      yield lines.slice(0, batch).map((line) => JSON.parse(line));
      lines = lines.slice(batch);
    }
  }
  closeSync(input);
  yield lines.map((line) => JSON.parse(line));
}
