import { appendFileSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import { type Tag, tagColors } from '#core/codebook/tag.ts';
import { type Change, creation } from '#core/history/change.ts';
import type { Edit } from '#core/history/edit.ts';
import { type DeviceId, idFrom } from '#core/ids.ts';
import { decodeHead, encodeRecord, recordLength, storedHash } from '#main/journal/record.ts';
import { workspaceFolder } from './launch.ts';

/** How much there is to be of each. */
export type CaseSize = { readonly tags: number; readonly articles: number; readonly highlights: number };

/** So many changes go into one edit, as an import writes them. */
const batch = 2_000;

/**
 * Add tags, articles and highlights to the journal of the only workspace below `userData`, whose program must be
 * closed: the next start reads them in. The articles share the texts of those that are there. Everything is made up
 * from counting, so that two runs make the same.
 */
export function enlargeCase(userData: string, size: CaseSize): void {
  const journal = openJournalFile(userData);
  const seeds = journal.articles;
  const tags = makeTags(size.tags);
  const articles = Array.from({ length: size.articles }, (_, at) =>
    copyArticle(seeds[at % seeds.length], at),
  );
  const highlights = Array.from({ length: size.highlights }, (_, at) =>
    makeHighlight(at, tags, articles[at % articles.length]),
  );
  journal.append(
    'codebook.start',
    tags.map((tag) => creation('tags', tag)),
  );
  journal.append(
    'articles.import',
    articles.map((article) => creation('articles', article)),
  );
  journal.append(
    'highlight.add',
    highlights.map((highlight) => creation('highlights', highlight)),
  );
}

/** A tree of up to five levels: every tag stands below the one of a fifth of its number. */
export function makeTags(count: number): Tag[] {
  const idOf = (at: number) => idFrom<'tag'>(`tag ${at}`);
  return Array.from({ length: count }, (_, at): Tag => {
    const parent = at < 20 ? null : Math.floor(at / 5);
    return {
      id: idOf(at),
      parentId: parent === null ? null : idOf(parent),
      name: nameOf(at),
      description: at % 3 === 0 ? `When ${nameOf(at)} is told of by somebody who saw it.` : '',
      color: tagColors[at % 9] ?? 'red',
      order: at,
    };
  });
}

const words = [
  'raid',
  'convoy',
  'embuscade',
  'كمين',
  'hostage',
  'déplacement forcé',
  'camp',
  'هجوم',
  'patrol',
];

function nameOf(at: number): string {
  return `${words[at % words.length]} ${at}`;
}

function copyArticle(seed: Article | undefined, at: number): Article {
  if (seed === undefined) throw new Error('the journal holds no article');
  const title = { ...seed.title, value: `${seed.title.value} (${at})` };
  return { ...seed, id: idFrom<'article'>(`article ${at}`), title };
}

function makeHighlight(at: number, tags: readonly Tag[], article: Article | undefined): Highlight {
  if (article === undefined) throw new Error('no article to stand in');
  const start = (at * 37) % Math.max(1, article.textLength - 80);
  const exact = `passage ${at} `.padEnd(80, 'x');
  const carried = [
    tags[(at * 7) % tags.length],
    at % 2 === 0 ? tags[(at * 13 + 5) % tags.length] : undefined,
  ];
  return {
    id: idFrom<'highlight'>(`highlight ${at}`),
    anchor: {
      articleId: article.id,
      textSha256: article.textSha256,
      start,
      end: start + exact.length,
      exact,
      prefix: 'before ',
      suffix: ' after',
    },
    tagIds: [...new Set(carried.flatMap((tag) => tag?.id ?? []))],
    note: at % 10 === 0 ? `note ${at}` : '',
    grade: { reliability: 'F', credibility: 6 },
    createdAt: '2026-01-01T00:00:00.000Z',
    updatedAt: '2026-01-01T00:00:00.000Z',
  };
}

/** The journal of this device below `userData`: the articles it holds, and a way to add to it. */
export function openJournalFile(userData: string) {
  const folder = join(workspaceFolder(userData), 'journal');
  const name = readdirSync(folder).find((each) => each.endsWith('.journal'));
  if (name === undefined) throw new Error(`no journal in ${folder}`);
  const path = join(folder, name);
  const { last, edits } = readAll(readFileSync(path));
  let { sequence, time } = decodeHead(last);
  let hash: Uint8Array = storedHash(last);
  const changes = edits.flatMap((edit) => edit.changes);
  return {
    articles: changes.flatMap((each) => (each.table === 'articles' && each.after ? [each.after] : [])),
    append(action: string, made: readonly Change[]) {
      for (let from = 0; from < made.length; from += batch) {
        sequence += 1;
        time += 65_536n;
        const edit: Edit = {
          at: '2026-01-01T00:00:00.000Z',
          label: { action, detail: {} },
          changes: made.slice(from, from + batch),
          group: null,
          kind: 'new',
          target: null,
        };
        const device = name.slice(0, -'.journal'.length) as DeviceId;
        const head = { format: 1, continues: false, device, sequence, time };
        const record = encodeRecord(head, hash, Buffer.from(JSON.stringify(edit)));
        hash = storedHash(record);
        appendFileSync(path, record);
      }
    },
  };
}

const bodyStart = 70;

function readAll(bytes: Buffer): { readonly last: Buffer; readonly edits: readonly Edit[] } {
  const edits: Edit[] = [];
  let last = bytes;
  for (let at = 0; at < bytes.length; ) {
    const length = recordLength(bytes.subarray(at));
    if (length === null) throw new Error('a damaged record');
    last = bytes.subarray(at, at + length);
    edits.push(JSON.parse(last.toString('utf8', bodyStart)));
    at += length;
  }
  return { last, edits };
}
