import { maxTagNameLength } from '#core/codebook/edit-codebook.ts';
import type { Tag } from '#core/codebook/tag.ts';
import { buildTagTree, listNodes, tagPath, tagsById } from '#core/codebook/tag-tree.ts';
import type { TagId } from '#core/ids.ts';
import { fold } from '#core/text/fold.ts';

/** A line of the tag picker: a tag there is, or what is to be said of the one that was typed. */
export type PickerRow =
  | { readonly kind: 'tag'; readonly tag: Tag; readonly path: string; readonly isRecent: boolean }
  /** The offer to make the tag that was typed: `name` (of several levels, with slashes) below `under`, or at the top. */
  | { readonly kind: 'create'; readonly path: string; readonly name: string; readonly under: UnderTag | null }
  /** It can't be made: a part of it is too long, or it is there but set aside. */
  | { readonly kind: 'refused'; readonly path: string; readonly reason: 'too-long' | 'archived' };

type UnderTag = { readonly tag: Tag; readonly path: string };

/** What the picker shows; `more` is how many tags are left out for want of room. */
export type PickerRows = { readonly rows: readonly PickerRow[]; readonly more: number };

/** The tags made ready to be found by typing. */
export type TagIndex = {
  /** In the order of the codebook, without what is set aside. */
  readonly offered: readonly IndexedTag[];
  readonly all: readonly Tag[];
};

type IndexedTag = {
  readonly tag: Tag;
  readonly path: string;
  /** Its line while it was not given lately: the same one each time, so that it need not be drawn again. */
  readonly row: PickerRow;
  /** The folded names on the way to it, its own last. */
  readonly names: readonly string[];
};

/** More lines than this help nobody: typing finds the rest. */
const mostRows = 40;

/** Make tags ready for `pickerRows`: once, not at each key. Tags that are set aside, or lie below such, are left out. */
export function indexTags(tags: readonly Tag[]): TagIndex {
  const byId = tagsById(tags);
  const folded = new Map(tags.map(({ id, name }) => [id, fold(name)]));
  const offered = listNodes(buildTagTree(tags)).flatMap(({ tag }) => {
    const way = tagPath(tag.id, byId);
    if (way.some(({ isArchived }) => isArchived)) return [];
    const path = way.map(({ name }) => name).join(' / ');
    const row: PickerRow = { kind: 'tag', tag, path, isRecent: false };
    return [{ tag, path, row, names: way.map(({ id }) => folded.get(id) ?? '') }];
  });
  return { offered, all: tags };
}

/**
 * What the picker offers for what is typed. With nothing typed, the tags in `recent` come first, then all others in
 * the order of the codebook; otherwise the best matches first, and last what can be said of a tag of that path, unless
 * it is offered already.
 */
export function pickerRows(typed: string, index: TagIndex, recent: readonly TagId[]): PickerRows {
  const names = splitPath(typed);
  const isRecent = new Set(recent);
  const toRow = ({ tag, path, row }: IndexedTag): PickerRow =>
    isRecent.has(tag.id) ? { kind: 'tag', tag, path, isRecent: true } : row;
  if (names.length === 0) {
    const first = recent.flatMap((id) => index.offered.find(({ tag }) => tag.id === id) ?? []);
    const others = index.offered.filter(({ tag }) => !isRecent.has(tag.id));
    return cap([...first, ...others].map(toRow));
  }
  const found = cap(findTags(typed, index).map(toRow));
  const last = describeTyped(names, index);
  return last === null ? found : { ...found, rows: [...found.rows, last] };
}

/** Only the tags given last, the newest first. */
export function recentRows(index: TagIndex, recent: readonly TagId[]): PickerRows {
  const { rows } = pickerRows('', index, recent);
  return { rows: rows.filter((row) => row.kind === 'tag' && row.isRecent), more: 0 };
}

/** The one tag on offer that is called so, wherever it stands; `null` when there is none, or more than one. */
export function findNamed(
  name: string,
  tags: readonly Tag[],
): { readonly tag: Tag; readonly path: string } | null {
  const wanted = fold(name);
  const [first, ...others] = indexTags(tags).offered.filter(({ names }) => names.at(-1) === wanted);
  return first === undefined || others.length > 0 ? null : first;
}

/** The first of `ids` whose tag is on offer: there, and not set aside. */
export function firstOffered(ids: readonly TagId[], byId: ReadonlyMap<TagId, Tag>): TagId | undefined {
  return ids.find((id) => {
    const way = tagPath(id, byId);
    return way.length > 0 && !way.some(({ isArchived }) => isArchived);
  });
}

