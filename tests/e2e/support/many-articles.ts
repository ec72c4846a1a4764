import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Article } from '#core/article.ts';
import { creation } from '#core/history/change.ts';
import { idFrom } from '#core/ids.ts';
import { openJournalFile } from './large-case.ts';
import { root, workspaceFolder } from './launch.ts';

/** A word that stands in the article of this number and in no other. */
export function bulletinWord(number: number): string {
  return `bulletin${number}`;
}

/**
 * Add articles of about 5 KB, each with a text of its own, to the journal and the kept texts of the only workspace
 * below `userData`, whose program must be closed: the next start reads them in. Put together from the sentences of the
 * seeds by counting, so that two runs make the same.
 */
export function addArticles(userData: string, from: number, to: number): void {
  const journal = openJournalFile(userData);
  const [seed] = journal.articles;
  if (seed === undefined) throw new Error('the journal holds no article');
  const sentences = readSentences();
  const folder = join(workspaceFolder(userData), 'texts');
  const made = Array.from({ length: to - from }, (_, at) => {
    const { article, text } = makeArticle(from + at, seed, sentences);
    const place = join(folder, article.textSha256.slice(0, 2));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, article.textSha256), text);
    return creation('articles', article);
  });
  journal.append('articles.import', made);
}

function readSentences(): string[] {
  const seeds = join(root, 'seeds');
  return readdirSync(seeds)
    .flatMap((name) => readFileSync(join(seeds, name), 'utf8').split(/(?<=[.!?”])\s+/))
    .map((sentence) => sentence.normalize('NFC').replaceAll(/\s+/g, ' '))
    .filter((sentence) => sentence.length > 40 && !sentence.includes('\u0000'));
}

function makeArticle(number: number, seed: Article, sentences: readonly string[]) {
  const title = `${bulletinWord(number)} on the Sahel`;
  let body = '';
  for (let at = 0; body.length < 4_800; at++)
    body += `${sentences[(number * 31 + at * 17 + ((number * at) % 7)) % sentences.length]}\n\n`;
  const text = `${title}\n\n${body}`;
  const article: Article = {
    ...seed,
    id: idFrom<'article'>(`bulletin ${number}`),
    originalName: `bulletin-${number}.txt`,
    textSha256: createHash('sha256').update(text).digest('hex'),
    textLength: text.length,
    noise: [],
    title: { value: title, basis: 'stated', evidence: null, reason: 'heading' },
    publishedAt: null,
    publisher: null,
    carrier: null,
    byline: null,
  };
  return { article, text };
}
