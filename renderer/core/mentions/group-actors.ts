import type { ActorId, ArticleId } from '#core/ids.ts';
import { overlaps } from '#core/text/span.ts';
import type { ActorShelf, Naming } from './actor-shelf.ts';
import type { Finding } from './finding.ts';
import { candidatesLeft, indexRules, reasonsLeft, ruleKey } from './items-to-show.ts';

/** What is suggested and not decided of one actor, or of one name that nobody in the registry has. */
export type ActorGroup = {
  readonly key: string;
  /** `null`: nobody the registry has. */
  readonly actorId: ActorId | null;
  /**
   * Several have the name, and nothing tells them apart, or what did told of one who is rejected everywhere: `actorId`
   * is only the first of them.
   */
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
  /** For the first of `actorIds`. */
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

/** Who may be meant by words, without those that are rejected everywhere, and why the first of them. */
type Open = {
  readonly key: string;
  readonly actorIds: readonly ActorId[];
  readonly reasons: readonly string[];
  readonly isDoubtful: boolean;
};

type Counting = Pick<Naming, 'exact' | 'reasons'>;

type Tally = {
  readonly open: Open;
  /** How often by each naming, with the reasons left of it. */
  readonly namings: Map<Counting, number>;
  /** Of articles whose text others have too. */
  readonly sharedTexts: Set<ArticleId>;
  count: number;
  articleCount: number;
  ownTexts: number;
  lastArticle: ArticleId | null;
};

type Shelf = Pick<ActorShelf, 'visit' | 'namingAt'>;

/** Count who is suggested and not decided, the most passages first. */
export function groupActors(shelf: Shelf, { decided, texts }: ActorGrounds): ActorGroup[] {
  const isOpen = openTest(decided);
  const known = namingsOf(shelf, decided);
  const textOf = sharedText(texts);
  const tallies = new Map<string, Tally>();
  const entries: ({ readonly tally: Tally; readonly reasons: readonly string[]; count: number } | null)[] =
    [];
  shelf.visit((articleId, start, end, number) => {
    let entry = entries[number];
    if (entry === undefined) {
      const open = known(number);
      const tally = open && (tallies.get(open.key) ?? startTally(open));
      if (tally !== null) tallies.set(tally.open.key, tally);
      entry = open && tally && { tally, reasons: open.reasons, count: 0 };
      entries[number] = entry;
    }
    if (entry === null || !isOpen(articleId, start, end)) return;
    entry.count += 1;
    addPassage(entry.tally, articleId, textOf);
  });
  for (const [number, entry] of entries.entries()) {
    const naming = shelf.namingAt(number);
    if (entry && naming !== undefined && entry.count > 0)
      entry.tally.namings.set({ exact: naming.exact, reasons: entry.reasons }, entry.count);
  }
  return [...tallies.values()]
    .filter(({ count }) => count > 0)
    .map(finish)
    .sort((a, b) => b.count - a.count || b.articleCount - a.articleCount || (a.key < b.key ? -1 : 1));
}

/** The text that others have too, by one article that has it; `null` for an article with a text of its own. */
function sharedText(texts: ActorGrounds['texts']): (articleId: ArticleId) => ArticleId | null {
  const firsts = new Set(texts.values());
  return (articleId) => texts.get(articleId) ?? (firsts.has(articleId) ? articleId : null);
}

function addPassage(
  tally: Tally,
  articleId: ArticleId,
  textOf: (articleId: ArticleId) => ArticleId | null,
): void {
  tally.count += 1;
  // An article's passages follow each other.
  if (tally.lastArticle === articleId) return;
  tally.lastArticle = articleId;
  tally.articleCount += 1;
  const text = textOf(articleId);
  if (text === null) tally.ownTexts += 1;
  else tally.sharedTexts.add(text);
}

/** The undecided passages of one of the groups, in the order of the shelf. */
export function findActorSpots(shelf: Shelf, decided: readonly Finding[], key: string): ActorSpot[] {
  const isOpen = openTest(decided);
  const known = namingsOf(shelf, decided);
  const namings: (Pick<ActorSpot, 'exact' | 'actorIds' | 'reasons'> | null)[] = [];
  const spots: ActorSpot[] = [];
  shelf.visit((articleId, start, end, number) => {
    let naming = namings[number];
    if (naming === undefined) {
      const open = known(number);
      const { exact } = shelf.namingAt(number) ?? noNaming;
      naming = open?.key === key ? { exact, reasons: open.reasons, actorIds: open.actorIds } : null;
      namings[number] = naming;
    }
    if (naming !== null && isOpen(articleId, start, end)) spots.push({ articleId, start, end, ...naming });
  });
  return spots;
}

const noNaming: Naming = { exact: '', actorIds: [], reasons: [] };

/** Whether nothing is decided of a passage. */
function openTest(decided: readonly Finding[]) {
  const here = new Map<ArticleId, Finding[]>();
  for (const finding of decided) {
    if (finding.reach !== 'here') continue;
    const own = here.get(finding.anchor.articleId);
    if (own === undefined) here.set(finding.anchor.articleId, [finding]);
    else own.push(finding);
  }
  return (articleId: ArticleId, start: number, end: number): boolean =>
    !here.get(articleId)?.some(({ anchor }) => overlaps(anchor, { start, end }));
}

/** Who may be meant by the words of a number; `null` for those that are rejected everywhere. */
function namingsOf(shelf: Shelf, decided: readonly Finding[]): (number: number) => Open | null {
  const rules = indexRules(decided);
  return (number) => {
    const naming = shelf.namingAt(number);
    return naming === undefined ? null : openOf(naming, candidatesLeft(naming.exact, naming.actorIds, rules));
  };
}

function openOf(naming: Naming, left: readonly ActorId[] | Finding): Open | null {
  if (!('length' in left)) return null;
  const [first] = left;
  const open = { actorIds: left, reasons: reasonsLeft(naming, left) };
  if (first === undefined) return { ...open, key: `name ${ruleKey(naming.exact, null)}`, isDoubtful: false };
  const isDoubtful = open.reasons.includes('ambiguous');
  return { ...open, key: `${isDoubtful ? 'maybe' : 'actor'} ${first}`, isDoubtful };
}

function startTally(open: Open): Tally {
  return {
    open,
    namings: new Map(),
    sharedTexts: new Set(),
    count: 0,
    articleCount: 0,
    ownTexts: 0,
    lastArticle: null,
  };
}

function finish({ open, namings, sharedTexts, count, articleCount, ownTexts }: Tally): ActorGroup {
  const names = new Map<string, number>();
  const reasons = new Map<string, number>();
  for (const [naming, times] of namings) {
    addTo(names, naming.exact, times);
    for (const reason of naming.reasons) addTo(reasons, reason, times);
  }
  return {
    key: open.key,
    actorId: open.actorIds[0] ?? null,
    isDoubtful: open.isDoubtful,
    names: mostOf(names),
    reasons: mostOf(reasons),
    count,
    articleCount,
    textCount: sharedTexts.size + ownTexts,
  };
}

function addTo(counts: Map<string, number>, text: string, times: number): void {
  counts.set(text, (counts.get(text) ?? 0) + times);
}

function mostOf(counts: ReadonlyMap<string, number>): Counted[] {
  return Array.from(counts, ([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, toldOfEach);
}