function cap(rows: readonly PickerRow[]): PickerRows {
  return { rows: rows.slice(0, mostRows), more: Math.max(0, rows.length - mostRows) };
}

/**
 * The tags that fit what is typed, best first: the whole name or path, its beginning, the beginning of a word in it,
 * beginnings of words on the way to it (`att amb` finds `attack / ambush`), anywhere in it, anywhere on the way. Ties
 * stay in the order of the codebook.
 */
function findTags(typed: string, { offered }: TagIndex): IndexedTag[] {
  const wanted = fold(typed.normalize('NFC'));
  const levels = wanted.split('/').map((level) => level.trim().replace(/\s+/g, ' '));
  const query: Query = {
    levels: levels.filter((level, at) => level !== '' || at === levels.length - 1),
    words: wanted.split(/[\s/]+/).filter((word) => word !== ''),
  };
  return offered
    .map((each) => ({ each, rank: rank(query, each.names) }))
    .filter((found) => found.rank < noMatch)
    .sort((a, b) => a.rank - b.rank)
    .map(({ each }) => each);
}

type Query = {
  /** What is typed between slashes; the last is empty while only what lies below is asked for. */
  readonly levels: readonly string[];
  readonly words: readonly string[];
};

const noMatch = 6;

function rank(query: Query, names: readonly string[]): number {
  if (names.length < query.levels.length) return noMatch;
  const close =
    query.levels.length > 1 ? rankPath(query.levels, names) : rankName(query.levels[0] ?? '', names);
  if (close < 3) return close;
  if (beginInOrder(query.words, names.flatMap(wordsOf))) return 3;
  if (close < noMatch) return close;
  const path = names.join(' / ');
  return query.words.every((word) => path.includes(word)) ? 5 : noMatch;
}

function rankPath(levels: readonly string[], names: readonly string[]): number {
  if (names.join('/') === levels.join('/')) return 0;
  const tail = names.slice(-levels.length);
  const begins = tail.length === levels.length && levels.every((level, at) => tail[at]?.startsWith(level));
  return begins ? 1 : noMatch;
}

function rankName(typed: string, names: readonly string[]): number {
  const name = names.at(-1) ?? '';
  if (name === typed) return 0;
  if (name.startsWith(typed)) return 1;
  if (wordsOf(name).some((word) => word.startsWith(typed))) return 2;
  return name.includes(typed) ? 4 : noMatch;
}

function wordsOf(name: string): string[] {
  return name.split(/[\s'-]+/);
}

/** Whether each of `words` begins one of `found`, one after the other. */
function beginInOrder(words: readonly string[], found: readonly string[]): boolean {
  let at = 0;
  for (const word of words) {
    while (at < found.length && !found[at]?.startsWith(word)) at++;
    if (at === found.length) return false;
    at++;
  }
  return true;
}

/** What is to be said of the tag with this path: that it can be made and under what, or why not; `null`: it is offered. */
function describeTyped(names: readonly string[], { all, offered }: TagIndex): PickerRow | null {
  const path = names.join(' / ');
  const there = followPath(names, all);
  const depth = there.length;
  const under = there.at(-1);
  const shown = under === undefined ? undefined : offered.find(({ tag }) => tag.id === under.id);
  if (under !== undefined && shown === undefined) return { kind: 'refused', path, reason: 'archived' };
  if (depth === names.length) return null;
  const missing = names.slice(depth);
  if (missing.some((name) => name.length > maxTagNameLength))
    return { kind: 'refused', path, reason: 'too-long' };
  return {
    kind: 'create',
    path,
    name: missing.join(' / '),
    under: shown === undefined ? null : { tag: shown.tag, path: shown.path },
  };
}

/** The tags there are on the way that `names` go. */
function followPath(names: readonly string[], tags: readonly Tag[]): Tag[] {
  const way: Tag[] = [];
  for (const name of names.map(fold)) {
    const parentId = way.at(-1)?.id ?? null;
    const next = tags.find((tag) => tag.parentId === parentId && fold(tag.name) === name);
    if (next === undefined) break;
    way.push(next);
  }
  return way;
}

/** The names of a typed path. */
function splitPath(typed: string): string[] {
  return typed
    .normalize('NFC')
    .split('/')
    .map((part) => part.replace(/[\s\p{Cc}]+/gu, ' ').trim())
    .filter((part) => part !== '');
}
