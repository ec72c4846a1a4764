import { type Change, creation, removal, replacement } from '#core/history/change.ts';
import { sameRecord } from '#core/history/same-record.ts';
import type { AnalystId, ArticleId, NewId, SavedSearchId } from '#core/ids.ts';
import type { SearchAsk } from '#core/search/results/search-answer.ts';
import {
  maxDecidedArticles,
  maxSavedLength,
  maxSearchNameLength,
  type SavedSearch,
  type SearchDecision,
  savedLength,
  type Verdict,
} from './saved-search.ts';

/** What is asked of the index for a search that is saved. */
export type SavedAsk = Pick<SavedSearch, 'query' | 'expands' | 'withoutAliases' | 'narrowing'>;

/** Who does it, and when; ids for the records that come of it. */
export type Doing = {
  readonly analystId: AnalystId;
  /** ISO 8601 UTC. */
  readonly now: string;
  readonly newId: NewId;
};

/** The question a saved search puts to the index. */
export function askOf({ query, expands, withoutAliases, narrowing }: SavedAsk): SearchAsk {
  return { query, isTyping: false, expands, withoutAliases, order: 'newest', narrowing };
}

/**
 * Save a search. What it finds already, `matching`, is known from the beginning: only what comes later is new.
 * Throws when the name or what is asked is longer than may be kept.
 */
export function saveSearch(
  ask: SavedAsk & { readonly id: SavedSearchId; readonly name: string },
  matching: readonly ArticleId[],
  doing: Doing,
): Change[] {
  const { id, name } = ask;
  const { analystId, now } = doing;
  const search: SavedSearch = {
    id,
    name: soundName(name) || nameFor(ask.query),
    ...soundAsk(ask),
    analystId,
    createdAt: now,
    updatedAt: now,
  };
  return [creation('savedSearches', search), ...decide(id, 'known', matching, doing)];
}

/** Give a search another name. An empty one changes nothing. */
export function renameSearch(search: SavedSearch, name: string, now: string): Change[] {
  const sound = soundName(name);
  if (sound === '' || sound === search.name) return [];
  return [replacement('savedSearches', search, { ...search, name: sound, updatedAt: now })];
}

/**
 * Let a search ask for something else. What it finds then, `matching`, and nobody has decided on, is known from now on;
 * what was decided stays decided.
 */
export function changeSearch(
  search: SavedSearch,
  ask: SavedAsk,
  found: { readonly matching: readonly ArticleId[]; readonly decisions: readonly SearchDecision[] },
  doing: Doing,
): Change[] {
  const asked = soundAsk(ask);
  if (asked.query === '' || sameRecord(soundAsk(search), asked)) return [];
  const verdicts = verdictsOf(search.id, found.decisions);
  const undecided = found.matching.filter((id) => !verdicts.has(id));
  return [
    replacement('savedSearches', search, { ...search, ...asked, updatedAt: doing.now }),
    ...decide(search.id, 'known', undecided, doing),
  ];
}

/** Take a search away, with what was decided on what it found. */
export function deleteSearch(search: SavedSearch, decisions: readonly SearchDecision[]): Change[] {
  return [
    removal('savedSearches', search),
    ...decisions
      .filter(({ searchId }) => searchId === search.id)
      .map((decision) => removal('searchDecisions', decision)),
  ];
}

/** Decide on articles a search found: in one record, or several when there are more than one may hold. */
export function decide(
  searchId: SavedSearchId,
  verdict: Verdict,
  articleIds: readonly ArticleId[],
  { analystId, now, newId }: Doing,
): Change[] {
  const ids = [...new Set(articleIds)];
  const changes: Change[] = [];
  for (let from = 0; from < ids.length; from += maxDecidedArticles)
    changes.push(
      creation('searchDecisions', {
        id: newId<'search decision'>(),
        searchId,
        verdict,
        articleIds: ids.slice(from, from + maxDecidedArticles),
        analystId,
        decidedAt: now,
      }),
    );
  return changes;
}

/**
 * What was decided last on each article of a search; an article without a verdict, or `open`, is undecided. Of two
 * decisions at the same moment the one with the greater id counts, on every machine.
 */
export function verdictsOf(
  searchId: SavedSearchId,
  decisions: readonly SearchDecision[],
): Map<ArticleId, Exclude<Verdict, 'open'>> {
  const verdicts = new Map<ArticleId, Exclude<Verdict, 'open'>>();
  const own = decisions.filter((decision) => decision.searchId === searchId);
  for (const { verdict, articleIds } of own.sort(byTime))
    for (const id of articleIds)
      if (verdict === 'open') verdicts.delete(id);
      else verdicts.set(id, verdict);
  return verdicts;
}

/**
 * The inbox of a search: of each text it finds the first article, in the order given, unless somebody has decided on one
 * of its articles. `texts` are the articles of each text together.
 */
export function newHits(
  searchId: SavedSearchId,
  texts: readonly (readonly ArticleId[])[],
  decisions: readonly SearchDecision[],
): ArticleId[] {
  const verdicts = verdictsOf(searchId, decisions);
  return texts.flatMap((text) => (text.some((id) => verdicts.has(id)) ? [] : text.slice(0, 1)));
}

/** Searches as they are listed: by name, then by age. */
export function sortSearches(searches: readonly SavedSearch[], locale: string): SavedSearch[] {
  const { compare } = new Intl.Collator(locale, { numeric: true });
  return [...searches].sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}

/** What a search may be called when the analyst gives it no name: its query, shortened. */
export function nameFor(query: string): string {
  const line = query.replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 59).toWellFormed()}…`;
}

function byTime(a: SearchDecision, b: SearchDecision): number {
  if (a.decidedAt !== b.decidedAt) return a.decidedAt < b.decidedAt ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}

function soundName(name: string): string {
  const sound = name.replace(/\s+/g, ' ').trim().toWellFormed();
  if (sound.length > maxSearchNameLength) throw new RangeError(`a name of ${sound.length} units is too long`);
  return sound;
}

function soundAsk({ query, expands, withoutAliases, narrowing }: SavedAsk): SavedAsk {
  const sound = {
    query: query.trim().toWellFormed(),
    expands,
    withoutAliases: [...withoutAliases],
    narrowing: narrowing.map(({ facet, values }) => ({ facet, values: [...values] })),
  };
  const length = savedLength(sound);
  if (length > maxSavedLength) throw new RangeError(`a search of ${length} units is too long`);
  return sound;
}
