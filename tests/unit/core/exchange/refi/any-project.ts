import fc from 'fast-check';
import { type Grade, highlightMarks } from '#core/annotations/highlight.ts';
import { makeAnchor } from '#core/annotations/make-anchor.ts';
import { tagColors } from '#core/codebook/tag.ts';
import type { TagGroup } from '#core/codebook/tag-group.ts';
import type {
  CodingProject,
  ProjectArticle,
  ProjectHighlight,
  ProjectTag,
} from '#core/exchange/coding-project.ts';
import type { ArticleId, Id, MemoId, TagId } from '#core/ids.ts';
import { cleanText } from '#core/import/clean-text.ts';
import type { Memo, MemoTarget } from '#core/memos/memo.ts';

/** Words that formats stumble over. */
const words = [
  'Ménaka',
  'attaqué',
  'النيجر',
  'حدود',
  '🚚',
  '🔥',
  '👩‍🚒',
  'é',
  'x̣̃',
  '<b>',
  '&amp;',
  '"',
  "'",
  ']]>',
  '&#10;',
  ' ',
  ' ',
  '\n',
  '\t',
  '\u00a0',
  '\u200f',
  '[Grade] A1',
  '[Include]',
  '\\',
  '…',
  '1,200',
];

/** What somebody wrote, just as it was typed or pasted. */
const anyProse = fc
  .array(fc.constantFrom(...words, 'e\u0301'), { maxLength: 14 })
  .map((parts) => parts.join(''));

/** A text of such words, as names and descriptions are kept. */
export const anyText = anyProse.map((text) => text.normalize('NFC'));

/** A name: a text that is not blank. */
export const anyName = anyText.map((text) => `${text}a`);

/** The ids of `count` things of one kind. */
export function anyIds<Kind extends string>(
  count: number,
): fc.Arbitrary<(string & { readonly __kind: Kind })[]> {
  return fc.uniqueArray(fc.uuid(), { minLength: count, maxLength: count }) as never;
}

const anyTag = fc.record({
  parent: fc.nat(),
  hasParent: fc.boolean(),
  name: anyName,
  description: anyText,
  guide: fc.option(fc.record({ include: anyText, exclude: anyText, example: anyText })),
  isArchived: fc.boolean(),
  color: fc.option(fc.constantFrom(...tagColors)),
  isFolder: fc.boolean(),
});

/** Tags, parents first and each with what is below it, and groups of them. */
export const anyCodebook = fc
  .array(anyTag, { maxLength: 8 })
  .chain((drafts) => fc.tuple(fc.constant(drafts), anyIds<'tag'>(drafts.length), anyGroups))
  .map(([drafts, ids, groups]) => {
    const tags = drafts.map((draft, index): ProjectTag => {
      const { parent, hasParent, guide, isArchived, ...rest } = draft;
      const parentId = index > 0 && hasParent ? ids[parent % index] : null;
      return {
        id: ids[index] as TagId,
        parentId: parentId ?? null,
        ...rest,
        ...(guide === null ? {} : { guide }),
        ...(isArchived ? { isArchived: true as const } : {}),
      };
    });
    return {
      tags: inTreeOrder(tags),
      groups: groups.map(
        ({ members, ...group }): TagGroup => ({
          ...group,
          tagIds:
            ids.length === 0 ? [] : [...new Set(members.map((member) => ids[member % ids.length] as TagId))],
        }),
      ),
    };
  });

const anyGroups = fc.uniqueArray(
  fc.record({
    id: fc.uuid() as never,
    name: anyName,
    description: anyText,
    members: fc.array(fc.nat(), { maxLength: 4 }),
  }),
  { selector: ({ id }) => id, maxLength: 3 },
) as fc.Arbitrary<(Omit<TagGroup, 'tagIds'> & { members: number[] })[]>;

function inTreeOrder(tags: readonly ProjectTag[], parentId: TagId | null = null): ProjectTag[] {
  return tags
    .filter((tag) => tag.parentId === parentId)
    .flatMap((tag) => [tag, ...inTreeOrder(tags, tag.id)]);
}

const anyMoment = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());

const anyGrade = fc.record({
  reliability: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'),
  credibility: fc.constantFrom(1, 2, 3, 4, 5, 6),
}) as fc.Arbitrary<Grade>;

const anyArticle = fc.record({
  title: anyName,
  text: fc.array(anyText, { minLength: 1, maxLength: 12 }).map((lines) => cleanText(lines.join('\n')).text),
  source: fc.oneof(fc.constant(''), anyName),
  textSha256: fc.option(fc.constant('ab'.repeat(32))),
  publisher: fc.option(anyName),
  carrier: fc.option(anyName),
  byline: fc.option(anyName),
  publishedAt: fc.option(
    fc.constantFrom(
      '2024',
      '2024-02',
      '2024-02-29',
      '2023-02-29',
      '2024-09-24T02:56',
      '2024-09-24T00:00',
      '0000-01-01',
    ),
  ),
  language: fc.option(fc.constantFrom('fr', 'ar', 'und', 'ha')),
});

