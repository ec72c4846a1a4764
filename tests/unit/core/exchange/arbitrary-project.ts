import fc from 'fast-check';
import { highlightMarks } from '#core/annotations/highlight.ts';
import { tagColors } from '#core/codebook/tag.ts';
import type { CodingProject, ProjectArticle, ProjectHighlight } from '#core/exchange/coding-project.ts';
import type { AnalystId, ArticleId, HighlightId, MemoId, TagGroupId, TagId } from '#core/ids.ts';
import type { Memo } from '#core/memos/memo.ts';
import { sampleId } from './sample-project.ts';

const pieces = [
  'Un convoi de vivres a été attaqué',
  ' à l’est de Ménaka',
  'الهجوم وقع قرب الحدود مع النيجر',
  '🚚🔥',
  '👩‍👩‍👧 ',
  'Tillabéri; ',
  '\n',
  '\n\n',
  '<until "further" & notice>',
  "=1+1 'x' -2",
  '; / . | [[x]] #y',
  ' at least 11, ',
  'a\u0301\u0323'.normalize('NFC'),
] as const;

/** Canonical text of the kinds of words our analysts read: NFC, LF, French, Arabic, emoji, signs of every format. */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join('').normalize('NFC'))
  .filter((text) => text.trim() !== '');

/** What an analyst types: as any text, or like a formula, a list, a heading. */
export const anyNote: fc.Arbitrary<string> = fc.oneof(
  fc.constant(''),
  anyText,
  fc.constantFrom('=HYPERLINK("http://x")', '+1', '-2', '@x', "'=1", '# x', '1. a', '---', '\ttab', ' a  b '),
);

const anyName = fc
  .oneof(
    fc.constantFrom(
      'attack',
      'Événement',
      'مكان',
      'a.b',
      'a; b',
      '-x',
      '=x',
      '#1',
      'claim: unverified',
      '🔥',
      '[[z]]',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  )
  .map((name) =>
    name
      .replace(/[/\p{Cc}\p{Cs}]/gu, '')
      .normalize('NFC')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((name) => name !== '');

const instant = fc
  .integer({ min: 1_700_000_000, max: 1_790_000_000 })
  .map((seconds) => new Date(seconds * 1000).toISOString());

const anyTags = fc
  .array(
    fc.record({ name: anyName, parent: fc.nat(9), text: anyNote, color: fc.constantFrom(...tagColors) }),
    {
      maxLength: 8,
    },
  )
  .map((drafts) =>
    drafts.map(({ name, parent, text, color }, index) => ({
      id: sampleId('tag', index) as TagId,
      parentId: parent < index ? (sampleId('tag', parent) as TagId) : null,
      // Siblings that read the same are refused by the codebook.
      name: `${name} ${index}`,
      description: text.trim(),
      ...(index % 3 === 0 ? { guide: { include: text, exclude: 'no', example: '' } } : {}),
      ...(index % 4 === 3 ? { isArchived: true as const } : {}),
      color,
      isFolder: false,
    })),
  );

function article(index: number, text: string): ProjectArticle {
  return {
    id: sampleId('article', index) as ArticleId,
    title: `Article ${index} “${text.slice(0, 4).toWellFormed()}”`.replace(/\s+/g, ' '),
    text,
    source: `convoi-${index}.txt`,
    textSha256: String(index).repeat(64).slice(0, 64),
    publisher: index === 0 ? 'Studio Tamani' : null,
    carrier: null,
    byline: null,
    publishedAt: index === 0 ? '2024-09-24' : null,
    language: 'fr',
  };
}

const anyHighlight = fc.record({
  article: fc.nat(1),
  from: fc.nat(),
  length: fc.nat(),
  tags: fc.uniqueArray(fc.nat(9), { maxLength: 3 }),
  note: anyNote,
  grade: fc.record({
    reliability: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
    credibility: fc.constantFrom(1, 2, 3, 4, 5, 6),
  }),
  marks: fc.subarray([...highlightMarks]),
  createdAt: instant,
  updatedAt: instant,
});

/** A whole project of ours: two articles, overlapping highlights, tags three deep, memos, groups. */
export const anyProject: fc.Arbitrary<CodingProject> = fc
  .record({
    texts: fc.tuple(anyText, anyText),
    tags: anyTags,
    drafts: fc.array(anyHighlight, { maxLength: 8 }),
    memoTexts: fc.array(anyText, { maxLength: 3 }),
    moment: instant,
  })
  .map(({ texts, tags, drafts, memoTexts, moment }) => {
    const articles = texts.map((text, index) => article(index, text));
    const analysts = [{ id: sampleId('analyst', 0) as AnalystId, name: 'Aïcha' }];
    const highlights = drafts.flatMap((draft, index): ProjectHighlight[] => {
      const home = articles[draft.article];
      if (!home?.text) return [];
      // Whole graphemes: what a person can select.
      const starts = [...new Intl.Segmenter('und').segment(home.text)].map(({ index: at }) => at);
      const first = draft.from % starts.length;
      const last = first + 1 + (draft.length % (starts.length - first));
      const [start, end] = [starts[first] ?? 0, starts[last] ?? home.text.length];
      return [
        {
          id: sampleId('highlight', index) as HighlightId,
          articleId: home.id,
          start,
          end,
          exact: home.text.slice(start, end),
          prefix: home.text.slice(Math.max(0, start - 32), start).toWellFormed(),
          suffix: home.text.slice(end, end + 32).toWellFormed(),
          tagIds: draft.tags.flatMap((tag) => tags[tag]?.id ?? []),
          note: draft.note,
          grade: draft.grade as ProjectHighlight['grade'],
          marks: draft.marks,
          analystId: analysts[0]?.id ?? null,
          createdAt: draft.createdAt,
          updatedAt: draft.updatedAt,
        },
      ];
    });
    const subjects = [
      { kind: 'workspace' },
      { kind: 'article', id: articles[0]?.id },
      highlights[0] ? { kind: 'highlight', id: highlights[0].id } : { kind: 'free' },
    ] as readonly Memo['subject'][];
    const memos = memoTexts.map(
      (text, index): Memo => ({
        id: sampleId('memo', index) as MemoId,
        title: index === 0 ? 'Read “this”' : '',
        text,
        subject: subjects[index] ?? { kind: 'free' },
        links: index > 0 ? [{ kind: 'memo', id: sampleId('memo', 0) as MemoId }] : [],
        createdAt: moment,
        updatedAt: moment,
      }),
    );
    const groups = [
      {
        id: sampleId('group', 0) as TagGroupId,
        name: 'To check',
        description: '',
        tagIds: tags.slice(0, 2).map(({ id }) => id),
      },
    ];
    return { name: 'Sahel', origin: 'Liptako', analysts, tags, groups, articles, highlights, memos };
  });
