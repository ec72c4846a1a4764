import { type Highlight, ungraded } from '#core/annotations/highlight.ts';
import type { Article } from '#core/article.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { AnalystId, ArticleId, HighlightId, MemoId, TagId } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';
import { createShelf } from '#core/memos/things.ts';

export const article = (id: string, title: string): Article => ({
  id: id as ArticleId,
  batchId: 'batch' as Article['batchId'],
  importedAt: '2024-09-24T00:00:00.000Z',
  originalName: `${id}.txt`,
  originalSha256: 'a'.repeat(64),
  originalSizeBytes: 1,
  mediaType: 'text/plain',
  encoding: 'utf-8',
  steps: [],
  textSha256: 'b'.repeat(64),
  textLength: 100,
  noise: [],
  title: { value: title, basis: 'stated', evidence: null, reason: 'heading' },
  language: { value: 'fr', basis: 'derived', evidence: null, reason: 'words' },
  publishedAt: null,
  publisher: { value: 'Studio Tamani', basis: 'stated', evidence: null, reason: 'meta' },
  carrier: null,
  byline: null,
  status: 'unread',
  flagged: false,
});

export const tag = (id: string, name: string, parentId: string | null = null): Tag => ({
  id: id as TagId,
  parentId: parentId as TagId | null,
  name,
  description: '',
  color: 'red',
  order: 1,
});

export const highlight = (
  id: string,
  articleId: string,
  exact: string,
  more: Partial<Highlight> = {},
): Highlight => ({
  id: id as HighlightId,
  anchor: {
    articleId: articleId as ArticleId,
    textSha256: 'b'.repeat(64),
    start: 0,
    end: exact.length,
    exact,
    prefix: '',
    suffix: '',
  },
  tagIds: [],
  note: '',
  grade: ungraded,
  createdAt: '2024-09-24T08:00:00.000Z',
  updatedAt: '2024-09-24T08:00:00.000Z',
  ...more,
});

export const memo = (id: string, subject: Memo['subject'], more: Partial<Memo> = {}): Memo => ({
  id: id as MemoId,
  title: '',
  text: '',
  subject,
  links: [],
  createdAt: '2024-09-24T12:00:00.000Z',
  updatedAt: '2024-09-24T12:00:00.000Z',
  ...more,
});

export const ids = {
  attack: 'attack' as TagId,
  ambush: 'ambush' as TagId,
  tesit: 'tesit' as ArticleId,
  kidal: 'kidal' as ArticleId,
  soldiers: 'soldiers' as HighlightId,
  wagner: 'wagner' as HighlightId,
  amina: 'amina' as AnalystId,
};

export const memos = [
  memo('m1', { kind: 'workspace' }, { title: 'Question of the case', text: 'Who holds the road to Ménaka?' }),
  memo('m2', { kind: 'article', id: ids.tesit }, { text: 'Numbers differ from AFP.\nAsk again.' }),
  memo('m3', { kind: 'tag', id: ids.ambush }, { title: 'Rule', analystId: ids.amina }),
  memo(
    'm4',
    { kind: 'highlight', id: ids.soldiers },
    { text: '=42 or more', links: [{ kind: 'tag', id: ids.attack }] },
  ),
  memo(
    'm5',
    { kind: 'free' },
    {
      text: 'loose',
      links: [
        { kind: 'highlight', id: ids.wagner },
        { kind: 'memo', id: 'm1' as MemoId },
      ],
      updatedAt: '2024-10-01T12:00:00.000Z',
    },
  ),
  memo('m6', { kind: 'highlight', id: 'lost' as HighlightId }, { text: 'its passage is gone' }),
];

export const shelf = createShelf({
  articles: [article('tesit', 'Début août à Tesit'), article('kidal', 'Kidal after the fighting')],
  tags: [tag('attack', 'attack'), tag('ambush', 'ambush', 'attack')],
  highlights: [
    highlight('soldiers', 'tesit', '42 soldats maliens ont été tués', { tagIds: [ids.ambush] }),
    highlight('wagner', 'kidal', '84 Wagner mercenaries', {
      note: 'Press release only.',
      analystId: ids.amina,
    }),
  ],
  memos,
});
