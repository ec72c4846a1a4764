import { scanWords } from '#core/search/scan-words.ts';
import { allOf, notOf } from './join-nodes.ts';
import type { Token } from './lex-query.ts';
import type { ActorNode, PhraseNode, QueryNode, WordNode } from './query.ts';
import { isFilterKey, readFilter } from './read-filter.ts';
import { readPlain } from './read-plain.ts';
import { boundBoost, plainly, readWords, type Wanted } from './read-words.ts';

/**
 * What a run of letters and signs without a space asks for: a filter, an actor, what lunr's own parser makes of it, or
 * else its words one after another. `null` when there is no word in it.
 */
export function readChunk(text: string, tellsNames: boolean): QueryNode | null {
  const [, sign = '', name, rest = ''] = signed.exec(text) ?? [];
  const node = readKeyed(name?.toLowerCase() ?? null, rest, { ...plainly, tellsNames });
  return node !== null && sign === '-' ? notOf(node) : node;
}

/** What quotation marks with a sign and a key before them and `~5^2` behind ask for. */
export function readQuoted(token: Extract<Token, { kind: 'quoted' }>, tellsNames: boolean): QueryNode | null {
  const node = readQuotation(token, tellsNames);
  return node !== null && token.negates ? notOf(node) : node;
}

/**
 * The same as `readChunk` for the piece that is being typed: its last word may be the beginning of one, and a filter
 * whose value is not there yet asks for nothing.
 */
export function readTyped(text: string, tellsNames: boolean): QueryNode | null {
  const [, , name, value = ''] = /^([+-]?)(?:(\p{L}+):)?(.*)$/su.exec(text) ?? [];
  const key = name?.toLowerCase() ?? null;
  if (key === 'in' || (isFilterKey(key) && readFilter(key, value) === null)) return null;
  if (key === 'actor' && scanWords(value).length === 0) return null;
  const node = readChunk(text, tellsNames);
  return node !== null && /[\p{L}\p{M}\p{N}]$/u.test(text) && !/[*~^\\]/.test(text) ? asTyped(node) : node;
}

/** A sign, a key and the rest. */
const signed = /^([+-]?)(?:(\p{L}+):(?=.))?(.*)$/su;

function readKeyed(key: string | null, rest: string, wanted: Wanted): QueryNode | null {
  if (key === null) return readPlain(rest, wanted);
  if (key === 'title' || key === 'text') return readPlain(rest, { ...wanted, field: key });
  if (key === 'actor') {
    const [, name = rest, boost = 1] = /^(.*)\^(\d+(?:\.\d+)?)$/su.exec(rest) ?? [];
    return asActor(readWords(name, { ...wanted, how: 'exact', boost: boundBoost(Number(boost)) }));
  }
  const filter = isFilterKey(key) ? readFilter(key, rest) : null;
  return filter === null ? readPlain(`${key}:${rest}`, wanted) : { kind: 'filter', filter };
}

function readQuotation(token: Extract<Token, { kind: 'quoted' }>, tellsNames: boolean): QueryNode | null {
  const { key, content, suffix } = token;
  const boost = boundBoost(Number(/\^([\d.]+)/.exec(suffix)?.[1] ?? 1));
  const wanted: Wanted = { field: null, boost, how: 'exact', tellsNames };
  if (key === 'title' || key === 'text')
    return withSlack(readWords(content, { ...wanted, field: key }), suffix);
  if (key === 'actor') return asActor(readWords(content, wanted));
  const filter = isFilterKey(key) ? readFilter(key, content) : null;
  if (filter !== null) return { kind: 'filter', filter };
  const before = readWords(key ?? '', { ...plainly, tellsNames });
  const phrase = withSlack(readWords(content, wanted), suffix);
  return allOf([before, phrase].filter((node) => node !== null));
}

/** The most words that may stand between those of a phrase. */
const mostSlack = 1_000;

function withSlack(node: WordNode | PhraseNode | null, suffix: string): WordNode | PhraseNode | null {
  const slack = /~(\d+)/.exec(suffix)?.[1];
  if (slack === undefined || node?.kind !== 'phrase') return node;
  return { ...node, slack: Math.min(Number(slack), mostSlack) };
}

function asActor(name: WordNode | PhraseNode | null): ActorNode | null {
  return name === null ? null : { kind: 'actor', name };
}

function asTyped(node: QueryNode): QueryNode | null {
  if (node.kind === 'word' && node.how === 'stem' && !node.isName)
    return isTooShort(node.word) ? null : begin(node);
  if (node.kind !== 'phrase') return node;
  const { field, boost } = node;
  const words = node.words.map(
    (word): WordNode => ({ kind: 'word', field, boost, word, how: 'exact', isName: false, isUnquoted: true }),
  );
  const last = words.pop();
  return allOf(last === undefined || isTooShort(last.word) ? words : [...words, begin(last)]);
}

function begin(node: WordNode): WordNode {
  return { ...node, how: 'typed' };
}

/** One letter or digit of a script that writes words with several: it would stand for too much. */
function isTooShort(word: string): boolean {
  return /^[\p{Script=Latin}\p{Script=Arabic}\p{N}]$/u.test(word);
}
