import type { ActorId, ArticleId } from '#core/ids.ts';
import { overlaps } from '#core/text/span.ts';
import type { ActorShelf, Naming, ShelvedActor } from './actor-shelf.ts';
import type { Finding } from './finding.ts';
import { candidatesLeft, indexRules, ruleKey } from './items-to-show.ts';

/** What is suggested and not decided of one actor, or of one name that nobody in the registry has. */
export type ActorGroup = {
  readonly key: string;
  /** `null`: nobody the registry has. */
  readonly actorId: ActorId | null;
  /** Several have the name, and nothing tells them apart: `actorId` is only the first of them. */
  readonly isDoubtful: boolean;
  /** The words it is named by and why they are taken for it, the most frequent first, a few of each. */
  readonly names: readonly Counted[];
  readonly reasons: readonly Counted[];
  readonly count: number;
  readonly articleCount: number;
  /** How many different texts these articles have. */
  readonly textCount: number;
};

/** Words, or a code, with how often. */
export type Counted = { readonly text: string; readonly count: number };

/** A passage of a group. */
export type ActorSpot = {
  readonly articleId: ArticleId;
  readonly start: number;
  readonly end: number;
  readonly exact: string;
  /** Without those that are rejected for everywhere. */
  readonly actorIds: readonly ActorId[];
  readonly reasons: readonly string[];
};

/** What groups are made by. */
export type ActorGrounds = {
  /** What is decided in all articles, here and everywhere. */
  readonly decided: readonly Finding[];
  /** The articles that have the same text as the one they name. */
  readonly texts: ReadonlyMap<ArticleId, ArticleId>;
};

/** So many names and reasons are told of a group. */
const toldOfEach = 8;

type Open = { readonly key: string; readonly actorIds: readonly ActorId[]; readonly isDoubtful: boolean };

type Tally = {
  readonly open: Open;
  readonly names: Map<string, number>;
  readonly reasons: Map<string, number>;
  readonly texts: Set<ArticleId>;
  count: number;
  articleCount: number;
  lastArticle: ArticleId | null;
};

/** Count who is suggested and not decided, the most passages first. */
export function groupActors(
  shelf: Pick<ActorShelf, 'visit'>,
  { decided, texts }: ActorGrounds,
): ActorGroup[] {
  const tallies = new Map<string, Tally>();
  visitOpen(shelf, decided, (articleId, { naming }, open) => {
    const tally = tallies.get(open.key) ?? startTally(open);
    tallies.set(open.key, tally);
    tally.count += 1;
    addTo(tally.names, naming.exact);
    for (const reason of naming.reasons) addTo(tally.reasons, reason);
    if (tally.lastArticle === articleId) return;
    // An article's passages follow each other.
    tally.lastArticle = articleId;
    tally.articleCount += 1;
    tally.texts.add(texts.get(articleId) ?? articleId);
  });
  return Array.from(tallies.values(), finish).sort(
    (a, b) => b.count - a.count || b.articleCount - a.articleCount || (a.key < b.key ? -1 : 1),
  );
}

/** The undecided passages of one of the groups, in the order of the shelf. */
export function findActorSpots(
  shelf: Pick<ActorShelf, 'visit'>,
  decided: readonly Finding[],
  key: string,
): ActorSpot[] {
  const spots: ActorSpot[] = [];
  visitOpen(shelf, decided, (articleId, { start, end, naming: { exact, reasons } }, open) => {
    if (open.key === key) spots.push({ articleId, start, end, exact, actorIds: open.actorIds, reasons });
  });
  return spots;
}

function visitOpen(
  shelf: Pick<ActorShelf, 'visit'>,
  decided: readonly Finding[],
  each: (articleId: ArticleId, found: ShelvedActor, open: Open) => void,
): void {
  const rules = indexRules(decided);
  const here = new Map<ArticleId, Finding[]>();
  for (const finding of decided) {
    if (finding.reach !== 'here') continue;
    const own = here.get(finding.anchor.articleId);
    if (own === undefined) here.set(finding.anchor.articleId, [finding]);
    else own.push(finding);
  }
  /** The same words come again and again: `null` for those that are rejected everywhere. */
  const known = new Map<Naming, Open | null>();
  shelf.visit((articleId, found) => {
    const { naming } = found;
    let open = known.get(naming);
    if (open === undefined) {
      open = openOf(naming, candidatesLeft(naming.exact, naming.actorIds, rules));
      known.set(naming, open);
    }
    if (open === null) return;
    if (here.get(articleId)?.some(({ anchor }) => overlaps(anchor, found))) return;
    each(articleId, found, open);
  });
}

function openOf({ exact, reasons }: Naming, left: readonly ActorId[] | Finding): Open | null {
  if (!('length' in left)) return null;
  const [first] = left;
  if (first === undefined) return { key: `name ${ruleKey(exact, null)}`, actorIds: left, isDoubtful: false };
  const isDoubtful = reasons.includes('ambiguous');
  return { key: `${isDoubtful ? 'maybe' : 'actor'} ${first}`, actorIds: left, isDoubtful };
}

function startTally(open: Open): Tally {
  return {
    open,
    names: new Map(),
    reasons: new Map(),
    texts: new Set(),
    count: 0,
    articleCount: 0,
    lastArticle: null,
  };
}

function finish({ open, names, reasons, texts, count, articleCount }: Tally): ActorGroup {
  return {
    key: open.key,
    actorId: open.actorIds[0] ?? null,
    isDoubtful: open.isDoubtful,
    names: mostOf(names),
    reasons: mostOf(reasons),
    count,
    articleCount,
    textCount: texts.size,
  };
}

function addTo(counts: Map<string, number>, text: string): void {
  counts.set(text, (counts.get(text) ?? 0) + 1);
}

function mostOf(counts: ReadonlyMap<string, number>): Counted[] {
  return Array.from(counts, ([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, toldOfEach);
}
