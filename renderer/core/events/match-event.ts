import { isNear, NearWord } from '#core/search/index/near-word.ts';
import { parseQuery } from '#core/search/query/parse-query.ts';
import type { Filter, LeafNode, PhraseNode, QueryNode } from '#core/search/query/query.ts';
import { stem } from '#core/search/stemmers.ts';
import { fold } from '#core/text/fold.ts';
import type { Event } from './event.ts';

/** What is searched of an event, folded. */
type Searched = { readonly event: Event; readonly title: string; readonly rest: string };

/**
 * A test of whether an event fits a query of the search language: words and their beginnings, phrases, patterns, `NOT`,
 * `OR`, `place:`, `after:` and `before:`. Of its title, note, type, places, actors and passages, with actors by the names
 * they were linked under alone. An event fits `after:` and `before:` when it may have been then: one without a known
 * end goes on, one without a known beginning may have begun at any time, and one of which no day is known fits neither.
 * What can only be asked of articles, as tags and sources, fits no event. `null`: nothing is asked for.
 */
export function eventTest(query: string): ((event: Event) => boolean) | null {
  const { root } = parseQuery(query.normalize('NFC'), { isTyping: true });
  if (root === null) return null;
  const test = testOf(root);
  return (event) => test(searchedOf(event));
}

/** Events are records that never change: each is folded once, for lists are searched at every key. */
const known = new WeakMap<Event, Searched>();

function searchedOf(event: Event): Searched {
  const before = known.get(event);
  if (before !== undefined) return before;
  const { note, subType, places, actors, passages } = event;
  const rest = [
    note,
    subType ?? '',
    ...places.flatMap(({ place }) => [place.name, ...place.aliases]),
    ...actors.map(({ name }) => name),
    ...passages.map(({ exact }) => exact),
  ];
  const searched = { event, title: readable(event.title), rest: readable(rest.join('\n|\n')) };
  known.set(event, searched);
  return searched;
}

/** Letters with points between them are one word, as the index has them (`U.N.` is `un`). */
function readable(text: string): string {
  return fold(text).replaceAll(/(?<=(?<![\p{L}\p{N}])\p{L})\.(?=\p{L}(?![\p{L}\p{N}]))/gu, '');
}

type Test = (searched: Searched) => boolean;

function testOf(node: QueryNode): Test {
  switch (node.kind) {
    case 'everything':
      return () => true;
    case 'all':
      return everyOf(node.of.map(testOf));
    case 'any':
      return someOf(node.of.map(testOf));
    case 'not': {
      const test = testOf(node.of);
      return (searched) => !test(searched);
    }
    case 'prefer':
      return testOf(node.of);
    case 'alias':
      return testOf(node.typed);
    case 'actor':
      return leafTest(node.name);
    case 'filter':
      return filterTest(node.filter);
    default:
      return leafTest(node);
  }
}

function everyOf(tests: readonly Test[]): Test {
  return (searched) => tests.every((test) => test(searched));
}

function someOf(tests: readonly Test[]): Test {
  return (searched) => tests.some((test) => test(searched));
}

function filterTest(filter: Filter): Test {
  switch (filter.by) {
    case 'place':
      return ({ event }) =>
        event.places.some(({ place }) =>
          [place.name, ...place.aliases].some((name) => fold(name) === filter.value),
        );
    case 'after':
      return ({ event: { dating } }) =>
        dating.until === null ? dating.from !== null : dating.until >= filter.date;
    case 'before':
      return ({ event: { dating } }) =>
        dating.from === null ? dating.until !== null : dating.from < filter.date;
    default:
      return () => false;
  }
}

function leafTest(leaf: LeafNode): Test {
  const fits = textTest(leaf);
  return ({ title, rest }) =>
    (leaf.field !== 'text' && fits(title)) || (leaf.field !== 'title' && fits(rest));
}

const letter = '[\\p{L}\\p{N}]';

function textTest(leaf: LeafNode): (text: string) => boolean {
  switch (leaf.kind) {
    case 'word': {
      if (leaf.how === 'exact' || leaf.isName) return matching(`${escaped(leaf.word)}(?!${letter})`);
      // Whatever begins with the word or what its forms have in common.
      const forms = new Set([leaf.word, stem(leaf.word, 'en'), stem(leaf.word, 'fr')]);
      return matching(`(?:${[...forms].map(escaped).join('|')})`);
    }
    case 'pattern':
      return matching(`${leaf.pattern.split('*').map(escaped).join(`${letter}*`)}(?!${letter})`);
    case 'fuzzy': {
      const near = new NearWord(leaf.word, leaf.distance);
      return (text) => wordsOf(text).some((word) => isNear(word, near));
    }
    case 'phrase':
      return leaf.slack === null
        ? matching(`${leaf.words.map(escaped).join(`[^\\p{L}\\p{N}|]+`)}(?!${letter})`)
        : (text) => standNear(leaf, wordsOf(text));
  }
}

/** Whether something stands at the beginning of a word. */
function matching(pattern: string): (text: string) => boolean {
  const expression = new RegExp(`(?<!${letter})${pattern}`, 'u');
  return (text) => expression.test(text);
}

function escaped(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&');
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** All of the words, in any order, with at most `slack` others between. */
function standNear({ words: wanted, slack }: PhraseNode, words: readonly string[]): boolean {
  const longest = wanted.length + (slack ?? 0);
  return words.some((_, from) => {
    const near = words.slice(from, from + longest);
    return wanted.every((word) => {
      const at = near.indexOf(word);
      if (at !== -1) near.splice(at, 1);
      return at !== -1;
    });
  });
}
