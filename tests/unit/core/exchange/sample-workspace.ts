import fc from 'fast-check';
import type { Highlight } from '#core/annotations/highlight.ts';
import { makeAnchor } from '#core/annotations/make-anchor.ts';
import type { Article } from '#core/article.ts';
import { type Block, type BlockContent, type Brief, tlpLabels } from '#core/brief/brief.ts';
import { type Tag, tagColors } from '#core/codebook/tag.ts';
import type { Records } from '#core/exchange/bundle.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { Id } from '#core/ids.ts';
import { maxFindingLength } from '#core/mentions/finding.ts';
import { undated } from '#core/time/dating.ts';
import { makeArticle, makeCase, makePlace, now, sha256 } from '#tests/unit/core/brief/sample-case.ts';

/** A workspace: its records, and its files by hash. */
export type SampleWorkspace = {
  readonly records: Records;
  readonly files: ReadonlyMap<string, Uint8Array>;
};

export const noRecords: Records = {
  articles: [],
  highlights: [],
  tags: [],
  mentions: [],
  places: [],
  briefs: [],
  blocks: [],
  activity: [],
  analysts: [],
  tagGroups: [],
  memos: [],
  readings: [],
  savedSearches: [],
  searchDecisions: [],
  batches: [],
  actors: [],
  relations: [],
  events: [],
  tracks: [],
  areas: [],
  mapLayers: [],
  findings: [],
};

const encode = (text: string) => new TextEncoder().encode(text);

/** The case of the starter articles as a workspace. */
export function caseWorkspace(): SampleWorkspace {
  const { brief, blocks, highlights, articles, tags, mentions, texts } = makeCase();
  return {
    records: { ...noRecords, briefs: [brief], blocks, highlights, articles, tags, mentions },
    files: new Map(Array.from(texts, ([hash, text]) => [hash, encode(text)])),
  };
}

/** Workspaces of any texts, notes, names and references. */
export const workspaces: fc.Arbitrary<SampleWorkspace> = fc
  .record({
    texts: fc.uniqueArray(fc.string({ unit: 'grapheme', minLength: 4, maxLength: 80 }).map(tidy), {
      minLength: 1,
      maxLength: 4,
    }),
    words: fc.array(fc.string({ unit: 'binary', maxLength: 20 }), { minLength: 4, maxLength: 4 }),
    picks: fc.array(fc.nat(1000), { minLength: 8, maxLength: 8 }),
  })
  .map(buildWorkspace);

/** Texts as import leaves them: well formed, without controls. */
function tidy(text: string): string {
  return `${text.toWellFormed().replace(/\p{Cc}|\ufeff/gu, ' ')}.`.normalize('NFC');
}

type Seeds = {
  readonly texts: readonly string[];
  readonly words: readonly string[];
  readonly picks: readonly number[];
};

