import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Grade, Highlight } from '#core/annotations/highlight.ts';
import { makeAnchor } from '#core/annotations/make-anchor.ts';
import type { Article, Field, StatedDate } from '#core/article.ts';
import type { Block, BlockContent, Brief } from '#core/brief/brief.ts';
import type { Tag } from '#core/codebook/tag.ts';
import type { Mention } from '#core/geo/mention.ts';
import type { Place } from '#core/geo/place.ts';
import type { ArticleId, BlockId, BriefId, HighlightId, Id, NewId, TagId } from '#core/ids.ts';

/** Ids that count: `00000000-0000-7000-8000-000000000001` and on. */
export function countingIds(): NewId {
  let last = 0;
  return <Kind extends string>() => {
    last += 1;
    return `00000000-0000-7000-8000-${String(last).padStart(12, '0')}` as Id<Kind>;
  };
}

export const now = '2024-09-25T08:00:00.000Z';

/** SHA-256 in hex, by Node. */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function stated<Value>(value: Value): Field<Value> {
  return { value, basis: 'stated', evidence: null, reason: 'test' };
}

type ArticleParts = {
  readonly name: string;
  readonly text: string;
  readonly title: Field<string>;
  readonly publisher: string | null;
  readonly carrier?: string;
  readonly byline?: string;
  readonly date: StatedDate | null;
};

export function makeArticle(id: ArticleId, parts: ArticleParts): Article {
  const bytes = new TextEncoder().encode(parts.text);
  return {
    id,
    batchId: 'batch-1' as Article['batchId'],
    importedAt: now,
    originalName: parts.name,
    originalSha256: sha256(bytes),
    originalSizeBytes: bytes.length,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    steps: [{ name: 'decode', detail: 'utf-8' }],
    textSha256: sha256(bytes),
    textLength: parts.text.length,
    noise: [],
    title: parts.title,
    language: stated('en'),
    publishedAt: parts.date === null ? null : stated(parts.date),
    publisher: parts.publisher === null ? null : stated(parts.publisher),
    carrier: parts.carrier === undefined ? null : stated(parts.carrier),
    byline: parts.byline === undefined ? null : stated(parts.byline),
    status: 'read',
    flagged: false,
  };
}

/** Mark the first place where `quote` stands in `text`. */
export function makeHighlight(
  { article, text, quote }: { article: Article; text: string; quote: string },
  rest: { id: HighlightId; tagIds?: readonly TagId[]; note?: string; grade?: Grade },
): Highlight {
  const start = text.indexOf(quote);
  if (start === -1) throw new Error(`the text does not hold “${quote}”`);
  return {
    anchor: makeAnchor(article, text, { start, end: start + quote.length }),
    tagIds: [],
    note: '',
    grade: { reliability: 'F', credibility: 6 },
    createdAt: now,
    updatedAt: now,
    ...rest,
  };
}

export function makePlace(
  name: string,
  lat: number | null,
  lon: number | null,
  precision: Place['precision'],
): Place {
  return {
    id: `g:${name}` as Place['id'],
    name,
    aliases: [],
    country: 'ML',
    type: 'P',
    lat,
    lon,
    precision,
    source: 'test',
    note: '',
  };
}

/** A brief about two of the starter articles, and all it is made of. */
export function makeCase() {
  const newId = countingIds();
  const read = (name: string) =>
    readFileSync(resolve(import.meta.dirname, '../../../../seeds', name), 'utf8');
  const bamako = read('001_a9e9740a1a7fd727.txt');
  const kidal = read('004_8bb7c22e07e2d0b2.txt');
  const first = makeArticle(newId<'article'>(), {
    name: '001_a9e9740a1a7fd727.txt',
    text: bamako,
    title: stated('One year later, security failure in the face of jihadist attacks'),
    publisher: null,
    date: { iso: '2024-09-22T10:23', precision: 'minute', printed: '2024-09-22 10:23:35' },
  });
  const second = makeArticle(newId<'article'>(), {
    name: '004_8bb7c22e07e2d0b2.txt',
    text: kidal,
    title: {
      ...stated('In Mali, the army and the Wagner Group are manoeuvring in the Kidal region'),
      basis: 'derived',
    },
    publisher: 'The world',
    carrier: 'Entertainment News',
    byline: 'Anthony Robbins',
    date: null,
  });
  const attack: Tag = {
    id: newId<'tag'>(),
    parentId: null,
    name: 'attack',
    description: '',
    color: 'red',
    order: 1,
  };
  const ambush: Tag = { ...attack, id: newId<'tag'>(), parentId: attack.id, name: 'ambush' };
  const atLeast = makeHighlight(
    { article: first, text: bamako, quote: 'at least 70 dead' },
    { id: newId<'highlight'>(), tagIds: [attack.id], grade: { reliability: 'B', credibility: 2 } },
  );
  const wagner = makeHighlight(
    { article: second, text: kidal, quote: '84 Wagner mercenaries' },
    { id: newId<'highlight'>(), tagIds: [ambush.id], note: 'Only the CSP says so.\nBelligerent.' },
  );
  const gone = newId<'highlight'>();
  const briefId = newId<'brief'>();
  const brief: Brief = {
    id: briefId as BriefId,
    title: 'Bamako and Kidal: September 2024',
    author: 'Sahel desk',
    cutOff: '2024-09-24T12:00',
    tlp: 'TLP:AMBER',
    createdAt: now,
    updatedAt: now,
  };
  const contents: BlockContent[] = [
    { kind: 'heading', text: 'Key judgements' },
    {
      kind: 'paragraph',
      text: `The attack on Bamako killed many [[${atLeast.id}]].\n- Losses in the north are claimed by one side only [[${wagner.id}]] [[${gone}]]\n- A line nobody has sourced`,
    },
    { kind: 'quote', highlightId: wagner.id },
    { kind: 'map', caption: 'Places named.' },
    { kind: 'table', caption: 'Attacks', tagId: attack.id },
  ];
  const blocks: Block[] = contents.map((content, index) => ({
    id: newId<'block'>() as BlockId,
    briefId: brief.id,
    order: index + 1,
    content,
  }));
  const mention = (article: Article, text: string, place: Place, quote: string): Mention => {
    const start = text.indexOf(quote);
    return {
      id: newId<'mention'>(),
      anchor: makeAnchor(article, text, { start, end: start + quote.length }),
      status: 'accepted',
      origin: 'suggested',
      place,
      reasons: ['name'],
      createdAt: now,
    };
  };
  const mentions = [
    mention(first, bamako, makePlace('Bamako', 12.65, -8, 'exact'), 'Bamako'),
    mention(second, kidal, makePlace('Kidal', 18.44, 1.41, 'near'), 'Kidal'),
    mention(second, kidal, makePlace('Tin Zaouatine', null, null, 'unknown'), 'Tin Zaouatine'),
  ];
  const texts = new Map([
    [first.textSha256, bamako],
    [second.textSha256, kidal],
  ]);
  return {
    newId,
    brief,
    blocks,
    highlights: [atLeast, wagner],
    articles: [first, second],
    tags: [attack, ambush],
    mentions,
    tracks: [],
    areas: [],
    gone,
    texts,
  };
}