const anyHighlight = fc.record({
  at: fc.nat(),
  from: fc.nat(),
  length: fc.nat(40),
  tags: fc.array(fc.nat(), { maxLength: 3 }),
  note: anyProse,
  grade: fc.option(anyGrade),
  marks: fc.subarray([...highlightMarks]),
  analyst: fc.option(fc.nat()),
  moments: fc.option(fc.tuple(anyMoment, anyMoment)),
});

const anyMemo = fc.record({
  title: anyText,
  text: anyProse,
  subject: fc.tuple(fc.constantFrom('workspace', 'free', 'article', 'tag', 'highlight', 'memo'), fc.nat()),
  links: fc.array(fc.tuple(fc.constantFrom('article', 'tag', 'highlight', 'memo'), fc.nat()), {
    maxLength: 3,
  }),
  analyst: fc.option(fc.nat()),
  moments: fc.tuple(anyMoment, anyMoment),
});

/** A whole project of ours, with everything a workspace can hold of it. */
export const anyProject: fc.Arbitrary<CodingProject> = fc
  .record({
    name: anyText,
    codebook: anyCodebook,
    analysts: fc.array(anyText, { maxLength: 3 }),
    articles: fc.array(anyArticle, { maxLength: 3 }),
    highlights: fc.array(anyHighlight, { maxLength: 8 }),
    memos: fc.array(anyMemo, { maxLength: 5 }),
    ids: anyIds<'any'>(19),
  })
  .map(({ ids, ...drafts }) => assemble(drafts, ids as readonly string[]));

type Drafts = {
  name: string;
  codebook: { tags: ProjectTag[]; groups: TagGroup[] };
  analysts: string[];
  articles: (Omit<ProjectArticle, 'id' | 'text'> & { text: string })[];
  highlights: (typeof anyHighlight extends fc.Arbitrary<infer Draft> ? Draft : never)[];
  memos: (typeof anyMemo extends fc.Arbitrary<infer Draft> ? Draft : never)[];
};

function assemble(drafts: Drafts, ids: readonly string[]): CodingProject {
  const { codebook } = drafts;
  let next = 0;
  const id = <Kind extends string>() => ids[next++] as Id<Kind>;
  const analysts = drafts.analysts.map((name) => ({ id: id<'analyst'>(), name }));
  const articles = drafts.articles.map((article) => ({ ...article, id: id<'article'>() }));
  const analystOf = (at: number | null) => (at === null ? null : (pick(analysts, at)?.id ?? null));
  const highlights = drafts.highlights
    .flatMap((draft) => place(draft, articles))
    .map(
      ({ draft, ...told }): ProjectHighlight => ({
        ...told,
        id: id<'highlight'>(),
        tagIds: [...new Set(draft.tags.flatMap((at) => pick(codebook.tags, at)?.id ?? []))],
        note: draft.note,
        grade: draft.grade,
        marks: draft.marks,
        analystId: analystOf(draft.analyst),
        createdAt: draft.moments?.[0] ?? null,
        updatedAt: draft.moments?.[1] ?? null,
      }),
    )
    .sort(
      (a, b) =>
        articles.findIndex((one) => one.id === a.articleId) -
        articles.findIndex((one) => one.id === b.articleId),
    );
  const memoIds = drafts.memos.map(() => id<'memo'>());
  const things = {
    article: articles,
    tag: codebook.tags,
    highlight: highlights,
    memo: memoIds.map((one) => ({ id: one })),
  };
  const target = (kind: keyof typeof things, at: number): MemoTarget[] => {
    const thing = pick<{ id: string }>(things[kind], at);
    return thing === undefined ? [] : [{ kind, id: thing.id } as MemoTarget];
  };
  const memos = drafts.memos.map((draft, index): Memo => {
    const [kind, at] = draft.subject;
    const subject = kind === 'workspace' || kind === 'free' ? undefined : target(kind as 'tag', at)[0];
    const links = draft.links.flatMap(([one, which]) => target(one as 'tag', which));
    const analystId = analystOf(draft.analyst);
    return {
      id: memoIds[index] as MemoId,
      title: draft.title,
      text: draft.text,
      subject: kind === 'workspace' ? { kind } : (subject ?? { kind: 'free' }),
      links: [...new Map(links.map((link) => [link.id as string, link])).values()],
      ...(analystId === null ? {} : { analystId }),
      createdAt: draft.moments[0],
      updatedAt: draft.moments[1],
    };
  });
  return { name: drafts.name, origin: 'Liptako', analysts, ...codebook, articles, highlights, memos };
}

function place(draft: Drafts['highlights'][number], articles: readonly { id: ArticleId; text: string }[]) {
  const article = pick(articles, draft.at);
  if (article === undefined || article.text === '') return [];
  const { text, id } = article;
  const starts = [0];
  for (const character of text) starts.push((starts.at(-1) ?? 0) + character.length);
  const from = draft.from % (starts.length - 1);
  const start = starts[from] ?? 0;
  const end = starts[Math.min(starts.length - 1, from + 1 + draft.length)] ?? text.length;
  const { exact, prefix, suffix } = makeAnchor({ id, textSha256: '' }, text, { start, end });
  return [{ draft, articleId: id, start, end, exact, prefix, suffix }];
}

function pick<Thing>(list: readonly Thing[], at: number): Thing | undefined {
  return list[at % Math.max(1, list.length)];
}