function buildWorkspace({ texts, words, picks }: Seeds): SampleWorkspace {
  const pick = (index: number, of: number) => (picks[index % picks.length] ?? 0) % of;
  const word = (index: number) => words[index % words.length] ?? '';
  const id = <Kind extends string>(kind: Kind, index: number) =>
    `${kind}-${index}-${pick(index, 999)}` as Id<Kind>;
  const articles: Article[] = texts.map((text, index) => ({
    ...makeArticle(id('article', index), {
      name: `${word(index)}.txt`,
      text,
      title: { value: word(index + 1), basis: 'derived', evidence: { start: 0, end: 1 }, reason: 'heading' },
      publisher: index % 2 === 0 ? null : word(index),
      date: null,
    }),
    // The original differs from the text in a byte order mark.
    originalSha256: sha256(encode(`\ufeff${text}`)),
  }));
  const tags: Tag[] = [0, 1, 2].map((index) => ({
    id: id('tag', index),
    parentId: index === 0 ? null : id('tag', 0),
    name: word(index),
    description: word(index + 2),
    color: tagColors[pick(index, tagColors.length)] ?? 'grey',
    order: pick(index, 100) / 7,
  }));
  const anchors = articles.map((article, index) => {
    const text = texts[index] ?? '';
    const start = pick(index, text.length);
    return makeAnchor(article, text, { start, end: start + 1 + pick(index + 1, text.length - start) });
  });
  const highlights: Highlight[] = anchors.map((anchor, index) => ({
    id: id('highlight', index),
    anchor,
    tagIds: [id('tag', index % 3)],
    note: word(index + 3),
    grade: { reliability: 'C', credibility: 3 },
    createdAt: now,
    updatedAt: now,
  }));
  const mentions: Mention[] = anchors.map((anchor, index) => ({
    id: id('mention', index),
    anchor,
    status: index % 2 === 0 ? 'accepted' : 'rejected',
    origin: 'analyst',
    place: makePlace(word(index), pick(index, 90), pick(index, 180), 'near'),
    reasons: [],
    createdAt: now,
  }));
  const briefs: Brief[] = [0, 1].map((index) => ({
    id: id('brief', index),
    title: word(index),
    author: word(index + 1),
    cutOff: '',
    tlp: tlpLabels[pick(index, tlpLabels.length)] ?? 'TLP:RED',
    createdAt: now,
    updatedAt: now,
  }));
  const contents: BlockContent[] = [
    { kind: 'heading', text: word(0) },
    { kind: 'paragraph', text: word(1) },
    { kind: 'quote', highlightId: id('highlight', 0) },
    { kind: 'map', caption: word(2) },
    { kind: 'table', caption: word(3), tagId: null },
  ];
  const blocks: Block[] = contents.map((content, index) => ({
    id: id('block', index),
    briefId: id('brief', index % 2),
    order: pick(index, 50) / 3,
    content,
  }));
  const [first] = articles;
  return {
    records: {
      articles,
      highlights,
      tags,
      mentions,
      places: [makePlace(word(0), null, null, 'unknown')],
      briefs,
      blocks,
      activity: [
        {
          id: id('activity', 0),
          at: now,
          batchId: id('batch', 0),
          fileName: word(0),
          outcome: 'imported',
          reason: 'repaired',
          detail: { count: 3, name: word(1) },
          articleId: first?.id ?? null,
        },
      ],
      analysts: [{ id: id('analyst', 0), name: word(4) }],
      tagGroups: [{ id: id('tag group', 0), name: word(0), description: word(1), tagIds: [id('tag', 0)] }],
      memos: [
        {
          id: id('memo', 0),
          title: word(2),
          text: word(3),
          subject: first === undefined ? { kind: 'workspace' } : { kind: 'article', id: first.id },
          links: [{ kind: 'tag', id: id('tag', 0) }],
          analystId: id('analyst', 0),
          createdAt: now,
          updatedAt: now,
        },
      ],
      readings: [],
      savedSearches: [
        {
          id: id('saved search', 0),
          name: word(5),
          query: word(6),
          expands: true,
          withoutAliases: [word(7)],
          narrowing: [{ facet: 'tag', values: [id('tag', 0)] }],
          analystId: id('analyst', 0),
          createdAt: now,
          updatedAt: now,
        },
      ],
      batches: [
        {
          id: id('batch', 0),
          at: now,
          utcOffsetMinutes: 60,
          program: '0.1.0',
          way: 'folder',
          analystId: id('analyst', 0),
          collectedBy: null,
          collectedAt: 'May 2026',
          receivedFrom: 'the Gao office',
          medium: 'USB stick',
          note: '',
        },
      ],
      searchDecisions: [
        {
          id: id('search decision', 0),
          searchId: id('saved search', 0),
          verdict: 'known',
          articleIds: articles.map((article) => article.id),
          decidedAt: now,
        },
      ],
      actors: [
        {
          id: id('actor', 0),
          name: word(8),
          kind: 'militia',
          note: word(9),
          aliases: [
            {
              text: word(10),
              language: 'fr',
              source: 'analyst',
              from: '2022-03',
              until: null,
              isOpen: false,
              near: [],
              ambiguousWith: [],
              alsoMeans: [],
              note: '',
            },
          ],
          without: [word(11)],
          mergedInto: null,
          analystId: id('analyst', 0),
          createdAt: now,
          updatedAt: now,
        },
      ],
      relations: [
        {
          id: id('relation', 0),
          kind: 'pledged',
          from: id('actor', 0),
          to: id('actor', 1),
          since: '2017',
          until: null,
          source: '',
          note: '',
          passages: [],
          createdAt: now,
        },
      ],
      events: [
        {
          id: id('event', 0),
          title: word(12),
          dating: { ...undated, from: '2024-09-17', until: '2024-09-17', precision: 1, basis: 'stated' },
          places: [{ place: makePlace('Bamako', 12.65, -8, 'exact'), geoPrecision: 1 }],
          actors: [{ actorId: id('actor', 0), name: word(8), role: 'side-1' }],
          subType: 'Armed clash',
          deaths: { low: 70, best: null, high: null },
          note: '',
          passages: [],
          origin: {
            collection: 'ucdp',
            id: '1',
            fileName: 'ged.csv',
            readAt: now,
            columns: { dyad_name: word(3) },
          },
          createdAt: now,
          updatedAt: now,
        },
      ],
      findings: anchors
        .filter(({ exact }) => exact.length <= maxFindingLength)
        .map((anchor, index) => ({
          id: id('finding', index),
          anchor,
          kind: 'actor',
          status: 'rejected',
          origin: 'suggested',
          reach: index === 0 ? 'everywhere' : 'here',
          actorId: index === 0 ? null : id('actor', 0),
          name: word(8),
          dating: undated,
          reasons: ['name'],
          analystId: id('analyst', 0),
          createdAt: now,
        })),
      tracks: [
        {
          id: id('track', 0),
          name: word(13),
          actorIds: [id('actor', 0)],
          waypoints: [{ lat: 16.27, lon: -0.04, name: 'Gao', dating: undated }],
          uncertaintyKm: 5,
          note: '',
          passages: [],
          createdAt: now,
          updatedAt: now,
        },
      ],
      areas: [
        {
          id: id('area', 0),
          name: word(14),
          kind: 'control',
          actorIds: [],
          rings: [
            [
              [0, 15],
              [1, 15],
              [1, 16],
            ],
          ],
          dating: undated,
          note: '',
          passages: [],
          createdAt: now,
          updatedAt: now,
        },
      ],
      mapLayers: [
        {
          id: id('map layer', 0),
          name: word(15),
          form: 'geojson',
          fileName: 'wells.geojson',
          sha256: sha256(encode('wells')),
          sizeBytes: 5,
          attribution: '',
          isShown: true,
          opacity: 1,
          order: 0,
          createdAt: now,
        },
      ],
    },
    files: new Map(
      texts.flatMap((text) => [encode(text), encode(`\ufeff${text}`)]).map((bytes) => [sha256(bytes), bytes]),
    ),
  };
}
