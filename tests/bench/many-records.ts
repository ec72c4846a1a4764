import type { Highlight } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { AnalystId, ArticleId, BatchId, HighlightId, TagId } from '#core/ids.ts';

/** A large case: what its tables hold. */
export type ManyRecords = {
  readonly articles: readonly Article[];
  readonly highlights: readonly Highlight[];
  readonly tags: readonly Tag[];
};

type Size = { readonly articles: number; readonly highlights: number; readonly tags: number };

const words =
  'hommes armés ont attaqué le village de Tessit à l’aube selon des habitants joints par téléphone the army said its convoy moved towards Kidal where witnesses heard fire'.split(
    ' ',
  );
const publishers = ['AFP', 'Reuters', 'RFI', 'Jeune Afrique', 'Studio Tamani', null];

/** Records of a case of this size, always the same; the texts themselves are not among them. */
export function makeManyRecords(size: Size): ManyRecords {
  const random = seeded(20_240_917);
  const pick = (count: number) => Math.floor(random() * count);
  const sentence = (count: number) =>
    Array.from({ length: count }, () => words[pick(words.length)]).join(' ');
  const tags = Array.from({ length: size.tags }, (_, index): Tag => {
    const parent = index < 20 ? null : pick(Math.min(index, 120));
    return {
      id: idOf('tag', index) as TagId,
      parentId: parent === null ? null : (idOf('tag', parent) as TagId),
      name: `${words[index % words.length]} ${index}`,
      description: '',
      color: 'red',
      order: index,
    };
  });
  const articles = Array.from({ length: size.articles }, (_, index) =>
    articleOf(index, {
      title: `${sentence(8)} ${index}`,
      publisher: publishers[pick(6)] ?? null,
      day: pick(1_400),
    }),
  );
  const highlights = Array.from({ length: size.highlights }, (_, index): Highlight => {
    const article = articles[pick(articles.length)];
    const start = pick(20_000);
    const exact = sentence(8 + pick(60));
    return {
      id: idOf('highlight', index) as HighlightId,
      anchor: {
        articleId: article?.id ?? ('' as ArticleId),
        textSha256: article?.textSha256 ?? '',
        start,
        end: start + exact.length,
        exact,
        prefix: 'thirty-two units of the text be',
        suffix: 'fore and after the passage here',
      },
      tagIds: Array.from({ length: pick(4) }, () => idOf('tag', pick(size.tags)) as TagId),
      note: pick(10) === 0 ? sentence(12) : '',
      grade: { reliability: 'ABCDEF'.charAt(pick(6)) as 'A', credibility: (1 + pick(6)) as 1 },
      analystId: idOf('analyst', pick(2)) as AnalystId,
      createdAt: '2026-01-01T00:00:00.000Z',
      updatedAt: '2026-01-01T00:00:00.000Z',
    };
  });
  return { articles, highlights, tags };
}

type Header = { readonly title: string; readonly publisher: string | null; readonly day: number };

function articleOf(index: number, { title, publisher, day }: Header): Article {
  const basis = { basis: 'stated', evidence: null, reason: 'meta' } as const;
  const iso = new Date(Date.UTC(2021, 0, 1 + day)).toISOString().slice(0, 10);
  return {
    id: idOf('article', index) as ArticleId,
    batchId: idOf('batch', 0) as BatchId,
    importedAt: '2026-01-01T00:00:00.000Z',
    originalName: `${index}.txt`,
    originalSha256: index.toString(16).padStart(64, '0'),
    originalSizeBytes: 20_000,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    steps: [],
    textSha256: index.toString(16).padStart(64, 'a'),
    textLength: 20_000,
    noise: [],
    title: { ...basis, value: title },
    language: { ...basis, value: 'fr' },
    publishedAt: index % 7 === 0 ? null : { ...basis, value: { iso, precision: 'day', printed: iso } },
    publisher: publisher === null ? null : { ...basis, value: publisher },
    carrier: null,
    byline: null,
    status: 'unread',
    flagged: false,
  };
}

const kinds = ['tag', 'article', 'highlight', 'analyst', 'batch'];

/** UUIDs in the order of their numbers. */
function idOf(kind: string, index: number): string {
  return `0190${kinds.indexOf(kind)}000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
}

/** A small generator (mulberry32), so that every run measures the same. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
