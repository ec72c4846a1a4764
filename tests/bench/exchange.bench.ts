import { bench, describe } from 'vitest';
import { tagColors } from '#core/codebook/tag.ts';
import type { CodingProject } from '#core/exchange/coding-project.ts';
import { writeFormats } from '#core/exchange/project-formats.ts';
import { readProject } from '#core/exchange/read-project.ts';
import { settlePassages } from '#core/exchange/settle-passages.ts';
import { writeProject } from '#core/exchange/write-project.ts';
import type { ArticleId, HighlightId, TagId } from '#core/ids.ts';
import { englishWords } from '#tests/unit/core/exchange/export-words.ts';
import { sampleId } from '#tests/unit/core/exchange/sample-project.ts';

// A year of a team's coding: 500 tags, 1,000 articles of 1,000 words, 20,000 overlapping highlights.
const line =
  'Des hommes armés ont attaqué le village de Tessit à l’aube, selon des habitants joints par téléphone 🚚. ';
const random = seeded(20_240_924);
const tags = Array.from({ length: 500 }, (_, index) => ({
  id: sampleId('tag', index) as TagId,
  parentId: index < 20 ? null : (sampleId('tag', Math.floor(random() * 20)) as TagId),
  name: `tag ${index}`,
  description: 'When it is said outright.',
  color: tagColors[index % 10] ?? null,
  isFolder: false,
}));
const articles = Array.from({ length: 1_000 }, (_, index) => ({
  id: sampleId('article', index) as ArticleId,
  title: `Article ${index}`,
  text: Array.from({ length: 60 }, (_, at) => `${index}.${at} ${line}`).join('\n'),
  source: `article-${index}.txt`,
  textSha256: String(index).padStart(64, '0'),
  publisher: 'Studio Tamani',
  carrier: null,
  byline: null,
  publishedAt: '2024-09-24',
  language: 'fr',
}));
const project: CodingProject = {
  name: 'A year',
  origin: 'Liptako',
  analysts: [],
  tags,
  groups: [],
  articles,
  highlights: Array.from({ length: 20_000 }, (_, index) => {
    const { id, text } = articles[index % articles.length] ?? { id: '' as ArticleId, text: '' };
    const start = Math.floor(random() * (text.length - 400));
    const end = start + 20 + Math.floor(random() * 300);
    return {
      id: sampleId('highlight', index) as HighlightId,
      articleId: id,
      start,
      end,
      exact: text.slice(start, end).toWellFormed(),
      prefix: text.slice(Math.max(0, start - 32), start).toWellFormed(),
      suffix: text.slice(end, end + 32).toWellFormed(),
      tagIds: [sampleId('tag', index % 500) as TagId, sampleId('tag', (index * 7) % 500) as TagId],
      note: index % 3 === 0 ? 'To be checked against the map.' : '',
      grade: { reliability: 'B', credibility: 2 },
      marks: [],
      analystId: null,
      createdAt: '2026-11-21T10:00:00.000Z',
      updatedAt: '2026-11-21T10:00:00.000Z',
    };
  }),
  memos: [],
};
const tools = { decode: (bytes: Uint8Array, label: string) => new TextDecoder(label).decode(bytes) };
const job = { project, words: englishWords, now: '2026-11-21T10:00:00.000Z' };
const once = { iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 };

describe('500 tags, 20,000 highlights in 1,000 articles of 1,000 words', () => {
  for (const format of writeFormats)
    bench(`write ${format}`, async () => void (await writeProject({ ...job, format })), once);

  for (const format of [
    'qdpx',
    'web-annotation',
    'highlights-csv',
    'highlights-xlsx',
    'taguette-csv',
  ] as const) {
    let bytes = new Uint8Array();
    bench(`read ${format}`, async () => void (await readProject({ name: '', bytes }, tools)), {
      ...once,
      setup: async () => {
        bytes = new Uint8Array((await writeProject({ ...job, format })).bytes);
      },
    });
  }
});

describe('2,000 passages of a text of 100,000 words', () => {
  const text = Array.from({ length: 6_000 }, (_, index) => `${index} ${line}`).join('\n');
  const pointers = Array.from({ length: 2_000 }, (_, index) => {
    const start = Math.floor(random() * (text.length - 400));
    const exact = text.slice(start, start + 200).toWellFormed();
    const [first] = project.highlights;
    if (first === undefined) throw new Error('no highlight');
    const counted = { start, end: start + 200, unit: 'utf-16' as const };
    return {
      ...first,
      id: sampleId('highlight', index) as HighlightId,
      start: null,
      end: null,
      exact,
      counted,
    };
  });

  bench('settle them by their offsets', () => void settlePassages(pointers, text), once);
  bench(
    'settle them by words with other white space',
    () =>
      void settlePassages(
        pointers.map(({ counted: _, ...pointer }) => ({
          ...pointer,
          exact: (pointer.exact ?? '').replaceAll(' ', '\n '),
        })),
        text,
      ),
    once,
  );
});

/** A generator of chance that gives the same every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
